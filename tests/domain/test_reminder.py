"""Who is due a message, when and why: tables of dates for one teacher."""

from dataclasses import replace
from datetime import date

from bot.domain.calendar.calendar import Quiet
from bot.domain.calendar.quarter import local
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import (
    EvaluationMessages,
    Outbound,
    Rhythm,
    Stage,
    Wishes,
)
from bot.domain.reminders.reminder import plan, preview, recorded
from tests.domain.subjects import (
    CALENDAR,
    SCHOOL,
    at,
    evaluation_messages,
    teacher,
    told,
)
from tests.each import each


def test_a_school_window_has_four_messages_at_most() -> None:
    """In a school: heads-up, opening, one follow-up, last day; each moved where it must."""
    assert evaluation_messages(teacher(), SCHOOL, "2026-11-20", 8) == [
        ("kabar", "2026-11-27 15:30"),  # three days before is a Saturday, so the Friday
        ("buka", "2026-12-01 15:30"),
        ("susul-1", "2026-12-07 15:30"),  # a third into the window is a Sunday (6 December)
        ("terakhir", "2026-12-18 15:30"),
        ("kabar", "2027-03-24 15:30"),  # before the holidays of Easter
        ("buka", "2027-03-29 15:30"),
        ("susul-1", "2027-04-05 15:30"),
        ("terakhir", "2027-04-16 15:30"),
    ]


def test_a_teacher_alone_counts_from_her_last_evaluation() -> None:
    """Alone: three months after the last evaluation, the end of the month clamped."""
    alone = teacher("2026-05-04", evaluated={"2026-Q3": "2026-08-31"})
    assert evaluation_messages(alone, None, "2026-11-20", 4) == [
        ("kabar", "2026-11-27 15:30"),
        ("buka", "2026-11-30 15:30"),
        ("susul-1", "2026-12-04 15:30"),
        ("terakhir", "2026-12-11 15:30"),
    ]


def test_a_teacher_who_never_evaluated_counts_from_her_registration() -> None:
    """Registered on 30 November: due on 28 February, moved behind the quiet weeks of Lebaran."""
    found = evaluation_messages(teacher("2026-11-30"), None, "2026-11-30", 2)
    assert found[1] == ("buka", "2027-03-22 15:30")


def test_quiet_weeks_inside_the_window_move_it_whole() -> None:
    """If its last week is quiet, the whole window waits until the quiet time is over."""
    found = evaluation_messages(teacher("2026-11-25"), None, "2026-11-25", 3)
    assert found[1] == ("buka", "2027-03-22 15:30")
    assert found[0][0] == "kabar"


def test_who_evaluated_lately_skips_the_schools_window() -> None:
    """An evaluation less than 45 days before the window counts for it."""
    lately = teacher(evaluated={"2026-Q4": "2026-11-20"})
    assert evaluation_messages(lately, SCHOOL, "2026-12-02", 1)[0][0] == "kabar"
    assert evaluation_messages(lately, SCHOOL, "2026-12-02", 2)[1] == ("buka", "2027-03-29 15:30")
    long_ago = teacher(evaluated={"2026-Q3": "2026-10-01"})
    assert evaluation_messages(long_ago, SCHOOL, "2026-12-02", 1)[0] == (
        "buka",
        "2026-12-02 15:30",
    )


def test_a_finished_evaluation_ends_the_messages() -> None:
    """Once she has finished, the next message is about the next quarter."""
    done = teacher(evaluated={"2026-Q4": "2026-12-02"})
    assert evaluation_messages(done, SCHOOL, "2026-12-02", 1)[0][1].startswith("2027-03")


def test_after_downtime_only_the_newest_stage_is_sent() -> None:
    """Stages that were overtaken are not made up for, one by one, later."""
    assert evaluation_messages(teacher(), SCHOOL, "2027-04-13", 2) == [
        ("susul-2", "2027-04-13 15:30"),
        ("terakhir", "2027-04-16 15:30"),
    ]
    assert evaluation_messages(teacher(), SCHOOL, "2026-12-21", 2) == [
        ("susulan", "2027-01-04 15:30"),
        ("kabar", "2027-03-24 15:30"),
    ]


@each(
    ("shift", "start", "expected"),
    [
        # 14-18 December. What would fall into it gives way to the last day.
        (0, "2026-12-11", [("terakhir", "2026-12-18 15:30")]),
        # The opening goes first; the last day finds no room, and a catch-up takes its place.
        (
            13,
            "2026-12-09",
            [
                ("kabar", "2026-12-11 15:30"),
                ("buka", "2026-12-14 15:30"),
                ("susulan", "2027-01-04 15:30"),
            ],
        ),
        (16, "2026-12-12", [("buka", "2026-12-17 15:30"), ("susulan", "2027-01-04 15:30")]),
    ],
)
def test_a_week_of_reports_has_room_for_one_message(
    shift: int, start: str, expected: list[tuple[str, str]]
) -> None:
    """While teachers write school reports they hear of the evaluation once at most."""
    school = replace(SCHOOL, shifts={"2026-Q4": shift})
    assert evaluation_messages(teacher(), school, start, len(expected)) == expected


def test_a_catch_up_waits_for_the_end_of_a_week_of_reports_in_which_she_was_written_to() -> None:
    """What she asked to hear again in that week is the one message: the catch-up comes after it."""
    said = at("2026-12-14 15:30")
    cycle = EvaluationMessages(
        quarter="2026-Q4", sent=(Stage.OPENING, Stage.SNOOZED), last_sent=said
    )
    asked = replace(teacher(), outbound=Outbound(cycle=cycle, written_on=date(2026, 12, 14)))
    school = replace(SCHOOL, shifts={"2026-Q4": -3})
    planned = plan(asked, school, CALENDAR, at("2026-12-14 16:00"))
    assert told(planned) == ("susulan", "2027-01-04 15:30")


def test_a_shifted_window_shifts_the_messages() -> None:
    """A school may move its window, and everything moves with it."""
    shifted = replace(SCHOOL, shifts={"2026-Q4": -7})
    assert evaluation_messages(teacher(), shifted, "2026-11-15", 2)[1] == (
        "buka",
        "2026-11-24 15:30",
    )


def test_a_snoozed_message_comes_at_the_moment_she_chose() -> None:
    """One hour later is exact if the moment is allowed, else the next allowed one."""
    subject = teacher()
    for chosen, expected in (
        ("2026-12-01 16:40", "2026-12-01 16:40"),
        ("2026-12-01 20:40", "2026-12-02 15:30"),
    ):
        cycle = EvaluationMessages(
            quarter="2026-Q4", sent=(Stage.OPENING,), snoozed_until=at(chosen)
        )
        asked = replace(subject, outbound=Outbound(cycle=cycle, written_on=date(2026, 12, 1)))
        planned = plan(asked, SCHOOL, CALENDAR, at("2026-12-01 15:40"))
        assert told(planned) == ("tunda", expected)


def test_what_was_snoozed_past_the_end_is_not_said() -> None:
    """A moment that moves behind the last day of catching up leads to no message about it."""
    cycle = EvaluationMessages(
        quarter="2026-Q4", sent=(Stage.CATCH_UP,), snoozed_until=at("2027-01-22 20:40")
    )
    asked = replace(teacher(), outbound=Outbound(cycle=cycle, written_on=date(2027, 1, 22)))
    planned = plan(asked, SCHOOL, CALENDAR, at("2027-01-22 15:40"))
    assert told(planned) == ("kabar", "2027-03-24 15:30")


def test_a_message_that_does_not_stand_on_its_day_says_why() -> None:
    """Pulled back before a holiday, or a window begun after one: the plan names what was in the way."""
    in_school = preview(teacher(), SCHOOL, CALENDAR, at("2027-02-20"), 1)[0]
    assert told(in_school) == ("kabar", "2027-03-24 15:30")
    assert [reason.name for reason in in_school.reasons] == ["Wafat Yesus Kristus"]
    alone = preview(teacher("2026-11-30"), None, CALENDAR, at("2026-11-30"), 2)[1]
    assert told(alone) == ("buka", "2027-03-22 15:30")
    assert [reason.quiet for reason in alone.reasons] == [Quiet.PERIOD]


def test_a_skipped_quarter_is_left_alone_until_the_next() -> None:
    """Skipping the quarter means not a word more about it."""
    cycle = EvaluationMessages(quarter="2026-Q4", sent=(Stage.OPENING,), skipped=True)
    subject = replace(teacher(), outbound=Outbound(cycle=cycle))
    assert evaluation_messages(subject, SCHOOL, "2026-12-02", 1) == [("kabar", "2027-03-24 15:30")]


def test_the_evaluation_goes_before_the_nudge_on_one_day() -> None:
    """Of two messages due on one day the evaluation is sent and the nudge waits."""
    subject = teacher(wishes=Wishes(weekday=1), seen="2026-11-20")
    start = at("2026-12-01")
    planned = plan(subject, SCHOOL, CALENDAR, start)
    assert planned is not None
    assert planned.stage is Stage.OPENING
    after = recorded(subject, planned, planned.moment)
    following = plan(after, SCHOOL, CALENDAR, planned.moment)
    assert following is not None
    assert local(following.moment, Zone.WIB).date() > date(2026, 12, 3)


def test_a_pause_moves_what_falls_into_it_and_says_so() -> None:
    """During a pause nothing is sent; the plan names the pause as its reason."""
    wishes = Wishes(rhythm=Rhythm.OFF, paused_until=at("2026-12-10 00:00"))
    planned = plan(teacher(wishes=wishes), SCHOOL, CALENDAR, at("2026-12-02"))
    assert planned is not None
    assert told(planned) == ("susul-1", "2026-12-10 15:30")
    assert [reason.quiet for reason in planned.reasons] == [Quiet.PAUSED]


def test_who_moves_zone_is_written_to_by_her_new_clock() -> None:
    """The hour is that of the zone she lives in now."""
    for zone in Zone:
        planned = plan(teacher(zone=zone), SCHOOL, CALENDAR, at("2026-11-30", zone))
        assert told(planned, zone) == ("buka", "2026-12-01 15:30")


@each(
    ("registered", "first"),
    [
        ("2026-10-17", "2026-Q4"),
        ("2026-10-18", "2027-Q1"),  # 44 days before 1 December
        ("2026-12-01", "2027-Q1"),
        ("2026-12-04", "2027-Q1"),
    ],
)
def test_somebody_new_is_spared_the_nearest_window(registered: str, first: str) -> None:
    """Registered less than 45 days before a school's window, or in it, no message is about it."""
    subject = teacher(registered)
    planned = plan(subject, SCHOOL, CALENDAR, subject.seen_at)
    assert planned
    assert planned.window
    assert str(planned.window.quarter) == first
