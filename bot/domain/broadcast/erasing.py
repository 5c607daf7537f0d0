"""What is left of a broadcast when somebody deletes her data, or agrees no more. Pure.

The deliveries stay without her id, so that the counts of a broadcast stay true.
"""

from collections.abc import Container
from dataclasses import replace
from datetime import datetime

from bot.domain.broadcast.batch import NOBODY, Batch, Delivery, Fate
from bot.domain.broadcast.broadcast import Audience, AudienceFilter, Broadcast, Content
from bot.domain.broadcast.order import Order, ordered


def stopped(head: Broadcast, now: datetime) -> Broadcast:
    """Return a broadcast that goes no further, without the name of who sent it."""
    return replace(ordered(head, Order.STOP, now), sender="", repeats=False)


def wordless(head: Broadcast, now: datetime) -> Broadcast:
    """Return a broadcast of somebody who is gone; a letter of hers loses its words, too."""
    after = replace(stopped(head, now), by=NOBODY)
    return replace(after, content=Content(), quote="") if head.is_letter else after


def is_meant_for(head: Broadcast, person: int) -> bool:
    """Say whether it was meant for this person alone, by her id."""
    return head.audience == Audience(AudienceFilter.ONE, str(person))


def without_person(head: Broadcast, person: int, now: datetime) -> Broadcast:
    """Return a broadcast in which somebody is neither sender nor the one it was meant for."""
    after = wordless(head, now) if head.by == person else head
    if is_meant_for(after, person):
        return replace(after, audience=Audience(AudienceFilter.ONE, str(NOBODY)))
    return after


def quotes(head: Broadcast, letters: Container[str], known: Container[str]) -> bool:
    """Say whether it quotes one of these letters, or one that is not known any more."""
    return bool(head.quote) and (head.answers in letters or head.answers not in known)


def unquoted(head: Broadcast, letters: Container[str], known: Container[str]) -> Broadcast:
    """Return a broadcast without what it quotes of these letters."""
    return replace(head, quote="") if quotes(head, letters, known) else head


def nameless(batch: Batch, person: int) -> Batch:
    """Return a batch without somebody's name and id, who is sent nothing more; the counts stay.

    Of what is just leaving nobody will write down whether it arrived.
    """

    def after(one: Delivery) -> Delivery:
        if one.person != person:
            return one
        ended = {Fate.QUEUED: Fate.SKIPPED, Fate.SENDING: Fate.UNKNOWN}
        outcome = ended.get(one.outcome, one.outcome)
        return replace(one, person=NOBODY, name="", outcome=outcome, lease=None, message=None)

    return batch.each(after)
