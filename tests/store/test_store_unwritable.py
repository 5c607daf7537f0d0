"""Documents that can be read and not be replaced: not changed, told of, and felt by nobody but their owners."""

import asyncio
from pathlib import Path

import pytest

from bot.errors import DocumentUnwritable
from bot.store.base import Drop, Fault
from bot.store.tiny.store import tiny_store
from tests.store.note_files import file_of, opened, store_notes
from tests.store.notes import NOTES, SCHOOL, Note, add_tag, put

OWNER, OTHER = "5", "261"  # in the same folder, as all whose keys differ by 256


def _folder_for_unfinished(path: Path) -> None:
    path.with_name(path.name + ".tmp").mkdir()
    (path.with_name(path.name + ".tmp") / "x").write_text("")


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_document_that_cannot_be_replaced_is_its_owners_trouble(
    data: Path, *, restarted: bool
) -> None:
    """It can be read, is not changed, and is told of as what cannot be saved; others are saved."""
    await store_notes(data, {OWNER: Note(school="s1"), OTHER: Note(school="s1")})
    store, _ = await opened(data)
    _folder_for_unfinished(file_of(data, OWNER))
    if restarted:
        await store.close()
        store, _ = await opened(data)
    faults: list[Fault] = []
    store.listen(fault=faults.append, replaced=lambda _: None)
    for _ in range(5):
        with pytest.raises(DocumentUnwritable):
            await store.update(NOTES, OWNER, add_tag)
    assert await store.get(NOTES, OWNER) == Note(school="s1")
    assert await store.update(NOTES, OTHER, add_tag) == 1
    assert await store.find(NOTES, SCHOOL.equals("s1")) == [OWNER]
    assert {type(fault) for fault in faults} == {DocumentUnwritable}
    assert store.pulse.trouble is None
    await store.close()


async def test_many_that_cannot_be_replaced_are_no_disk_that_fails(data: Path) -> None:
    """However many fail at the same time, each is its owner's trouble, and nobody else's."""
    keys = [str(number) for number in range(40)]
    await store_notes(data, {key: Note() for key in keys})
    store, _ = await opened(data)
    for key in keys[:-1]:
        _folder_for_unfinished(file_of(data, key))
    answers = await asyncio.gather(
        *(store.update(NOTES, key, add_tag) for key in keys), return_exceptions=True
    )
    assert {type(answer) for answer in answers[:-1]} == {DocumentUnwritable}
    assert (answers[-1], store.pulse.trouble) == (1, None)
    await store.close()


async def test_a_document_too_large_to_be_read_again_is_not_written(data: Path) -> None:
    """What would be refused at the next reading is refused before it replaces what is there."""
    store = tiny_store(data, [NOTES])
    await store.open()
    await store.update(NOTES, OWNER, put(Note(text="small")))
    with pytest.raises(DocumentUnwritable):
        await store.update(NOTES, OWNER, put(Note(text="x" * (1 << 25))))
    assert await store.get(NOTES, OWNER) == Note(text="small")
    await store.update(NOTES, OWNER, lambda _: (Drop(), None))
    await store.close()
