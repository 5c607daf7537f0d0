"""A short word instead of the place: she stays where she is, and the screen above stays as it was."""

from datetime import datetime

import pytest

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.family import TABLE
from bot.chat.model import Command, Incoming, Press, Screen, UpdateId
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.world import CommandId, World
from bot.domain.person.person import PersonId
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import memory_store
from tests.delivery.teachers import teacher


def say_well(s: TurnContext) -> Answer:
    return s.short("Baik.")


@pytest.mark.parametrize("place", ["steps.list", "admin.health"])
async def test_a_short_word_moves_nothing_and_is_saved(
    place: str, world: World, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes apart, alone, also where the place needs loading; she is saved where she stood."""
    monkeypatch.setitem(TABLE.commands, CommandId.HELP, say_well)
    store = memory_store(KINDS)
    await store.open()
    await store.update(PEOPLE, "7", lambda _: (Put(teacher(7).at(place)), None))
    turns = Turns(store, world, lambda: now, Directory(store))
    incoming = Incoming(update=UpdateId(1), person=PersonId(7), event=Command("help"))
    assert await turns.handle(incoming) == (Screen("Baik.", apart=True),)
    stored = await store.get(PEOPLE, "7")
    assert stored is not None
    assert (stored.place.screen, stored.seen_at, stored.updates) == (place, now, (1,))
    (again,) = await turns.handle(incoming)
    assert isinstance(again, Screen)
    assert again.rows, "handled before, the place is drawn as ever"
    moved = Incoming(update=UpdateId(2), person=PersonId(7), event=Press("menu:main"))
    assert (await turns.handle(moved))[0] != Screen("Baik.", apart=True)
    await store.close()
