"""Every turn leaves the person with the moment of her next message as the rules have it then."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.model import Command, Event, Incoming, Press, UpdateId
from bot.chat.world import World
from bot.domain.calendar.quarter import moment_at
from bot.domain.person.person import CONSENT_VERSION, Consent, Person
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Outbound, Rhythm, Wishes
from bot.domain.reminders.reminder import with_due
from bot.domain.reminders.still_planned import still_planned
from tests.chat.taking import take_turn
from tests.delivery.teachers import teacher
from tests.each import each

DAYS = st.dates(date(2026, 8, 1), date(2027, 8, 1))
CLOCKS = st.times(time(0, 0), time(23, 59))
EVENTS: st.SearchStrategy[Event] = st.sampled_from(
    (
        Command("mulai", ""),
        Command("langkah", ""),
        Press("steps:mark:murid:selesai"),
        Press("wish:pause:pekan"),
        Press("wish:rhythm:bulanan"),
        Press("remind:later"),
    )
)


@dataclass(frozen=True, slots=True)
class Twice:
    """A teacher who does something at two moments of one day."""

    person: Person
    day: date
    clocks: tuple[time, time]
    events: tuple[Event, Event]


@st.composite
def days(draw: st.DrawFn) -> Twice:
    day, age = draw(DAYS), timedelta(days=draw(st.integers(0, 300)))
    first, second = sorted((draw(CLOCKS), draw(CLOCKS)))
    person = replace(
        teacher(7),
        consent=Consent(version=CONSENT_VERSION, given_at=moment_at(day, first, None) - age),
        zone=draw(st.sampled_from(Zone)),
        wishes=Wishes(weekday=draw(st.integers(0, 4)), rhythm=draw(st.sampled_from(Rhythm))),
    )
    return Twice(person, day, (first, second), (draw(EVENTS), draw(EVENTS)))


@given(twice=days())
def test_a_second_turn_of_a_day_leaves_the_moment_the_rules_give(
    world: World, twice: Twice
) -> None:
    """What was planned earlier the same day is not planned anew, and need not be."""
    person = twice.person
    for number, (clock, event) in enumerate(zip(twice.clocks, twice.events, strict=True)):
        now = moment_at(twice.day, clock, twice.person.zone)
        incoming = Incoming(update=UpdateId(number), person=person.id, event=event)
        person = take_turn(person, incoming, world, now).person
    anew = with_due(person, None, world.calendar, now, has_step=True).outbound.due_at
    assert person.outbound.due_at == anew


@each(
    ("change", "holds"),
    [
        ({}, True),
        ({"place": teacher(7).place}, True),
        ({"zone": Zone.WIT}, False),
        ({"wishes": Wishes(rhythm=Rhythm.MONTHLY)}, False),
        ({"quiet": True}, False),
        ({"seen_at": datetime(2026, 12, 2, 1, tzinfo=UTC)}, False),
        ({"seen_at": datetime(2026, 12, 1, 1, tzinfo=UTC)}, False),
    ],
)
def test_a_plan_holds_while_nothing_it_depends_on_has_changed(
    change: dict[str, object], *, holds: bool
) -> None:
    """Another zone, other wishes, another day or a clock set back: planned anew."""
    seen = datetime(2026, 12, 1, 3, tzinfo=UTC)
    before = replace(teacher(7), seen_at=seen, outbound=Outbound(due_at=seen + timedelta(days=3)))
    assert still_planned(before, replace(before, **change)) is holds  # type: ignore[arg-type] # named by the table
    nothing_yet = replace(before, outbound=Outbound())
    assert not still_planned(nothing_yet, nothing_yet)
