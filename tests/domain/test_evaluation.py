"""Tables and properties of the quarter's evaluation: when the next one is, and of which quarter."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.world import World
from bot.domain.calendar.calendar import Calendar, Period, Window
from bot.domain.calendar.quarter import Quarter, local, moment_at
from bot.domain.evaluation.evaluation import (
    Evaluation,
    History,
    of_quarter,
    put,
)
from bot.domain.evaluation.window import RECENT, next_window, quarter_to_evaluate
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import StepSlug
from bot.domain.school.school import School, SchoolId
from tests.each import each

EMPTY = Calendar(saturdays_quiet=False)
"""No holidays and no breaks; windows follow the rule."""

SCHOOL = School(id=SchoolId("sd-contoh"), name="SD Contoh", zone=Zone.WIB)
BEGUN = datetime(2026, 11, 20, 5, tzinfo=UTC)
MURID, TEORI = StepSlug("murid"), StepSlug("teori")


def noon(day: date) -> datetime:
    return moment_at(day, time(12), Zone.WIB)


def here(day: date) -> datetime:
    return local(noon(day), Zone.WIB)


def done(quarter: str, day: date) -> Evaluation:
    return Evaluation(quarter=quarter, begun_at=noon(day), finished_at=noon(day))


def history(registered: date, *evaluations: Evaluation) -> History:
    return History(registered=noon(registered), evaluations=evaluations)


@each(
    ("last", "first", "quarter"),
    [
        (date(2026, 11, 30), date(2027, 3, 1), "2027-Q1"),  # 28 February is a Sunday
        (date(2026, 5, 31), date(2026, 8, 31), "2026-Q3"),
        (date(2027, 11, 30), date(2028, 2, 29), "2028-Q1"),
        (date(2027, 3, 31), date(2027, 6, 30), "2027-Q2"),
        (date(2027, 5, 31), date(2027, 8, 31), "2027-Q3"),
        (date(2026, 10, 1), date(2027, 1, 1), "2027-Q1"),
        (date(2026, 12, 31), date(2027, 3, 31), "2027-Q1"),
    ],
)
def test_alone_three_months_after_the_last(last: date, first: date, quarter: str) -> None:
    """Alone, the next opens three months after the last, clamped to the month's end, or the day after."""
    known = history(date(2026, 1, 5), done(str(Quarter.of(last)), last))
    window = next_window(known, None, EMPTY, here(last + timedelta(days=1)))
    assert (window.first, str(window.quarter)) == (first, quarter)
    assert (window.last - window.first).days == 13


def test_alone_without_any_evaluation_counts_from_the_registration() -> None:
    """Who never evaluated is asked three months after she came, and three months after that."""
    known = history(date(2026, 11, 20))
    assert next_window(known, None, EMPTY, here(date(2026, 11, 21))).first == date(2027, 2, 20)
    assert next_window(known, None, EMPTY, here(date(2027, 3, 19))).first == date(2027, 2, 20)
    assert next_window(known, None, EMPTY, here(date(2027, 3, 20))).first == date(2027, 5, 20)


def test_a_day_that_is_quiet_moves_the_window_but_not_its_quarter() -> None:
    """A window due in the Christmas break opens after it and still belongs to the old year."""
    calendar = Calendar(breaks=(Period(date(2026, 12, 21), date(2027, 1, 2), "libur"),))
    known = history(date(2026, 1, 5), done("2026-Q3", date(2026, 9, 25)))
    window = next_window(known, None, calendar, here(date(2026, 12, 1)))
    assert (window.first, str(window.quarter)) == (date(2027, 1, 4), "2026-Q4")
    quarter = quarter_to_evaluate(known, None, calendar, here(date(2027, 1, 4)))
    assert str(quarter) == "2026-Q4"


def test_begun_early_it_is_the_evaluation_announced(world: World) -> None:
    """The word on the last school day before the break is about January, though it is December."""
    known = history(date(2026, 1, 5), done("2026-Q4", date(2026, 10, 2)))
    window = next_window(known, None, world.calendar, here(date(2026, 12, 18)))
    assert (window.first, str(window.quarter)) == (date(2027, 1, 4), "2027-Q1")
    for day, quarter in ((17, "2026-Q4"), (18, "2027-Q1"), (30, "2027-Q1")):
        begun = quarter_to_evaluate(known, None, world.calendar, here(date(2026, 12, day)))
        assert str(begun) == quarter


def test_an_evaluation_done_early_is_not_asked_for_again_in_its_own_quarter(world: World) -> None:
    """Who did January's in December is asked again in April, and finds hers meanwhile."""
    known = history(date(2026, 1, 5), done("2027-Q1", date(2026, 12, 18)))
    window = next_window(known, None, world.calendar, here(date(2026, 12, 20)))
    assert (window.first, str(window.quarter)) == (date(2027, 4, 1), "2027-Q2")
    for day in (date(2026, 12, 20), date(2027, 3, 18)):
        assert str(quarter_to_evaluate(known, None, world.calendar, here(day))) == "2027-Q1"


@each(
    ("last", "first"),
    [
        (date(2026, 10, 17), date(2026, 12, 1)),  # 45 days before
        (date(2026, 10, 18), date(2027, 3, 29)),  # 44 days before
        (date(2026, 8, 1), date(2026, 12, 1)),
    ],
)
def test_a_school_window_is_skipped_after_a_recent_evaluation(last: date, first: date) -> None:
    """In a school, who evaluated less than 45 days before a window waits for the next one."""
    known = history(date(2026, 7, 20), done("2026-Q3", last))
    assert next_window(known, SCHOOL, EMPTY, here(date(2026, 11, 1))).first == first


def test_recent_is_counted_in_days_of_the_person() -> None:
    """Shortly after midnight in Papua is a new day, though it is still yesterday in UTC."""
    night = datetime(2026, 10, 18, 0, 30, tzinfo=local(BEGUN, Zone.WIT).tzinfo)
    late = Evaluation(
        quarter="2026-Q3", begun_at=night.astimezone(UTC), finished_at=night.astimezone(UTC)
    )
    known = History(registered=noon(date(2026, 7, 1)), evaluations=(late,))
    window = next_window(known, SCHOOL, EMPTY, local(noon(date(2026, 11, 1)), Zone.WIT))
    assert window.first == date(2027, 3, 29)


def test_a_shifted_school_opens_on_its_own_days(world: World) -> None:
    """A coordinator's shift moves first day, last day and catch-up alike."""
    shifted = School(id=SCHOOL.id, name="SD", zone=Zone.WIB, shifts={"2026-Q4": -7})
    known = history(date(2026, 7, 20))
    plain = next_window(known, SCHOOL, world.calendar, here(date(2026, 11, 1)))
    moved = next_window(known, shifted, world.calendar, here(date(2026, 11, 1)))
    assert (moved.first, moved.last) == (date(2026, 11, 24), date(2026, 12, 11))
    assert plain.until - moved.until == timedelta(days=7)


def test_catching_up_in_january_belongs_to_the_old_year(world: World) -> None:
    """An evaluation caught up in January is the old quarter's; afterwards spring comes next."""
    known = history(date(2026, 7, 20), done("2026-Q3", date(2026, 9, 21)))
    january = here(date(2027, 1, 12))
    assert str(quarter_to_evaluate(known, SCHOOL, world.calendar, january)) == "2026-Q4"
    after = history(date(2026, 7, 20), done("2026-Q4", date(2027, 1, 12)))
    assert str(next_window(after, SCHOOL, world.calendar, january).quarter) == "2027-Q1"


def test_who_begins_at_the_heads_up_begins_the_evaluation_it_is_about() -> None:
    """Three days before a window that opens at New Year, "Mulai" means the new quarter."""
    known = history(date(2026, 1, 5), done("2026-Q4", date(2026, 10, 1)))
    assert str(quarter_to_evaluate(known, None, EMPTY, here(date(2026, 12, 29)))) == "2027-Q1"
    assert str(quarter_to_evaluate(known, None, EMPTY, here(date(2026, 12, 28)))) == "2026-Q4"


days = st.dates(date(2026, 7, 1), date(2030, 6, 30))
shifts = st.dictionaries(
    st.sampled_from([str(Quarter(2026, 3).shifted(n)) for n in range(16)]), st.integers(-21, 21)
)


@given(registered=days, moved=shifts, gaps=st.lists(st.integers(1, 200), max_size=12))
def test_a_school_window_is_never_skipped_without_a_reason(
    registered: date, moved: dict[str, int], gaps: list[int]
) -> None:
    """Every quarter's window is offered, unless that quarter is done or an evaluation is recent."""
    school = School(id=SCHOOL.id, name="SD", zone=Zone.WIB, shifts=moved)
    evaluations: tuple[Evaluation, ...] = ()
    today = registered
    for gap in gaps:
        known = history(registered, *evaluations)
        offered = next_window(known, school, EMPTY, here(today))
        assert offered.until >= today
        quarter = Quarter.of(today).shifted(-1)
        while quarter < offered.quarter:
            check_reason(known, school.window(EMPTY, quarter), today)
            quarter = quarter.shifted(1)
        begun = str(quarter_to_evaluate(known, school, EMPTY, here(today)))
        if of_quarter(evaluations, begun) is None:
            evaluations = put(evaluations, done(begun, today))
        today += timedelta(days=gap)


def check_reason(known: History, window: Window, today: date) -> None:
    """Assert that a window is over, its quarter done, or the last evaluation recent."""
    last = known.last_finished
    recent = last is not None and local(last, Zone.WIB).date() > window.first - RECENT
    assert window.until < today or of_quarter(known.evaluations, str(window.quarter)) or recent


@given(registered=days, waits=st.integers(0, 900))
def test_a_lone_teacher_is_offered_every_quarter(registered: date, waits: int) -> None:
    """Who never answers gets one window in each quarter, and it is never over when offered."""
    known = history(registered)
    window = next_window(known, None, EMPTY, here(registered + timedelta(days=waits)))
    assert window.until >= registered + timedelta(days=waits)
    following = next_window(known, None, EMPTY, here(window.until + timedelta(days=1)))
    assert following.quarter == window.quarter.shifted(1)


def test_an_evaluation_broken_off_leaves_its_quarter_open() -> None:
    """It is kept to be read, but dates nothing: the window of its quarter comes as for a new one."""
    broken = Evaluation(quarter="2027-Q1", begun_at=noon(date(2027, 2, 22))).closed()
    known = history(date(2026, 9, 1), broken)
    assert known.last_finished is None
    assert known.last_quarter is None
    window = next_window(known, SCHOOL, EMPTY, here(date(2027, 2, 24)))
    assert window.quarter == Quarter(2027, 1)


def test_an_evaluation_broken_off_can_be_gone_on_with() -> None:
    """Resumed it is as it was before it was broken off."""
    begun = Evaluation(quarter="2027-Q1", begun_at=BEGUN, levels={MURID: 3})
    assert begun.closed().resumed() == begun
