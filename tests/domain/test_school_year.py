"""Over the coming years: every evaluation has days enough, and no break is disturbed."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.world import World
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quarter import Quarter, local, moment_at
from bot.domain.evaluation.evaluation import Evaluation, History, put
from bot.domain.evaluation.window import (
    ALONE_OPEN,
    DAYS_LEAST,
    next_window,
    quarter_to_evaluate,
)
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Topic
from bot.domain.reminders.reminder import preview
from bot.domain.school.school import School, SchoolId
from tests.domain.subjects import teacher
from tests.each import each

SCHOOL = School(id=SchoolId("sd-contoh"), name="SD Contoh", zone=Zone.WIB)

YEARS = st.dates(date(2026, 8, 1), date(2031, 6, 30))


def here(day: date) -> datetime:
    return local(moment_at(day, time(12), Zone.WIB), Zone.WIB)


def history(registered: date, *evaluations: Evaluation) -> History:
    return History(registered=here(registered).astimezone(UTC), evaluations=evaluations)


def done(quarter: str, day: date) -> Evaluation:
    moment = here(day).astimezone(UTC)
    return Evaluation(quarter=quarter, begun_at=moment, finished_at=moment)


def open_days(calendar: Calendar, zone: Zone, first: date) -> int:
    """Return how many of a lone teacher's two weeks from a day on are not quiet."""
    days = (first + timedelta(days=at) for at in range(ALONE_OPEN.days + 1))
    return sum(calendar.quiet_day(day, zone) is None for day in days)


@given(registered=YEARS, waits=st.integers(0, 500), zone=st.sampled_from(Zone))
def test_a_lone_teachers_window_has_days_enough(
    registered: date, waits: int, zone: Zone, world: World
) -> None:
    """Whenever she registered, on seven days of her two weeks at least she may be written to."""
    known = History(registered=here(registered).astimezone(UTC), evaluations=(), zone=zone)
    window = next_window(known, None, world.calendar, here(registered + timedelta(days=waits)))
    assert open_days(world.calendar, zone, window.first) >= DAYS_LEAST
    assert world.calendar.quiet_day(window.first, zone) is None
    assert (window.due is None) == (window.moved is None)


@each("year", range(2026, 2033))
@each("number", [1, 2, 3, 4])
def test_a_schools_window_has_days_enough(year: int, number: int, world: World) -> None:
    """In each quarter of the coming years a school's window has seven days for messages."""
    window = world.calendar.window(Quarter(year, number))
    days = [window.first + timedelta(days=at) for at in range((window.last - window.first).days)]
    assert sum(world.calendar.quiet_day(day, Zone.WIB) is None for day in days) >= DAYS_LEAST


def test_a_window_in_quiet_weeks_is_moved_whole(world: World) -> None:
    """Due on 22 February 2027, the two weeks would end in the quiet time before Idulfitri."""
    known = history(date(2026, 11, 22))
    window = next_window(known, None, world.calendar, here(date(2027, 1, 10)))
    assert (window.first, window.last) == (date(2027, 3, 22), date(2027, 4, 4))
    assert window.due == date(2027, 2, 22)
    assert window.moved is not None
    assert "Idulfitri" in window.moved.name


BREAK_DAYS = (
    date(2026, 12, 28),
    date(2027, 6, 29),
    date(2027, 12, 28),
    date(2028, 6, 27),
    date(2028, 12, 26),
    date(2030, 7, 2),
)
REPORT_DAYS = (date(2026, 12, 15), date(2027, 6, 15), date(2027, 12, 14), date(2028, 6, 13))


@each("day", BREAK_DAYS)
def test_a_school_break_is_known_years_ahead(day: date, world: World) -> None:
    """Also in years nobody has listed, nothing begins in the weeks between the terms."""
    assert world.calendar.quiet_day(day, Zone.WIB) is not None


@each("day", REPORT_DAYS)
def test_a_week_of_reports_is_known_years_ahead(day: date, world: World) -> None:
    """The week before each break is one of reports."""
    assert world.calendar.report_week(day, Zone.WIB) is not None


@given(registered=YEARS, in_school=st.booleans())
def test_no_nudge_falls_on_a_day_of_a_break_or_of_reports(
    registered: date, in_school: bool, world: World
) -> None:
    """Whoever never answers is nudged neither between the terms nor while she writes reports."""
    calendar: Calendar = world.calendar
    subject = teacher(registered.isoformat())
    start = here(registered).astimezone(UTC)
    for planned in preview(subject, SCHOOL if in_school else None, calendar, start, 40):
        day = local(planned.moment, Zone.WIB).date()
        if planned.topic is Topic.NUDGE:
            assert calendar.report_week(day, Zone.WIB) is None
        assert not any(one.holds(day, Zone.WIB) for one in calendar.breaks)


@each("school", [None, SCHOOL])
@each(
    ("day", "quarter"),
    [
        (date(2026, 11, 29), "2026-Q4"),
        (date(2027, 1, 10), "2026-Q4"),
        (date(2027, 1, 22), "2026-Q4"),
        (date(2027, 1, 25), "2027-Q1"),
        (date(2027, 4, 15), "2027-Q1"),
        (date(2027, 7, 15), "2027-Q2"),
        (date(2027, 8, 2), "2027-Q3"),
        (date(2027, 10, 10), "2027-Q3"),
    ],
)
def test_one_day_belongs_to_one_quarter_for_everybody(
    day: date, quarter: str, school: School | None, world: World
) -> None:
    """An evaluation of July is of one quarter, with a school and without."""
    known = history(day - timedelta(days=1))
    assert str(quarter_to_evaluate(known, school, world.calendar, here(day))) == quarter


@each("school", [None, SCHOOL])
def test_who_has_evaluated_the_quarter_begins_the_next(school: School | None, world: World) -> None:
    """Catching up ends where there is nothing to catch up."""
    known = history(date(2027, 2, 1), done("2027-Q2", date(2027, 6, 10)))
    assert str(quarter_to_evaluate(known, school, world.calendar, here(date(2027, 7, 15)))) == (
        "2027-Q3"
    )


@given(registered=YEARS, gaps=st.lists(st.integers(20, 150), min_size=1, max_size=10))
def test_no_quarter_is_evaluated_twice_alone(
    registered: date, gaps: list[int], world: World
) -> None:
    """However a lone teacher comes back, what the bot offers as next is a quarter not done yet."""
    evaluations: tuple[Evaluation, ...] = ()
    day = registered
    for gap in gaps:
        known = history(registered, *evaluations)
        window = next_window(known, None, world.calendar, here(day))
        assert str(window.quarter) not in {one.quarter for one in evaluations}
        begun = str(quarter_to_evaluate(known, None, world.calendar, here(day)))
        if begun not in {one.quarter for one in evaluations}:
            evaluations = put(evaluations, done(begun, day))
        day += timedelta(days=gap)
