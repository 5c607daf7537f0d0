"""The deliveries of a broadcast, some in one document, and how each goes from queued to its end.

Pure. A delivery is claimed as it leaves, and bears the lease of whoever sends it (``domain/lease``).
So nobody is missed, and after a crash at most those in flight get the message twice.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.domain.broadcast.broadcast import ENDED, Broadcast, Recipient
from bot.domain.broadcast.verdict import TOO_MANY, Gone, Refused, RetryAt, Sent, Unknown, Verdict
from bot.domain.lease import Claim, Lease

NOBODY = 0
"""Stands for the id of whoever deleted her data: Telegram gives it to nobody."""

LONGEST_HELD = timedelta(days=2)
"""Nothing is held back for longer: quiet hours end in the morning, Telegram's pauses within the hour."""

SIZE = 50
"""Deliveries in one document: few to write for a claim, and few documents for a large school."""

UNTOLD = Lease("", 1, datetime.min.replace(tzinfo=UTC))
"""The lease of what a release before leases was sending when it ended: it was begun once."""

MOST_TRIES = 6
"""After so many times without Telegram (half an hour altogether) a delivery counts as refused."""


class Fate(StrEnum):
    """How far one delivery is; each has a word, ``fate-<value>``."""

    QUEUED = "antre"
    SENDING = "jalan"
    SENT = "terkirim"
    GONE = "lepas"
    REFUSED = "gagal"
    UNKNOWN = "ragu"
    SKIPPED = "lewat"


class SkipReason(StrEnum):
    """Why a message was not sent; each has words, ``skipped-<value>``."""

    LEFT = "left"
    SILENT = "silent"
    DONE = "done"
    NOT_DUE = "not-due"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The message to one person. ``after`` holds a queued one back until a moment.

    ``lease`` is that of whoever sends it; on a queued one it tells how often it was begun before.
    """

    person: int
    name: str
    outcome: Fate = Fate.QUEUED
    lease: Lease | None = None
    after: datetime | None = None
    tries: int = 0
    message: int | None = None
    reason: str = ""
    first_unknown: bool = False
    """Whether it was begun before without a word of its end: what was sent may be a second copy."""

    @property
    def is_perhaps_twice(self) -> bool:
        """Whether she may have it twice."""
        return self.first_unknown and self.outcome is Fate.SENT

    def waits(self, now: datetime) -> bool:
        """Say whether it is queued and may be sent now; a clock that ran ahead holds nothing back."""
        is_held = self.after is not None and now < self.after <= now + LONGEST_HELD
        return self.outcome is Fate.QUEUED and not is_held

    def claim(self, key: str) -> Claim | None:
        """Return the claim on it, also one of an older release, which told no end of it."""
        if self.lease is None and self.outcome is Fate.SENDING:
            return Claim(key, UNTOLD)
        return Claim(key, self.lease) if self.lease else None

    def claimed(self, lease: Lease) -> "Delivery":
        """Return it as it leaves."""
        return replace(self, outcome=Fate.SENDING, lease=lease)

    def ended(self, verdict: Verdict, now: datetime) -> "Delivery":
        """Return it after Telegram's answer."""
        begun_before = self.lease is not None and self.lease.epoch > 1
        match verdict:
            case Sent(message):
                ended = replace(self, outcome=Fate.SENT, message=message, after=None, reason="")
            case Gone(reason):
                # Begun before by one who died: she may have that copy, and blocked the bot since.
                fate = Fate.UNKNOWN if begun_before else Fate.GONE
                ended = replace(self, outcome=fate, reason=reason)
            case Refused(reason):
                ended = replace(self, outcome=Fate.REFUSED, reason=reason)
            case Unknown(reason):
                ended = replace(self, outcome=Fate.UNKNOWN, reason=reason)
            case RetryAt(held_back=True):
                return replace(self._unsent(now), after=None)
            case RetryAt(moment, reason):
                return _postponed(self._unsent(now), moment, reason, now)
        return replace(ended, lease=None, first_unknown=self.first_unknown or begun_before)

    def _unsent(self, now: datetime) -> "Delivery":
        """Return it queued again; that it was begun before, by one who died, stays known."""
        lease = self.lease
        if lease and self.outcome is Fate.SENDING:
            lease = lease.given_back(now)
        return replace(self, outcome=Fate.QUEUED, lease=lease)


def _postponed(one: Delivery, moment: datetime, reason: str, now: datetime) -> Delivery:
    """Return one that was queued again. Telegram's own pauses cost no try; its failures do."""
    if reason == TOO_MANY:
        return replace(one, after=moment, reason=reason)
    tries = one.tries + 1
    if tries >= MOST_TRIES:
        unknown = one.first_unknown or one.lease is not None
        refused = replace(one, outcome=Fate.REFUSED, lease=None, first_unknown=unknown)
        return replace(refused, tries=tries, reason=reason)
    after = max(moment, now + timedelta(minutes=2 ** (tries - 1)))
    return replace(one, after=after, tries=tries, reason=reason)


@dataclass(frozen=True, slots=True)
class Ended:
    """A delivery as it was dealt with, and as it is after that."""

    before: Delivery
    after: Delivery

    def fits(self, stored: Delivery) -> bool:
        """Say whether the delivery that is stored is to become what is told here."""
        is_same = (stored.outcome, stored.lease) == (self.before.outcome, self.before.lease)
        return is_same or (self.after.outcome, stored.outcome) == (Fate.SENT, Fate.SENDING)

    def over(self, stored: Delivery) -> Delivery:
        """Return what the stored one becomes; another may be sending it, too, by now."""
        was, now = self.before.lease, stored.lease
        overtaken = was is not None and now is not None and now.epoch > was.epoch
        unknown = self.after.first_unknown or overtaken
        return replace(self.after, name=stored.name and self.after.name, first_unknown=unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some deliveries of one broadcast, fifty to a document."""

    broadcast: str
    number: int
    deliveries: tuple[Delivery, ...]

    def leaving(self, leases: Mapping[int, Lease]) -> "Batch":
        """Return the batch with these people's deliveries claimed."""
        return self.each(
            lambda one: one.claimed(leases[one.person]) if one.person in leases else one
        )

    def with_ended(self, ended: Iterable[Ended]) -> "Batch":
        """Return the batch with these deliveries as they are now.

        What another has taken over, or ended, meanwhile is left as it is; but what was sent was sent.
        A name taken out meanwhile stays out: she deleted her data.
        """
        known = {one.before.person: one for one in ended}

        def after(one: Delivery) -> Delivery:
            new = known.get(one.person)
            return new.over(one) if new and new.fits(one) else one

        return self.each(after)

    def each(self, change: Callable[[Delivery], Delivery]) -> "Batch":
        """Return the batch with each delivery as this makes it."""
        return replace(self, deliveries=tuple(change(one) for one in self.deliveries))

    def again(self, back: Container[int], *, unsure: bool) -> "Batch":
        """Return the chunk with what failed queued anew, see ``may_succeed``.

        What a stop left over stays unsent; what a crash left open becomes unsure.
        """

        def renewed(one: Delivery) -> Delivery:
            one = settled(one)
            is_unsure = one.outcome is Fate.UNKNOWN
            if not (may_succeed(one, back) or (unsure and is_unsure)):
                return one
            anew = replace(one, outcome=Fate.QUEUED, lease=None, after=None, tries=0, reason="")
            return replace(anew, first_unknown=one.first_unknown or is_unsure)

        return self.each(renewed)


def settled(one: Delivery) -> Delivery:
    """Return a delivery as it counts in a broadcast that has ended."""
    if one.outcome is Fate.QUEUED:
        return replace(one, outcome=Fate.SKIPPED, reason=SkipReason.STOPPED)
    if one.outcome is Fate.SENDING:
        return replace(one, outcome=Fate.UNKNOWN, lease=None)
    return one


def _left(one: Delivery, members: Container[int]) -> Delivery:
    """Return a delivery as it will end for who is no member any more."""
    if one.outcome is not Fate.QUEUED or one.person in members:
        return one
    return replace(one, outcome=Fate.SKIPPED, reason=SkipReason.LEFT)


def may_succeed(one: Delivery, back: Container[int]) -> bool:
    """Say whether sending anew may help: it was refused, or she can be reached again by now.

    ``back`` are the people who can be reached.
    """
    return one.outcome is Fate.REFUSED or (one.outcome is Fate.GONE and one.person in back)


def chunk_key(broadcast: str, number: int) -> str:
    """Return the key of a chunk."""
    return f"{broadcast}-{number:05}"


def chunks_of(broadcast: str, recipients: tuple[Recipient, ...]) -> tuple[Batch, ...]:
    """Return the deliveries to these recipients, all queued."""
    return tuple(
        Batch(
            broadcast=broadcast,
            number=number,
            deliveries=tuple(
                Delivery(person=one.id, name=one.name) for one in recipients[at : at + SIZE]
            ),
        )
        for number, at in enumerate(range(0, len(recipients), SIZE))
    )


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """A broadcast with all its deliveries. ``again`` says how many may be sent anew to some avail."""

    broadcast: Broadcast
    deliveries: tuple[Delivery, ...]
    again: int = 0

    @classmethod
    def of(
        cls,
        broadcast: Broadcast,
        chunks: Iterable[Batch],
        back: Container[int] = (),
        members: Container[int] | None = None,
    ) -> "DeliveryReport":
        """Return the report; in one that has ended nothing is under way any more.

        ``back`` are the people who can be reached. Who is to get it and is none of the ``members``
        any more does not count where nothing has been sent, else as left.
        """
        deliveries = tuple(one for chunk in chunks for one in chunk.deliveries)
        if broadcast.phase in ENDED:
            deliveries = tuple(settled(one) for one in deliveries)
        elif members is not None and broadcast.begun_at is None:
            staying = tuple(one for one in deliveries if one.person in members)
            total = broadcast.total - len(deliveries) + len(staying)
            broadcast, deliveries = replace(broadcast, total=total), staying
        elif members is not None:
            deliveries = tuple(_left(one, members) for one in deliveries)
        return cls(broadcast, deliveries, sum(may_succeed(one, back) for one in deliveries))

    @property
    def counts(self) -> Counter[Fate]:
        """How many deliveries are how far."""
        return Counter(one.outcome for one in self.deliveries)

    @property
    def perhaps_twice(self) -> int:
        """How many may have it twice."""
        return sum(one.is_perhaps_twice for one in self.deliveries)

    @property
    def open(self) -> int:
        """How many have not come to an end."""
        return self.counts[Fate.QUEUED] + self.counts[Fate.SENDING]

    @property
    def next_after(self) -> datetime | None:
        """When the first of those held back may be sent; None when some wait now."""
        waiting = [one.after for one in self.deliveries if one.outcome is Fate.QUEUED]
        moments = [moment for moment in waiting if moment is not None]
        return min(moments) if moments and len(moments) == len(waiting) else None
