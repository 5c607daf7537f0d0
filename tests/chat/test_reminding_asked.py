"""What a coordinator is told before she has teachers reminded: nothing that is not so."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.chat.context import Context
from bot.chat.model import Screen
from bot.chat.pressing import draw
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.calendar.calendar import Window
from bot.domain.calendar.quarter import Quarter
from bot.domain.roster.roster import Evaluated, Roster
from tests.chat.known_people import NOW, OWN, ROSTER, known, people, standing


def around(world: World, roster: Roster) -> Context:
    """Return her school with these teachers."""
    return replace(known(world), roster=roster)


def asking(world: World, roster: Roster, group: str, now: datetime = NOW) -> Screen:
    """Return the question whether a group is to be reminded."""
    who = standing(people(world)["koordinator"], "roster.ask", OWN, group)
    return draw(TurnContext(person=who, world=world, now=now, known=around(world, roster)))


def test_nobody_has_evaluated_because_the_window_was_moved(world: World) -> None:
    """An older button after the window has moved tells that it is not open, and names only who is done."""
    ahead = ROSTER.today + timedelta(days=7)
    window = Window(Quarter(2026, 4), ahead, date(2026, 12, 12), date(2026, 12, 19))
    first, *others = ROSTER.rows
    rows = (
        replace(first, evaluated=Evaluated.DONE, is_open=False),
        *(replace(one, evaluated=Evaluated.NOT_OPEN, is_open=False) for one in others),
    )
    shown = asking(world, replace(ROSTER, window=window, rows=rows), "evaluasi")
    assert "belum dibuka (27 November 2026)" in shown.text
    assert "(1): Sari Dewi" in shown.text
    assert "Guru 0" not in shown.text
