"""Documents that are asked for at the same time: few messages, and each as it is stored when it is read."""

import asyncio

from bot.errors import DocumentDamaged
from bot.store.base import Kind
from bot.store.postgres.store import PostgresStore
from tests.postgres.cable import Cable
from tests.store.notes import NOTES, OTHERS, Note, add_tag, put
from tests.store.postgres.test_schema import do


async def test_documents_asked_for_at_once_are_read_by_few_messages(
    store: PostgresStore, line: Cable, database: str
) -> None:
    """Each gets its own, of whatever kind; who is absent or damaged harms no other."""
    for number in range(10):
        await store.update(NOTES, f"k{number}", put(Note(text=str(number))))
    await store.update(OTHERS, "k1", put(Note(text="other")))
    do(database, """UPDATE documents_notes SET document = '{"text": 1}' WHERE key = 'k3'""")
    asked: list[bytes] = []

    def carry(sent: bytes) -> bytes:
        asked.append(sent)
        return sent

    line.to_server = carry
    wanted = [(NOTES, f"k{number}") for number in range(10)] + [(OTHERS, "k1"), (NOTES, "absent")]

    async def read(kind: Kind[Note], key: str) -> Note | None:
        return await store.get(kind, key)

    found = await asyncio.gather(*(read(*one) for one in wanted), return_exceptions=True)
    texts = [one.text if isinstance(one, Note) else type(one) for one in found]
    numbers = [*"012", DocumentDamaged, *"456789"]
    assert texts == [*numbers, "other", type(None)]
    assert len([one for one in asked if b"SELECT key, form" in one]) <= 3


async def test_who_has_written_reads_what_she_wrote(store: PostgresStore) -> None:
    """However many others are reading the same: nobody is given what was read before she asked."""

    async def write_and_read(_: int) -> None:
        written = await store.update(NOTES, "a", add_tag)
        note = await store.get(NOTES, "a")
        assert note
        assert len(note.tags) >= written

    async def read(_: int) -> None:
        await store.get(NOTES, "a")

    await asyncio.gather(*map(write_and_read, range(30)), *map(read, range(30)))
