"""The questions behind /pengingat: which day, which hour, how often, and a pause."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.moments.day import MomentDoubt, read_day
from bot.chat.moments.hour import rhythm_of
from bot.chat.moments.scan import scan
from bot.chat.screens.reminders import hour as reminder_hour
from bot.chat.screens.reminders import routes as to
from bot.chat.screens.reminders.moment_said import (
    MOST_CHOICES,
    day_example,
    short_example,
    which_day,
)
from bot.chat.screens.reminders.reminders import changed, morning_after, pause_until
from bot.chat.screens.reminders.routes import (
    DayChoices,
    HowOften,
    OnDay,
    OnWeekday,
    PauseLength,
    Pausing,
    Wishing,
)
from bot.chat.screens.reminders.time_asked import is_about_else
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import comparable
from bot.domain.calendar.calendar import SATURDAY
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import Rhythm, Wishes

WEEKDAYS = (0, 1, 2, 3, 4, SATURDAY)
"""Never a Sunday. Saturday is open only for who chooses it, and in schools with six days."""

PAUSES: Mapping[PauseLength, int] = {"pekan": 7, "bulan": 30}
"""Days of the pauses offered."""

LONGEST_PAUSE = timedelta(days=365)


def show_day(s: TurnContext) -> Screen:
    """Ask for the day of the week."""
    current = s.person.wishes.weekday
    buttons = [
        s.choice(s.world.texts.weekday(day), to.WISH_SET_DAY(day), is_current=day == current)
        for day in WEEKDAYS
    ]
    return Screen(s.say("remind-day"), (tuple(buttons[:3]), tuple(buttons[3:]), *rows(_cancel(s))))


def show_rhythm(s: TurnContext) -> Screen:
    """Ask how often."""
    current = s.person.wishes.rhythm
    buttons = [
        s.choice(
            s.world.texts.pick("rhythm", rhythm),
            to.WISH_SET_RHYTHM(rhythm),
            is_current=rhythm == current,
        )
        for rhythm in Rhythm
    ]
    return Screen(
        s.say("remind-rhythm"), (tuple(buttons[:2]), tuple(buttons[2:]), *rows(_cancel(s)))
    )


def show_pause(s: TurnContext, at: DayChoices) -> Screen:
    """Ask how long; a date may be typed instead. Or which day is meant."""
    if doubt := which_day(s, at.doubt, at.days, to.WISH_UNTIL):
        return Screen(doubt.text, (*doubt.rows, *rows(_cancel(s))))
    return Screen(
        s.say("remind-pause", day=day_example(s)),
        rows(
            tuple(s.button("remind-pause", name, to.WISH_SET_PAUSE(name)) for name in PAUSES),
            _cancel(s),
        ),
    )


def _cancel(s: TurnContext) -> Button:
    return s.button("nav", "cancel", to.REMIND_MAIN())


def ask(s: TurnContext, at: Wishing) -> Answer:
    """Open one of the questions."""
    places = {
        "day": to.WISH_DAY(),
        "hour": to.WISH_HOUR(),
        "rhythm": to.WISH_RHYTHM(),
        "pause": to.WISH_PAUSE(),
    }
    return s.go(places[at.wish])


def _wish(s: TurnContext, wishes: Wishes) -> Answer:
    return _keep(s, replace(s.person, wishes=wishes))


def _keep(s: TurnContext, person: Person, note: str = "") -> Answer:
    outbound = replace(person.outbound, unanswered=0)
    return changed(s, replace(person, outbound=outbound), note)


def set_day(s: TurnContext, at: OnWeekday) -> Answer | None:
    """Take the day of the week, 0 for Monday."""
    if at.day not in WEEKDAYS:
        return None
    return _wish(s, replace(s.person.wishes, weekday=at.day))


def set_rhythm(s: TurnContext, at: HowOften) -> Answer:
    """Take how often."""
    return _wish(s, replace(s.person.wishes, rhythm=at.rhythm))


def set_pause(s: TurnContext, at: Pausing) -> Answer:
    """Pause for one of the offered times."""
    return pause_until(s, morning_after(s, PAUSES[at.pause]))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand what is typed instead of a tap; None for what is about something else, and elsewhere."""
    words = comparable(text)
    if words in s.world.phrases or is_about_else(s, text):
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
    if len(ahead) > 1 or (read.doubt and read.doubt is not MomentDoubt.WEEK):
        return s.go(to.WISH_PAUSE(read.doubt, ahead[:MOST_CHOICES]))
    return _pause_until_day(s, ahead[0])


def set_pause_day(s: TurnContext, at: OnDay) -> Answer:
    """Take one of the days she was asked about."""
    return _pause_until_day(s, at.day)


def _pause_until_day(s: TurnContext, day: date) -> Answer:
    today = local(s.now, s.person.zone).date()
    if not today < day <= today + LONGEST_PAUSE:
        return s.go(to.WISH_PAUSE(), note=s.say("remind-pause-range"))
    # "Sampai 30 April" takes in that day, so the pause ends with the next.
    return pause_until(s, moment_at(day + timedelta(days=1), time(0), s.person.zone))


def way_out(s: TurnContext, note: str) -> Answer:
    """Leave a question: back to the reminders."""
    return s.go(to.REMIND_MAIN(), note=note)


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.WISH_DAY, show_day),
    shown(to.WISH_HOUR, reminder_hour.show),
    shown(to.WISH_RHYTHM, show_rhythm),
    shown(to.WISH_PAUSE, show_pause),
)
VERBS: tuple[Done, ...] = (
    done(to.WISH_ASK, ask),
    done(to.WISH_SET_DAY, set_day),
    done(to.WISH_SET_HOUR, reminder_hour.set_hour),
    done(to.WISH_SET_RHYTHM, set_rhythm),
    done(to.WISH_SET_PAUSE, set_pause),
    done(to.WISH_UNTIL, set_pause_day),
)
