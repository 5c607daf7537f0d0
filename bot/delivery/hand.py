"""One message on its way: whether it may leave, and the claim under which it does.

Asked each time it may leave. Must not know what it says, nor where its claim is kept.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.cluster.living import Living
from bot.domain.lease import CLAIM_LASTS, MOST_BEGUN, Claim, Lease
from bot.errors import BotError
from bot.metrics import METER


@dataclass(slots=True)
class Hand:
    """One message in the hand of one owner."""

    key: str
    owner: str
    clock: Callable[[], datetime]
    living: Living
    was_unsent: bool = False
    """Whether a claim of ours that is found was made without anything being sent."""

    again: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Whose turn it is to send what was begun before: one at a time, so that the next death hits but one."""

    lease: Lease | None = None
    """What was claimed, once it is durable."""

    is_spent: bool = False
    """Whether it was begun too often already."""

    was_refused: bool = False
    """Whether it was asked and could not leave: nothing has been sent."""

    error: BotError | None = None
    """Why it could not be claimed."""

    _needs_turn: bool = False
    _has_turn: bool = False

    async def leaves(self, claim: Callable[[], Awaitable[Lease | None]]) -> bool:
        """Say whether the message may leave now, after ``claim`` has made sure of it."""
        self.is_spent, self.error = False, None
        try:
            lease = await claim()
            if lease is None and self._needs_turn:
                await self.again.acquire()
                self._has_turn = True
                lease = await claim()
        except BotError as error:
            lease, self.error = None, error
        self.was_refused = lease is None
        outcome = "spent" if self.is_spent else "failed" if self.error else "refused"
        METER.count("claims", "made" if lease else outcome)
        if lease:
            self.lease, self.is_spent = lease, False
        return lease is not None

    def let_next(self) -> None:
        """End its turn, if it had one: the message has left, or does not."""
        if self._has_turn:
            self._has_turn = False
            self.again.release()

    def counted(self, word: str) -> str:
        """Return how an end is counted: what was sent after an earlier beginning is told apart."""
        begun_before = self.lease is not None and self.lease.epoch > 1
        return "sent_first_unknown" if word == "sent" and begun_before else word

    def take(self, known: Claim | None) -> Lease | None:
        """Return the lease to claim by, given the claim that is stored; None: hands off.

        A claim of the living is left alone until it has run out. One of the dead was perhaps sent:
        it is begun once more and then never again. Changes nothing for good, so it may be asked twice.
        """
        now = self.clock()
        self.is_spent = self._needs_turn = False
        if known is None:
            return Lease(self.owner, 1, now + CLAIM_LASTS)
        if known.lease == self.lease:
            is_fresh = now <= known.lease.until - CLAIM_LASTS / 2
            return known.lease if is_fresh else known.lease.renewed(now, CLAIM_LASTS)
        if self._is_living(known, now):
            return None
        if known.key != self.key:
            return Lease(self.owner, 1, now + CLAIM_LASTS)
        if known.lease.owner == self.owner and self.was_unsent:
            return known.lease.renewed(now, CLAIM_LASTS)
        if known.lease.epoch >= MOST_BEGUN:
            self.is_spent = True
            return None
        if not self._has_turn:
            self._needs_turn = True
            return None
        return Lease(self.owner, known.lease.epoch + 1, now + CLAIM_LASTS)

    def _is_living(self, known: Claim, now: datetime) -> bool:
        """Say whether somebody else, or another hand of ours, has the stored claim."""
        if known.lease.owner == self.owner and known.key == self.key:
            return False  # it is ours, and it is in no other hand: we would know
        return is_living(known, self.living, now)


def is_living(claim: Claim, living: Living, now: datetime) -> bool:
    """Say whether a claim is to be left alone: it has not run out, and may be in somebody's hand."""
    lease = claim.lease
    return lease.runs(now, CLAIM_LASTS) and not living.has_died(lease.owner, claim.key)
