"""What is said about typed days and hours: examples that lie ahead, and a zone that is not hers."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from textwrap import shorten

from bot.chat.model import Screen
from bot.chat.moments.day import MomentDoubt
from bot.chat.moments.moment import MomentReading
from bot.chat.routes import button_to
from bot.chat.turn_context import TurnContext, rows
from bot.domain.calendar.quarter import local
from bot.domain.person.person import Place
from bot.domain.person.zone import Zone

SOON, LATER = 3, 21
"""Days until the nearer and the farther example."""

MOST_CHOICES = 3
"""Days to choose from at once."""

UNUSED_TOLD = 200
"""Characters of words of no use that are repeated; many more would not leave room for the screen."""

RUN = 2
"""Days from the first to the last day of an example of several."""


def moment_example(s: TurnContext) -> str:
    """Return a day and an hour to type, such as "24/11 15.30": always ahead, never on a quiet day."""
    day = _school_day(s, SOON)
    return f"{day.day}/{day.month} 15.30"


def weekday_example(s: TurnContext) -> str:
    """Return the name of a day of the week that is not today's."""
    return s.world.texts.weekday(_school_day(s, SOON).weekday())


def day_example(s: TurnContext) -> str:
    """Return a day to type, such as "24 Desember 2026"."""
    return s.world.texts.plain_day(_school_day(s, LATER))


def short_example(s: TurnContext) -> str:
    """Return a day to type in figures, such as "24/12/2026"."""
    day = _school_day(s, LATER)
    return s.world.texts.short_days(day, day)


def several_example(s: TurnContext) -> str:
    """Return several days to type, such as "10-12 Maret 2027" with a dash."""
    first = _school_day(s, 2 * LATER)
    while (first + timedelta(days=RUN)).month != first.month:
        first += timedelta(days=1)
    return f"{first.day}–{s.world.texts.plain_day(first + timedelta(days=RUN))}"


def _school_day(s: TurnContext, ahead: int) -> date:
    """Return the first day that is not quiet, from so many days ahead on."""
    day = local(s.now, s.person.zone).date() + timedelta(days=ahead)
    while s.calendar.quiet_day(day, s.person.zone):
        day += timedelta(days=1)
    return day


def zone_note(s: TurnContext, read: MomentReading) -> str:
    """Return what is said of a moment in a zone that is not hers, else ""."""
    own = s.person.zone or Zone.WIB
    if read.zone in (None, own) or not read.moments:
        return ""
    moment = read.moments[0]
    hours = [s.world.texts.clock(local(moment, zone).time()) for zone in (read.zone, own)]
    return s.say("moment-zone", there=hours[0], zone=read.zone or own, here=hours[1], own=own)


def which_moment(
    s: TurnContext,
    doubt: MomentDoubt | None,
    moments: tuple[datetime, ...],
    take: Callable[[datetime], Place],
) -> Screen | None:
    """Ask which of several moments is meant; ``take`` leads to it. None without a doubt."""
    if doubt is None:
        return None
    buttons = (
        button_to(s.world.texts.brief_moment(moment, s.person.zone), take(moment))
        for moment in moments
    )
    return Screen(s.world.texts.tell("doubt", doubt), rows(*buttons))


def unread_note(s: TurnContext, read: MomentReading) -> str:
    """Return what is said of a moment that could not be read, or is over."""
    example = moment_example(s)
    if read.doubt:
        return s.say("moment-over", example=example)
    return s.say("broadcast-when-unread", example=example)


def unused_note(s: TurnContext, words: tuple[str, ...]) -> str:
    """Return which of her words were of no use, so that none is dropped silently; "" for none."""
    unused = shorten(" ".join(words), UNUSED_TOLD, placeholder=" …")
    return s.say("moment-unused", words=unused) if words else ""


def which_day(
    s: TurnContext, doubt: MomentDoubt | None, days: tuple[date, ...], take: Callable[[date], Place]
) -> Screen | None:
    """Ask which of several days is meant; ``take`` leads to it. None without a doubt."""
    if doubt is None:
        return None
    buttons = (button_to(s.world.texts.long_day(day), take(day)) for day in days)
    return Screen(s.world.texts.tell("doubt", doubt), rows(*buttons))
