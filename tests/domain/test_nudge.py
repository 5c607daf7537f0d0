"""When a teacher is nudged about the step under way, and how often at most."""

from dataclasses import replace
from datetime import time

from bot.domain.calendar.calendar import SATURDAY
from bot.domain.reminders.outbound import Rhythm, Wishes
from bot.domain.reminders.reminder import plan, preview, recorded, slows
from tests.domain.subjects import (
    CALENDAR,
    SCHOOL,
    at,
    teacher,
    told,
)


def test_nudges_follow_her_day_and_hour_and_slow_down() -> None:
    """Weekly on her day; three without a sign make it monthly, and the fourth says so."""
    wishes = Wishes(weekday=3, hour=time(16, 30))
    subject = teacher("2026-10-01", wishes=wishes)
    found = preview(subject, None, CALENDAR, at("2026-10-01"), 4)
    assert [told(planned) for planned in found] == [
        ("langkah", "2026-10-08 16:30"),
        ("langkah", "2026-10-15 16:30"),
        ("langkah", "2026-10-22 16:30"),
        ("langkah", "2026-11-19 16:30"),
    ]
    silent = subject
    for planned in found[:3]:
        silent = recorded(silent, planned, planned.moment)
    assert silent.wishes.rhythm is Rhythm.WEEKLY
    assert slows(silent.wishes, silent.outbound)
    silent = recorded(silent, found[3], found[3].moment)
    assert silent.wishes.rhythm is Rhythm.MONTHLY
    assert not slows(silent.wishes, silent.outbound)


def test_an_answer_to_the_third_nudge_keeps_the_rhythm() -> None:
    """Who gives a sign before the slower rhythm was announced goes on as she chose."""
    subject = teacher("2026-10-01", wishes=Wishes())
    for planned in preview(subject, None, CALENDAR, at("2026-10-01"), 3):
        subject = recorded(subject, planned, planned.moment)
    seen = at("2026-10-22")
    back = replace(subject, seen_at=seen, outbound=replace(subject.outbound, unanswered=0))
    assert told(plan(back, None, CALENDAR, seen)) == ("langkah", "2026-10-27 15:30")


def test_in_ramadan_a_nudge_comes_every_two_weeks() -> None:
    """Nobody hears of a step more often than that from the week before the fast to its end."""
    done = {"2026-Q4": "2026-12-02"}
    subject = teacher(evaluated=done, wishes=Wishes(), seen="2027-01-20")
    found = preview(subject, SCHOOL, CALENDAR, at("2027-01-20"), 3)
    assert [told(planned) for planned in found] == [
        ("langkah", "2027-01-26 15:30"),
        ("langkah", "2027-02-02 15:30"),
        ("langkah", "2027-02-16 15:30"),
    ]


def test_a_nudge_moved_into_ramadan_keeps_two_weeks_too() -> None:
    """Saturday 6 February and the first days of the fast are quiet; the 12th would be too soon."""
    done = {"2026-Q4": "2026-12-02"}
    wishes = Wishes(weekday=SATURDAY)
    subject = teacher(evaluated=done, wishes=wishes, seen="2027-01-20")
    found = preview(subject, SCHOOL, wishes.calendar(CALENDAR), at("2027-01-20"), 3)
    assert [told(planned) for planned in found] == [
        ("langkah", "2027-01-23 15:30"),
        ("langkah", "2027-01-30 15:30"),
        ("langkah", "2027-02-13 15:30"),
    ]


def test_in_a_week_of_reports_nobody_is_nudged() -> None:
    """The one message that such a week has room for is about the evaluation."""
    done = {"2026-Q4": "2026-12-02"}
    subject = teacher(evaluated=done, wishes=Wishes(), seen="2026-12-02")
    found = preview(subject, SCHOOL, CALENDAR, at("2026-12-02"), 2)
    assert [told(planned) for planned in found] == [
        ("langkah", "2026-12-08 15:30"),
        ("langkah", "2027-01-04 15:30"),
    ]
    assert [reason.name for reason in found[1].reasons][:2] == ["pekan rapor", "libur semester"]


def test_who_was_here_lately_is_not_nudged() -> None:
    """Who gave a sign within three days needs no nudge: it moves to her next day."""
    subject = teacher("2026-10-01", wishes=Wishes(), seen="2026-11-23")
    assert told(plan(subject, None, CALENDAR, at("2026-11-23"))) == ("langkah", "2026-12-01 15:30")
