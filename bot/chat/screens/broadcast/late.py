"""A broadcast that could not leave in time: it waits for its sender's word, and this asks for it."""

from datetime import UTC, datetime

from bot.chat.model import Button, OrderBroadcast, Screen
from bot.chat.moments.moment import read_moment
from bot.chat.screens.broadcast.right import school_of
from bot.chat.screens.broadcast.woken import asked, given, may_be_quiet
from bot.chat.screens.reminders.moment_said import (
    moment_example,
    seconds_of,
    unread_note,
    weekday_example,
    which_moment,
    zone_note,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.broadcast import FARTHEST, Broadcast, is_id
from bot.domain.broadcast.order import Order
from bot.domain.broadcast.repetition import started, turns
from bot.domain.calendar.quarter import local
from bot.domain.school.school import School


def late_words(s: TurnContext, head: Broadcast) -> str:
    """Return that it has not left, when it should have, and the question what to do."""
    missed = head.missed or head.made_at
    return s.say("broadcast-late", moment=s.world.texts.moment(missed, s.person.zone))


def late_buttons(s: TurnContext, school: School, head: Broadcast) -> tuple[Button, ...]:
    """Return what may be done about it: send it now, at another time, at its next turn, never."""
    at = f"{school.id}:{head.id}"
    buttons = [
        s.button("broadcast-late", "send", f"siar:do:{at}:{Order.NOW}"),
        s.button("broadcast-late", "when", f"siar:later:{at}"),
    ]
    if head.repeats and head.chunks is None:
        coming = next(turns(started(head), school, s.world.calendar, s.now))
        day = s.world.texts.plain_day(local(coming, school.zone).date())
        seconds = int(coming.timestamp())
        buttons.append(s.button("broadcast-late", "next", f"siar:move:{at}:{seconds}", day=day))
    return tuple(buttons)


def later(s: TurnContext, school: School, args: tuple[str, ...]) -> Answer | None:
    """Go to the question when a broadcast is to leave; args are its id."""
    return s.go("siar.later", school.id, args[0]) if args and is_id(args[0]) else None


def show_later(s: TurnContext, school: School, args: tuple[str, ...]) -> Screen:
    """Ask when it is to leave; args are its id and, where that is in doubt, the doubt and moments."""
    broadcast = args[0] if args else ""
    back = s.button("nav", "back", f"siar:see:{school.id}:{broadcast}")
    if asked := which_moment(s, args[1:], f"siar:move:{school.id}:{broadcast}"):
        return Screen(asked.text, (*asked.rows, (back,)))
    now = s.world.texts.moment(s.now, s.person.zone)
    weekday, example = weekday_example(s), moment_example(s)
    return Screen(s.say("broadcast-when", now=now, weekday=weekday, example=example), rows(back))


def move(s: TurnContext, school: School, args: tuple[str, ...]) -> Answer | None:
    """Let a late broadcast leave at a moment; args are its id, the moment in seconds since 1970, and her answer."""
    if len(args) not in (2, 3) or not is_id(args[0]):
        return None
    moment = seconds_of(args[1])
    return _move(s, school, args[0], moment, sure="".join(args[2:])) if moment else None


def _move(
    s: TurnContext,
    school: School,
    broadcast: str,
    moment: datetime,
    *,
    note: str = "",
    sure: str = "",
) -> Answer:
    if not s.now < moment <= s.now + FARTHEST:
        return s.go("siar.later", school.id, broadcast, note=s.say("broadcast-when-range"))
    said = s.say("moment-understood", moment=s.world.texts.moment(moment, s.person.zone))
    wish = OrderBroadcast(school.id, broadcast, Order.AT, at=moment.astimezone(UTC))
    note = f"{said} {note}".strip()
    if s.known.broadcast is None and may_be_quiet(s, wish):  # typed: who gets it is not known yet
        return asked(s, school, wish, note)
    return given(s, school, wish, sure, note)


def typed(s: TurnContext, text: str) -> Answer:
    """Take a typed moment for the late broadcast that is asked about."""
    args = s.person.place.args
    school = school_of(s, args)
    if school is None:
        return s.go("menu.main", note=s.say("no-right"))
    asked = tuple(moment for one in args[3:] if (moment := seconds_of(one)))
    read = read_moment(s.world.texts, text, s.now, s.person.zone, asked)
    if read.moment:
        return _move(s, school, args[1], read.moment, note=zone_note(s, read))
    if not read.moments:
        return s.stay(unread_note(s, read))
    seconds = (str(int(moment.timestamp())) for moment in read.moments)
    return s.go("siar.later", *args[:2], str(read.doubt), *seconds)
