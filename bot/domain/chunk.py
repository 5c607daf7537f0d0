"""The deliveries of a broadcast, some in one document, and how each goes from queued to its end.

Pure. A claim carries the name of the run of the process that made it: what another run had claimed
was under way when that run ended, and is claimed anew. So nobody is missed, and after a crash at
most those in flight get the message twice.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.broadcast import Broadcast, Phase, Recipient
from bot.domain.delivery import Gone, Refused, RetryAt, Sent, Unknown, Verdict

SIZE = 50
"""Deliveries in one document (storage.md section 4.2, rule 7)."""

MOST_TRIES = 6
"""After so many times without Telegram (an hour altogether) a delivery counts as refused."""

HELD_BACK = "held back"
"""The reason of a message that was not sent because its broadcast was paused meanwhile."""

TOO_MANY = "too many requests"


class Outcome(StrEnum):
    """How far one delivery is; each has a word, ``outcome-<value>``."""

    QUEUED = "antre"
    SENDING = "jalan"
    SENT = "terkirim"
    GONE = "lepas"
    REFUSED = "gagal"
    UNKNOWN = "ragu"
    SKIPPED = "lewat"


FAILED = frozenset({Outcome.GONE, Outcome.REFUSED})
"""What is sent again on demand; what arrived, or may have, is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The message to one person. ``after`` holds a queued one back until a moment."""

    person: int
    name: str
    outcome: Outcome = Outcome.QUEUED
    run: str = ""
    after: datetime | None = None
    tries: int = 0
    message: int | None = None
    reason: str = ""

    def waits(self, run: str, now: datetime, held: Container[int] = ()) -> bool:
        """Say whether it is to be sent now: queued, or claimed by a run that has ended.

        Also claimed by this run, if it does not hold it: the claim was written, and then failed.
        """
        if self.outcome is Outcome.QUEUED:
            return self.after is None or self.after <= now
        return self.outcome is Outcome.SENDING and not (self.run == run and self.person in held)

    def ended(self, verdict: Verdict, now: datetime) -> "Delivery":
        """Return it after Telegram's answer."""
        match verdict:
            case Sent(message):
                return replace(self, outcome=Outcome.SENT, message=message, after=None, reason="")
            case Gone(reason):
                return replace(self, outcome=Outcome.GONE, reason=reason)
            case Refused(reason):
                return replace(self, outcome=Outcome.REFUSED, reason=reason)
            case Unknown(reason):
                return replace(self, outcome=Outcome.UNKNOWN, reason=reason)
            case RetryAt(moment, reason):
                return self._postponed(moment, reason, now)

    def _postponed(self, moment: datetime, reason: str, now: datetime) -> "Delivery":
        """Return it queued again. Telegram's own pauses cost no try; its failures do."""
        if reason == HELD_BACK:
            return replace(self, outcome=Outcome.QUEUED, after=None)
        if reason == TOO_MANY:
            return replace(self, outcome=Outcome.QUEUED, after=moment, reason=reason)
        tries = self.tries + 1
        if tries >= MOST_TRIES:
            return replace(self, outcome=Outcome.REFUSED, tries=tries, reason=reason)
        after = max(moment, now + timedelta(minutes=2 ** (tries - 1)))
        return replace(self, outcome=Outcome.QUEUED, after=after, tries=tries, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Some deliveries of one broadcast."""

    broadcast: str
    number: int
    deliveries: tuple[Delivery, ...]

    def claimed(
        self, run: str, most: int, now: datetime, held: Container[int] = ()
    ) -> tuple["Chunk", tuple[Delivery, ...]]:
        """Return the chunk with some waiting deliveries claimed by a run, and these.

        ``held`` names those the run has claimed already and is sending.
        """
        taken: list[Delivery] = []
        after: list[Delivery] = []
        for one in self.deliveries:
            if len(taken) < most and one.waits(run, now, held):
                taken.append(replace(one, outcome=Outcome.SENDING, run=run))
                after.append(taken[-1])
            else:
                after.append(one)
        return replace(self, deliveries=tuple(after)), tuple(taken)

    def with_ended(self, ended: Iterable[Delivery]) -> "Chunk":
        """Return the chunk with these deliveries as they are now.

        A name taken out meanwhile stays out: she deleted her data.
        """
        known: Mapping[int, Delivery] = {one.person: one for one in ended}

        def after(one: Delivery) -> Delivery:
            new = known.get(one.person, one)
            return replace(new, name=one.name and new.name)

        return replace(self, deliveries=tuple(after(one) for one in self.deliveries))

    def without_name(self, person: int) -> "Chunk":
        """Return the chunk without the name of somebody, who is sent nothing more."""

        def nameless(one: Delivery) -> Delivery:
            if one.person != person:
                return one
            outcome = Outcome.SKIPPED if one.outcome is Outcome.QUEUED else one.outcome
            return replace(one, name="", outcome=outcome)

        return replace(self, deliveries=tuple(nameless(one) for one in self.deliveries))

    def again(self, outcomes: frozenset[Outcome]) -> "Chunk":
        """Return the chunk with these outcomes queued anew.

        What a stop left over stays unsent; what a crash left open becomes unsure.
        """

        def renewed(one: Delivery) -> Delivery:
            one = settled(one)
            if one.outcome not in outcomes:
                return one
            return replace(one, outcome=Outcome.QUEUED, after=None, tries=0, reason="")

        return replace(self, deliveries=tuple(renewed(one) for one in self.deliveries))


def settled(one: Delivery) -> Delivery:
    """Return a delivery as it counts in a broadcast that has ended."""
    if one.outcome is Outcome.QUEUED:
        return replace(one, outcome=Outcome.SKIPPED, reason="stopped")
    if one.outcome is Outcome.SENDING:
        return replace(one, outcome=Outcome.UNKNOWN)
    return one


def chunk_key(broadcast: str, number: int) -> str:
    """Return the key of a chunk."""
    return f"{broadcast}-{number:05}"


def chunks_of(broadcast: str, recipients: tuple[Recipient, ...]) -> tuple[Chunk, ...]:
    """Return the deliveries to these recipients, all queued."""
    return tuple(
        Chunk(
            broadcast=broadcast,
            number=number,
            deliveries=tuple(
                Delivery(person=one.id, name=one.name) for one in recipients[at : at + SIZE]
            ),
        )
        for number, at in enumerate(range(0, len(recipients), SIZE))
    )


@dataclass(frozen=True, slots=True)
class Report:
    """A broadcast with all its deliveries."""

    broadcast: Broadcast
    deliveries: tuple[Delivery, ...]

    @classmethod
    def of(cls, broadcast: Broadcast, chunks: Iterable[Chunk]) -> "Report":
        """Return the report; in one that has ended nothing is under way any more."""
        deliveries = tuple(one for chunk in chunks for one in chunk.deliveries)
        if broadcast.phase in (Phase.STOPPED, Phase.DONE):
            deliveries = tuple(settled(one) for one in deliveries)
        return cls(broadcast, deliveries)

    @property
    def counts(self) -> Counter[Outcome]:
        """How many deliveries are how far."""
        return Counter(one.outcome for one in self.deliveries)

    @property
    def open(self) -> int:
        """How many have not come to an end."""
        return self.counts[Outcome.QUEUED] + self.counts[Outcome.SENDING]

    @property
    def next_after(self) -> datetime | None:
        """When the first of those held back may be sent; None when some wait now."""
        waiting = [one.after for one in self.deliveries if one.outcome is Outcome.QUEUED]
        moments = [moment for moment in waiting if moment is not None]
        return min(moments) if moments and len(moments) == len(waiting) else None
