"""The store while the way to its database fails: nothing is lost, nothing is done twice, it goes on by itself."""

import asyncio
from collections.abc import Callable

import psycopg
import pytest

from bot.database import connections
from bot.errors import StoreUnavailable
from bot.store import pulse
from bot.store.base import Drop, Plan, Ref, View
from bot.store.postgres.store import PostgresStore, postgres_store
from bot.store.pulse import Trouble
from tests.postgres.cable import Cable
from tests.store.notes import NOTES, OTHERS, SCHOOL, Note, add_tag, put

A, B = Ref(NOTES, "a"), Ref(OTHERS, "b")


def tag_both(view: View) -> Plan[int]:
    """A decision that adds a tag to two documents, which have as many before it."""
    one, other = add_tag(view[A]), add_tag(view[B])
    assert one[1] == other[1]
    return Plan({A: one[0], B: other[0]}, one[1])


def once(line: Cable, act: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """What does something with the first message that commits."""

    def carry(sent: bytes) -> bytes:
        if b"; COMMIT" not in sent:
            return sent
        line.to_server = lambda later: later
        return act(sent)

    return carry


def losing_the_answer(line: Cable) -> Callable[[bytes], bytes]:
    """What brings a message to the database, and cuts the cable when the answer comes."""

    def lose(_: bytes) -> bytes:
        line.to_client = lambda later: later
        raise ConnectionError

    def carry(sent: bytes) -> bytes:
        line.to_client = lose
        return sent

    return carry


async def test_a_lost_connection_is_replaced_within_an_operation(
    store: PostgresStore, line: Cable
) -> None:
    """Whoever reads or writes after all connections were cut notices nothing."""
    await store.update(NOTES, "a", put(Note(school="s1")))
    for _ in range(3):
        line.cut()
        assert await store.get(NOTES, "a") == Note(school="s1")
        line.cut()
        assert await store.find(NOTES, SCHOOL.equals("s1")) == ["a"]
        line.cut()
        await store.update(NOTES, "b", add_tag)
    assert await store.update(NOTES, "b", add_tag) == 4


async def test_a_commit_cut_before_it_arrived_is_made_once(
    store: PostgresStore, line: Cable
) -> None:
    """The database never heard of it, says so when asked, and the commit is made anew."""

    def lose(_: bytes) -> bytes:
        raise ConnectionError

    for number in range(1, 4):
        line.to_server = once(line, lose)
        assert await store.commit((A, B), tag_both) == number


async def test_a_commit_whose_answer_was_cut_is_made_once(
    store: PostgresStore, line: Cable
) -> None:
    """The database has made it, says so when asked, and it is not made again."""
    for number in range(1, 4):
        line.to_server = once(line, losing_the_answer(line))
        assert await store.commit((A, B), tag_both) == number
    assert await store.update(NOTES, "a", add_tag) == 4


async def test_a_drop_whose_answer_was_cut_is_known(store: PostgresStore, line: Cable) -> None:
    """Of a document that is gone the database still tells whose transaction took it."""
    taken = []

    def take(note: Note | None) -> tuple[Drop, None]:
        taken.append(note is not None)
        return Drop(), None

    await store.update(NOTES, "a", add_tag)
    line.to_server = once(line, losing_the_answer(line))
    await store.update(NOTES, "a", take)
    assert taken == [True]


async def test_an_answer_that_does_not_come_is_given_up(
    store: PostgresStore, line: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that hangs is asked about on another connection once it took too long, and made once."""
    monkeypatch.setattr(connections, "ANSWER_SECONDS", 0.3)
    line.to_server = once(line, lambda _: b"")
    assert await store.commit((A, B), tag_both) == 1
    assert await store.commit((A, B), tag_both) == 2


async def test_a_database_that_hangs_keeps_no_process_from_ending(
    store: PostgresStore, line: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for an answer that does not come is let go when the store is closed."""
    monkeypatch.setattr(connections, "ANSWER_SECONDS", 3600)
    monkeypatch.setattr(connections, "HURRIED_ANSWER_SECONDS", 0.1)
    line.to_server = lambda _: b""
    hanging = asyncio.create_task(store.commit((A, B), tag_both))
    while not store.connections._lent:  # noqa: ASYNC110 -- nobody tells of it
        await asyncio.sleep(0.01)
    async with asyncio.timeout(30):
        await store.close()
        with pytest.raises(StoreUnavailable):
            await hanging


async def test_a_database_that_is_away_is_told_of_and_found_again(
    store: PostgresStore, line: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Operations raise StoreUnavailable, whoever runs the bot is told, and all goes on by itself."""
    monkeypatch.setattr(pulse, "TRY_SECONDS", 0.05)
    store.hurry()
    told: list[bool] = []
    over = asyncio.Event()

    def tell(_: Trouble, is_over: bool) -> None:
        told.append(is_over)
        if is_over:
            over.set()

    store.pulse.tell = tell
    await store.update(NOTES, "a", add_tag)
    line.is_pulled = True
    line.cut()
    with pytest.raises(StoreUnavailable):
        await store.update(NOTES, "a", add_tag)
    with pytest.raises(StoreUnavailable):
        await store.get(NOTES, "a")
    assert told == [False]
    line.is_pulled = False
    async with asyncio.timeout(30):
        await over.wait()
    assert await store.update(NOTES, "a", add_tag) == 2
    assert told == [False, True]


async def test_a_process_that_is_stopped_in_the_middle_keeps_nobody_waiting(
    store: PostgresStore, database: str
) -> None:
    """Whoever holds a document and says nothing loses it, and another process goes on."""
    await store.update(NOTES, "a", add_tag)
    async with await psycopg.AsyncConnection.connect(database) as silent:
        await silent.execute("SET LOCAL idle_in_transaction_session_timeout = '300ms'")
        await silent.execute("SELECT 1 FROM documents_notes WHERE key = 'a' FOR UPDATE")
        assert await store.update(NOTES, "a", add_tag) == 2
        await silent.close()


async def test_two_stores_on_one_database_lose_no_change(
    store: PostgresStore, database: str
) -> None:
    """However the changes of two processes cross, over documents there or not, each counts once."""
    other = postgres_store(database, [NOTES, OTHERS])
    await other.open()
    works = [each.commit((A, B), tag_both) for _ in range(15) for each in (store, other)]
    assert sorted(await asyncio.gather(*works)) == list(range(1, 31))
    await other.close()
