"""Dialogues anyone can read, run as tests: what the bot says, and how its buttons look.

A transcript holds lines ``> what the person does`` and, below each, what the bot shows. Lines that
begin with ``#`` describe. ``pytest --rewrite`` writes what the bot says now; review the diff.

    > /mulai            a command          > [Ya, setuju]     a tap on a button of that label
    > halo              typed text         > (foto)           something that is not text
    > (data: x:y)       an old button      > (terusan) teks   a forwarded text
    > (ubah)            an edited message  > (+3 hari)        time passes; nothing is shown
    > (-60 hari)         at the top: what follows lies so far back, until (+60 hari)
    > (lagi)            the same update once more
    > Made: /mulai      another person; {kode} is the code of the last link shown
    > (detak)           a tick: what the bot begins by itself, "< (kepada Sari) …"
    > (balas) teks      a reply to the last message shown to this person; also "(balas) (foto) teks"
    > (foto) teks       a photo, document or voice note with this caption, kept by Telegram
    > (album) teks      three photos at once; (besar) teks: a document larger than a bot can fetch
    [salin: A → b]      a button A that copies b
    < (sekilas) teks    a line over the chat      < (reaksi 👍)  an emoji under her message
    > Sari: (memblokir) from now on no broadcast reaches her; (kembali) ends that
"""

from datetime import datetime
from pathlib import Path
from re import compile as pattern

import pytest

from bot.chat.button import Style, fit_beside
from bot.chat.world import World
from tests.chat.dialogue import FOLDER, heard
from tests.each import each

DELETES = pattern(r"(ya, )?(hapus|buang|keluarkan|cabut)\b")
"""How a label begins, in lower case, whose press takes something away or asks whether to."""


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
async def test_transcript(
    path: Path, world: World, now: datetime, request: pytest.FixtureRequest
) -> None:
    """The bot answers exactly as the transcript says."""
    written = path.read_text(encoding="utf-8")
    said, _ = await heard(path, world, now)
    if request.config.getoption("--rewrite"):
        path.write_text(said, encoding="utf-8")
    assert said == written


@each("path", sorted(FOLDER.glob("*.txt")))
async def test_one_button_is_blue_what_deletes_is_red_no_label_is_cut(
    path: Path, world: World, now: datetime
) -> None:
    """Whoever sees it, and whatever came before."""
    for screen in (await heard(path, world, now))[1]:
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
        for screen in (await heard(path, world, now))[1]:
            for button in (one for row in screen.rows for one in row):
                if button.data.startswith("siar:send:"):
                    found.setdefault(button.data.split(":")[1], set()).add(button.style)
    assert found == {"send": {Style.PRIMARY}}
