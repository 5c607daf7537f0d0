"""The questions behind /pengingat: which day, which hour, how often, and a pause."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta
from re import compile as pattern

from bot.chat.model import Button, Screen
from bot.chat.screens.reminders import changed, morning_after, pause_until
from bot.chat.situation import Answer, Show, Situation, Verb, rows
from bot.chat.typed import comparable
from bot.chat.typed_hour import hour_in
from bot.domain.allowed import FIRST_HOUR, LAST_HOUR
from bot.domain.calendar import SATURDAY
from bot.domain.outbound import Rhythm, Wishes
from bot.domain.own_clock import with_hour
from bot.domain.person import Person
from bot.domain.quarter import local, moment_at
from bot.domain.zone import Zone

WEEKDAYS = (0, 1, 2, 3, 4, SATURDAY)
"""Never a Sunday. Saturday is open only for who chooses it, and in schools with six days."""

HOURS = (time(7, 0), time(10, 0), time(13, 30), time(15, 30), time(16, 30), time(19, 0))

_LETTERS = pattern(r"[a-z]+")

PAUSES = {"pekan": 7, "bulan": 30}
"""Days of the pauses offered."""

LONGEST_PAUSE = timedelta(days=365)


def show_day(s: Situation, _args: tuple[str, ...]) -> Screen:
    """Ask for the day of the week."""
    buttons = [Button(s.world.texts.weekday(day), f"wish:day:{day}") for day in WEEKDAYS]
    return Screen(s.say("remind-day"), (tuple(buttons[:3]), tuple(buttons[3:]), *rows(_cancel(s))))


def show_hour(s: Situation, _args: tuple[str, ...]) -> Screen:
    """Ask for the hour."""
    buttons = [Button(s.world.texts.clock(hour), f"wish:hour:{hour:%H%M}") for hour in HOURS]
    return Screen(
        s.say("remind-hour", zone=s.person.zone or "WIB"),
        (tuple(buttons[:3]), tuple(buttons[3:]), *rows(_cancel(s))),
    )


def show_rhythm(s: Situation, _args: tuple[str, ...]) -> Screen:
    """Ask how often."""
    buttons = [
        Button(s.world.texts.pick("rhythm", rhythm), f"wish:rhythm:{rhythm}") for rhythm in Rhythm
    ]
    return Screen(
        s.say("remind-rhythm"), (tuple(buttons[:2]), tuple(buttons[2:]), *rows(_cancel(s)))
    )


def show_pause(s: Situation, _args: tuple[str, ...]) -> Screen:
    """Ask how long; a date may be typed instead."""
    return Screen(
        s.say("remind-pause"),
        rows(
            tuple(s.button("remind-pause", name, f"wish:pause:{name}") for name in PAUSES),
            _cancel(s),
        ),
    )


def _cancel(s: Situation) -> Button:
    return s.button("nav", "cancel", "remind:main")


def ask(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Open one of the questions; args are its name."""
    if not args or args[0] not in SHOWS:
        return None
    return s.go(f"wish.{args[0]}")


def _wish(s: Situation, wishes: Wishes) -> Answer:
    return _keep(s, replace(s.person, wishes=wishes))


def _keep(s: Situation, person: Person, note: str = "") -> Answer:
    outbound = replace(person.outbound, unanswered=0)
    return changed(s, replace(person, outbound=outbound), note)


def set_day(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Take the day of the week, 0 for Monday."""
    if not args or args[0] not in map(str, WEEKDAYS):
        return None
    return _wish(s, replace(s.person.wishes, weekday=int(args[0])))


def set_hour(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Take the hour, written like 1530."""
    chosen = next((hour for hour in HOURS if args and f"{hour:%H%M}" == args[0]), None)
    return _keep(s, with_hour(s.person, chosen)) if chosen else None


def set_rhythm(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Take how often."""
    if not args or args[0] not in set(Rhythm):
        return None
    return _wish(s, replace(s.person.wishes, rhythm=Rhythm(args[0])))


def set_pause(s: Situation, args: tuple[str, ...]) -> Answer | None:
    """Pause for one of the offered times."""
    if not args or args[0] not in PAUSES:
        return None
    return pause_until(s, morning_after(s, PAUSES[args[0]]))


def typed(s: Situation, text: str) -> Answer | None:
    """Understand what is typed instead of a tap; None for a command, or where nothing is asked."""
    words = comparable(text)
    if words in s.world.phrases:
        return None
    match s.person.place.screen:
        case "wish.day":
            return _typed_day(s, words)
        case "wish.hour":
            return _typed_hour(s, words)
        case "wish.rhythm":
            return _typed_rhythm(s, words)
        case "wish.pause":
            return _typed_pause(s, text)
        case _:
            return None


def _typed_day(s: Situation, words: str) -> Answer:
    for day in WEEKDAYS:
        if s.world.texts.weekday(day).lower() in words.split():
            return _wish(s, replace(s.person.wishes, weekday=day))
    return s.stay(s.say("ask-choose"))


def _typed_hour(s: Situation, words: str) -> Answer:
    """Take any hour at which a message may begin, written like 7, 07.30 or pukul 5 sore."""
    chosen = hour_in(s.world.texts, words)
    if chosen is None:
        return s.stay(s.say("remind-hour-unread"))
    if not FIRST_HOUR <= chosen <= LAST_HOUR:
        first, last = (s.world.texts.clock(end) for end in (FIRST_HOUR, LAST_HOUR))
        return s.stay(s.say("remind-hour-range", first=first, last=last))
    return _keep(s, with_hour(s.person, chosen), _zone_note(s, words, chosen))


def _zone_note(s: Situation, words: str, chosen: time) -> str:
    """Return what is said when she named a zone that is not hers: the hour is kept in hers."""
    own = s.person.zone or Zone.WIB
    if not {zone.lower() for zone in Zone if zone is not own} & set(_LETTERS.findall(words)):
        return ""
    return s.say("remind-hour-zone", hour=s.world.texts.clock(chosen), zone=own)


def _typed_rhythm(s: Situation, words: str) -> Answer:
    for rhythm in Rhythm:
        if words == comparable(s.world.texts.pick("rhythm", rhythm)):
            return _wish(s, replace(s.person.wishes, rhythm=rhythm))
    return s.stay(s.say("ask-choose"))


def _typed_pause(s: Situation, text: str) -> Answer:
    today = local(s.now, s.person.zone).date()
    day = s.world.texts.read_day(text, today)
    if day is None:
        return s.stay(s.say("remind-pause-unread"))
    if not today < day <= today + LONGEST_PAUSE:
        return s.stay(s.say("remind-pause-range"))
    # "Sampai 30 April" takes in that day, so the pause ends with the next.
    return pause_until(s, moment_at(day + timedelta(days=1), time(0), s.person.zone))


SHOWS: Mapping[str, Show] = {
    "day": show_day,
    "hour": show_hour,
    "rhythm": show_rhythm,
    "pause": show_pause,
}
VERBS: Mapping[str, Verb] = {
    "ask": ask,
    "day": set_day,
    "hour": set_hour,
    "rhythm": set_rhythm,
    "pause": set_pause,
}
