"""The writer of the TinyDB store: a process that may hang, be interrupted, or die."""

import asyncio
import fcntl
import os
import signal
from _thread import start_new_thread
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import orjson
import pytest

from bot.errors import DocumentDamaged, StoreUnavailable
from bot.store.base import Drop, Put, Store, Write
from bot.store.tiny.store import TinyStore
from bot.store.writer import line as writer_line
from bot.store.writer import main as writer_main
from bot.store.writer.atomic import Folder
from bot.store.writer.main import REPLACE, request, take_requests
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, SCHOOL, Note, add_tag, put


def writer_of(store: Store) -> int:
    """The process id of a store's writer."""
    assert isinstance(store, TinyStore)
    line = store._writer._line
    assert line is not None
    pid = line._process.get_pid()
    assert pid is not None
    return pid


@pytest.fixture
def quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for the writer looks five times a second whether it hangs."""
    monkeypatch.setattr(writer_line, "LOOK_SECONDS", 0.2)


@contextmanager
def holding_up(path: Path) -> Iterator[None]:
    """Let whoever opens a file wait, as a slow disk would, until the block ends."""
    before = signal.signal(signal.SIGIO, signal.SIG_IGN)  # how the system says that one waits
    with path.open("rb+") as held:
        fcntl.fcntl(held, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        try:
            yield
        finally:
            fcntl.fcntl(held, fcntl.F_SETLEASE, fcntl.F_UNLCK)
            signal.signal(signal.SIGIO, before)


async def test_documents_do_not_wait_for_each_other(data: Path) -> None:
    """While the disk holds one document up, any other can be updated."""
    await store_notes(data, {"1": Note(tags=["t"])})
    store, _ = await opened(data)
    try:
        with holding_up(file_of(data, "1")):
            slow = asyncio.create_task(store.update(NOTES, "1", add_tag))
            async with asyncio.timeout(30):
                for other in ("2", "257", "abc"):
                    assert await store.update(NOTES, other, add_tag) == 1
            assert not slow.done()
        assert await slow == 2
    finally:
        await store.close()


@pytest.mark.usefixtures("quick_looks")
async def test_one_file_that_hangs_is_its_owners_trouble(data: Path) -> None:
    """Who asks for it is refused after a while, and at once from then on; others are served."""
    await store_notes(data, {"1": Note(text="kept")})
    store, _ = await opened(data)
    process = writer_of(store)
    try:
        with holding_up(file_of(data, "1")):
            slow: asyncio.Task[Note | None] = asyncio.create_task(store.get(NOTES, "1"))  # type: ignore[arg-type] # inferred too widely
            while not slow.done():
                await store.update(NOTES, "2", add_tag)
            with pytest.raises(DocumentDamaged, match="hangs"):
                await slow
            with pytest.raises(DocumentDamaged, match="hangs"):
                await store.get(NOTES, "1")
            await store.update(NOTES, "2", add_tag)
            assert (store.pulse.trouble, writer_of(store)) == (None, process)
        async with asyncio.timeout(30):
            while True:
                try:
                    note = await store.get(NOTES, "1")
                    break
                except DocumentDamaged:  # until the system lets the one that hung go on
                    await store.update(NOTES, "2", add_tag)
        assert (note, store.unreadable(NOTES)) == (Note(text="kept"), 0)
    finally:
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
        assert await store.count(NOTES) == sum(count > 0 for count in acknowledged.values())
    await store.close()
    store, report = await opened(data)
    assert report.damaged == ()
    for key, count in acknowledged.items():
        stored = await store.get(NOTES, key)
        assert len(stored.tags if stored else []) == count
    await store.close()


async def test_a_writer_killed_in_a_quiet_hour_is_missed_at_once(data: Path) -> None:
    """The store says that it has none, and has another before anybody wants to save."""
    store, _ = await opened(data)
    renewed = asyncio.Event()
    store.listen(fault=lambda _: None, replaced=lambda _: renewed.set())
    gone = store._writer._line
    assert gone is not None
    os.kill(writer_of(store), signal.SIGKILL)
    await gone.has_ended(10)
    has_writer = [store.has_writer]
    await asyncio.wait_for(renewed.wait(), 10)
    assert [*has_writer, store.has_writer] == [False, True]
    await store.close()


@pytest.mark.usefixtures("quick_looks")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
@pytest.mark.parametrize("write", [Drop(), Put(Note(text="new", school="s2"))])
async def test_a_change_outlives_the_writer_that_was_asked_for_it(
    data: Path, write: Write[Note], number: signal.Signals
) -> None:
    """When the writer dies or stops with a change under way, another one carries it out."""
    store, _ = await opened(data)
    replaced: list[bool] = []
    store.listen(fault=lambda _: None, replaced=replaced.append)
    await store.update(NOTES, "5", put(Note(text="five", school="s1")))

    def cut_off(_: Note | None) -> tuple[Write[Note], None]:
        os.kill(writer_of(store), number)
        return write, None

    await store.update(NOTES, "5", cut_off)
    assert replaced == [number is signal.SIGSTOP]
    wanted = write.value if isinstance(write, Put) else None
    assert await store.get(NOTES, "5") == wanted
    assert await store.find(NOTES, SCHOOL.equals("s1")) == []
    await store.close()
    store, report = await opened(data)
    assert (await store.get(NOTES, "5"), report.damaged) == (wanted, ())
    await store.close()


@pytest.mark.usefixtures("quick_looks")
async def test_all_who_wait_for_a_writer_that_hangs_are_served_by_the_next(data: Path) -> None:
    """Many updates under way when the writer stops are all stored, once each, by one new writer."""
    store, _ = await opened(data)
    replaced: list[bool] = []
    store.listen(fault=lambda _: None, replaced=replaced.append)
    os.kill(writer_of(store), signal.SIGSTOP)
    keys = [str(number) for number in range(70)]
    assert await asyncio.gather(*(store.update(NOTES, key, add_tag) for key in keys)) == [1] * 70
    assert (replaced, await store.count(NOTES), store.pulse.trouble) == ([True], 70, None)
    await store.close()


async def test_closing_does_not_wait_for_a_writer_that_hangs(data: Path) -> None:
    """A store whose writer has stopped is closed, the writer is gone, and the next start finds all."""
    store, _ = await opened(data)
    await store.update(NOTES, "1", add_tag)
    process = writer_of(store)
    os.kill(process, signal.SIGSTOP)
    await store.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    store, _ = await opened(data)
    assert await store.count(NOTES) == 1
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


async def test_what_was_asked_before_the_end_is_done(data: Path) -> None:
    """A request that still waits for others to go out with it goes out before the line is closed."""
    store, _ = await opened(data)
    assert isinstance(store, TinyStore)
    line, path = store._writer._line, data / "asked"
    assert line is not None
    answer = line.ask(REPLACE, str(path), b"kept")
    assert await line.end(30)
    await answer
    assert path.read_bytes() == b"kept"
    await store.close()


async def test_a_large_document_goes_through(data: Path) -> None:
    """A document larger than any pipe's buffer is stored and read like others."""
    store, _ = await opened(data)
    large = Note(text="x" * 3_000_000)
    await store.update(NOTES, "1", put(large))
    assert await store.get(NOTES, "1") == large
    await store.close()


def test_where_the_system_gives_few_threads_those_do_all(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that may have no more than two threads carries out all it is asked for."""
    begun: list[int] = []

    def sparingly(work: Callable[[], None], words: tuple[()]) -> None:
        if len(begun) == 2:
            raise RuntimeError("can't start new thread")
        begun.append(start_new_thread(work, words))

    monkeypatch.setattr(writer_main, "start_new_thread", sparingly)
    (reads, asks), (answers, answered) = os.pipe(), os.pipe()
    wanted = [data / f"{number}.json" for number in range(20)]
    os.write(asks, b"".join(request(1, REPLACE, str(one), b"kept") for one in wanted))
    os.close(asks)
    writer_main.Writer(reads, answered).run()
    for end in (reads, answers, answered):
        os.close(end)
    assert len(begun) == 2
    assert {one.read_bytes() for one in wanted} == {b"kept"}


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
