"""The question for the hour of the reminders: what is typed there may also name a day or a rhythm.

Must not drop a part of what was typed: it is taken, asked about, or said back.
"""

from dataclasses import replace
from datetime import datetime, time

from bot.chat.model import Screen
from bot.chat.moments.day import MomentDoubt
from bot.chat.moments.hour import hours_in, rhythm_of
from bot.chat.moments.moment import HOURS_OF_PART
from bot.chat.moments.said import SaidMoment
from bot.chat.moments.scan import scan
from bot.chat.routes import button_to
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.reminders import routes as to
from bot.chat.screens.reminders.moment_said import MOST_CHOICES, unused_note
from bot.chat.screens.reminders.reminders import changed
from bot.chat.screens.reminders.routes import AtHour, HourChoices
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.allowed import FIRST_HOUR, LAST_HOUR
from bot.domain.calendar.calendar import SUNDAY
from bot.domain.person.own_clock import with_hour
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Rhythm

HOURS = (time(7, 0), time(10, 0), time(13, 30), time(15, 30), time(16, 30), time(19, 0))

PART = "bagian"
"""Marks the question for an hour of one part of the day."""


def show(s: TurnContext, at: HourChoices) -> Screen:
    """Ask for the hour, or which of several hours is meant."""
    cancel = s.button("nav", "cancel", to.REMIND_MAIN())
    if several := tuple(hour for one in at.said if (hour := hour_of(one))):
        said = [button_to(s.world.texts.clock(hour), to.WISH_SET_HOUR(hour)) for hour in several]
        is_part = at.said[0] == PART
        which = (
            s.say("remind-hour-part")
            if is_part
            else s.world.texts.tell("doubt", MomentDoubt.SEVERAL)
        )
        return Screen(which, (tuple(said), *rows(cancel)))
    current = s.person.wishes.hour
    buttons = [
        s.choice(s.world.texts.clock(hour), to.WISH_SET_HOUR(hour), is_current=hour == current)
        for hour in HOURS
    ]
    return Screen(
        s.say("remind-hour", zone=s.person.zone or "WIB"),
        (tuple(buttons[:3]), tuple(buttons[3:]), *rows(cancel)),
    )


def hour_of(written: str) -> time | None:
    """Return the hour written like 1530 in a button, None for what is none."""
    try:
        return datetime.strptime(written, "%H%M").time()  # noqa: DTZ007 -- an hour of no day
    except ValueError:
        return None


def set_hour(s: TurnContext, at: AtHour) -> Answer | None:
    """Take the hour."""
    return _keep(s, at.hour) if FIRST_HOUR <= at.hour <= LAST_HOUR else None


def _keep(s: TurnContext, hour: time, note: str = "") -> Answer:
    person = with_hour(s.person, hour)
    outbound = replace(person.outbound, unanswered=0)
    return changed(s, replace(person, outbound=outbound), note)


def typed(s: TurnContext, words: str) -> Answer:
    """Take any hour at which a message may begin, written like 7, 07.30 or pukul 5 sore.

    Where only one half of the day is allowed, that is meant; of several hours she is asked which.
    A day of the week and a rhythm beside it are taken too.
    """
    said = scan(s.world.texts, words)
    hours = hours_in(s.world.texts, words)
    if not hours:
        return _without_hour(s, said)
    allowed = tuple(hour for hour in hours if FIRST_HOUR <= hour <= LAST_HOUR)
    if not allowed:
        first, last = (s.world.texts.clock(end) for end in (FIRST_HOUR, LAST_HOUR))
        return s.stay(s.say("remind-hour-range", first=first, last=last))
    day, rhythm = _weekday(said), rhythm_of(said)
    wishes = s.person.wishes
    wishes = replace(
        wishes,
        weekday=wishes.weekday if day is None else day,
        rhythm=rhythm or wishes.rhythm,
    )
    with_day = s.change(replace(s.person, wishes=wishes))
    note = _note(s, said, allowed[0] if len(allowed) == 1 else None, day, rhythm)
    if len(allowed) > 1:
        several = tuple(f"{one:%H%M}" for one in allowed[:MOST_CHOICES])
        return with_day.go(to.WISH_HOUR(several), note=note)
    return _keep(with_day, allowed[0], note)


def _note(
    s: TurnContext, said: SaidMoment, hour: time | None, day: int | None, rhythm: Rhythm | None
) -> str:
    """Return what was understood beside the hour, and what was of no use."""
    texts, own = s.world.texts, s.person.zone or Zone.WIB
    parts = [] if day is None else [texts.weekday(day)]
    parts += [texts.pick("rhythm", rhythm)] if rhythm else []
    if parts and hour:
        parts.append(texts.clock(hour))
    notes = [s.say("remind-hour-read", said=", ".join(parts))] if parts else []
    if hour and set(said.zones) - {own}:
        notes.append(s.say("remind-hour-zone", hour=texts.clock(hour), zone=own))
    unused = [*said.odd, *(said.day_words if day is None else ())]
    unused += [one.words for one in said.every if rhythm is None and (one.amount or day is None)]
    spare = said.spare if said.hours else said.spare[1:]
    unused += [str(one.hour) for one in spare]
    return " ".join((*notes, unused_note(s, tuple(unused)))).strip()


def _weekday(said: SaidMoment) -> int | None:
    """Return the one day of every week that was said, None for any other day."""
    days = {day for day, behind in said.weekdays if not behind}
    other = said.dates or said.near or said.edge or said.distance or said.weeks is not None
    is_one = len(days) == 1 and len(said.weekdays) == 1 and not other
    day = days.pop() if is_one else SUNDAY
    return None if day == SUNDAY else day


def _without_hour(s: TurnContext, said: SaidMoment) -> Answer:
    """Answer what names no hour: a rhythm and a day are offered, of a part of the day the hours."""
    texts = s.world.texts
    rhythm, day = rhythm_of(said), _weekday(said)
    stay = s.button("aside", "back", MEANT_STAY())
    if rhythm:
        name = texts.pick("rhythm", rhythm)
        offered = s.button("remind-hour-other", "rhythm", to.WISH_SET_RHYTHM(rhythm), name=name)
        return s.short(s.say("remind-hour-other", said=name), rows(offered, stay))
    if any(one.amount for one in said.every):
        return s.go(to.WISH_RHYTHM(), note=unused_note(s, tuple(one.words for one in said.every)))
    if said.parts:
        hours = [hour for hour in HOURS_OF_PART[said.parts[0]] if FIRST_HOUR <= hour <= LAST_HOUR]
        if hours:
            wishes = replace(
                s.person.wishes, weekday=s.person.wishes.weekday if day is None else day
            )
            note = _note(s, said, None, day, None)
            said_hours = (PART, *(f"{hour:%H%M}" for hour in hours))
            with_day = s.change(replace(s.person, wishes=wishes))
            return with_day.go(to.WISH_HOUR(said_hours), note=note or None)
    if day is not None:
        name = texts.weekday(day)
        offered = s.button("remind-hour-other", "day", to.WISH_SET_DAY(day), name=name)
        return s.short(s.say("remind-hour-other", said=name), rows(offered, stay))
    return s.stay(s.say("remind-hour-unread"))
