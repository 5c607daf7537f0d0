"""When a message comes that a teacher asked to get later."""

from datetime import date, datetime, time
from pathlib import Path

from bot.content.calendar.calendar import read_calendar
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.evaluation.evaluation import History
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import (
    EvaluationMessages,
    Outbound,
    PlanningFacts,
    Rhythm,
    Stage,
    Wishes,
)
from bot.domain.reminders.reminder import plan
from tests.each import each

CALENDAR, _ = read_calendar(
    Path(__file__).parents[2] / "content" / "calendar_id.toml", date(2026, 11, 20)
)


def at(day: str, clock: str) -> datetime:
    return moment_at(date.fromisoformat(day), time.fromisoformat(clock), Zone.WIB)


@each(
    ("now", "comes"),
    [
        (at("2026-11-06", "10:00"), "2026-11-09 15:30"),  # Friday: planned for Saturday
        (at("2026-11-07", "10:00"), "2026-11-09 15:30"),  # Saturday itself, which is quiet
        (at("2026-11-09", "08:00"), "2026-11-09 15:30"),  # Monday, before her hour
        (at("2026-11-09", "17:10"), "2026-11-09 17:10"),  # late, so at once
        (at("2026-11-09", "21:00"), "2026-11-10 15:30"),  # too late for Monday
    ],
)
def test_a_quiet_moment_chosen_moves_to_her_hour_and_stays_there(now: datetime, comes: str) -> None:
    """What was asked for on a Saturday comes on Monday at her hour, whenever it is looked at."""
    registered = at("2026-08-03", "12:00")
    cycle = EvaluationMessages(
        quarter="2026-Q4", sent=(Stage.OPENING,), snoozed_until=at("2026-11-07", "15:30")
    )
    subject = PlanningFacts(
        id=7,
        zone=Zone.WIB,
        history=History(registered=registered, evaluations=(), zone=Zone.WIB),
        seen_at=registered,
        has_step=False,
        wishes=Wishes(rhythm=Rhythm.OFF),
        outbound=Outbound(cycle=cycle),
    )
    planned = plan(subject, None, CALENDAR, now)
    assert planned is not None
    assert planned.stage is Stage.SNOOZED
    assert f"{local(planned.moment, Zone.WIB):%Y-%m-%d %H:%M}" == comes
