"""When a broadcast that is repeated comes again: by the school's windows, on days that are allowed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.world import World
from bot.domain.broadcast.broadcast import Broadcast, Content
from bot.domain.broadcast.repetition import coming_again, moved_turn, turns
from bot.domain.calendar.calendar import Period
from bot.domain.calendar.quarter import local, zone_of
from bot.domain.person.zone import Zone
from bot.domain.school.school import School, SchoolId
from tests.each import each

SCHOOL = School(id=SchoolId("aaaaaaaa"), name="SDN 3", zone=Zone.WIB)


def told(first: str, school: School, world: World, count: int = 4) -> list[str]:
    """The next turns after a first one, by the clocks at school."""
    begun = datetime.strptime(first, "%d.%m.%y %H.%M").replace(tzinfo=zone_of(school.zone))
    found = islice(turns(begun, school, world.calendar, begun), count)
    return [f"{local(moment, school.zone):%a %d.%m.%y %H.%M}" for moment in found]


@each(
    ("first", "expected"),
    [
        # the opening day itself
        ("01.12.26 08.00", ["Mon 29.03.27 08.00", "Mon 07.06.27 08.00", "Mon 20.09.27 08.00"]),
        # the last day: the next windows are shorter or end on a quiet day, and it stays within
        ("18.12.26 08.00", ["Thu 15.04.27 08.00", "Fri 18.06.27 08.00", "Thu 07.10.27 08.00"]),
        # a Sunday three months later, in the old count
        ("30.11.26 14.00", ["Mon 29.03.27 14.00", "Mon 07.06.27 14.00", "Mon 20.09.27 14.00"]),
        # in the night: the latest hour at which the bot writes
        ("01.12.26 22.00", ["Mon 29.03.27 19.30", "Mon 07.06.27 19.30", "Mon 20.09.27 19.30"]),
        # between windows
        ("05.11.26 10.00", ["Fri 15.01.27 10.00", "Thu 13.05.27 10.00", "Thu 22.07.27 10.00"]),
    ],
)
def test_each_turn_stands_to_its_window_as_the_first_did(
    first: str, expected: list[str], world: World
) -> None:
    """So many days after the opening, at the same hour, moved off quiet days and hours."""
    assert told(first, SCHOOL, world, 3) == expected


def test_the_schools_own_schedule_counts(world: World) -> None:
    """A window moved by a week moves its turn, and the school's quiet days are left out."""
    quiet = Period(date(2027, 4, 5), date(2027, 4, 6), "libur sekolah")
    school = replace(SCHOOL, shifts={"2027-Q1": 7}, quiet=(quiet,))
    assert told("01.12.26 08.00", school, world, 1) == ["Wed 07.04.27 08.00"]


@given(st.integers(0, 3 * 365 * 24 * 4), st.sampled_from(Zone), st.booleans(), st.integers(-28, 28))
def test_turns_are_allowed_and_in_order(
    world: World, quarters: int, zone: Zone, saturdays: bool, shift: int
) -> None:
    """Whatever the first moment: never a quiet day or hour, each later than the one before."""
    first = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
    school = replace(SCHOOL, zone=zone, saturdays=saturdays, shifts={"2027-Q1": shift})
    calendar = school.calendar(world.calendar)
    found = list(islice(turns(first, school, world.calendar, first), 6))
    assert [first, *found] == sorted({first, *found})
    assert all(calendar.quiet_moment(moment, zone) is None for moment in found)
    assert found[0] - first < timedelta(days=220)


HEAD = Broadcast(
    id="a" * 12,
    school=SCHOOL.id,
    school_name=SCHOOL.name,
    by=90,
    sender="Made",
    content=Content(text="Halo"),
    made_at=datetime(2026, 11, 3, 8, 30, tzinfo=UTC),
    repeats=True,
)
NOW = datetime(2026, 12, 20, tzinfo=UTC)
SUNDAY = replace(
    HEAD,
    first_at=datetime(2026, 11, 30, 7, 0, tzinfo=UTC),
    due=datetime(2027, 2, 28, 7, 0, tzinfo=UTC),
)
"""A turn as an older version planned it: three months after the first."""


def test_after_a_long_time_off_the_next_one_lies_ahead(world: World) -> None:
    """What the bot slept through is not sent several times in a row."""
    begun = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
    now = begun + timedelta(days=200)
    late = coming_again(replace(HEAD, begun_at=begun), SCHOOL, world.calendar, now)
    assert late.due
    assert late.due > now
    assert late.first_at == begun, "one of an older version is counted from when it began"


def test_an_old_turn_on_a_sunday_is_put_right(world: World) -> None:
    """One that an older version planned for Sunday, 28 February, leaves with the window instead."""
    moved = moved_turn(SUNDAY, SCHOOL, world.calendar, NOW)
    assert moved == datetime(2027, 3, 29, 7, 0, tzinfo=UTC)
    assert moved_turn(replace(SUNDAY, due=moved), SCHOOL, world.calendar, NOW) is None


@each(
    "head",
    [
        replace(SUNDAY, repeats=False),
        replace(SUNDAY, chunks=1),
        replace(SUNDAY, chosen=True),
        replace(SUNDAY, due=SUNDAY.first_at),
        replace(SUNDAY, due=None),
    ],
)
def test_what_is_no_waiting_turn_stays(head: Broadcast, world: World) -> None:
    """A first one, one that has begun, and one whose moment was set by hand are not moved."""
    assert moved_turn(head, SCHOOL, world.calendar, NOW) is None


def test_a_turn_is_not_moved_into_the_past(world: World) -> None:
    """Where the calendar would have had it already, it leaves when it was to leave."""
    after = datetime(2027, 3, 30, tzinfo=UTC)
    late = replace(SUNDAY, due=datetime(2027, 4, 10, tzinfo=UTC))
    assert moved_turn(late, SCHOOL, world.calendar, after) is None
