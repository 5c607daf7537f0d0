"""A short word: instead of the place it moves nothing; typed, it does nothing that only a tap does."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.family import TABLE
from bot.chat.model import Command, Incoming, Press, Screen, Typed, UpdateId
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.world import CommandId, World
from bot.domain.person.person import PersonId
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import memory_store
from tests.chat.known_people import NOW, known, people, standing
from tests.chat.taking import take_turn
from tests.delivery.teachers import teacher
from tests.each import each

CONFIRMED = (
    *("roster.ask aaaaaaaa evaluasi 1795150800", "teacher.sure aaaaaaaa 7"),
    *("school.sure aaaaaaaa renew", "siar.draft aaaaaaaa", "privacy.erase", "join.sure"),
)
"""Questions that a tap answers."""


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


@each("place", CONFIRMED)
@each("text", ["ya", "oke bu", "👍"])
def test_a_yes_in_words_is_not_told_to_be_done(place: str, text: str, world: World) -> None:
    """The bot says that nothing has changed, and shows the buttons again: a mere "Baik" would promise it."""
    who = replace(standing(people(world)["koordinator"], *place.split()), updates=(), held=None)
    incoming = Incoming(update=UpdateId(9), person=who.id, event=Typed(text))
    turn = take_turn(who, incoming, world, NOW, replace(known(world), received=None))
    assert (turn.note, turn.changes) == (world.texts.say("courtesy-tap"), ())
    assert turn.person.place.screen == place.split(maxsplit=1)[0]
    assert turn.screen
    assert turn.screen.rows
