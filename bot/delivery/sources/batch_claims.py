"""Claims the deliveries of one broadcast as they leave: those that leave together, in one write.

While one write is under way all others wait for the next, so a slow disk costs no pace. Must not
know what is sent.
"""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field

from bot.delivery.hand import Hand
from bot.domain.broadcast.batch import Batch, Fate, chunk_key
from bot.domain.lease import Lease
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.broadcasts import CHUNKS


@dataclass(slots=True, eq=False)
class _Wish:
    """Somebody's delivery that is to leave now."""

    person: int
    hand: Hand
    answer: "asyncio.Future[Lease | None]"


@dataclass(slots=True)
class _Door:
    """Those who wait to have their deliveries in one batch claimed, and what claims them."""

    wishes: list[_Wish] = field(default_factory=list)
    claiming: "asyncio.Task[None] | None" = None


@dataclass(frozen=True, slots=True)
class BatchClaims:
    """The claims of one owner on the deliveries of one broadcast."""

    store: Store
    broadcast: str
    _doors: defaultdict[int, _Door] = field(default_factory=lambda: defaultdict(_Door))

    async def take(self, number: int, person: int, hand: Hand) -> Lease | None:
        """Claim a delivery in the batch of this number; None if it must not leave."""
        door = self._doors[number]
        wish = _Wish(person, hand, asyncio.get_running_loop().create_future())
        door.wishes.append(wish)
        if door.claiming is None:
            door.claiming = asyncio.create_task(self._claim_all(number, door))
        return await wish.answer

    async def _claim_all(self, number: int, door: _Door) -> None:
        """Write for all who wait, then for all who came meanwhile, until nobody does."""
        try:
            while door.wishes:
                await self._claim(number, door)
        finally:
            door.claiming = None

    async def _claim(self, number: int, door: _Door) -> None:
        wishes, door.wishes = door.wishes, []
        key = chunk_key(self.broadcast, number)
        try:
            taken = await self.store.update(CHUNKS, key, lambda batch: self._decide(batch, wishes))
        except Exception as error:  # noqa: BLE001 -- it is theirs who wait
            for wish in _left(wishes):
                wish.answer.set_exception(error)
        else:
            for wish in _left(wishes):
                wish.answer.set_result(taken.get(wish.person))

    def _decide(
        self, batch: Batch | None, wishes: list[_Wish]
    ) -> tuple[Write[Batch], dict[int, Lease]]:
        """Claim what may leave: what is under way by nobody living, and has not come to its end."""
        if batch is None:
            return Keep(), {}
        known = {one.person: one for one in batch.deliveries}
        taken: dict[int, Lease] = {}
        for wish in _left(wishes):
            one = known.get(wish.person)
            if one is not None and one.outcome in (Fate.QUEUED, Fate.SENDING):
                lease = wish.hand.take(one.claim(wish.hand.key))
                if lease is not None:
                    taken[wish.person] = lease
        after = batch.leaving(taken)
        return (Put(after) if after != batch else Keep()), taken  # who asks again has hers already


def _left(wishes: list[_Wish]) -> list[_Wish]:
    """Return those who still wait: others were given up meanwhile."""
    return [wish for wish in wishes if not wish.answer.done()]
