"""A turn is shown once: its screen is drawn after it is saved, and after what it asks for is loaded."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.model import Command, Event, Press, Screen, Typed
from bot.chat.screens import SHOWS
from bot.chat.turn_context import Show, TurnContext
from bot.chat.world import World
from bot.store.codec.schools import SCHOOLS
from tests.delivery.schools import MADE, SCHOOL
from tests.delivery.teachers import HandClock
from tests.errand_desk import ZUBAIDAH, Desk

OWN = SCHOOL.id


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name every place as it is drawn."""
    names: list[str] = []

    def counting(name: str, show: Show) -> Show:
        def counted(s: TurnContext, args: tuple[str, ...]) -> Screen:
            names.append(name)
            return show(s, args)

        return counted

    counted_shows = {name: counting(name, show) for name, show in SHOWS.items()}
    monkeypatch.setattr("bot.chat.pressing.SHOWS", counted_shows)
    return names


@pytest.mark.parametrize(
    ("who", "event", "place"),
    [
        (ZUBAIDAH, Command("menu"), "menu.main"),
        (ZUBAIDAH, Press("steps:list"), "steps.list"),
        (MADE, Press(f"school:home:{OWN}"), "school.home"),
        (MADE, Press(f"roster:list:{OWN}:semua"), "roster.list"),
        (MADE, Press(f"recap:main:{OWN}"), "recap.main"),
        (MADE, Press(f"recap:levels:{OWN}"), "recap.levels"),
        (MADE, Press(f"teacher:one:{OWN}:{ZUBAIDAH}"), "teacher.one"),
        (MADE, Press(f"school:audit:{OWN}"), "school.audit"),
        (MADE, Press(f"siar:list:{OWN}"), "siar.list"),
        (MADE, Press(f"school:open:{OWN}"), "school.invite"),
        (MADE, Press(f"school:offer:{OWN}"), "school.handover"),
        (MADE, Press(f"schedule:week:{OWN}:six"), "schedule.main"),
        (MADE, Press(f"teacher:out:{OWN}:{ZUBAIDAH}"), "roster.list"),
    ],
)
async def test_a_place_is_drawn_once(
    who: int, event: Event, place: str, desk: Desk, drawn: list[str]
) -> None:
    """Also one that shows more than the person, or a school that the turn has just changed."""
    await desk.do(who, event)
    assert drawn == [place]


async def test_typed_words_are_looked_for_on_the_place_she_stands_at(
    desk: Desk, drawn: list[str]
) -> None:
    """A label typed in words counts as a tap: that page is read for it, and the next is drawn once."""
    await desk.do(ZUBAIDAH, Command("menu"))
    await desk.do(ZUBAIDAH, Typed("xyzzy"))
    assert drawn == ["menu.main", "menu.main", "help.unknown"]


async def test_what_is_shown_is_stored_already(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link to show is in the school's document by the time its page is drawn."""
    open_when_drawn: list[bool] = []
    show = SHOWS["school.invite"]

    def looking(s: TurnContext, args: tuple[str, ...]) -> Screen:
        (file,) = desk.data.glob(f"{SCHOOLS.name}/*/{OWN}.json")
        open_when_drawn.append('"invite"' in file.read_text())
        return show(s, args)

    monkeypatch.setattr("bot.chat.pressing.SHOWS", {**SHOWS, "school.invite": looking})
    await desk.do(MADE, Press(f"school:open:{OWN}"))
    assert open_when_drawn == [True]
