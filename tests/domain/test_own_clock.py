"""What a person chose by her own clock, after she moved to another zone or chose another hour."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.quarter import moment_at
from bot.domain.person.own_clock import with_hour, with_zone
from bot.domain.person.person import Person, PersonId, guest
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import EvaluationMessages, Outbound, Wishes
from tests.each import each

HOUR = time(15, 30)
DAY = date(2026, 12, 2)


def waiting(zone: Zone, snoozed: datetime, paused: datetime | None = None) -> Person:
    """Somebody in a zone with a moment she chose, and perhaps a pause."""
    return replace(
        guest(PersonId(7), datetime(2026, 12, 1, tzinfo=UTC)),
        zone=zone,
        wishes=Wishes(hour=HOUR, paused_until=paused),
        outbound=Outbound(cycle=EvaluationMessages(quarter="2026-Q4", snoozed_until=snoozed)),
    )


def chosen(person: Person) -> datetime:
    assert person.outbound.cycle
    assert person.outbound.cycle.snoozed_until
    return person.outbound.cycle.snoozed_until


@each(("old", "new"), [(Zone.WIB, Zone.WIT), (Zone.WIT, Zone.WIB), (Zone.WITA, Zone.WITA)])
def test_tomorrow_comes_at_her_hour_where_she_lives_then(old: Zone, new: Zone) -> None:
    """For her, "Besok" means the hour of her clock, so it moves with her; so does the end of a pause."""
    paused = moment_at(date(2027, 1, 10), time(0), old)
    moved = with_zone(waiting(old, moment_at(DAY, HOUR, old), paused), new)
    assert moved.zone is new
    assert chosen(moved) == moment_at(DAY, HOUR, new)
    assert moved.wishes.paused_until == moment_at(date(2027, 1, 10), time(0), new)


def test_an_hour_from_now_stays_that_moment() -> None:
    """The choice "1 jam lagi" does not depend on what the clocks show."""
    soon = moment_at(DAY, time(10, 12, 7), Zone.WIB)
    assert chosen(with_zone(waiting(Zone.WIB, soon), Zone.WIT)) == soon
    assert chosen(with_hour(waiting(Zone.WIB, soon), time(7))) == soon


def test_another_hour_holds_for_what_waits() -> None:
    """Her new hour is in effect at once, also for tomorrow's message."""
    person = with_hour(waiting(Zone.WITA, moment_at(DAY, HOUR, Zone.WITA)), time(7))
    assert person.wishes.hour == time(7)
    assert chosen(person) == moment_at(DAY, time(7), Zone.WITA)


@given(
    st.sampled_from(Zone),
    st.sampled_from(Zone),
    st.dates(DAY, date(2028, 1, 1)),
    st.times() | st.just(HOUR),
)
def test_moving_there_and_back_changes_nothing(
    here: Zone, there: Zone, day: date, hour: time
) -> None:
    """Whatever waits, two moves that undo each other leave it as it was."""
    moment = moment_at(day, hour, here)
    person = waiting(here, moment, moment)
    assert with_zone(with_zone(person, there), here) == person
