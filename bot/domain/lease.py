"""A lease: who works on something, until when, and how often it has changed hands. A pure value.

Must not know what is leased, where that is stored, nor who is alive; see ``cluster``.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Lease:
    """Who works on something, and until when: ``owner`` is a ``worker_id``, ``until`` a moment in UTC.

    ``epoch`` rises whenever another takes it: a fencing token. What bears an older one is refused.
    """

    owner: str
    epoch: int
    until: datetime

    def runs(self, now: datetime, length: timedelta) -> bool:
        """Say whether it has not run out. No lease lasts longer than its ``length``.

        One that ends later than that was made by a clock that ran ahead, and counts as over.
        """
        return now < self.until <= now + length

    def renewed(self, now: datetime, length: timedelta) -> "Lease":
        """Return it as its owner has it from now on."""
        return replace(self, until=now + length)

    def given_back(self, now: datetime) -> "Lease | None":
        """Return it as if it had not been taken: nothing was done under it. It is nobody's any more."""
        return Lease(self.owner, self.epoch - 1, now) if self.epoch > 1 else None


def taken(
    known: Lease | None,
    owner: str,
    now: datetime,
    length: timedelta,
    *,
    is_dead: bool = False,
) -> Lease | None:
    """Return the lease as this owner has it from now on; None while it is another's.

    ``is_dead`` says that whoever has it is known to live no more: nobody waits for its end.
    """
    if known is None:
        return Lease(owner, 1, now + length)
    if known.owner == owner:
        return known.renewed(now, length)
    if known.runs(now, length) and not is_dead:
        return None
    return Lease(owner, known.epoch + 1, now + length)


@dataclass(frozen=True, slots=True)
class Claim:
    """A lease on one message, written before it leaves. ``key`` stands for exactly this message."""

    key: str
    lease: Lease


CLAIM_LASTS = timedelta(minutes=2)
"""The longest that one call to Telegram takes (a file: a minute), and as long again to record it."""

MOST_BEGUN = 2
"""A message whose sending was begun so often, and never recorded, is not begun again: once it may have
arrived twice, and from then on its fate is unknown.
"""
