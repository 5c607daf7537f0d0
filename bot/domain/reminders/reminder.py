"""Who is due a message of the bot's own, when, and why. Pure.

Five kinds: the quarter's evaluation, the question about a promise, the days of a development plan, a
coordinator's weekly digest of her schools, and the regular nudge about the step under way. They share
one message a day and go first in this order. Must not know how anything is said or sent.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import assert_never

from bot.domain.calendar.allowed import after_reports, next_allowed
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quarter import moment_at
from bot.domain.changed_copy import changed
from bot.domain.evaluation.development_plan import open_plan
from bot.domain.evaluation.evaluation import History
from bot.domain.person.person import Person
from bot.domain.reminders.check_back import (
    asked_once_more,
    check_back_message,
    open_promise,
    times_asked,
)
from bot.domain.reminders.evaluation_reminder import cycle_of, evaluation_message
from bot.domain.reminders.outbound import (
    Asked,
    EvaluationMessages,
    Outbound,
    Planned,
    PlanningFacts,
    Rhythm,
    Topic,
    Wishes,
)
from bot.domain.reminders.plan_reminder import ASKED_MOST, asks_again, plan_message, said
from bot.domain.roster.weekly_digest import digest_message
from bot.domain.school.school import School

UNANSWERED_MOST = 3
"""After so many nudges without any sign the next comes a month later, says so, and so it stays."""

SETTLE_DAYS = 3
"""Nobody is nudged within so many days of her last sign (what is under way needs no nudge) or of
the bot's last message.
"""

FAST_DAYS = 14
"""In Ramadan a nudge keeps so many days from the last, in any rhythm."""

RECENT_KEPT = 20
"""More than a person gets in a quarter."""

RHYTHM_DAYS = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14, Rhythm.MONTHLY: 28}


def plan(
    subject: PlanningFacts, school: School | None, calendar: Calendar, now: datetime
) -> Planned | None:
    """Return the next message for a person, or None when there is none to plan.

    Its moment is never before ``now``; the message is due when it equals ``now``. Of two on one
    day the evaluation goes first, then the others in the order of ``Topic``.
    """
    subject = as_of(subject, now)
    coming = (_coming(topic, subject, school, calendar, now) for topic in Topic)
    found = [planned for planned in coming if planned]
    return min(found, key=lambda planned: subject.day(planned.moment), default=None)


def _coming(
    topic: Topic, subject: PlanningFacts, school: School | None, calendar: Calendar, now: datetime
) -> Planned | None:
    """Return the next message about one topic."""
    match topic:
        case Topic.EVALUATION:
            return evaluation_message(subject, school, calendar, now)
        case Topic.CHECK_BACK:
            return check_back_message(subject, calendar, now)
        case Topic.PLAN:
            return plan_message(subject, calendar, now)
        case Topic.DIGEST:
            return digest_message(subject, calendar, now)
        case Topic.NUDGE:
            return _nudge(subject, calendar, now)
        case _:
            assert_never(topic)


def as_of(subject: PlanningFacts, now: datetime) -> PlanningFacts:
    """Return the subject without what a clock that ran ahead noted: it has not happened yet.

    Else whoever was written to, or gave a sign, while it was wrong would wait until it is true.
    """
    outbound, today, cycle = subject.outbound, subject.day(now), subject.outbound.cycle
    told = outbound.plan_said
    days = (
        outbound.written_on,
        outbound.nudged_on,
        outbound.digested_on,
        told.until if told else None,
    )
    last = cycle.last_sent if cycle else None
    if (
        subject.seen_at <= now
        and not (last and last > now)
        and not any(day and day > today for day in days)
    ):
        return subject
    written, nudged, digested, until = (None if day and day > today else day for day in days)
    if cycle and last and last > now:
        cycle = replace(cycle, last_sent=None)
    outbound = replace(
        outbound,
        written_on=written,
        nudged_on=nudged,
        digested_on=digested,
        cycle=cycle,
        plan_said=told if until else None,
    )
    return replace(subject, seen_at=min(subject.seen_at, now), outbound=outbound)


def _nudge(subject: PlanningFacts, calendar: Calendar, now: datetime) -> Planned | None:
    wishes, outbound = subject.wishes, subject.outbound
    rhythm = Rhythm.MONTHLY if slows(wishes, outbound) else wishes.rhythm
    days = RHYTHM_DAYS.get(rhythm)
    if days is None or not subject.has_step:
        return None
    # The digest is about others: a nudge does not wait for it, or they would never get one.
    written_on = None if outbound.written_on == outbound.digested_on else outbound.written_on
    signs: tuple[date | None, ...] = (subject.day(subject.seen_at), written_on)
    if subject.promise and not times_asked(outbound.asked, subject.promise):
        signs = (*signs, subject.promise.day)  # what is planned needs no nudge before its day
    earliest = max(day for day in signs if day) + timedelta(days=SETTLE_DAYS)
    nudged = outbound.nudged_on
    if nudged is None:
        return _nudge_from(subject, calendar, earliest, now, days)
    earliest = max(earliest, nudged + timedelta(days=days))
    planned = _nudge_from(subject, calendar, earliest, now, days)
    day, fasted = subject.day(planned.moment), nudged + timedelta(days=FAST_DAYS)
    if day < fasted and calendar.fast(day, subject.zone):
        return _nudge_from(subject, calendar, fasted, now, days)
    return planned


def _nudge_from(
    subject: PlanningFacts, calendar: Calendar, earliest: date, now: datetime, days: int
) -> Planned:
    """Plan a nudge for her first day of the week from a day on; one sent already is passed over."""
    day = _next_weekday(subject, earliest)
    while f"nudge:{day}:{subject.id}" in subject.outbound.recent:
        day += timedelta(days=days)
    start = max(moment_at(day, time(0), subject.zone), now)
    moved = after_reports(calendar, subject.hours, next_allowed(calendar, subject.hours, start))
    return Planned(
        moment=moved.moment,
        topic=Topic.NUDGE,
        key=f"nudge:{day}:{subject.id}",
        reasons=moved.reasons,
    )


def _next_weekday(subject: PlanningFacts, day: date) -> date:
    """Return the first of her days for messages from this day on."""
    return day + timedelta(days=(subject.wishes.weekday - day.weekday()) % 7)


def slows(wishes: Wishes, outbound: Outbound) -> bool:
    """Say whether the next nudge is the one that makes the rhythm monthly; any sign undoes it."""
    often = wishes.rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY)
    return often and outbound.unanswered >= UNANSWERED_MOST


def recorded(subject: PlanningFacts, planned: Planned, now: datetime) -> PlanningFacts:
    """Return the subject after a message was sent, or may have been: she counts as written to.

    The nudge after three without a sign makes the rhythm monthly.
    """
    outbound, today = subject.outbound, subject.day(now)
    wishes = subject.wishes
    outbound = replace(with_recent(outbound, planned.key), written_on=today)
    match planned.topic:
        case Topic.DIGEST:
            outbound = replace(outbound, digested_on=today)
        case Topic.EVALUATION:
            outbound = replace(outbound, cycle=_said(outbound, planned, now))
        case Topic.CHECK_BACK:
            outbound = replace(outbound, asked=_asked(subject, now))
        case Topic.PLAN:
            outbound = replace(outbound, plan_said=said(outbound, planned, today))
        case Topic.NUDGE:
            outbound = _asked_again(subject, outbound, now)
            if slows(wishes, outbound):
                wishes = replace(wishes, rhythm=Rhythm.MONTHLY)
            outbound = replace(outbound, nudged_on=today, unanswered=outbound.unanswered + 1)
        case _:
            assert_never(planned.topic)
    return replace(subject, outbound=outbound, wishes=wishes)


def _asked(subject: PlanningFacts, now: datetime) -> Asked | None:
    """Return the count of questions about her promise once this one was put."""
    known = subject.outbound.asked
    return asked_once_more(known, subject.promise, now) if subject.promise else known


def _asked_again(subject: PlanningFacts, outbound: Outbound, now: datetime) -> Outbound:
    """Return what a nudge has asked once more: about her promise, else how her plan went."""
    promise, known = subject.promise, outbound.plan_said
    if promise and times_asked(outbound.asked, promise) == 1:
        return replace(outbound, asked=_asked(subject, now))
    if known and asks_again(outbound, subject.plan):
        return replace(outbound, plan_said=replace(known, times=ASKED_MOST))
    return outbound


def _said(outbound: Outbound, planned: Planned, now: datetime) -> EvaluationMessages:
    """Return what has been said about an evaluation once this was."""
    assert planned.window  # noqa: S101 -- every message about an evaluation has one
    assert planned.stage  # noqa: S101 -- the same
    cycle = cycle_of(outbound, planned.window)
    return replace(cycle, sent=(*cycle.sent, planned.stage), last_sent=now, snoozed_until=None)


def passed_by(subject: PlanningFacts, planned: Planned) -> PlanningFacts:
    """Return the subject after a message turned out to have nothing to say: none was sent."""
    return replace(subject, outbound=with_recent(subject.outbound, planned.key))


def with_recent(outbound: Outbound, key: str) -> Outbound:
    """Return what was begun with the key of one more message that was sent, or may have been."""
    return replace(outbound, recent=(*outbound.recent, key)[-RECENT_KEPT:])


def preview(
    subject: PlanningFacts, school: School | None, calendar: Calendar, now: datetime, count: int
) -> tuple[Planned, ...]:
    """Return the next messages if the person gives no sign in between, the first first."""
    found: list[Planned] = []
    for _ in range(count):
        planned = plan(subject, school, calendar, now)
        if planned is None:
            break
        found.append(planned)
        now = planned.moment
        subject = recorded(subject, planned, now)
    return tuple(found)


def subject_of(person: Person, *, has_step: bool, has_digest: bool = False) -> PlanningFacts | None:
    """Return what the rules need of a person; None for whom the bot must not begin anything."""
    consent = person.consent
    if consent is None or not person.is_registered or person.quiet or not person.reachable:
        return None
    return PlanningFacts(
        id=person.id,
        zone=person.zone,
        history=History(
            registered=consent.given_at,
            evaluations=person.evaluations,
            zone=person.zone,
            spared=True,
        ),
        seen_at=person.seen_at,
        has_step=has_step,
        has_digest=has_digest,
        promise=open_promise(person.coaching),
        plan=open_plan(person.plans),
        wishes=person.wishes,
        outbound=person.outbound,
    )


def with_due(
    person: Person,
    school: School | None,
    calendar: Calendar,
    now: datetime,
    *,
    has_step: bool,
    has_digest: bool = False,
    sign: bool = False,
) -> Person:
    """Return the person with the moment of her next message, in UTC, computed anew.

    Also for one who cannot be reached: she is left alone, and due again once she returns. With
    ``sign`` she has given one, and nothing counts as unanswered any more.
    """
    before = person.outbound
    unanswered = 0 if sign else before.unanswered
    reached = person
    if not person.reachable or unanswered != before.unanswered:
        reached = changed(person, reachable=True, outbound=changed(before, unanswered=unanswered))
    subject = subject_of(reached, has_step=has_step, has_digest=has_digest)
    planned = plan(subject, school, calendar, now) if subject else None
    due_at = planned.moment if planned else None
    if (due_at, unanswered) == (before.due_at, before.unanswered):
        return person
    return changed(person, outbound=changed(before, due_at=due_at, unanswered=unanswered))
