"""A broadcast of many words, as it is checked and as it is read."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Screen, Typed
from bot.chat.screens.replies.messages import broadcast_message
from bot.chat.world import World
from bot.domain.broadcast.broadcast import TEXT_ROOM
from tests.chat.taking import redraw
from tests.chat.test_broadcast_rights import BOTH, composing, take
from tests.chat.test_orders_at_night import HEAD
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS


def test_the_longest_broadcast_is_shown_and_said_whole(world: World, now: datetime) -> None:
    """As many words as there is room for, each a sign that HTML writes with five."""
    writing = composing(COORDINATOR, OWN, now).at("siar.write", OWN)
    turn = take(writing, Typed("&" * TEXT_ROOM), world, now)
    assert "&amp; …" in redraw(turn, world, now, Context(rights=RIGHTS, roster=BOTH)).text
    assert turn.person.composing
    head = replace(HEAD, content=turn.person.composing.content)
    message = broadcast_message(head, "Ani", world)
    assert isinstance(message, Screen)
    assert message.text.count("&amp;") == TEXT_ROOM
