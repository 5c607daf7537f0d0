"""What has been kept long enough goes, once a day, and nothing else does."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.directory import Directory
from bot.app.retention import BROADCAST_MONTHS, LETTER_MONTHS, Expiry
from bot.domain.broadcast.batch import chunk_key, chunks_of
from bot.domain.broadcast.broadcast import Broadcast, Content, Medium, Phase, Recipient
from bot.domain.calendar.quarter import months_later
from bot.domain.person.old_files import FILE_MONTHS, oldest_file_at
from bot.domain.person.person import PersonId
from bot.domain.school.access import Action
from bot.domain.school.audit import MONTHS_KEPT, AuditEntry
from bot.store.base import Kind, Put, Store, T
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import AUDIT
from bot.store.tiny.store import memory_store
from tests.delivery.announcing import broadcast
from tests.delivery.schools import MADE, SCHOOL
from tests.delivery.teachers import OPENING, HandClock
from tests.domain.test_old_files import everything

DAY = timedelta(days=1)


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    opened = memory_store(KINDS)
    await opened.open()
    yield opened
    await opened.close()


def ago(months: int) -> datetime:
    """Return the moment so many months before the opening day."""
    return datetime.combine(months_later(OPENING.date(), -months), OPENING.timetz())


async def add(store: Store, name: str, ended: datetime | None, answers: str | None = None) -> None:
    """Store a broadcast, or a letter, with one chunk."""
    head: Broadcast = replace(
        broadcast(), id=name * 12, chunks=1, total=1, answers=answers, ended_at=ended
    )
    if ended:
        head = replace(head, phase=Phase.DONE, due=None)
    (chunk,) = chunks_of(head.id, (Recipient(1, "Sari"),))
    await store.update(CHUNKS, chunk_key(head.id, 0), lambda _: (Put(chunk), None))
    await store.update(BROADCASTS, head.id, lambda _: (Put(head), None))


async def put(store: Store, kind: Kind[T], key: str, value: T) -> None:
    """Store a document."""
    await store.update(kind, key, lambda _: (Put(value), None))


async def pass_a_day(store: Store) -> None:
    """Let the bot run through a midnight."""
    clock = HandClock(OPENING - DAY)
    expiry = Expiry(store, clock)
    await expiry.sweep()
    clock.now += DAY
    await expiry.sweep()


async def test_logs_are_kept_for_two_years(store: Store) -> None:
    """The month that is still told stays; the one before it goes."""
    for months in (0, MONTHS_KEPT, MONTHS_KEPT + 1, MONTHS_KEPT + 30):
        entry = AuditEntry(at=ago(months), by=MADE, action=Action.EXPORT)
        await Directory(store).note(SCHOOL.id, entry)
    await pass_a_day(store)
    assert sorted(await store.find(AUDIT)) == ["aaaaaaaa-2024-11", "aaaaaaaa-2026-11"]


async def test_broadcasts_and_letters_go_with_their_deliveries(store: Store) -> None:
    """Each a while after its end; what waits or is under way stays however old it is."""
    await add(store, "a", ago(BROADCAST_MONTHS) - DAY)
    await add(store, "b", ago(BROADCAST_MONTHS) + DAY)
    await add(store, "c", None)
    await add(store, "d", ago(LETTER_MONTHS) - DAY, answers="b" * 12)
    await add(store, "e", ago(LETTER_MONTHS) + DAY, answers="b" * 12)
    await pass_a_day(store)
    left = ["b" * 12, "c" * 12, "e" * 12]
    assert sorted(await store.find(BROADCASTS)) == left
    assert sorted(await store.find(CHUNKS)) == [chunk_key(name, 0) for name in left]


async def test_ids_of_files_are_kept_for_a_year(store: Store) -> None:
    """Those a day older go out of people's documents and broadcasts; what goes with them stays."""
    for key, at in ((7, ago(FILE_MONTHS) - DAY), (8, ago(FILE_MONTHS) + DAY)):
        someone = replace(everything(at), id=PersonId(key))
        await put(store, PEOPLE, str(key), someone)
    photo = Content(medium=Medium.PHOTO, file="AgACAgUAAx", text="Undangan")
    for name, at in (("a", ago(FILE_MONTHS) - DAY), ("b", ago(FILE_MONTHS) + DAY)):
        head = replace(broadcast(), id=name * 12, content=photo, phase=Phase.DONE, ended_at=at)
        await put(store, BROADCASTS, head.id, head)
    await pass_a_day(store)
    old, young = await store.get(PEOPLE, "7"), await store.get(PEOPLE, "8")
    assert old
    assert oldest_file_at(old) is None
    assert young == replace(everything(ago(FILE_MONTHS) + DAY), id=PersonId(8))
    sent = await store.get(BROADCASTS, "a" * 12), await store.get(BROADCASTS, "b" * 12)
    assert [one and (one.content.file, one.content.text) for one in sent] == [
        ("", "Undangan"),
        ("AgACAgUAAx", "Undangan"),
    ]


async def test_a_clock_that_jumps_ahead_costs_no_log(store: Store) -> None:
    """Years are not taken for past because one tick said so, nor at a start."""
    await Directory(store).note(SCHOOL.id, AuditEntry(at=OPENING, by=MADE, action=Action.EXPORT))
    clock = HandClock(OPENING)
    expiry = Expiry(store, clock)
    await expiry.sweep()
    clock.now += timedelta(days=3_000)
    await expiry.sweep()
    await Expiry(store, clock).sweep()
    assert await store.count(AUDIT) == 1


async def test_what_a_clock_in_1970_ended_is_kept(store: Store) -> None:
    """A date before this program proves only that a clock was wrong."""
    await add(store, "a", datetime(1970, 1, 2, tzinfo=UTC))
    await pass_a_day(store)
    assert await store.find(BROADCASTS) == ["a" * 12]
