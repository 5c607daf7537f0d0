"""The writer of the TinyDB store: a process that may hang, be interrupted, or die."""

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path

import orjson
import pytest

from bot.errors import StoreUnavailable
from bot.store.atomic import Folder
from bot.store.base import Drop, Put, Where, Write
from bot.store.tiny import TinyStore, tiny_store
from bot.store.writer import REPLACE, request, take_requests
from tests.store.note_files import files, opened, store_notes
from tests.store.notes import NOTES, Note, add_tag, put


def writer_of(store: TinyStore) -> int:
    """The process id of a store's writer."""
    line = store._writer._line
    assert line is not None
    pid = line._process.get_pid()
    assert pid is not None
    return pid


async def test_documents_do_not_wait_for_each_other(data: Path) -> None:
    """While the disk holds one document up, any other can be updated."""
    await store_notes(data, {"1": Note(tags=["t"])})
    (path,) = files(data, "notes/*/1.json")
    content = path.read_bytes()
    path.unlink()
    os.mkfifo(path)  # whoever reads it waits until somebody writes
    store = tiny_store(data, [NOTES])
    opening = asyncio.create_task(store.open())
    await asyncio.to_thread(path.write_bytes, content)
    await opening
    slow = asyncio.create_task(store.update(NOTES, "1", add_tag))
    async with asyncio.timeout(30):
        for other in ("2", "257", "abc"):
            assert await store.update(NOTES, other, add_tag) == 1
    assert not slow.done()
    await asyncio.to_thread(path.write_bytes, content)
    assert await slow == 2
    await store.close()


async def test_what_is_in_memory_is_read_past_the_writer(data: Path) -> None:
    """While the writer hangs, a document that the system has in memory can still be read."""
    await store_notes(data, {"1": Note(tags=["t"])})
    (path,) = files(data, "notes/*/1.json")
    try:
        known = Folder(str(path.parent)).peek(path.name) == path.read_bytes()
    except OSError:
        pytest.skip("this file system cannot say what it has in memory")
    assert known
    store, _ = await opened(data)
    os.kill(writer_of(store), signal.SIGSTOP)
    try:
        async with asyncio.timeout(30):
            assert await store.get(NOTES, "1") == Note(tags=["t"])
    finally:
        os.kill(writer_of(store), signal.SIGCONT)
        await store.close()


async def test_a_killed_writer_loses_nothing_and_is_replaced(data: Path) -> None:
    """Updates under way when the writer dies are stored or refused, and the next ones work."""
    store, _ = await opened(data)
    acknowledged = dict.fromkeys(map(str, range(20)), 0)
    killed = 0
    while killed < 10:
        updates = {
            key: asyncio.create_task(store.update(NOTES, key, add_tag)) for key in acknowledged
        }
        await asyncio.wait(updates.values(), return_when=asyncio.FIRST_COMPLETED)
        with suppress(ProcessLookupError):  # the one killed before, if nobody has missed it yet
            os.kill(writer_of(store), signal.SIGKILL)
            killed += 1
        for key, update in updates.items():
            try:
                acknowledged[key] = await update
            except StoreUnavailable:
                note = await store.get(NOTES, key)
                count = len(note.tags) if note else 0
                assert count in {acknowledged[key], acknowledged[key] + 1}
                acknowledged[key] = count
        assert store.count(NOTES) == sum(count > 0 for count in acknowledged.values())
    await store.close()
    store, report = await opened(data)
    assert report.damaged == ()
    for key, count in acknowledged.items():
        stored = await store.get(NOTES, key)
        assert len(stored.tags if stored else []) == count
    await store.close()


@pytest.mark.parametrize("write", [Drop(), Put(Note(text="new", school="s2"))])
async def test_a_failed_write_leaves_the_document_found(data: Path, write: Write[Note]) -> None:
    """When a change cannot be carried out, the document is served and found as before."""
    store, _ = await opened(data)
    await store.update(NOTES, "5", put(Note(text="five", school="s1")))

    def cut_off(_: Note | None) -> tuple[Write[Note], None]:
        os.kill(writer_of(store), signal.SIGKILL)
        return write, None

    with pytest.raises(StoreUnavailable) as caught:
        await store.update(NOTES, "5", cut_off)
    assert caught.value.path.name == "5.json"
    assert store.find(NOTES, Where(school="s1")) == ["5"]
    assert await store.get(NOTES, "5") == Note(text="five", school="s1")
    await store.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_signals_to_the_whole_group_do_not_end_the_writer(
    data: Path, number: signal.Signals
) -> None:
    """Ctrl-C in a terminal reaches the writer too, which goes on until the bot is done."""
    store, _ = await opened(data)
    before = writer_of(store)
    os.kill(before, number)
    assert await store.update(NOTES, "1", add_tag) == 1
    assert writer_of(store) == before
    await store.close()


async def test_the_writer_ends_with_the_store(data: Path) -> None:
    """After closing no process is left, not even one that nobody has waited for."""
    store, _ = await opened(data)
    process = writer_of(store)
    await store.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(StoreUnavailable):
        await store.update(NOTES, "1", add_tag)


async def test_a_large_document_goes_through(data: Path) -> None:
    """A document larger than any pipe's buffer is stored and read like others."""
    store, _ = await opened(data)
    large = Note(text="x" * 3_000_000)
    await store.update(NOTES, "1", put(large))
    assert await store.get(NOTES, "1") == large
    await store.close()


def test_requests_may_arrive_in_any_pieces() -> None:
    """However the bytes of requests are cut, the same requests come out, in order."""
    contents = [b"", b"x", orjson.dumps({"a": "b" * 300})]
    wanted = [(number, REPLACE, f"/d/{number}.json", each) for number, each in enumerate(contents)]
    stream = b"".join(request(*each) for each in wanted)
    for size in (1, 7, 64, len(stream)):
        received, found = bytearray(), []
        for start in range(0, len(stream), size):
            received += stream[start : start + size]
            found += take_requests(received)
        assert found == wanted
        assert received == b""
