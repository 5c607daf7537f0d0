"""How buttons look on every screen of every transcript: one way on is blue, what deletes is red, all is read."""

from datetime import datetime
from pathlib import Path
from re import compile as pattern

import pytest

from bot.chat.button import Style, fit_beside
from bot.chat.world import World
from tests.chat.test_transcripts import FOLDER, Unpainted, told

DELETES = pattern(r"(ya, )?(hapus|buang|keluarkan|cabut)\b")
"""How a label begins, in lower case, whose press takes something away or asks whether to."""


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
async def test_one_button_is_blue_what_deletes_is_red_no_label_is_cut(
    path: Path, world: World, now: datetime
) -> None:
    """Whoever sees it, and whatever came before."""
    _, screens = await told(path, world, now, Unpainted())
    for screen in screens:
        buttons = [button for row in screen.rows for button in row]
        assert [one.style for one in buttons].count(Style.PRIMARY) <= 1, screen
        rows = ([button.label for button in row] for row in screen.rows)
        assert [row for row in rows if not fit_beside(row)] == []
        deleting = [one for one in buttons if DELETES.match(one.label.lower())]
        assert [one for one in deleting if one.style is not Style.DANGER] == []


async def test_the_button_that_sends_is_the_way_on(world: World, now: datetime) -> None:
    """Whatever leaves for others by one tap, a broadcast or a reminder, stands out from what only shows."""
    found: dict[str, set[Style | None]] = {}
    for path in sorted(FOLDER.glob("broadcast*.txt")):
        for screen in (await told(path, world, now, Unpainted()))[1]:
            for button in (one for row in screen.rows for one in row):
                if button.data.startswith("siar:send:"):
                    found.setdefault(button.data.split(":")[1], set()).add(button.style)
    assert found == {"send": {Style.PRIMARY}}
