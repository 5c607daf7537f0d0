"""What a coordinator is told before she has teachers reminded: nothing that is not so."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.chat.context import Context
from bot.chat.model import Incoming, Press, Screen, Turn, UpdateId
from bot.chat.pressing import draw
from bot.chat.router import take_turn
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.calendar.calendar import Window
from bot.domain.calendar.quarter import Quarter
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.roster.roster import Evaluated, Roster
from bot.domain.roster.roster_group import reminding
from tests.chat.known_people import NOW, OWN, ROSTER, known, people, standing


def around(world: World, roster: Roster) -> Context:
    """Return her school with these teachers."""
    return replace(known(world), roster=roster)


def asking(world: World, roster: Roster, group: str, now: datetime = NOW) -> Screen:
    """Return the question whether a group is to be reminded."""
    who = standing(people(world)["koordinator"], "roster.ask", OWN, group)
    return draw(TurnContext(person=who, world=world, now=now, known=around(world, roster)))


def pressed(world: World, data: str, now: datetime) -> Turn:
    """Let the coordinator press a button."""
    who = people(world)["koordinator"]
    incoming = Incoming(update=UpdateId(1), person=who.id, event=Press(data), message=40)
    return take_turn(who, incoming, world, now, around(world, ROSTER))


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


def test_in_a_break_no_reminder_is_promised(world: World) -> None:
    """When nothing can go out for weeks she is told from when on, and there is nothing to confirm."""
    now = datetime.fromisoformat("2026-12-19T03:00:00+00:00")
    shown = asking(world, ROSTER, "belum-mulai", now)
    assert "baru dapat dikirim mulai Senin, 4 Januari 2027 pukul 06.30" in shown.text
    data = [one.data for row in shown.rows for one in row]
    assert not [one for one in data if one.startswith("roster:send")]
    fingerprint = reminding(ROSTER, TeacherGroup.NOT_BEGUN).fingerprint
    turn = pressed(
        world, f"roster:send:{OWN}:belum-mulai:{int(now.timestamp())}:{fingerprint}", now
    )
    assert turn.changes == ()
    assert turn.person.place.screen == "roster.ask"


def test_over_a_sunday_a_reminder_is_promised(world: World) -> None:
    """What can go out within its life is asked for, with the moment at which it begins."""
    shown = asking(
        world, ROSTER, "belum-mulai", datetime.fromisoformat("2026-11-21T14:00:00+00:00")
    )
    assert "Pengiriman dimulai Senin, 23 November 2026 pukul 06.30" in shown.text
    data = [one.data for row in shown.rows for one in row]
    assert [one for one in data if one.startswith("roster:send")]
