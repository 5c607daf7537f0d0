"""A teacher as the rules of reminders see her, and ways to read what they plan. Decides nothing."""

from datetime import date, datetime, time
from pathlib import Path

from bot.content.calendar.calendar import read_calendar
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.evaluation.evaluation import Evaluation, History
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Planned, PlanningFacts, Rhythm, Wishes
from bot.domain.reminders.reminder import preview
from bot.domain.school.school import School, SchoolId

CALENDAR, _ = read_calendar(
    Path(__file__).parents[2] / "content" / "calendar_id.toml", date(2026, 11, 20)
)
SCHOOL = School(id=SchoolId("sdn-1"), name="SDN 1", zone=Zone.WIB)
QUIET_NUDGES = Wishes(rhythm=Rhythm.OFF)


def at(text: str, zone: Zone = Zone.WIB) -> datetime:
    day, _, clock = text.partition(" ")
    return moment_at(date.fromisoformat(day), time.fromisoformat(clock or "12:00"), zone)


def teacher(
    registered: str = "2026-08-03",
    *,
    evaluated: dict[str, str] | None = None,
    wishes: Wishes = QUIET_NUDGES,
    seen: str | None = None,
    zone: Zone = Zone.WIB,
) -> PlanningFacts:
    evaluations = tuple(
        Evaluation(quarter=quarter, begun_at=at(day), finished_at=at(day))
        for quarter, day in (evaluated or {}).items()
    )
    return PlanningFacts(
        id=7,
        zone=zone,
        history=History(registered=at(registered), evaluations=evaluations, spared=True),
        seen_at=at(seen or registered),
        has_step=True,
        wishes=wishes,
    )


def told(planned: Planned | None, zone: Zone = Zone.WIB) -> tuple[str, str] | None:
    """What a plan says, as (stage or topic, local moment)."""
    if planned is None:
        return None
    what = planned.stage or planned.topic
    return what.value, local(planned.moment, zone).strftime("%Y-%m-%d %H:%M")


def evaluation_messages(
    subject: PlanningFacts, school: School | None, start: str, count: int
) -> list[tuple[str, str]]:
    found = (
        told(p, subject.zone or Zone.WIB)
        for p in preview(subject, school, CALENDAR, at(start), count)
    )
    return [one for one in found if one]
