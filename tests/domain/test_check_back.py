"""The check-back: one question about a promise, at an allowed hour of its day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.allowed import Hours
from bot.domain.calendar.calendar import Calendar, Period
from bot.domain.coaching.attempt import Attempt, Choice
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle, carried_out, closed, dropped
from bot.domain.coaching.evidence import SKIPPED
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.evaluation import History
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import StepSlug
from bot.domain.reminders.check_back import (
    EARLIER_KEPT,
    asked_once_more,
    check_back_message,
    days_offered,
    open_promise,
    rests,
    times_asked,
)
from bot.domain.reminders.outbound import Asked, Outbound, PlanningFacts, Topic, Wishes
from bot.domain.reminders.reminder import plan, recorded

NOW = datetime(2026, 11, 30, 2, tzinfo=UTC)  # Monday, 09.00 WIB
JAKARTA = ZoneInfo("Asia/Jakarta")
HOURS = Hours(zone=Zone.WIB, hour=time(15, 30))
BREAK = Calendar(breaks=(Period(date(2026, 12, 21), date(2027, 1, 2), "libur semester"),))


def promise(day: date) -> Promise:
    """Return a promise made now for a day."""
    return Promise(made_at=NOW, day=day)


def subject(one: Promise, hours: Hours = HOURS, asked: Asked | None = None) -> PlanningFacts:
    """Return somebody who made a promise, as the rules see her."""
    return PlanningFacts(
        id=7,
        zone=hours.zone,
        history=History(registered=NOW, evaluations=(), spared=True),
        seen_at=NOW,
        has_step=True,
        promise=one,
        wishes=Wishes(hour=hours.hour),
        outbound=Outbound(asked=asked, written_on=hours.written_on),
    )


def asked_on(day: date, calendar: Calendar | None = None, hours: Hours = HOURS) -> datetime:
    """Return when somebody is asked about a promise for a day, by her clock."""
    found = check_back_message(subject(promise(day), hours), calendar or Calendar(), NOW)
    assert found
    return found.moment.astimezone(JAKARTA)


def test_she_is_asked_on_the_day_at_her_hour() -> None:
    """A promise for Wednesday is asked about on Wednesday at the hour she chose."""
    assert asked_on(date(2026, 12, 2)) == datetime(2026, 12, 2, 15, 30, tzinfo=JAKARTA)


def test_a_break_moves_the_question() -> None:
    """What falls into a break is asked on the first school day after it."""
    assert asked_on(date(2026, 12, 22), BREAK).date() == date(2027, 1, 4)


def test_one_message_a_day() -> None:
    """Whoever was written to that day is asked on the next."""
    hours = replace(HOURS, written_on=date(2026, 12, 2))
    assert asked_on(date(2026, 12, 2), hours=hours).date() == date(2026, 12, 3)


def test_she_is_asked_once() -> None:
    """A promise that was asked about is not asked about again by a check-back."""
    one = promise(date(2026, 12, 2))
    asked = asked_once_more(None, one)
    assert check_back_message(subject(one, asked=asked), Calendar(), NOW) is None


def test_the_nudge_after_it_asks_once_more() -> None:
    """Unanswered, the weekly nudge asks once more, and then the promise rests."""
    one = promise(date(2026, 12, 2))
    asked = replace(subject(one, asked=asked_once_more(None, one)), seen_at=NOW)
    planned = plan(asked, None, Calendar(), NOW)
    assert planned
    assert planned.topic is Topic.NUDGE
    after = recorded(asked, planned, planned.moment)
    assert rests(after.outbound.asked, one)
    assert not rests(asked.outbound.asked, one)


def test_the_check_back_goes_before_the_nudge() -> None:
    """A nudge due on or before the promised day waits until after it."""
    one = promise(date(2026, 12, 9))  # a Wednesday; her nudges come on Tuesdays
    planned = plan(subject(one), None, Calendar(), NOW)
    assert planned
    assert planned.topic is Topic.CHECK_BACK
    after = recorded(subject(one), planned, planned.moment)
    assert times_asked(after.outbound.asked, one) == 1
    assert after.outbound.written_on == date(2026, 12, 9)


def test_another_day_is_another_promise() -> None:
    """A promise moved to another day is asked about on that day."""
    asked = Asked(promise(date(2026, 12, 2)).key, 2)
    later = promise(date(2026, 12, 9))
    assert check_back_message(subject(later, asked=asked), Calendar(), NOW)
    after = asked_once_more(asked, later)
    assert (after.key, after.times) == (later.key, 1)


def test_a_promise_taken_up_again_is_not_asked_about_anew() -> None:
    """What was asked about a step before it was put off is known when she takes it up again."""
    one, other = promise(date(2026, 12, 2)), promise(date(2026, 12, 4))
    asked = asked_once_more(asked_once_more(asked_once_more(None, one), one), other)
    assert rests(asked, one)
    assert check_back_message(subject(one, asked=asked), Calendar(), NOW) is None
    assert not rests(asked, other)
    again = asked_once_more(asked, other)
    assert (again.times, again.earlier) == (2, ((one.key, 2),))


def test_what_is_remembered_of_other_promises_has_an_end() -> None:
    """A teacher who plans for years keeps a small document."""
    asked = None
    for days in range(200):
        asked = asked_once_more(asked, promise(date(2026, 12, 2) + timedelta(days=days)))
    assert asked
    assert len(asked.earlier) == EARLIER_KEPT


def test_a_lesson_of_the_same_day_is_asked_about_after_it() -> None:
    """Who is written to at seven and promises at nine is not asked before she can have tried."""
    early = replace(HOURS, hour=time(7))
    assert asked_on(NOW.date(), hours=early) == datetime(2026, 11, 30, 12, 0, tzinfo=JAKARTA)
    assert asked_on(NOW.date()) == datetime(2026, 11, 30, 15, 30, tzinfo=JAKARTA)


def test_a_lesson_takes_place_before_it_is_asked_about() -> None:
    """Promised in the morning for the same day by whoever is written to early, it is asked later."""
    early = replace(HOURS, hour=time(7))
    here = asked_on(date(2026, 11, 30), hours=early)
    assert here == datetime(2026, 11, 30, 12, 0, tzinfo=JAKARTA)


def test_nobody_is_asked_while_she_is_here() -> None:
    """Back from a step put off, with the promise on her screen, she is left alone for an hour."""
    late = datetime(2026, 12, 3, 10, tzinfo=UTC)  # Thursday, 17.00 WIB
    seen = replace(subject(promise(date(2026, 12, 2))), seen_at=late)
    planned = check_back_message(seen, Calendar(), late)
    assert planned
    assert planned.moment == late + timedelta(hours=1)


def test_any_end_of_the_try_cancels_the_question() -> None:
    """Tried, swapped, put off or closed: nothing is left to ask."""
    attempt = Attempt(
        choice=Choice(own="a"), begun_at=NOW, rehearsal=SKIPPED, promise=promise(date(2026, 12, 2))
    )
    cycle = Cycle(step=StepSlug("laksana"), begun_at=NOW, attempts=(attempt,))
    assert open_promise(Coaching(active=cycle)) == attempt.promise
    assert open_promise(Coaching(put_off=(cycle,))) is None
    ends = (carried_out(cycle, date(2026, 12, 1)), dropped(cycle, NOW), closed(cycle, NOW))
    assert [open_promise(Coaching(active=end)) for end in ends] == [None, None, None]


def test_days_offered_are_school_days() -> None:
    """Sundays, Saturdays and breaks are not offered; this morning's day is."""
    found = days_offered(BREAK, Zone.WIB, datetime(2026, 12, 17, 2, tzinfo=UTC))
    assert found[:3] == (date(2026, 12, 17), date(2026, 12, 18), date(2027, 1, 4))
    assert days_offered(BREAK, Zone.WIB, NOW + timedelta(hours=5))[0] == date(2026, 12, 1)


@given(st.integers(0, 60 * 24 * 400), st.sampled_from([*Zone, None]))
def test_days_offered_rise(minutes: int, zone: Zone | None) -> None:
    """At any moment five different days are offered, none before today, in order."""
    now = NOW + timedelta(minutes=minutes)
    found = days_offered(BREAK, zone, now)
    assert len(found) == 5
    assert list(found) == sorted(set(found))
    assert all(BREAK.quiet_day(day, zone) is None for day in found)
