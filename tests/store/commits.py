"""Three notes that change together, and what a store says of them. Tests nothing."""

from bot.store.base import Ref, Store, View
from tests.store.notes import NOTES, OTHERS, Note, put

A, B, C = Ref(NOTES, "a"), Ref(NOTES, "b"), Ref(OTHERS, "a")


def texts(view: View, *refs: Ref[Note]) -> list[str | None]:
    """The texts a decision sees, None for absent documents."""
    return [note.text if (note := view[ref]) else None for ref in refs]


async def stored(store: Store, *refs: Ref[Note]) -> list[str | None]:
    """The texts that are stored, None for absent documents."""
    return [note.text if (note := await note_of(store, ref)) else None for ref in refs]


async def note_of(store: Store, ref: Ref[Note]) -> Note | None:
    note: Note | None = await store.get(ref.kind, ref.key)
    return note


async def store_all(store: Store, **notes: Note) -> None:
    for key, note in notes.items():
        await store.update(NOTES, key, put(note))
