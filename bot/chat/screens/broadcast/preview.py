"""What is told of a broadcast: as its first reader will see it, who gets it, when it comes again."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from itertools import islice

from bot.chat.model import Attachment, Screen
from bot.chat.screens.replies.messages import broadcast_message
from bot.chat.screens.roster.words import joined, told_names
from bot.chat.turn_context import TurnContext
from bot.domain.broadcast.audience import Selected
from bot.domain.broadcast.broadcast import Broadcast, Medium, Recipient
from bot.domain.broadcast.placeholder import plain
from bot.domain.broadcast.repetition import turns
from bot.domain.school.school import School

EXCERPT = 1_200
"""Characters of the words that are shown on the page; the test shows all of it."""

NAMED = 6
"""People named on the page; all of them stand on pages of their own."""

TURNS_TOLD = 2
"""Turns that are told; later ones may lie in years whose calendar is not known yet."""


def listed(s: TurnContext, people: Sequence[Recipient]) -> str:
    """Return the first of some people by name, alike ones told apart."""
    told = told_names(s, s.known.roster) if s.known.roster else {}
    return joined(told.get(one.id, one.name) for one in people[:NAMED])


def example_name(s: TurnContext, found: Selected) -> str:
    """Return the name the placeholders are filled with on the page: the first who will read it."""
    if found.recipients:
        return found.recipients[0].name
    everybody = s.known.roster.rows if s.known.roster else ()
    return everybody[0].name if everybody else s.address


def preview(s: TurnContext, broadcast: Broadcast, name: str) -> str:
    """Return the message as somebody will see it, as Telegram HTML; a long one cut, without markup."""
    shown = broadcast_message(broadcast, name, s.world)
    assert isinstance(shown, Screen | Attachment)  # noqa: S101 -- nothing else is a broadcast
    text = shown.text if isinstance(shown, Screen) else shown.caption
    if len(words := plain(text)) > EXCERPT:
        text = escape(words[:EXCERPT], quote=False) + " …"
    if broadcast.content.medium is Medium.TEXT:
        return text
    return f"{s.world.texts.pick('medium', broadcast.content.medium)}\n{text}"


def next_turns(s: TurnContext, school: School, first: datetime, after: datetime) -> str:
    """Return the next moments of a repeated broadcast that began at ``first``, after another moment."""
    coming = islice(turns(first, school, s.world.calendar, after), TURNS_TOLD)
    moments = [s.world.texts.moment(moment, s.person.zone) for moment in coming]
    return s.say("broadcast-turns", moments="; ".join(moments))
