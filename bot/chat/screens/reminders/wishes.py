"""The questions behind /pengingat: which day, which hour, how often, and a pause."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from bot.chat.model import Button, Screen
from bot.chat.moments.day import Doubt, read_day
from bot.chat.moments.hour import rhythm_of
from bot.chat.moments.scan import scan
from bot.chat.screens.reminders import hour as reminder_hour
from bot.chat.screens.reminders.moment_said import (
    CHOICES,
    day_example,
    day_in,
    short_example,
    which_day,
)
from bot.chat.screens.reminders.reminders import changed, morning_after, pause_until
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed.line import comparable
from bot.domain.calendar.calendar import SATURDAY
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import Rhythm, Wishes

WEEKDAYS = (0, 1, 2, 3, 4, SATURDAY)
"""Never a Sunday. Saturday is open only for who chooses it, and in schools with six days."""

PAUSES = {"pekan": 7, "bulan": 30}
"""Days of the pauses offered."""

LONGEST_PAUSE = timedelta(days=365)


def show_day(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Ask for the day of the week."""
    buttons = [Button(s.world.texts.weekday(day), f"wish:day:{day}") for day in WEEKDAYS]
    return Screen(s.say("remind-day"), (tuple(buttons[:3]), tuple(buttons[3:]), *rows(_cancel(s))))


def show_rhythm(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Ask how often."""
    buttons = [
        Button(s.world.texts.pick("rhythm", rhythm), f"wish:rhythm:{rhythm}") for rhythm in Rhythm
    ]
    return Screen(
        s.say("remind-rhythm"), (tuple(buttons[:2]), tuple(buttons[2:]), *rows(_cancel(s)))
    )


def show_pause(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask how long; a date may be typed instead. Or which day is meant: args are a doubt and days."""
    if doubt := which_day(s, args, "wish:until"):
        return Screen(doubt.text, (*doubt.rows, *rows(_cancel(s))))
    return Screen(
        s.say("remind-pause", day=day_example(s)),
        rows(
            tuple(s.button("remind-pause", name, f"wish:pause:{name}") for name in PAUSES),
            _cancel(s),
        ),
    )


def _cancel(s: TurnContext) -> Button:
    return s.button("nav", "cancel", "remind:main")


def ask(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Open one of the questions; args are its name."""
    if not args or args[0] not in SHOWS:
        return None
    return s.go(f"wish.{args[0]}")


def _wish(s: TurnContext, wishes: Wishes) -> Answer:
    return _keep(s, replace(s.person, wishes=wishes))


def _keep(s: TurnContext, person: Person, note: str = "") -> Answer:
    outbound = replace(person.outbound, unanswered=0)
    return changed(s, replace(person, outbound=outbound), note)


def set_day(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the day of the week, 0 for Monday."""
    if not args or args[0] not in map(str, WEEKDAYS):
        return None
    return _wish(s, replace(s.person.wishes, weekday=int(args[0])))


def set_rhythm(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take how often."""
    if not args or args[0] not in set(Rhythm):
        return None
    return _wish(s, replace(s.person.wishes, rhythm=Rhythm(args[0])))


def set_pause(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Pause for one of the offered times."""
    if not args or args[0] not in PAUSES:
        return None
    return pause_until(s, morning_after(s, PAUSES[args[0]]))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand what is typed instead of a tap; None for a command, or where nothing is asked."""
    words = comparable(text)
    if words in s.world.phrases:
        return None
    match s.person.place.screen:
        case "wish.day":
            return _typed_day(s, words)
        case "wish.hour":
            return reminder_hour.typed(s, words)
        case "wish.rhythm":
            return _typed_rhythm(s, words)
        case "wish.pause":
            return _typed_pause(s, text)
        case _:
            return None


def _typed_day(s: TurnContext, words: str) -> Answer:
    named = {day for day, _ in scan(s.world.texts, words).weekdays}
    day = named.pop() if len(named) == 1 else None
    if day not in WEEKDAYS:
        return s.stay(s.say("ask-choose"))
    return _wish(s, replace(s.person.wishes, weekday=day))


def _typed_rhythm(s: TurnContext, words: str) -> Answer:
    for rhythm in Rhythm:
        if words == comparable(s.world.texts.pick("rhythm", rhythm)):
            return _wish(s, replace(s.person.wishes, rhythm=rhythm))
    found = rhythm_of(scan(s.world.texts, words))
    return (
        _wish(s, replace(s.person.wishes, rhythm=found)) if found else s.stay(s.say("ask-choose"))
    )


def _typed_pause(s: TurnContext, text: str) -> Answer:
    today = local(s.now, s.person.zone).date()
    read = read_day(s.world.texts, text, today)
    if not read.days:
        return s.stay(s.say("remind-pause-unread", day=day_example(s), short=short_example(s)))
    ahead = tuple(day for day in read.days if day > today) or read.days
    if len(ahead) > 1 or (read.doubt and read.doubt is not Doubt.WEEK):
        return s.go("wish.pause", str(read.doubt), *map(str, ahead[:CHOICES]))
    return _pause_until_day(s, ahead[0])


def set_pause_day(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take one of the days she was asked about; args are the day, like 2026-12-24."""
    day = day_in(args)
    return _pause_until_day(s, day) if day else None


def _pause_until_day(s: TurnContext, day: date) -> Answer:
    today = local(s.now, s.person.zone).date()
    if not today < day <= today + LONGEST_PAUSE:
        return s.go("wish.pause", note=s.say("remind-pause-range"))
    # "Sampai 30 April" takes in that day, so the pause ends with the next.
    return pause_until(s, moment_at(day + timedelta(days=1), time(0), s.person.zone))


SHOWS: Mapping[str, Show] = {
    "day": show_day,
    "hour": reminder_hour.show,
    "rhythm": show_rhythm,
    "pause": show_pause,
}
VERBS: Mapping[str, Verb] = {
    "ask": ask,
    "day": set_day,
    "hour": reminder_hour.set_hour,
    "rhythm": set_rhythm,
    "pause": set_pause,
    "until": set_pause_day,
}
