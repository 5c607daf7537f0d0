"""Whoever changes a schedule is told which planned broadcasts that concerns."""

from dataclasses import replace
from datetime import date, datetime

from bot.chat.model import Incoming, Press, UpdateId
from bot.chat.pressing import draw
from bot.chat.router import take_turn
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Audience, AudienceFilter, Broadcast, Content, Phase
from bot.domain.calendar.calendar import Period
from bot.domain.school.access import Rights
from tests.chat.known_people import HEAD, NOW, OWN, known, people, standing
from tests.each import each

DUE = datetime.fromisoformat("2026-12-02T09:00:00+00:00")
PLANNED = replace(
    HEAD,
    phase=Phase.WAITING,
    content=Content(text="Mohon evaluasinya"),
    audience=Audience(AudienceFilter.NOT_EVALUATED),
    due=DUE,
    first_at=DUE,
    chunks=None,
    begun_at=None,
)


def note(world: World, days: int, head: Broadcast) -> str:
    """Return what a coordinator is told who moves the window of the fourth quarter."""
    who = standing(people(world)["koordinator"], "schedule.main", OWN)
    pressed = Press(f"schedule:shift:{OWN}:2026-Q4:{days}")
    incoming = Incoming(update=UpdateId(1), person=who.id, event=pressed, message=40)
    turn = take_turn(who, incoming, world, NOW, replace(known(world), broadcasts=(head,)))
    assert turn.changes
    return turn.note or ""


def test_a_planned_broadcast_the_window_leaves_is_named(world: World) -> None:
    """She reads its words and its moment, and that nobody would get it."""
    told = note(world, 7, PLANNED)
    assert "“Mohon evaluasinya” (Rabu, 2 Desember 2026 pukul 16.00" in told
    assert "tidak akan terkirim ke siapa pun" in told


@each(
    ("why", "days", "head"),
    [
        ("still open then", 1, PLANNED),
        ("for everybody", 7, replace(PLANNED, audience=Audience())),
        ("under way", 7, replace(PLANNED, phase=Phase.SENDING)),
        ("before the window anyhow", 7, replace(PLANNED, due=NOW, first_at=NOW)),
    ],
)
def test_what_is_not_touched_is_not_warned_of(
    why: str, days: int, head: Broadcast, world: World
) -> None:
    """Other broadcasts, and those that are sent within the window as before, are not mentioned."""
    assert "Siaran" not in note(world, days, head), why


@each(
    ("first", "last", "head", "is_named"),
    [
        (2, 2, PLANNED, True),
        (1, 4, PLANNED, True),
        (3, 4, PLANNED, False),
        (2, 2, replace(PLANNED, phase=Phase.SENDING), False),
    ],
)
def test_a_broadcast_planned_for_a_quiet_day_is_named_there(
    first: int, last: int, head: Broadcast, is_named: bool, world: World
) -> None:
    """Beside the school's quiet days she reads what is sent on one of them all the same."""
    quiet = (Period(date(2026, 12, first), date(2026, 12, last), "hari tenang sekolah"),)
    around = known(world)
    schools = {OWN: replace(around.rights.schools[OWN], quiet=quiet)}
    around = replace(around, rights=Rights(schools=schools), broadcasts=(head,))
    who = standing(people(world)["koordinator"], "schedule.quiet", OWN)
    shown = draw(TurnContext(person=who, world=world, now=NOW, known=around))
    assert ("“Mohon evaluasinya” (Rabu, 2 Desember 2026" in shown.text) is is_named
