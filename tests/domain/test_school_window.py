"""How far a school's window and its quiet days may go."""

from dataclasses import replace
from datetime import date, timedelta

from bot.chat.world import World
from bot.domain.calendar.calendar import Period
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.zone import Zone
from bot.domain.school.school import School, SchoolId
from bot.domain.school.school_window import (
    MOST_DAYS,
    QUIET_DAYS_MOST,
    QUIET_RUNS_MOST,
    NotMoved,
    NotQuiet,
    not_moved,
    not_quiet,
    quiet_to_come,
)
from tests.each import each

SCHOOL = School(id=SchoolId("aaaaaaaa"), name="SDN 3", zone=Zone.WIB)
TODAY = date(2026, 11, 20)
Q4, Q1 = Quarter(2026, 4), Quarter(2027, 1)


@each(
    ("quarter", "days", "today", "reason"),
    [
        (Q4, 0, TODAY, None),
        (Q4, 7, TODAY, None),
        (Q4, -11, TODAY, None),
        (Q4, -12, TODAY, NotMoved.OVER),
        (Q4, -12, date(2026, 12, 1), None),
        (Q4, MOST_DAYS + 1, TODAY, NotMoved.FAR),
        (Q4, -MOST_DAYS - 1, TODAY, NotMoved.FAR),
        (Q4, -MOST_DAYS, date(2026, 11, 21), NotMoved.OVER),
        (Q4, 7, date(2026, 12, 19), NotMoved.OVER),
        (Quarter(2027, 2), 28, TODAY, None),
    ],
)
def test_how_far_a_window_moves(
    quarter: Quarter, days: int, today: date, reason: NotMoved | None, world: World
) -> None:
    """Four weeks at most, and neither from nor into the past."""
    assert not_moved(SCHOOL, world.calendar, quarter, days, today) is reason


def test_windows_of_a_school_never_meet(world: World) -> None:
    """Whatever the neighbours were moved by, a window and its days to catch up stay between them."""
    late = replace(SCHOOL, shifts={str(Q4): 28})
    early = replace(SCHOOL, shifts={str(Quarter(2027, 2)): -28})
    windows = world.calendar
    for school in (SCHOOL, late, early):
        for days in range(-MOST_DAYS, MOST_DAYS + 1):
            reason = not_moved(school, windows, Q1, days, TODAY)
            moved = replace(school, shifts={**school.shifts, str(Q1): days})
            before, own, after = (moved.window(windows, Q1.shifted(by)) for by in (-1, 0, 1))
            meets = before.until >= own.first or own.until >= after.first
            assert (reason is not None) == meets
            assert reason in (None, NotMoved.NEXT, NotMoved.PREVIOUS)


def period(first: date, days: int = 1) -> Period:
    return Period(first, first + timedelta(days=days - 1), "hari tenang")


@each(
    ("wanted", "reason"),
    [
        (period(TODAY), None),
        (period(TODAY - timedelta(days=1)), NotQuiet.PAST),
        (period(TODAY, QUIET_DAYS_MOST), None),
        (period(TODAY, QUIET_DAYS_MOST + 1), NotQuiet.LONG),
        (period(TODAY + timedelta(days=401)), NotQuiet.FAR),
    ],
)
def test_which_days_become_quiet(wanted: Period, reason: NotQuiet | None) -> None:
    """Days to come, within a school year, not longer than a term's break."""
    assert not_quiet(SCHOOL, wanted, TODAY) is reason


def test_only_so_many_runs_of_quiet_days() -> None:
    """What is over does not count and is not shown."""
    runs = tuple(period(TODAY + timedelta(days=7 * n)) for n in range(QUIET_RUNS_MOST))
    full = replace(SCHOOL, quiet=runs)
    assert not_quiet(full, period(TODAY), TODAY) is NotQuiet.MANY
    later = TODAY + timedelta(days=1)
    assert not_quiet(full, period(later), later) is None
    assert quiet_to_come(full, later) == runs[1:]


@each("days", [99_999_999_999_999, -99_999_999_999_999])
def test_an_absurd_number_of_days_is_too_far(days: int, world: World) -> None:
    """A made-up button is refused before a date is made of it."""
    assert not_moved(SCHOOL, world.calendar, Q4, days, TODAY) is NotMoved.FAR
