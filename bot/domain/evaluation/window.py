"""When a person's evaluation is open, and to which quarter one begun on a day belongs. Pure.

The rule of the quarter is that of decision 20. Must not know what is in an evaluation.
"""

from datetime import date, datetime, timedelta

from bot.domain.calendar.allowed import LOOKED_AHEAD
from bot.domain.calendar.calendar import Calendar, MoveReason, Quiet, Window
from bot.domain.calendar.quarter import Quarter, months_later
from bot.domain.evaluation.evaluation import History, finished, of_quarter
from bot.domain.person.zone import Zone
from bot.domain.school.school import School

RECENT = timedelta(days=45)
"""Who evaluated less than this before a school's window skips it."""

EARLY = timedelta(days=3)
"""Who begins after the heads-up, so many days before a window or on the last day before those that
is not quiet, begins the evaluation it is about.
"""

ALONE_OPEN = timedelta(days=13)
"""A teacher without a school has two weeks, the first day included."""

ALONE_CATCH_UP = timedelta(days=14)

DAYS_LEAST = 7
"""So many days of a lone teacher's two weeks are not quiet; with fewer the window is moved whole.
Two weeks of school have ten, and a run of holidays may take three.
"""

WEEKEND = frozenset({Quiet.SATURDAY, Quiet.SUNDAY})


def next_window(
    history: History, school: School | None, calendar: Calendar, now: datetime
) -> Window:
    """Return the window of the evaluation that is open now or comes next.

    ``now`` carries the person's own zone, so that all dates are hers. In a school: the first
    window that is not over, of a quarter not yet evaluated, unless she evaluated (or, for
    reminders, registered) less than 45 days before it began. Alone: two weeks from three months
    after her last evaluation (or her registration), but not before the quarter after the one
    she evaluated last, moved whole to the next two weeks that are not mostly quiet; a window that
    passed unused is followed by the one three months later.
    """
    if school is None:
        return _alone(history, calendar, now)
    quarter = Quarter.of(now.date()).shifted(-1)
    while True:
        window = school.window(calendar, quarter)
        if window.until >= now.date() and not is_done(history, window, now):
            return window
        quarter = quarter.shifted(1)


def _alone(history: History, calendar: Calendar, now: datetime) -> Window:
    anchor = (history.last_finished or history.registered).astimezone(now.tzinfo).date()
    last_quarter = history.last_quarter
    if last_quarter:
        anchor = max(anchor, last_quarter.first_day)
    quarter = _looked_back_at(months_later(anchor, 3), last_quarter, None, calendar)
    if last_quarter:
        quarter = max(quarter, last_quarter.shifted(1))
    count = 1
    while True:
        due = months_later(anchor, 3 * count)
        first, moved = calendar.told(_first_open, due, history.zone)
        last = first + ALONE_OPEN
        if last + ALONE_CATCH_UP >= now.date():
            until = last + ALONE_CATCH_UP
            meant = due if moved else None
            return Window(quarter.shifted(count - 1), first, last, until, meant, moved)
        count += 1


def _first_open(calendar: Calendar, due: date, zone: Zone | None) -> tuple[date, MoveReason | None]:
    """Return the first day, from the one it is due, of two weeks with enough days to write on.

    With it what moved it from that day, None if nothing has.
    """
    quiet: list[MoveReason | None] = []  # of each day from the one it is due
    for days in range(LOOKED_AHEAD.days):
        more = range(len(quiet), days + ALONE_OPEN.days + 1)
        quiet += [calendar.quiet_day(due + timedelta(days=at), zone) for at in more]
        if not quiet[days] and quiet[days:].count(None) >= DAYS_LEAST:
            return due + timedelta(days=days), _why_moved(quiet, days)
    raise ValueError("the calendar forbids more than a year")


def _why_moved(quiet: list[MoveReason | None], by: int) -> MoveReason | None:
    """Return what moved a window: why its first day is quiet, or what fills its two weeks."""
    between = quiet[:by]
    days = between if all(between) else quiet[: ALONE_OPEN.days + 1]
    reasons = [reason for reason in days if reason]
    telling = (reason for reason in reasons if reason.quiet not in WEEKEND)
    return next(telling, next(iter(reasons), None))


def is_done(history: History, window: Window, now: datetime) -> bool:
    """Say whether a window passes a person by: its quarter is done, or she evaluated lately."""
    if of_quarter(finished(history.evaluations), str(window.quarter)):
        return True
    last = history.last_finished or (history.registered if history.spared else None)
    return last is not None and last.astimezone(now.tzinfo).date() > window.first - RECENT


def quarter_to_evaluate(
    history: History, school: School | None, calendar: Calendar, now: datetime
) -> Quarter:
    """Return the quarter an evaluation begun now belongs to; ``now`` carries the person's zone.

    That of a window open now or about to open; else, as long as the quarter before can be caught
    up and was not evaluated, that one; else that of the calendar, or a later one evaluated already.
    """
    window = next_window(history, school, calendar, now)
    today = now.date()
    told = window.first - EARLY
    while calendar.quiet_day(told, history.zone):
        told -= timedelta(days=1)
    if told <= today <= window.until:
        return window.quarter
    return _looked_back_at(today, history.last_quarter, school, calendar)


def _looked_back_at(
    day: date, last_quarter: Quarter | None, school: School | None, calendar: Calendar
) -> Quarter:
    """Return the quarter that an evaluation of a day looks back at, the same for everybody."""
    present = Quarter.of(day)
    before = present.shifted(-1)
    window = school.window(calendar, before) if school else calendar.window(before)
    if day <= window.until and (last_quarter is None or last_quarter < before):
        return before
    return max(present, last_quarter or present)
