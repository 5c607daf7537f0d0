"""When the messages about a quarter's evaluation are due: heads-up, opening, follow-ups, last day.

Pure rules. Must not know how anything is said or sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.calendar.allowed import MovedMoment, after_reports, may_begin, next_allowed
from bot.domain.calendar.calendar import Calendar, MoveReason, Window
from bot.domain.calendar.quarter import moment_at, zone_of
from bot.domain.evaluation.window import next_window
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import (
    EvaluationMessages,
    Outbound,
    Planned,
    PlanningFacts,
    Stage,
    Topic,
)
from bot.domain.school.school import School

EVALUATION_MOST = 4
"""Messages about one quarter's evaluation, all stages together."""

GAP_DAYS = 2
"""Follow-ups keep so many days from the message before and after; the heads-up from the opening."""

HEADS_UP = timedelta(days=3)

GIVES_WAY_TO = {
    Stage.HEADS_UP: (Stage.OPENING, Stage.LAST_DAY),
    Stage.FOLLOW_UP: (Stage.LAST_DAY,),
    Stage.SECOND_FOLLOW_UP: (Stage.LAST_DAY,),
}
"""Whom a stage lets go first where there is room for one message only."""

WEEKS_LOOKED_BACK = 8
"""Longer than any school break."""

WINDOWS_LOOKED_AT = 3
"""How many evaluation windows are looked at for the next message: this one, and two to come."""


def evaluation_message(
    subject: PlanningFacts, school: School | None, calendar: Calendar, now: datetime
) -> Planned | None:
    """Plan the next message about an evaluation: of the window open now, else of a later one."""
    here = now.astimezone(zone_of(subject.zone))
    for _ in range(WINDOWS_LOOKED_AT):
        window = next_window(subject.history, school, calendar, here)
        cycle = cycle_of(subject.outbound, window)
        if not cycle.skipped and len(cycle.sent) < EVALUATION_MOST:
            found = _snoozed(subject, calendar, window, cycle, now)
            if found := found or _in_window(subject, calendar, window, cycle, now):
                return found
        after = datetime.combine(window.until + timedelta(days=1), time(0), here.tzinfo)
        here = max(here, after)
    return None


def cycle_of(outbound: Outbound, window: Window) -> EvaluationMessages:
    """Return what was said about the evaluation of a window; nothing yet for a new one."""
    quarter = str(window.quarter)
    known = outbound.cycle
    return known if known and known.quarter == quarter else EvaluationMessages(quarter=quarter)


def _snoozed(
    subject: PlanningFacts,
    calendar: Calendar,
    window: Window,
    cycle: EvaluationMessages,
    now: datetime,
) -> Planned | None:
    """Plan what she asked to hear again at a moment of her own choice; None if she asked nothing.

    Where that moment is forbidden it moves to her hour, and stays there until it has come. What
    would come after the evaluation can be caught up is not said.
    """
    if cycle.snoozed_until is None:
        return None
    moved = _from(subject, calendar, cycle.snoozed_until)
    if moved.moment < now:
        moved = _from(subject, calendar, now)
    if subject.day(moved.moment) > window.until:
        return None
    return _planned(subject, window, cycle, Stage.SNOOZED, moved)


def _from(subject: PlanningFacts, calendar: Calendar, moment: datetime) -> MovedMoment:
    if may_begin(calendar, subject.hours, moment):
        return MovedMoment(moment)
    moved = next_allowed(calendar, subject.hours, moment)
    # She asked for this message herself: that she was written to is told only if it moved it alone.
    anyway = next_allowed(calendar, replace(subject.hours, written_on=None), moment)
    return anyway if anyway.moment == moved.moment else moved


def _in_window(
    subject: PlanningFacts,
    calendar: Calendar,
    window: Window,
    cycle: EvaluationMessages,
    now: datetime,
) -> Planned | None:
    """Plan the next stage of a window: the newest that has come, else the first to come.

    A stage that would only go out when the next one has (nearly) come is left out; so is one that
    would go out after the last day. If the last day could not be said, the
    catch-up is, after it.
    """
    days = stage_days(subject, calendar, window)
    order = list(days)
    room = _Room(subject, calendar, cycle)
    for stage in _stages_left(days, cycle, subject.day(now)):
        moved = _moved(subject, calendar, _earliest(subject, cycle, stage, days[stage]), now)
        day = subject.day(moved.moment)
        at = order.index(stage) + 1
        gap = timedelta(days=0 if stage is Stage.OPENING else GAP_DAYS)
        overtaken = at < len(order) and day + gap > days[order[at]] and day >= days[stage]
        if day <= window.last and not overtaken and not room.gives_way(stage, day, days):
            pulled = _pulled(subject, calendar, window, stage)
            moved = MovedMoment(moved.moment, tuple(dict.fromkeys((*pulled, *moved.reasons))))
            return _planned(subject, window, cycle, stage, moved)
    if not {Stage.LAST_DAY, Stage.CATCH_UP} & set(cycle.sent):
        moved = _moved(subject, calendar, window.last + timedelta(days=1), now)
        if room.is_taken(subject.day(moved.moment)):
            moved = after_reports(calendar, subject.hours, moved)
        if subject.day(moved.moment) <= window.until:
            return _planned(subject, window, cycle, Stage.CATCH_UP, moved)
    return None


@dataclass(frozen=True, slots=True)
class _Room:
    """What a week of school reports has room for: one message about an evaluation."""

    subject: PlanningFacts
    calendar: Calendar
    cycle: EvaluationMessages

    def gives_way(self, stage: Stage, day: date, days: Mapping[Stage, date]) -> bool:
        """Say whether a stage is left out of the week: one was said, or a better one is to come."""
        week = self.calendar.report_week(day, self.subject.zone)
        if week is None:
            return False
        better = (days[other] for other in GIVES_WAY_TO.get(stage, ()))
        zone = self.subject.zone
        return self.is_taken(day) or any(
            day < other and week.holds(other, zone) for other in better
        )

    def is_taken(self, day: date) -> bool:
        """Say whether the evaluation was spoken of in the week of reports a day lies in."""
        week = self.calendar.report_week(day, self.subject.zone)
        said = self.cycle.last_sent
        return bool(week and said and week.holds(self.subject.day(said), self.subject.zone))


def _earliest(subject: PlanningFacts, cycle: EvaluationMessages, stage: Stage, day: date) -> date:
    """Return the day of a stage; what follows the opening waits some days after the last message."""
    if cycle.last_sent is None or stage is Stage.OPENING:
        return day
    return max(day, subject.day(cycle.last_sent) + timedelta(days=GAP_DAYS))


def _moved(subject: PlanningFacts, calendar: Calendar, day: date, now: datetime) -> MovedMoment:
    return next_allowed(calendar, subject.hours, max(moment_at(day, time(0), subject.zone), now))


def _pulled(
    subject: PlanningFacts, calendar: Calendar, window: Window, stage: Stage
) -> tuple[MoveReason, ...]:
    """Return why a stage does not stand on the day its rule names: that day is quiet."""
    named = {
        Stage.HEADS_UP: window.first - HEADS_UP,
        Stage.OPENING: window.due or window.first,
        Stage.LAST_DAY: window.last,
    }
    reason = calendar.quiet_day(named[stage], subject.zone) if stage in named else None
    if stage is Stage.OPENING:
        reason = window.moved or reason
    return (reason,) if reason else ()


def _planned(
    subject: PlanningFacts,
    window: Window,
    cycle: EvaluationMessages,
    stage: Stage,
    moved: MovedMoment,
) -> Planned:
    return Planned(
        moment=moved.moment,
        topic=Topic.EVALUATION,
        key=f"eval:{window.quarter}:{subject.id}:{len(cycle.sent) + 1}",
        stage=stage,
        window=window,
        reasons=moved.reasons,
    )


def _stages_left(days: Mapping[Stage, date], cycle: EvaluationMessages, today: date) -> list[Stage]:
    """Return the stages that can still be sent, best first.

    Of those that have come only the newest counts. The last message is kept for the last day.
    """
    order = list(days)
    reached = max((order.index(stage) for stage in cycle.sent if stage in days), default=-1)
    left = order[reached + 1 :]
    if len(cycle.sent) == EVALUATION_MOST - 1:
        left = [stage for stage in left if stage is Stage.LAST_DAY]
    come = [stage for stage in left if days[stage] <= today]
    return come[-1:] + [stage for stage in left if days[stage] > today]


def stage_days(subject: PlanningFacts, calendar: Calendar, window: Window) -> dict[Stage, date]:
    """Return the day of each stage of a window, before anything moves it.

    Heads-up three days before, or earlier if those are quiet; follow-ups after one and two thirds;
    the last day on which a message is allowed.
    """
    length = (window.last - window.first).days
    return {
        Stage.HEADS_UP: calendar.told(_open_before, window.first - HEADS_UP, subject.zone),
        Stage.OPENING: window.first,
        Stage.FOLLOW_UP: window.first + timedelta(days=length // 3),
        Stage.SECOND_FOLLOW_UP: window.first + timedelta(days=2 * length // 3),
        Stage.LAST_DAY: max(window.first, calendar.told(_open_before, window.last, subject.zone)),
    }


def _open_before(calendar: Calendar, day: date, zone: Zone | None) -> date:
    """Return the day, or the nearest one before it, that is not quiet."""
    for earlier in range(WEEKS_LOOKED_BACK * 7):
        if not calendar.quiet_day(day - timedelta(days=earlier), zone):
            return day - timedelta(days=earlier)
    return day
