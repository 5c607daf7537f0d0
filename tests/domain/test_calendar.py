"""When the bot may begin a message: tables of dates, and properties over all of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.content.calendar.calendar import read_calendar
from bot.domain.calendar.allowed import Hours, may_begin, next_allowed
from bot.domain.calendar.calendar import SATURDAY, Calendar, Period, Quiet, window_by_rule
from bot.domain.calendar.quarter import Quarter, local, moment_at, months_later
from bot.domain.person.person import PersonId, guest
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Wishes
from bot.domain.school.school import School, SchoolId
from tests.each import each

CALENDAR, _ = read_calendar(
    Path(__file__).parents[2] / "content" / "calendar_id.toml", date(2026, 11, 20)
)
TUESDAY = time(15, 30)

moments = st.datetimes(datetime(2026, 7, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 -- hypothesis adds the zone
hours = st.builds(
    Hours,
    zone=st.sampled_from([*Zone, None]),
    hour=st.times(time(0, 0), time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0)),
    paused_until=st.none() | moments,
    written_on=st.none() | st.dates(date(2026, 7, 1), date(2028, 1, 1)),
)


def at(text: str, zone: Zone = Zone.WIB) -> datetime:
    """The moment at which the clocks of a zone show "2026-11-24 15:30"."""
    day, clock = text.split(" ")
    return moment_at(date.fromisoformat(day), time.fromisoformat(clock), zone)


@each(
    ("before", "after", "quiet"),
    [
        ("2026-11-24 09:00", "2026-11-24 15:30", []),  # her hour, not before
        ("2026-11-24 16:10", "2026-11-24 16:10", []),  # later the same day is fine
        ("2026-11-24 20:00", "2026-11-25 15:30", [Quiet.NIGHT]),
        ("2026-11-27 23:00", "2026-11-30 15:30", [Quiet.NIGHT, Quiet.SATURDAY, Quiet.SUNDAY]),
        ("2026-12-18 21:00", "2027-01-04 15:30", [Quiet.NIGHT, Quiet.BREAK, Quiet.HOLIDAY]),
        ("2027-03-08 10:00", "2027-03-22 15:30", [Quiet.HOLIDAY, Quiet.PERIOD]),
        ("2027-02-16 17:30", "2027-02-17 15:30", [Quiet.FAST]),
        ("2027-05-06 10:00", "2027-05-07 15:30", [Quiet.HOLIDAY]),
        ("2028-03-26 10:00", "2028-03-27 15:30", [Quiet.SUNDAY]),  # 2028 is not announced yet
    ],
)
def test_moments_move_to_the_next_allowed_one(before: str, after: str, quiet: list[Quiet]) -> None:
    """Forbidden moments move to the teacher's hour on the next allowed day, and say why."""
    moved = next_allowed(CALENDAR, Hours(zone=Zone.WIB, hour=TUESDAY), at(before))
    assert moved.moment == at(after)
    kinds = [reason.quiet for reason in moved.reasons]
    assert [kind for kind in dict.fromkeys(kinds) if kind in quiet] == quiet


@each(
    ("weekday", "six_days", "after"),
    [
        (1, None, "2026-11-30 15:30"),
        (SATURDAY, None, "2026-11-28 15:30"),
        (1, False, "2026-11-30 15:30"),
        (SATURDAY, False, "2026-11-28 15:30"),
        (1, True, "2026-11-28 15:30"),
    ],
)
def test_a_saturday_is_open_to_who_chose_it_and_in_a_school_with_six_days(
    weekday: int, six_days: bool | None, after: str
) -> None:
    """Saturdays are quiet unless the teacher chose that day or her school teaches on it."""
    school = School(id=SchoolId("a"), name="SDN", zone=Zone.WIB, saturdays=bool(six_days))
    person = replace(guest(PersonId(1), at("2026-11-20 12:00")), wishes=Wishes(weekday=weekday))
    calendar = person.calendar(None if six_days is None else school, CALENDAR)
    hours = Hours(zone=Zone.WIB, hour=TUESDAY)
    assert next_allowed(calendar, hours, at("2026-11-28 09:00")).moment == at(after)


@each(("zone", "utc"), [(Zone.WIB, "08:30"), (Zone.WITA, "07:30"), (Zone.WIT, "06:30")])
def test_her_hour_is_that_of_her_own_clock(zone: Zone, utc: str) -> None:
    """15.30 is 15.30 in her zone, wherever the bot runs."""
    start = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
    moved = next_allowed(CALENDAR, Hours(zone=zone, hour=TUESDAY), start)
    assert moved.moment.strftime("%H:%M") == utc


@each(
    ("day", "hour", "expected"),
    [
        ("2026-11-27", "12:00", "2026-11-27 13:30"),  # Friday noon
        ("2027-02-16", "18:30", "2027-02-16 16:00"),  # Ramadan evening
        ("2026-11-24", "05:00", "2026-11-24 06:30"),  # before the morning
        ("2026-11-24", "22:00", "2026-11-24 19:30"),  # after the evening
    ],
)
def test_an_hour_inside_quiet_hours_moves_on_the_same_day(
    day: str, hour: str, expected: str
) -> None:
    """An hour that is quiet on some days moves as little as it can."""
    wish = Hours(zone=Zone.WIB, hour=time.fromisoformat(hour))
    assert next_allowed(CALENDAR, wish, at(f"{day} 00:00")).moment == at(expected)


def test_a_pause_and_the_daily_budget_move_too() -> None:
    """Nothing begins during a pause, nor twice on one day."""
    paused = Hours(zone=Zone.WIB, hour=TUESDAY, paused_until=at("2026-12-02 08:00"))
    assert next_allowed(CALENDAR, paused, at("2026-11-24 15:30")).moment == at("2026-12-02 15:30")
    written = Hours(zone=Zone.WIB, hour=TUESDAY, written_on=date(2026, 11, 24))
    assert next_allowed(CALENDAR, written, at("2026-11-24 16:00")).moment == at("2026-11-25 15:30")


def test_a_regional_day_holds_only_in_its_zone() -> None:
    """A quiet period of one zone does not silence the others."""
    calendar = Calendar(
        periods=(Period(date(2026, 11, 24), date(2026, 11, 24), "x", frozenset({Zone.WITA})),)
    )
    for zone, day in ((Zone.WITA, 25), (Zone.WIB, 24)):
        moved = next_allowed(calendar, Hours(zone=zone, hour=TUESDAY), at("2026-11-24 00:00", zone))
        assert local(moved.moment, zone).day == day


@given(moments, hours)
def test_nothing_begins_at_a_forbidden_moment(moment: datetime, wish: Hours) -> None:
    """The answer is never earlier, never forbidden, never in the pause, never twice a day."""
    moved = next_allowed(CALENDAR, wish, moment)
    assert moved.moment >= moment
    assert may_begin(CALENDAR, wish, moved.moment)
    assert local(moved.moment, wish.zone).date() != wish.written_on


@given(moments, st.integers(0, 60 * 24 * 40), hours)
def test_later_never_becomes_earlier(moment: datetime, minutes: int, wish: Hours) -> None:
    """A later moment never leads to an earlier answer."""
    first = next_allowed(CALENDAR, wish, moment).moment
    assert next_allowed(CALENDAR, wish, moment + timedelta(minutes=minutes)).moment >= first


@given(moments, hours)
def test_an_allowed_moment_stays(moment: datetime, wish: Hours) -> None:
    """The answer to the answer is the answer."""
    moved = next_allowed(CALENDAR, wish, moment)
    assert next_allowed(CALENDAR, wish, moved.moment).moment == moved.moment


@each(
    ("day", "months", "expected"),
    [
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-12-31", 3, "2027-03-31"),
        ("2026-08-31", 3, "2026-11-30"),
        ("2026-10-05", 3, "2027-01-05"),
    ],
)
def test_three_months_later_is_clamped_to_the_month(day: str, months: int, expected: str) -> None:
    """The end of a longer month becomes the end of a shorter one."""
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(-40, 40))
def test_quarters_count_like_numbers(day: date, by: int) -> None:
    """Moving on and back returns; a quarter holds its days; its name reads back."""
    quarter = Quarter.of(day)
    assert quarter.first_day <= day < quarter.shifted(1).first_day
    assert quarter.shifted(by).shifted(-by) == quarter
    assert Quarter.parse(str(quarter)) == quarter
    assert (quarter.shifted(by) > quarter) == (by > 0)


@each("quarter", ["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"])
def test_the_rule_gives_the_listed_windows(quarter: str) -> None:
    """For the years that are listed, the rule for the others gives the same windows."""
    listed, ruled = CALENDAR.window(Quarter.parse(quarter)), window_by_rule(Quarter.parse(quarter))
    assert (ruled.first, ruled.last) == (listed.first, listed.last)


@given(st.integers(2024, 2090), st.integers(1, 4))
def test_windows_by_rule_follow_each_other(year: int, number: int) -> None:
    """In any year windows are weeks long, in order, and end before the next begins."""
    window = window_by_rule(Quarter(year, number))
    following = window_by_rule(Quarter(year, number).shifted(1))
    assert window.first < window.last < window.until < following.first
    assert Quarter.of(window.first) == window.quarter


@each(
    ("moment", "after"),
    [
        ("2026-11-24 03:00", "2026-11-24 06:30"),
        ("2026-11-24 06:30", "2026-11-24 06:30"),
        ("2026-11-24 19:59", "2026-11-24 19:59"),
        ("2026-11-24 20:00", "2026-11-25 06:30"),
        ("2026-11-27 12:00", "2026-11-27 13:30"),
        ("2026-11-29 10:00", "2026-11-29 10:00"),
        ("2027-02-16 18:00", "2027-02-17 06:30"),
    ],
)
def test_quiet_hours_end_on_the_first_possible_moment(moment: str, after: str) -> None:
    """At 03.00 a broadcast waits till the same morning, at 20.00 till the next; Sundays do not count."""
    assert CALENDAR.after_quiet_hours(at(moment), Zone.WIB) == at(after)


def test_a_rule_is_asked_once_for_each_day_and_zone() -> None:
    """What a rule says of a day is remembered for that day, that zone and that calendar alone."""
    asked: list[tuple[date, Zone | None]] = []

    def rule(calendar: Calendar, day: date, zone: Zone | None) -> bool:
        asked.append((day, zone))
        return calendar.quiet_day(day, zone) is None

    calendar, friday, saturday = replace(CALENDAR), date(2026, 11, 20), date(2026, 11, 21)
    for _ in range(2):
        assert calendar.told(rule, friday, Zone.WIB)
        assert calendar.told(rule, friday, None)
        assert not calendar.told(rule, saturday, Zone.WIB)
    assert asked == [(friday, Zone.WIB), (friday, None), (saturday, Zone.WIB)]
    assert calendar.with_saturdays().told(rule, saturday, Zone.WIB)


def test_the_calendar_of_six_days_is_made_once() -> None:
    """Who asks for it again gets the one that has answered before; the one of five days stays as it is."""
    six = CALENDAR.with_saturdays()
    assert six is CALENDAR.with_saturdays() is six.with_saturdays()
    assert six == replace(CALENDAR, saturdays_quiet=False) != CALENDAR
