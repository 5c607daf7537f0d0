"""Jadwal: a school's evaluation windows of this and the next quarter, and its own quiet days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.chat.model import Button, ChangeSchool, Replan, Screen
from bot.chat.moments.day import Days
from bot.chat.moments.days import Run, read_days
from bot.chat.screens.evaluation.quarter_words import bare_quarter, quarter_name
from bot.chat.screens.reminders.moment_said import (
    CHOICES,
    day_example,
    day_in,
    several_example,
    short_example,
    unused_note,
    which_day,
)
from bot.chat.screens.school.school import refused
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.calendar.calendar import Period
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.roster.roster import quarter_of_school
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId
from bot.domain.school.school_change import SchoolChange, SetQuiet, SetSaturdays, ShiftWindow
from bot.domain.school.school_window import not_moved, not_quiet, quiet_to_come

STEPS = (-7, -1, 1, 7)
"""Days a tap moves a window by."""


def _own(s: TurnContext, args: tuple[str, ...]) -> School | None:
    """Return the school of a place or button, if the person may change its schedule."""
    if not args or not s.may(Action.CHANGE_WINDOW, args[0]):
        return None
    return s.known.rights.schools.get(SchoolId(args[0]))


def _today(s: TurnContext, school: School) -> date:
    return local(s.now, school.zone).date()


def _quarters(s: TurnContext, school: School) -> tuple[Quarter, ...]:
    """Return the quarter whose window is open or comes next, and the one after it."""
    first = quarter_of_school(school, s.world.calendar, s.now)
    if school.window(s.world.calendar, first).last < _today(s, school):
        first = first.shifted(1)
    return first, first.shifted(1)


def show_main(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw both windows with their dates, the taps that move them, and the quiet days."""
    school = _own(s, args)
    if school is None:
        return refused(s)
    quarters = _quarters(s, school)
    windows = "\n\n".join(_window(s, school, quarter) for quarter in quarters)
    week = s.say("schedule-six-days" if school.saturdays else "schedule-five-days")
    text = "\n\n".join((s.say("schedule", school=school.name), windows, week, _quiet(s, school)))
    moving = [row for quarter in quarters for row in _moving(s, school, quarter)]
    return Screen(
        text,
        (
            *moving,
            *rows(
                _saturdays_button(s, school),
                s.button("schedule", "quiet", f"schedule:quiet:{school.id}"),
                (s.button("nav", "back", f"school:home:{school.id}"), s.menu_button()),
            ),
        ),
    )


def _window(s: TurnContext, school: School, quarter: Quarter) -> str:
    window, texts = school.window(s.world.calendar, quarter), s.world.texts
    text = s.say(
        "schedule-window",
        quarter=quarter_name(s.world.texts, quarter),
        first=texts.long_day(window.first),
        last=texts.long_day(window.last),
        until=texts.long_day(window.until),
    )
    days = school.shifts.get(str(quarter), 0)
    if not days:
        return text
    moved = s.say("schedule-later" if days > 0 else "schedule-earlier", days=abs(days))
    return f"{text}\n{moved}"


def _moving(s: TurnContext, school: School, quarter: Quarter) -> tuple[tuple[Button, ...], ...]:
    """Return the taps of one window; each carries the whole shift, so a second tap adds nothing."""
    now = school.shifts.get(str(quarter), 0)
    data = f"schedule:shift:{school.id}:{quarter}"
    moves = tuple(
        s.button(
            "schedule",
            "later" if by > 0 else "earlier",
            f"{data}:{now + by}",
            named=bare_quarter(s.world.texts, quarter),
            days=abs(by),
        )
        for by in STEPS
    )
    if not now:
        return (moves,)
    named = bare_quarter(s.world.texts, quarter)
    return moves, (s.button("schedule", "reset", f"{data}:0", named=named),)


def _saturdays_button(s: TurnContext, school: School) -> Button:
    """Return the tap that opens or closes Saturdays; it carries what it does, so twice is once."""
    wanted = "five" if school.saturdays else "six"
    return s.button("schedule", wanted, f"schedule:week:{school.id}:{wanted}")


def _quiet(s: TurnContext, school: School) -> str:
    periods = quiet_to_come(school, _today(s, school))
    if not periods:
        return s.say("schedule-quiet-none")
    lines = (s.say("schedule-quiet-line", days=_days(s, period)) for period in periods)
    return "\n".join((s.say("schedule-quiet-head"), *lines))


def _days(s: TurnContext, period: Period) -> str:
    texts = s.world.texts
    if period.first == period.last:
        return texts.long_day(period.first)
    return f"{texts.long_day(period.first)} – {texts.long_day(period.last)}"


def show_quiet(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the school's own quiet days, each with a way to remove it, and ask for more."""
    school = _own(s, args)
    if school is None:
        return refused(s)
    removals = tuple(
        s.button(
            "schedule",
            "remove",
            f"schedule:drop:{school.id}:{period.first:%Y%m%d}:{period.last:%Y%m%d}",
            days=s.world.texts.short_days(period.first, period.last),
        )
        for period in quiet_to_come(school, _today(s, school))
    )
    back = s.button("nav", "back", f"schedule:main:{school.id}")
    if doubt := which_day(s, args[1:], f"schedule:day:{school.id}"):
        return Screen(doubt.text, (*doubt.rows, *rows((back, s.menu_button()))))
    return Screen(
        f"{_quiet(s, school)}\n\n{s.say('schedule-quiet-ask', day=day_example(s), several=several_example(s))}",
        rows(*removals, (back, s.menu_button())),
    )


def to(place: str) -> Verb:
    """Return the verb that goes to a place of a school's schedule, for whom may."""

    def verb(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        school = _own(s, args)
        return s.go(f"schedule.{place}", school.id) if school else s.stay(s.say("no-right"))

    return verb


def _changing(s: TurnContext, school: School, change: SchoolChange, place: str) -> Answer:
    """Change the schedule; every teacher's next message is planned anew after it."""
    going = s.go(f"schedule.{place}", school.id)
    return Answer(
        person=going.person,
        note=s.say("schedule-changed"),
        changes=(ChangeSchool(school.id, change),),
        effects=(Replan(school.id),),
    )


def shift(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Move a window to so many days from the calendar's; args are school, quarter and days."""
    school = _own(s, args)
    if school is None:
        return s.stay(s.say("no-right"))
    if len(args) != 3 or args[1] not in map(str, _quarters(s, school)):  # noqa: PLR2004 -- school, quarter, days
        return None
    if not args[2].removeprefix("-").isdecimal():
        return None
    quarter, days = Quarter.parse(args[1]), int(args[2])
    if days == school.shifts.get(args[1], 0):
        return s.go("schedule.main", school.id)
    reason = not_moved(school, s.world.calendar, quarter, days, _today(s, school))
    if reason:
        return s.go("schedule.main", school.id, note=s.world.texts.tell("not-moved", reason))
    return _changing(s, school, ShiftWindow(args[1], days), "main")


def week(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Say how many days the school's week has; args are school and "five" or "six"."""
    school = _own(s, args)
    if school is None:
        return s.stay(s.say("no-right"))
    if args[1:] not in (("five",), ("six",)):
        return None
    wanted = args[1] == "six"
    if wanted == school.saturdays:
        return s.go("schedule.main", school.id)
    return _changing(s, school, SetSaturdays(wanted), "main")


def drop(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Remove quiet days; args are school, first and last day."""
    school = _own(s, args)
    if school is None:
        return s.stay(s.say("no-right"))
    left = tuple(
        period
        for period in school.quiet
        if (f"{period.first:%Y%m%d}", f"{period.last:%Y%m%d}") != args[1:]
    )
    if left == school.quiet:
        return None
    return _changing(s, school, SetQuiet(left), "quiet")


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand typed days as quiet days of the school; None elsewhere."""
    if s.person.place.screen != "schedule.quiet":
        return None
    school = _own(s, s.person.place.args)
    if school is None:
        return s.go("menu.main", note=s.say("no-right"))
    today = _today(s, school)
    read = read_days(s.world.texts, text, today)
    if isinstance(read, Days):
        if not read.days:
            return s.stay(
                s.say("schedule-quiet-unread", short=short_example(s), several=several_example(s))
            )
        return s.go("schedule.quiet", school.id, str(read.doubt), *map(str, read.days[:CHOICES]))
    return _quiet_days(s, school, read.runs, unused_note(s, read.unused))


def day(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take one of the days she was asked about; args are school and day, like 2026-12-24."""
    school = _own(s, args)
    if school is None:
        return s.stay(s.say("no-right"))
    chosen = day_in(args[1:])
    return _quiet_days(s, school, ((chosen, chosen),)) if chosen else None


def _quiet_days(s: TurnContext, school: School, runs: tuple[Run, ...], note: str = "") -> Answer:
    """Make days quiet, as far as a school may: all of them or none."""
    today = _today(s, school)
    name = s.say("schedule-quiet-name")
    for first, last in runs:
        period = Period(first, last, name)
        if reason := not_quiet(school, period, today):
            note = s.world.texts.tell("not-quiet", reason)
            return s.go("schedule.quiet", school.id, note=note)
        kept = tuple(one for one in quiet_to_come(school, today) if one != period)
        school = replace(school, quiet=(*kept, period))
    changed = _changing(s, school, SetQuiet(school.quiet), "quiet")
    return replace(changed, note=f"{changed.note} {note}".strip())


SHOWS: Mapping[str, Show] = {"main": show_main, "quiet": show_quiet}
VERBS: Mapping[str, Verb] = {
    "main": to("main"),
    "quiet": to("quiet"),
    "shift": shift,
    "week": week,
    "drop": drop,
    "day": day,
}
