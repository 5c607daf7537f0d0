"""A broadcast that could not leave in time: it waits for its sender's word, and this asks for it."""

from datetime import UTC, datetime

from bot.chat.guard import answered_in
from bot.chat.model import Button, OrderBroadcast, Screen
from bot.chat.moments.moment import read_moment
from bot.chat.screens.broadcast import routes as to
from bot.chat.screens.broadcast.routes import Later, Moving
from bot.chat.screens.broadcast.woken import asked, given, may_be_quiet
from bot.chat.screens.reminders.moment_said import (
    moment_example,
    unread_note,
    weekday_example,
    which_moment,
    zone_note,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.broadcast import FARTHEST, Broadcast
from bot.domain.broadcast.order import Order
from bot.domain.broadcast.repetition import started, turns
from bot.domain.calendar.quarter import local
from bot.domain.school.access import Action
from bot.domain.school.school import School


def late_words(s: TurnContext, head: Broadcast) -> str:
    """Return that it has not left, when it should have, and the question what to do."""
    missed = head.missed or head.made_at
    return s.say("broadcast-late", moment=s.world.texts.moment(missed, s.person.zone))


def late_buttons(s: TurnContext, school: School, head: Broadcast) -> tuple[Button, ...]:
    """Return what may be done about it: send it now, at another time, at its next turn, never."""
    buttons = [
        s.button("broadcast-late", "send", to.SIAR_DO(school.id, head.id, Order.NOW)),
        s.button("broadcast-late", "when", to.SIAR_LATER(school.id, head.id)),
    ]
    if head.repeats and head.chunks is None:
        coming = next(turns(started(head), school, s.world.calendar, s.now))
        day = s.world.texts.plain_day(local(coming, school.zone).date())
        moving = to.SIAR_MOVE(school.id, head.id, coming)
        buttons.append(s.button("broadcast-late", "next", moving, day=day))
    return tuple(buttons)


def later(s: TurnContext, school: School, at: Later) -> Answer:
    """Go to the question when a broadcast is to leave."""
    return s.go(to.SIAR_LATER(school.id, at.broadcast))


def show_later(s: TurnContext, school: School, at: Later) -> Screen:
    """Ask when it is to leave, or which moment is meant."""
    back = s.button("nav", "back", to.SIAR_SEE(school.id, at.broadcast))
    if asked := which_moment(
        s, at.doubt, at.moments, lambda moment: to.SIAR_MOVE(school.id, at.broadcast, moment)
    ):
        return Screen(asked.text, (*asked.rows, (back,)))
    now = s.world.texts.moment(s.now, s.person.zone)
    weekday, example = weekday_example(s), moment_example(s)
    return Screen(s.say("broadcast-when", now=now, weekday=weekday, example=example), rows(back))


def move(s: TurnContext, school: School, at: Moving) -> Answer:
    """Let a late broadcast leave at a moment."""
    return _move(s, school, at.broadcast, at.moment, sure=at.sure)


def _move(
    s: TurnContext,
    school: School,
    broadcast: str,
    moment: datetime,
    *,
    note: str = "",
    sure: str | None = None,
) -> Answer:
    if not s.now < moment <= s.now + FARTHEST:
        return s.go(to.SIAR_LATER(school.id, broadcast), note=s.say("broadcast-when-range"))
    said = s.say("moment-understood", moment=s.world.texts.moment(moment, s.person.zone))
    wish = OrderBroadcast(school.id, broadcast, Order.AT, at=moment.astimezone(UTC))
    note = f"{said} {note}".strip()
    if s.known.broadcast is None and may_be_quiet(s, wish):  # typed: who gets it is not known yet
        return asked(s, school, wish, note)
    return given(s, school, wish, sure, note)


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed moment for the late broadcast that is asked about; None elsewhere."""
    return answered_in(
        s,
        to.SIAR_LATER,
        lambda school, at: _typed(s, school, at, text),
        Action.BROADCAST,
        consented=True,
    )


def _typed(s: TurnContext, school: School, at: Later, text: str) -> Answer:
    read = read_moment(s.world.texts, text, s.now, s.person.zone, at.moments)
    if read.moment:
        return _move(s, school, at.broadcast, read.moment, note=zone_note(s, read))
    if not read.moments:
        return s.stay(unread_note(s, read))
    return s.go(to.SIAR_LATER(school.id, at.broadcast, read.doubt, read.moments))
