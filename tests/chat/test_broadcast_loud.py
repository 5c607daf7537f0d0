"""An important broadcast in quiet hours asks once more, and is counted in the school's log."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.context import Context
from bot.chat.model import Press, Turn
from bot.chat.world import World
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import Draft
from bot.domain.person.zone import Zone
from bot.domain.roster.roster import Roster
from bot.domain.school.access import Action
from bot.domain.school.audit import AuditEntry
from tests.chat.sent import announced
from tests.chat.taking import redraw
from tests.chat.test_broadcast_rights import BOTH, DRAFT, roster, take
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person
from tests.each import each

NIGHT = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
"""20.30 WIB: 21.30 WITA, 22.30 WIT."""

MORNING = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def send(
    draft: Draft, world: World, now: datetime, found: Roster = BOTH, certain: str = ""
) -> Turn:
    """Press the button that sends the draft."""
    who = replace(person(COORDINATOR, now), composing=draft).at("siar.draft", OWN)
    mark = draft.mark(selected(draft.audience, found).recipients)
    return take(who, Press(f"siar:send:{OWN}:{mark}{certain}"), world, now, found)


LOUD = Draft(school=OWN, content=DRAFT, important=True)


def test_at_night_it_is_asked_once_more(world: World) -> None:
    """Nothing is sent yet, and the question tells how many have quiet hours."""
    turn = send(LOUD, world, NIGHT)
    assert announced(turn) == ()
    assert turn.person.place.screen == "siar.sure"
    screen = redraw(turn, world, NIGHT, Context(rights=RIGHTS, roster=BOTH))
    assert "2 dari 2 guru" in screen.text


def test_whoever_is_certain_sends(world: World) -> None:
    """The second tap sends it, with how many it reaches in their quiet hours."""
    for certain in (":ya2", ":ya"):
        turn = send(LOUD, world, NIGHT, certain=certain)
        (sent,) = announced(turn)
        assert (sent.broadcast.disturbed, sent.broadcast.loud_at) == (2, NIGHT)


def test_a_yes_to_fewer_people_is_none(world: World) -> None:
    """Between the question and the answer the evening came for one more: it is asked anew."""
    turn = send(LOUD, world, NIGHT, certain=":ya1")
    assert (announced(turn), turn.person.place.screen) == ((), "siar.sure")


@each(
    ("draft", "now"),
    [
        (LOUD, MORNING),
        (replace(LOUD, important=False), NIGHT),
        (replace(LOUD, at=NIGHT.replace(day=25, hour=3)), NIGHT),
    ],
)
def test_what_disturbs_nobody_is_not_asked(draft: Draft, now: datetime, world: World) -> None:
    """By day, without the mark, or planned for the day it simply goes out."""
    turn = send(draft, world, now)
    assert [one.broadcast.disturbed for one in announced(turn)] == [0]


def test_each_teachers_own_clock_counts(world: World) -> None:
    """At 19.30 WIB it is night for whoever lives further east."""
    rows = (replace(BOTH.rows[0], zone=Zone.WIB), replace(BOTH.rows[1], zone=Zone.WITA))
    found, now = roster(*rows), NIGHT.replace(hour=12)
    turn = send(LOUD, world, now, found, certain=":ya")
    assert [one.broadcast.disturbed for one in announced(turn)] == [1]


def test_it_may_wait_for_the_end_of_the_quiet_hours(world: World) -> None:
    """The other answer takes the mark away and shows the page again; nothing is sent."""
    asked = send(LOUD, world, NIGHT)
    turn = take(asked.person, Press(f"siar:soft:{OWN}"), world, NIGHT, BOTH, update=7)
    assert turn.person.composing
    assert (turn.person.composing.important, announced(turn)) == (False, ())


def test_the_log_counts_them(world: World) -> None:
    """Above the acts stands how often it was done."""
    entries = tuple(
        AuditEntry(at=NIGHT, by=COORDINATOR, action=action, count=2)
        for action in (Action.DISTURB, Action.BROADCAST, Action.DISTURB)
    )
    turn = take(person(COORDINATOR, NIGHT), Press(f"school:audit:{OWN}"), world, NIGHT)
    screen = redraw(turn, world, NIGHT, Context(rights=RIGHTS, audit=entries))
    assert "pada jam tenang: 2 kali" in screen.text
