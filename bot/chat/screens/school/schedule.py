"""Jadwal: a school's evaluation windows of this and the next quarter, and its own quiet days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import answered_in, done_in, going, shown_in
from bot.chat.model import Button, ChangeSchool, Replan, Screen
from bot.chat.moments.day import LikelyDays
from bot.chat.moments.days import Run, read_days
from bot.chat.routes import OfSchool
from bot.chat.screens.broadcast.draft import excerpt
from bot.chat.screens.evaluation.quarter_words import short_quarter
from bot.chat.screens.reminders.moment_said import (
    MOST_CHOICES,
    day_example,
    several_example,
    short_example,
    unused_note,
    which_day,
)
from bot.chat.screens.school import routes as to
from bot.chat.screens.school.routes import (
    Dropping,
    QuietDay,
    QuietDays,
    SchoolWeek,
    SettingWeek,
    Shifting,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.repetition import left_outside, on_quiet_days
from bot.domain.calendar.calendar import Period
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.person.person import Place
from bot.domain.roster.roster import quarter_of_school
from bot.domain.school.access import Action
from bot.domain.school.school import School
from bot.domain.school.school_change import SchoolChange, SetQuiet, SetSaturdays, ShiftWindow
from bot.domain.school.school_window import not_moved, not_quiet, quiet_to_come

WARNED_OF = 3
"""So many planned broadcasts are named that leave on a quiet day, or outside the window they ask for."""

STEPS = (-7, -1, 1, 7)
"""Days a tap moves a window by."""


def _today(s: TurnContext, school: School) -> date:
    return local(s.now, school.zone).date()


def _quarters(s: TurnContext, school: School) -> tuple[Quarter, ...]:
    """Return the quarter whose window is open or comes next, and the one after it."""
    first = quarter_of_school(school, s.world.calendar, s.now)
    if school.window(s.world.calendar, first).last < _today(s, school):
        first = first.shifted(1)
    return first, first.shifted(1)


def show_main(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw both windows with their dates, the taps that move them, and the quiet days."""
    quarters = _quarters(s, school)
    windows = "\n".join(_window(s, school, quarter) for quarter in quarters)
    week = s.say("schedule-six-days" if school.saturdays else "schedule-five-days")
    few = f"{week}\n{_quiet(s, school, brief=True)}"
    text = "\n\n".join((s.say("schedule", school=school.name), windows, few))
    moving = [_moving(s, school, quarter) for quarter in quarters]
    resets = tuple(_reset(s, school, quarter) for quarter in quarters)
    return Screen(
        text,
        rows(
            *moving,
            resets,
            (
                _saturdays_button(s, school),
                s.button("schedule", "quiet", to.SCHEDULE_QUIET(school.id)),
            ),
            (s.button("nav", "back", to.SCHOOL_HOME(school.id)), s.menu_button()),
        ),
    )


def _window(s: TurnContext, school: School, quarter: Quarter) -> str:
    window, texts = school.window(s.world.calendar, quarter), s.world.texts
    shifted = school.shifts.get(str(quarter), 0)
    moved = s.say("schedule-later" if shifted > 0 else "schedule-earlier", days=abs(shifted))
    return s.say(
        "schedule-window",
        moved=moved if shifted else "",
        quarter=short_quarter(s.world.texts, quarter),
        days=texts.brief_days(window.first, window.last),
        until=texts.brief_day(window.until),
    )


def _moving(s: TurnContext, school: School, quarter: Quarter) -> tuple[Button, ...]:
    """Return the taps of one window; each carries the whole shift, so a second tap adds nothing."""
    now = school.shifts.get(str(quarter), 0)
    return tuple(
        s.button(
            "schedule",
            "later" if by > 0 else "earlier",
            to.SCHEDULE_SHIFT(school.id, str(quarter), now + by),
            number=quarter.number,
            days=abs(by),
        )
        for by in STEPS
    )


def _reset(s: TurnContext, school: School, quarter: Quarter) -> Button | None:
    """Return the tap that moves a window back to the calendar's days, where it was moved."""
    if not school.shifts.get(str(quarter), 0):
        return None
    reset = to.SCHEDULE_SHIFT(school.id, str(quarter), 0)
    return s.button("schedule", "reset", reset, number=quarter.number)


def _saturdays_button(s: TurnContext, school: School) -> Button:
    """Return the tap that opens or closes Saturdays; it carries what it does, so twice is once."""
    wanted: SchoolWeek = "five" if school.saturdays else "six"
    return s.button("schedule", wanted, to.SCHEDULE_WEEK(school.id, wanted))


def _quiet(s: TurnContext, school: School, *, brief: bool = False) -> str:
    periods = quiet_to_come(school, _today(s, school))
    if not periods:
        return s.say("schedule-quiet-none")
    if brief:
        return s.say("schedule-quiet-few", days=", ".join(_days(s, one) for one in periods))
    lines = (s.say("schedule-quiet-line", days=_days(s, period)) for period in periods)
    return "\n".join((s.say("schedule-quiet-head"), *lines))


def _days(s: TurnContext, period: Period) -> str:
    return s.world.texts.brief_days(period.first, period.last)


def show_quiet(s: TurnContext, school: School, at: QuietDays) -> Screen:
    """Draw the school's own quiet days, each with a way to remove it, and ask for more."""
    removals = tuple(
        s.button(
            "schedule",
            "remove",
            to.SCHEDULE_DROP(school.id, period.first, period.last),
            days=s.world.texts.short_days(period.first, period.last),
        )
        for period in quiet_to_come(school, _today(s, school))
    )
    back = s.button("nav", "back", to.SCHEDULE_MAIN(school.id))
    if doubt := which_day(s, at.doubt, at.days, lambda day: to.SCHEDULE_DAY(school.id, day)):
        return Screen(doubt.text, (*doubt.rows, *rows((back, s.menu_button()))))
    found = on_quiet_days(s.known.broadcasts, school, s.world.calendar, s.now)
    sent = (s.say("schedule-broadcast-quiet", broadcast=one) for one in _named(s, school, found))
    told = "\n".join((_quiet(s, school), *sent))
    return Screen(
        f"{told}\n\n{s.say('schedule-quiet-ask', day=day_example(s), several=several_example(s))}",
        rows(*removals, (back, s.menu_button())),
    )


def open_quiet(s: TurnContext, school: School, _at: QuietDays) -> Answer:
    """Go to the school's quiet days."""
    return s.go(to.SCHEDULE_QUIET(school.id))


def _changing(s: TurnContext, school: School, change: SchoolChange, page: Place) -> Answer:
    """Change the schedule; every teacher's next message is planned anew after it."""
    return Answer(
        person=s.go(page).person,
        note=s.say("schedule-changed"),
        changes=(ChangeSchool(school.id, change),),
        effects=(Replan(school.id),),
    )


def shift(s: TurnContext, school: School, at: Shifting) -> Answer | None:
    """Move a window to so many days from the calendar's."""
    if at.quarter not in map(str, _quarters(s, school)):
        return None
    main, quarter = to.SCHEDULE_MAIN(school.id), Quarter.parse(at.quarter)
    if at.days == school.shifts.get(at.quarter, 0):
        return s.go(main)
    reason = not_moved(school, s.world.calendar, quarter, at.days, _today(s, school))
    if reason:
        return s.go(main, note=s.world.texts.tell("not-moved", reason))
    changed = _changing(s, school, ShiftWindow(at.quarter, at.days), main)
    after = replace(school, shifts={**school.shifts, at.quarter: at.days})
    return replace(changed, note="\n".join((changed.note or "", *_outside(s, school, after))))


def _outside(s: TurnContext, school: School, after: School) -> tuple[str, ...]:
    """Warn of broadcasts that ask for an evaluation which will not be open when they leave."""
    found = left_outside(s.known.broadcasts, school, after, s.world.calendar, s.now)
    named = _named(s, school, found)
    return tuple(s.say("schedule-broadcast-outside", broadcast=one) for one in named)


def _named(s: TurnContext, school: School, found: tuple[Broadcast, ...]) -> Iterator[Html]:
    """Yield the first broadcasts by their first words and their moments."""
    for one in found[:WARNED_OF]:
        when = s.world.texts.moment(one.due, school.zone) if one.due else ""
        yield Html(s.say("schedule-broadcast", excerpt=excerpt(s, one.content), when=when))


def week(s: TurnContext, school: School, at: SettingWeek) -> Answer:
    """Say how many days the school's week has."""
    main, wanted = to.SCHEDULE_MAIN(school.id), at.days == "six"
    if wanted == school.saturdays:
        return s.go(main)
    return _changing(s, school, SetSaturdays(wanted), main)


def drop(s: TurnContext, school: School, at: Dropping) -> Answer | None:
    """Remove quiet days."""
    left = tuple(one for one in school.quiet if (one.first, one.last) != (at.first, at.last))
    if left == school.quiet:
        return None
    return _changing(s, school, SetQuiet(left), to.SCHEDULE_QUIET(school.id))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand typed days as quiet days of the school; None elsewhere."""
    return answered_in(
        s, to.SCHEDULE_QUIET, lambda school, _at: _typed(s, school, text), Action.CHANGE_WINDOW
    )


def _typed(s: TurnContext, school: School, text: str) -> Answer:
    today = _today(s, school)
    read = read_days(s.world.texts, text, today)
    if isinstance(read, LikelyDays):
        if not read.days:
            return s.stay(
                s.say("schedule-quiet-unread", short=short_example(s), several=several_example(s))
            )
        return s.go(to.SCHEDULE_QUIET(school.id, read.doubt, read.days[:MOST_CHOICES]))
    return _quiet_days(s, school, read.runs, unused_note(s, read.unused))


def day(s: TurnContext, school: School, at: QuietDay) -> Answer:
    """Take one of the days she was asked about."""
    return _quiet_days(s, school, ((at.day, at.day),))


def _quiet_days(s: TurnContext, school: School, runs: tuple[Run, ...], note: str = "") -> Answer:
    """Make days quiet, as far as a school may: all of them or none."""
    today = _today(s, school)
    name = s.say("schedule-quiet-name")
    for first, last in runs:
        period = Period(first, last, name)
        if reason := not_quiet(school, period, today):
            note = s.world.texts.tell("not-quiet", reason)
            return s.go(to.SCHEDULE_QUIET(school.id), note=note)
        kept = tuple(one for one in quiet_to_come(school, today) if one != period)
        school = replace(school, quiet=(*kept, period))
    changed = _changing(s, school, SetQuiet(school.quiet), to.SCHEDULE_QUIET(school.id))
    return replace(changed, note=f"{changed.note} {note}".strip())


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave a question: back to the schedule."""
    at = to.SCHEDULE_MAIN.read(s.person.place.args)
    return s.go(to.SCHEDULE_MAIN(at.school), note=note) if at else None


SHOWS: tuple[ShownPlace, ...] = (
    shown_in(to.SCHEDULE_MAIN, show_main, Action.CHANGE_WINDOW),
    shown_in(to.SCHEDULE_QUIET, show_quiet, Action.CHANGE_WINDOW, query=Query.BROADCASTS),
)
VERBS: tuple[Done, ...] = (
    done_in(to.SCHEDULE_MAIN, going(to.SCHEDULE_MAIN), Action.CHANGE_WINDOW),
    done_in(to.SCHEDULE_QUIET, open_quiet, Action.CHANGE_WINDOW),
    done_in(to.SCHEDULE_SHIFT, shift, Action.CHANGE_WINDOW, query=Query.BROADCASTS),
    done_in(to.SCHEDULE_WEEK, week, Action.CHANGE_WINDOW),
    done_in(to.SCHEDULE_DROP, drop, Action.CHANGE_WINDOW),
    done_in(to.SCHEDULE_DAY, day, Action.CHANGE_WINDOW),
)
