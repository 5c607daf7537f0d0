"""Has a notice of a breach sent to everybody affected: its head and all deliveries, in one commit.

From there on it is sent, resumed, stopped and counted like any broadcast. Must not decide what it says.
"""

from datetime import datetime

from bot.content.texts import Texts
from bot.delivery.broadcasts import chunks_in
from bot.domain.breach import NO_SCHOOL, BreachNotice, BreachState
from bot.domain.broadcast.batch import NOBODY, DeliveryReport, Fate, chunk_key, chunks_of
from bot.domain.broadcast.broadcast import Broadcast, Phase, Recipient
from bot.domain.broadcast.order import Order, may_be, ordered
from bot.domain.broadcast.placeholder import NAME
from bot.domain.broadcast.posting import published
from bot.domain.school.access import Rights
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Keep, Plan, Put, Ref, Store, View, Write
from bot.store.codec.broadcasts import BROADCAST_SCHOOL, BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL


def notice_text(notice: BreachNotice, texts: Texts) -> str:
    """Return what everybody is told, as Telegram HTML with a place for how she is addressed."""
    return texts.say(
        "breach",
        corrects="ya" if notice.correction else "tidak",
        correction=notice.correction,
        address=f"[{NAME}]",
        when=notice.when,
        what=notice.what,
        cause=notice.cause,
        handled=notice.handled,
        advice=notice.advice,
        contact=notice.contact,
    )


async def announce(store: Store, notice: BreachNotice, head: Broadcast, rights: Rights) -> int:
    """Write a notice for everybody who is meant, and return how many they are.

    ``head`` is the broadcast it travels as. One that was written before is left as it is, or goes on if it
    was stopped. Raises what the store raises.
    """
    people = await affected(store, notice, rights)
    at: Ref[Broadcast] = Ref(BROADCASTS, head.id)
    batches = chunks_of(head.id, people)
    refs = {Ref(CHUNKS, chunk_key(one.broadcast, one.number)) for one in batches}

    def decide(view: View) -> Plan[int]:
        known = view[at]
        if known is not None:
            on = ordered(known, Order.FAILED_AGAIN, head.made_at) if _is_stopped(known) else known
            return Plan({at: Put(on)} if on != known else {}, known.total)
        # Whoever deleted her data meanwhile is told no more, and stands nowhere.
        there = set(view.find(PEOPLE))
        sent = published(head, tuple(one for one in people if str(one.id) in there))
        writes = {Ref(CHUNKS, chunk_key(one.broadcast, one.number)): one for one in sent.batches}
        return Plan(
            {at: Put(sent.head), **{ref: Put(batch) for ref, batch in writes.items()}},
            sent.head.total,
        )

    return await store.commit((at, *refs), decide)


async def stop_all(store: Store, now: datetime, but: str = "") -> tuple[str, ...]:
    """Stop every notice that is not at its end (now: UTC), except one, and return which these were.

    Who has it keeps it; nobody else gets it. Raises what the store raises.
    """

    def decide(head: Broadcast | None) -> tuple[Write[Broadcast], bool]:
        if head is None or not may_be(head, Order.STOP):
            return Keep(), False
        return Put(ordered(head, Order.STOP, now)), True

    keys = await store.find(BROADCASTS, BROADCAST_SCHOOL.equals(NO_SCHOOL))
    return tuple(
        [key for key in keys if key != but and await store.update(BROADCASTS, key, decide)]
    )


async def affected(store: Store, notice: BreachNotice, rights: Rights) -> tuple[Recipient, ...]:
    """Return who is meant and is known here, by id; nobody is left out for wanting no messages."""
    keys = set(await store.find(PEOPLE))
    if notice.people:
        keys &= set(map(str, notice.people))
    elif notice.school is not None:
        school = rights.schools.get(notice.school)
        coordinators = {str(one.id) for one in school.coordinators} if school else set()
        members = await store.find(PEOPLE, PERSON_SCHOOL.equals(notice.school))
        keys &= {*members, *coordinators}
    if notice.correction:
        keys |= await _told(store)
    return tuple(Recipient(one, "") for one in sorted(map(int, keys)))


async def breaches(store: Store) -> tuple[BreachState, ...]:
    """Return all notices that were sent or are on their way, newest first, with how far each is."""
    found = [
        BreachState(one.broadcast.made_at, one.counts, _is_stopped(one.broadcast))
        for one in await _reports(store)
    ]
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


async def _told(store: Store) -> set[str]:
    """Return the keys of all who have, or may have, an earlier notice."""
    arrived = (Fate.SENT, Fate.UNKNOWN, Fate.SENDING)
    return {
        str(one.person)
        for report in await _reports(store)
        for one in report.deliveries
        if one.outcome in arrived and one.person != NOBODY
    }


async def _reports(store: Store) -> list[DeliveryReport]:
    found: list[DeliveryReport] = []
    for key in await store.find(BROADCASTS, BROADCAST_SCHOOL.equals(NO_SCHOOL)):
        try:
            head = await store.get(BROADCASTS, key)
        except (DocumentDamaged, DocumentTooNew):
            continue
        if head:
            found.append(DeliveryReport.of(head, await chunks_in(store, head)))
    return found


def _is_stopped(head: Broadcast) -> bool:
    return head.phase is Phase.STOPPED
