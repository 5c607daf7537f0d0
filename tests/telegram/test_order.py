"""One person's updates in order, different people in parallel, nobody without bound."""

import asyncio
from collections import defaultdict
from typing import Any

from telegram import Update

from bot.telegram.receive.sequencer import WAITING_PER_PERSON, PerPersonProcessor

FLOODER, OTHERS = 666, range(1, 21)


def update_of(person: int, number: int) -> Update:
    user: dict[str, Any] = {"id": person, "is_bot": False, "first_name": "Guru"}
    message = {
        "message_id": number,
        "date": 1,
        "text": str(number),
        "from": user,
        "chat": {"id": person, "type": "private"},
    }
    return Update.de_json({"update_id": number, "message": message}, None)


class Work:
    """Does one update: notes it, and lets others go on in between."""

    def __init__(
        self, *, people_at_once: int = 4, undelivered: int = 0, share: int = 1_000
    ) -> None:
        self.done: defaultdict[int, list[int]] = defaultdict(list)
        self.order: list[int] = []
        self.dropped: list[int] = []
        self.busy = self.most_busy = 0
        self.processor = PerPersonProcessor(
            people_at_once=people_at_once,
            undelivered=lambda _: undelivered,
            share=lambda: share,
            dropped=lambda _, person: self.dropped.append(person),
        )

    async def do(self, person: int, number: int) -> None:
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        for _ in range(number % 4):
            await asyncio.sleep(0)
        self.busy -= 1
        self.done[person].append(number)
        self.order.append(person)

    async def take(self, person: int, number: int) -> None:
        await self.processor.process_update(update_of(person, number), self.do(person, number))


async def test_each_person_is_handled_in_order_and_people_in_parallel() -> None:
    """However long single updates take, no person's order changes, and people overlap."""
    work = Work()
    await asyncio.gather(*(work.take(n % 5, n) for n in range(200)))
    assert all(numbers == sorted(numbers) for numbers in work.done.values())
    assert work.most_busy == 4


async def test_a_flood_of_400_does_not_delay_20_others() -> None:
    """Beside somebody who floods, everybody else is handled while the flood still waits."""
    work = Work()
    flood = [work.take(FLOODER, n) for n in range(1, 401)]
    others = [work.take(person, person) for person in OTHERS]
    await asyncio.gather(*flood, *others)
    assert work.done[FLOODER] == list(range(1, WAITING_PER_PERSON + 1))
    assert work.dropped == [FLOODER] * (400 - WAITING_PER_PERSON)
    last_other = max(work.order.index(person) for person in OTHERS)
    assert work.order[:last_other].count(FLOODER) < WAITING_PER_PERSON / 2


async def test_replies_under_way_count_as_waiting() -> None:
    """Who does not wait for the answers is capped by them, too."""
    work = Work(undelivered=WAITING_PER_PERSON)
    await work.take(7, 1)
    assert work.dropped == [7]


async def test_everybody_may_have_less_waiting_when_very_much_is() -> None:
    """A share of the room that is left is all that one person gets of it."""
    work = Work(share=3)
    await asyncio.gather(*(work.take(FLOODER, n) for n in range(1, 11)), work.take(7, 1))
    assert work.done[FLOODER] == [1, 2, 3]
    assert work.done[7] == [1]


async def test_nothing_is_remembered_of_people_who_wait_for_nothing() -> None:
    """Memory follows how many people are active."""
    work = Work()
    await asyncio.gather(*(work.take(n, n) for n in range(50)))
    assert not work.processor._waiting
    assert not work.processor._locks


async def test_an_update_without_a_sender_is_handled() -> None:
    """What belongs to nobody is worked on all the same."""
    work = Work()
    await work.processor.process_update(object(), work.do(0, 1))
    assert work.done[0] == [1]


async def test_a_failed_turn_does_not_block_the_next() -> None:
    """An exception goes to the caller and the person's next update is handled."""
    work = Work()

    async def fail() -> None:
        raise LookupError

    results = await asyncio.gather(
        work.processor.process_update(update_of(1, 1), fail()),
        work.take(1, 2),
        return_exceptions=True,
    )
    assert isinstance(results[0], LookupError)
    assert work.done[1] == [2]
