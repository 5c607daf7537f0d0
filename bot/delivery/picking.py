"""Which deliveries of a broadcast one of several processes takes next, so that two rarely want the same.

What waits for its turn is in nobody's document yet: who sends it shows only when it leaves. So each goes its own
way through the batches, and begins those first that nobody has touched. The claim decides; this only saves
turns. Must not read, write or send.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from hashlib import blake2b

from bot.cluster.living import Living
from bot.delivery.hand import is_living
from bot.domain.broadcast.batch import Batch, Delivery, Fate


class Round(IntEnum):
    """Each batch is looked at once in each of these."""

    FRESH = 0
    """Batches that nobody has begun but ourselves."""

    LEFT = 1
    """What is queued where nobody else is."""

    ALL = 2
    """What others are at, too, and what the dead had begun."""


@dataclass(slots=True, kw_only=True)
class BatchWay:
    """The way of one owner through the batches of a broadcast."""

    owner: str
    broadcast: str
    living: Living
    chunks: int
    """How many batches there are."""

    few: int
    """How many it takes at once."""

    step: int = 0
    """So many looks at a batch have found nothing more there."""

    _way: list[int] = field(init=False)
    _ours: set[int] = field(default_factory=set)
    _over: set[int] = field(default_factory=set)
    """Batches in which everything has come to its end; they are not looked at again."""

    def __post_init__(self) -> None:
        """Choose the way: the same after each call, another one than anybody else's."""
        self._way = sorted(range(self.chunks), key=self._rank)

    @property
    def batch(self) -> int | None:
        """The number of the batch to look at; None after the last look."""
        if self.step >= len(Round) * self.chunks:
            return None
        return self._way[self.step % self.chunks]

    @property
    def _round(self) -> Round:
        return Round(min(self.step // self.chunks, Round.ALL))

    def go_on(self, step: int) -> None:
        """Look at the next batch after this step, unless another worker already does."""
        if self.step != step:
            return
        self.step += 1
        while self.batch in self._over:
            self.step += 1

    def leave(self, number: int) -> None:
        """Leave a batch to another, who has claimed there what we had picked; what is left comes later."""
        self._ours.discard(number)

    def pick(self, batch: Batch, now: datetime, is_free: Callable[[int], bool]) -> list[Delivery]:
        """Return a few of a batch that wait for their message; nobody if it is to be left to others.

        Those of a batch that others have begun come in an order of our own.
        """
        if all(map(_is_over, batch.deliveries)):
            self._over.add(batch.number)
        if batch.number in self._over or not self._is_wanted(batch, now):
            return []
        among = self._round
        waiting = [
            one for one in batch.deliveries if self._waits(one, among, now) and is_free(one.person)
        ]
        if waiting:
            self._ours.add(batch.number)
        if among is not Round.FRESH:
            waiting.sort(key=lambda one: self._rank(one.person))
        if 0 < len(waiting) <= self.few:
            self.go_on(self.step)  # all are taken; what becomes of them is seen in the next round
        return waiting[: self.few]

    def _rank(self, number: int) -> bytes:
        """Return the place of a batch or a person in our own order, which is like nobody else's."""
        return blake2b(f"{self.owner} {number}".encode(), digest_size=8).digest()

    def _is_wanted(self, batch: Batch, now: datetime) -> bool:
        if self._round is Round.ALL:
            return True
        if any(self._is_anothers(one, now) for one in batch.deliveries):
            return False
        is_fresh = batch.number in self._ours or not any(map(_is_begun, batch.deliveries))
        return is_fresh or self._round is Round.LEFT

    def _is_anothers(self, one: Delivery, now: datetime) -> bool:
        """Say whether another process is sending this."""
        if one.outcome is not Fate.SENDING or not (claim := one.claim(self._key(one))):
            return False
        return claim.lease.owner != self.owner and is_living(claim, self.living, now)

    def _waits(self, one: Delivery, among: Round, now: datetime) -> bool:
        if one.outcome is Fate.QUEUED:
            return one.waits(now) and (one.lease is None or among is Round.ALL)
        if among is not Round.ALL or one.outcome is not Fate.SENDING:
            return False
        claim = one.claim(self._key(one))
        return claim is None or not is_living(claim, self.living, now)

    def _key(self, one: Delivery) -> str:
        return f"{self.broadcast}:{one.person}"


def _is_begun(one: Delivery) -> bool:
    return one.outcome is not Fate.QUEUED or one.lease is not None


def _is_over(one: Delivery) -> bool:
    return one.outcome not in (Fate.QUEUED, Fate.SENDING)
