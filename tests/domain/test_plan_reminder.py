"""A development plan's days: one message on each, the question with the last, and then it rests."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.calendar import Calendar, Period
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.development_plan import (
    DevelopmentPlan,
    PlanLine,
    newest_plan,
    open_plan,
)
from bot.domain.evaluation.evaluation import History, IntentionOutcome
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Outbound, PlanningFacts, PlanSaid, Rhythm, Topic, Wishes
from bot.domain.reminders.plan_reminder import (
    ASKED_MOST,
    asks_again,
    days_to_choose,
    is_asked,
    plan_message,
    said_of,
    waits_for_answer,
)
from bot.domain.reminders.reminder import as_of, plan, recorded
from tests.each import each

NOW = datetime(2026, 11, 30, 2, tzinfo=UTC)  # Monday, 09.00 WIB
JAKARTA = ZoneInfo("Asia/Jakarta")
BREAK = Calendar(breaks=(Period(date(2026, 12, 21), date(2027, 1, 2), "libur semester"),))
QUIET = Wishes(rhythm=Rhythm.OFF)


def made(*days: date, quarter: str = "2026-Q4") -> DevelopmentPlan:
    """Return a plan with these days."""
    lines = {PlanLine.APPLICATION: "Menunggu lima detik di kelas 4"}
    return DevelopmentPlan(quarter=quarter, made_at=NOW, lines=lines, days=days)


def subject(one: DevelopmentPlan | None, wishes: Wishes = QUIET) -> PlanningFacts:
    """Return somebody with a plan, as the rules see her."""
    return PlanningFacts(
        id=7,
        zone=Zone.WIB,
        history=History(registered=NOW, evaluations=(), spared=True),
        seen_at=NOW,
        has_step=True,
        plan=one,
        wishes=wishes,
    )


def messages(
    one: PlanningFacts, calendar: Calendar | None = None, until: timedelta = timedelta(days=60)
) -> list[tuple[Topic, str, date | None]]:
    """Return all messages within some time if she stays silent: topic, her clock, and its day."""
    found: list[tuple[Topic, str, date | None]] = []
    now = NOW
    while (
        planned := plan(one, None, calendar or Calendar(), now)
    ) and planned.moment < NOW + until:
        now = planned.moment
        here = now.astimezone(JAKARTA).strftime("%m-%d %H.%M")
        found.append((planned.topic, here, planned.day))
        one = recorded(one, planned, now)
    return found


D1, D2, D3 = date(2026, 12, 2), date(2026, 12, 9), date(2026, 12, 16)


def test_one_message_at_her_hour_of_each_day() -> None:
    """Three days give three messages, each on its day at the hour she chose, and none after."""
    assert messages(subject(made(D1, D2, D3))) == [
        (Topic.PLAN, "12-02 15.30", D1),
        (Topic.PLAN, "12-09 15.30", D2),
        (Topic.PLAN, "12-16 15.30", D3),
    ]


@each(
    ("days", "day", "asks"),
    [((D1, D2, D3), D1, False), ((D1, D2, D3), D2, False), ((D1, D2), D2, True), ((D1,), D1, True)],
)
def test_the_last_day_asks_how_it_went(days: tuple[date, ...], day: date, *, asks: bool) -> None:
    """Only the message of the last day asks; with one day it is that one."""
    assert is_asked(made(*days), day) is asks


def test_unanswered_the_nudge_asks_once_more_and_then_it_rests() -> None:
    """The question, one nudge that asks again, and from then on nudges about the step."""
    one = subject(made(D1), Wishes(weekday=1))
    asked: list[int] = []
    now = NOW
    for _ in range(5):
        planned = plan(one, None, Calendar(), now)
        assert planned
        now = planned.moment
        one = recorded(one, planned, now)
        assert one.plan
        asked.append(said_of(one.outbound, one.plan).times)
    assert asked == [1, ASKED_MOST, ASKED_MOST, ASKED_MOST, ASKED_MOST]
    assert not asks_again(one.outbound, one.plan)
    assert waits_for_answer(one.outbound, one.plan)


@each(
    ("plans", "is_open"),
    [
        ((made(D1),), True),
        ((made(),), False),
        ((made(D1).ended(IntentionOutcome.DONE),), False),
        ((made(D1).ended(IntentionOutcome.NOT),), False),
        ((made(D1).ended(IntentionOutcome.NOT).with_day(D2),), True),
        ((replace(made(D1), lines={PlanLine.GOAL: ""}),), False),
        ((made(D1), made(quarter="2027-Q1")), False),
        ((made(D1), replace(made(quarter="2027-Q1"), lines={})), True),
        ((), False),
    ],
)
def test_an_end_on_any_path_cancels_it(
    plans: tuple[DevelopmentPlan, ...], *, is_open: bool
) -> None:
    """Said how it went, deleted, emptied or followed by the next plan: no day is told any more."""
    assert (open_plan(plans) is not None) is is_open


def test_the_newest_plan_that_says_something_counts() -> None:
    """Whatever the order they are stored in, the latest quarter's is hers."""
    older, newer = made(D1), made(D2, quarter="2027-Q1")
    assert newest_plan((newer, older)) == newer


def test_days_that_passed_in_a_pause_are_one_message() -> None:
    """Whoever paused over two of her days hears once, of the later one; the third keeps its own."""
    until = datetime(2026, 12, 10, 17, tzinfo=UTC)
    paused = subject(made(D1, D2, D3), replace(QUIET, paused_until=until))
    assert messages(paused) == [
        (Topic.PLAN, "12-11 15.30", D1),
        (Topic.PLAN, "12-16 15.30", D3),
    ]
    woken = plan_message(paused, Calendar(), until)
    assert woken
    assert woken.day == D2


def test_a_break_moves_the_message() -> None:
    """A day that became a holiday is told on the first school day after it."""
    assert messages(subject(made(date(2026, 12, 22))), BREAK)[0][1] == "01-04 15.30"


def test_the_check_back_goes_before_it_and_it_before_the_nudge() -> None:
    """On one day: the promise first, the plan on the next day, the nudge later."""
    promise = Promise(made_at=NOW, day=D1)
    one = replace(subject(made(D1), Wishes(weekday=2)), promise=promise)
    first, second = messages(one)[:2]
    assert first[:2] == (Topic.CHECK_BACK, "12-02 15.30")
    assert second == (Topic.PLAN, "12-03 15.30", D1)
    alone = messages(subject(made(D1), Wishes(weekday=2)))
    assert [one[0] for one in alone[:2]] == [Topic.PLAN, Topic.NUDGE]


def test_what_a_clock_ahead_noted_is_forgotten() -> None:
    """A day told while the clock ran ahead is told when it really comes."""
    one = made(D1)
    ahead = replace(
        subject(one), outbound=Outbound(plan_said=PlanSaid(one.key, D1, 1), written_on=D1)
    )
    assert as_of(ahead, NOW).outbound.plan_said is None
    later = datetime(2026, 12, 5, tzinfo=UTC)
    assert as_of(ahead, later).outbound.plan_said is not None


days_lists = st.lists(
    st.dates(date(2026, 11, 30), date(2027, 2, 20)), min_size=1, max_size=3, unique=True
)


@given(days=days_lists, hour=st.times(time(6, 30), time(19, 30)))
def test_exactly_one_message_a_day_and_none_after(days: list[date], hour: time) -> None:
    """Of any days each is told once, in order, never before its day, and silence follows the last."""
    one = subject(made(*sorted(days)), replace(QUIET, hour=hour))
    all_told = messages(one, BREAK, timedelta(days=200))
    told = [message for message in all_told if message[0] is Topic.PLAN]
    assert told
    keys = [day for _, _, day in told]
    assert len(keys) == len(set(keys)) <= len(days)
    assert keys == sorted(key for key in keys if key)
    assert sum(day == max(days) for day in keys) <= 1
    assert len({here[:5] for _, here, _ in all_told}) == len(all_told)


@given(now=st.datetimes(datetime(2026, 11, 1), datetime(2027, 3, 1)), days=days_lists)  # noqa: DTZ001 -- given a zone below
def test_offered_days_are_school_days_not_chosen_yet(now: datetime, days: list[date]) -> None:
    """None is past, quiet, in a break, twice there or chosen already."""
    here = now.replace(tzinfo=JAKARTA)
    plan_made = made(*sorted(days))
    offered = days_to_choose(plan_made, BREAK, Zone.WIB, here, None)
    assert offered
    assert list(offered) == sorted(set(offered))
    for day in offered:
        assert day >= here.date()
        assert BREAK.quiet_day(day, Zone.WIB) is None
        assert day not in plan_made.days
