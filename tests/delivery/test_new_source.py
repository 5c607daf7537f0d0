"""What another reason to write to people needs: one class, and one line where the sources are listed."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from bot.chat.model import Screen
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher, Message, MessageOutcome, Post
from bot.delivery.person_source import PersonSource
from bot.domain.broadcast.verdict import RetryAt
from bot.domain.person.person import Person
from bot.domain.reminders.reminder import with_recent
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore
from tests.delivery.teachers import (
    OPENING,
    Dying,
    HandClock,
    Letterbox,
    new_sender,
    put,
    teacher,
)

SARI = 7


@dataclass(frozen=True, kw_only=True)
class Birthdays(PersonSource[str, Message]):
    """A reason to write that exists in this test only: all that a new one needs."""

    name: ClassVar[str] = "birthday"

    async def due(self, now: datetime) -> list[str]:
        del now
        return await self.store.find(PEOPLE)

    async def message(self, item: str) -> Message | None:
        person = await self.store.get(PEOPLE, item)
        if person is None or self._key(item) in person.outbound.recent:
            return None
        return Message(person=person.id, key=self._key(item), shown=Screen("Selamat!"))

    def still_due(self, message: Message, person: Person | None) -> bool:
        return person is not None and message.key not in person.outbound.recent

    async def record(self, outcomes: Sequence[MessageOutcome[Message]]) -> None:
        for outcome in outcomes:
            await self.record_for(outcome, self._after)

    def _after(self, person: Person, outcome: MessageOutcome[Message]) -> Person:
        if isinstance(outcome.verdict, RetryAt):
            return person
        return replace(person, outbound=with_recent(person.outbound, outcome.message.key))

    def _key(self, item: str) -> str:
        return f"birthday:{self.clock().year}:{item}"


def birthdays(store: TinyStore, clock: HandClock, post: Post) -> Dispatcher:
    sources = (Birthdays(store=store, clock=clock),)
    return Dispatcher(clock=clock, post=post, stop=asyncio.Event(), sources=sources)


async def test_a_new_reason_to_write_needs_one_class_and_one_line(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """It has claims, retries and the bound on copies from the dispatcher, without a word about them."""
    for number in (1, 2, 3):
        await put(store, world, teacher(number))
    box.verdicts[2] = RetryAt(OPENING, "429")
    sender = birthdays(store, clock, box.post)
    assert await sender.send_due() == {"sent": 2, "retryat": 1}
    del box.verdicts[2]
    assert await sender.send_due() == {"sent": 1, "not_due": 2}
    for _ in range(5):
        clock.move(days=365)
        for _ in range(2):
            await birthdays(store, clock, Dying(box).post).send_due()
        assert await birthdays(store, clock, box.post).send_due() == {"unknown": 3}
    assert max(box.to(number) for number in (1, 2, 3)) <= 2 + 2 * 5


async def test_one_source_that_fails_leaves_the_others_their_round(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """An unforeseen error of one reason is logged; everybody else's messages leave."""

    @dataclass(frozen=True)
    class Broken:
        name: str = "broken"

        async def round(self, dispatcher: Dispatcher) -> Counter[str]:
            raise RuntimeError(dispatcher.owner)

    await put(store, world, teacher(SARI))
    sender = new_sender(store, world, clock, box.post)
    sender = replace(sender, sources=(Broken(), *sender.sources))
    assert await sender.send_due() == {"sent": 1}
