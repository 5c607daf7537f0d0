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

from bot.domain.broadcast.broadcast import ENDED, Broadcast, Recipient
from bot.domain.broadcast.verdict import TOO_MANY, Gone, Refused, RetryAt, Sent, Unknown, Verdict

SIZE = 50
"""Deliveries in one document: few to write for a claim, and few documents for a large school."""

MOST_TRIES = 6
"""After so many times without Telegram (half an hour altogether) a delivery counts as refused."""


class Outcome(StrEnum):
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
            case RetryAt(held_back=True):
                return replace(self, outcome=Outcome.QUEUED, after=None)
            case RetryAt(moment, reason):
                return self._postponed(moment, reason, now)

    def _postponed(self, moment: datetime, reason: str, now: datetime) -> "Delivery":
        """Return it queued again. Telegram's own pauses cost no try; its failures do."""
        if reason == TOO_MANY:
            return replace(self, outcome=Outcome.QUEUED, after=moment, reason=reason)
        tries = self.tries + 1
        if tries >= MOST_TRIES:
            return replace(self, outcome=Outcome.REFUSED, tries=tries, reason=reason)
        after = max(moment, now + timedelta(minutes=2 ** (tries - 1)))
        return replace(self, outcome=Outcome.QUEUED, after=after, tries=tries, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some deliveries of one broadcast."""

    broadcast: str
    number: int
    deliveries: tuple[Delivery, ...]

    def claimed(
        self, run: str, most: int, now: datetime, held: Container[int] = ()
    ) -> tuple["Batch", tuple[Delivery, ...]]:
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

    def with_ended(self, ended: Iterable[Delivery]) -> "Batch":
        """Return the chunk with these deliveries as they are now.

        A name taken out meanwhile stays out: she deleted her data.
        """
        known: Mapping[int, Delivery] = {one.person: one for one in ended}

        def after(one: Delivery) -> Delivery:
            new = known.get(one.person, one)
            return replace(new, name=one.name and new.name)

        return replace(self, deliveries=tuple(after(one) for one in self.deliveries))

    def without_name(self, person: int) -> "Batch":
        """Return the chunk without the name of somebody, who is sent nothing more."""

        def nameless(one: Delivery) -> Delivery:
            if one.person != person:
                return one
            outcome = Outcome.SKIPPED if one.outcome is Outcome.QUEUED else one.outcome
            return replace(one, name="", outcome=outcome)

        return replace(self, deliveries=tuple(nameless(one) for one in self.deliveries))

    def again(self, back: Container[int], *, unsure: bool) -> "Batch":
        """Return the chunk with what failed queued anew, see ``may_succeed``.

        What a stop left over stays unsent; what a crash left open becomes unsure.
        """

        def renewed(one: Delivery) -> Delivery:
            one = settled(one)
            if not (may_succeed(one, back) or (unsure and one.outcome is Outcome.UNKNOWN)):
                return one
            return replace(one, outcome=Outcome.QUEUED, after=None, tries=0, reason="")

        return replace(self, deliveries=tuple(renewed(one) for one in self.deliveries))


def settled(one: Delivery) -> Delivery:
    """Return a delivery as it counts in a broadcast that has ended."""
    if one.outcome is Outcome.QUEUED:
        return replace(one, outcome=Outcome.SKIPPED, reason=SkipReason.STOPPED)
    if one.outcome is Outcome.SENDING:
        return replace(one, outcome=Outcome.UNKNOWN)
    return one


def _left(one: Delivery, members: Container[int]) -> Delivery:
    """Return a delivery as it will end for who is no member any more."""
    if one.outcome is not Outcome.QUEUED or one.person in members:
        return one
    return replace(one, outcome=Outcome.SKIPPED, reason=SkipReason.LEFT)


def may_succeed(one: Delivery, back: Container[int]) -> bool:
    """Say whether sending anew may help: it was refused, or she can be reached again by now.

    ``back`` are the people who can be reached.
    """
    return one.outcome is Outcome.REFUSED or (one.outcome is Outcome.GONE and one.person in back)


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
class Report:
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
    ) -> "Report":
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
