"""What the claims of one owner in the batches of a broadcast write."""

from datetime import UTC, datetime

from bot.cluster.living import LocalLiving
from bot.delivery.hand import Hand
from bot.delivery.sources.batch_claims import BatchClaims
from bot.domain.broadcast.batch import Batch, Delivery, Fate, chunk_key
from bot.store.base import Put
from bot.store.codec.broadcasts import CHUNKS
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import memory_store

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)


async def test_who_asks_again_for_what_she_has_claimed_writes_nothing() -> None:
    """A message that waits for its turn once more finds its claim as it was made."""
    store = memory_store(KINDS)
    await store.open()
    key = chunk_key("b", 0)
    batch = Batch(broadcast="b", number=0, deliveries=(Delivery(person=7, name="Guru"),))
    await store.update(CHUNKS, key, lambda _: (Put(batch), None))
    claims = BatchClaims(store, "b")
    hand = Hand("b:7", "run", lambda: NOW, LocalLiving())
    hand.lease = await claims.take(0, 7, hand)
    written = await store.changed(CHUNKS, 0)
    claimed = await store.get(CHUNKS, key)
    assert claimed is not None
    assert [(one.outcome, one.lease) for one in claimed.deliveries] == [(Fate.SENDING, hand.lease)]
    assert await claims.take(0, 7, hand) == hand.lease
    assert not (await store.changed(CHUNKS, written.version)).keys
    await store.close()
