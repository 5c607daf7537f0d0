"""Teachers as the bot stores them: registered, with progress and a bookmark, from a seed.

Written as the store lays them out, but all at once: 100,000 durable writes one by one would take
longer than all that is measured. `store_teachers` has the store itself read them again.
"""

import asyncio
import os
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import orjson

from bot.domain.coaching.progress import Status, StepProgress
from bot.domain.person.person import (
    CONSENT_VERSION,
    Address,
    Bookmark,
    Consent,
    Person,
    PersonId,
    Place,
)
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import Programme, SchoolLevel
from bot.domain.reminders.outbound import Outbound
from bot.run.settings import load_settings
from bot.run.wiring import build
from bot.store.base import OpenReport
from bot.store.codec.people import PEOPLE
from bot.store.codec.record import to_record
from bot.store.tiny.documents import DOCUMENT_ID
from bot.store.tiny.files import READABLE, DocumentFiles
from bot.store.tiny.store import tiny_store
from bot.store.writer.process import WriterProcess

NOW: Final = datetime(2026, 9, 21, 3, 0, tzinfo=UTC)
FIRST_ID: Final = 1_000_000_000
SUBJECTS: Final = ("Matematika", "IPA", "Bahasa Indonesia", "Seni Budaya", None)
CHECKED: Final = 50


def person_id(number: int) -> int:
    """Give the Telegram id of a teacher, numbered from 0."""
    return FIRST_ID + number * 37


def teacher(number: int, programme: Programme, seed: int = 13) -> Person:
    """Give one teacher, the same for the same number and seed."""
    chance = random.Random(seed * 1_000_003 + number)
    joined = NOW - timedelta(days=chance.uniform(1, 300))
    level = chance.choice(list(SchoolLevel))
    begun = chance.sample(programme.steps, k=chance.randint(1, len(programme)))
    reading = begun[-1]
    page = chance.choice(reading.pages_for(level)).name
    return Person(
        id=PersonId(person_id(number)),
        consent=Consent(version=CONSENT_VERSION, given_at=joined),
        seen_at=joined + timedelta(hours=1),
        address=chance.choice(list(Address)),
        nickname=f"Guru {number}",
        level=level,
        subject=chance.choice(SUBJECTS),
        subject_asked=True,
        zone=chance.choice(list(Zone)),
        progress={step.slug: _progress(chance, joined) for step in begun},
        bookmark=Bookmark(reading.slug, page),
        place=Place("steps.page", (reading.slug, page)),
        reachable=chance.random() > 0.03,
    )


def _progress(chance: random.Random, joined: datetime) -> StepProgress:
    started = joined + timedelta(hours=chance.uniform(1, 20))
    if chance.random() < 0.3:
        return StepProgress(status=Status.UNDERWAY, started_at=started)
    done = started + timedelta(days=chance.uniform(1, 20))
    return StepProgress(status=Status.DONE, started_at=started, done_at=done)


def at_work(person: Person, now: datetime) -> Person:
    """Return a teacher as she is stored in the middle of her day with the bot.

    She wrote a moment ago, so her next message is planned; it waits for the end of a pause, so that no
    reminder falls into what is measured.
    """
    rested = now + timedelta(days=30)
    wishes = replace(person.wishes, paused_until=rested)
    return replace(person, seen_at=now, wishes=wishes, outbound=Outbound(due_at=rested))


def store_teachers(data: Path, size: int) -> None:
    """Fill an empty data directory and make sure that the store serves all of them as meant."""
    programme = build(load_settings(data_dir=data)).world.programme
    people = [at_work(teacher(number, programme), datetime.now(UTC)) for number in range(size)]
    files = DocumentFiles(data / PEOPLE.name, WriterProcess())
    for person in people:
        path = files.path(str(person.id))
        path.parent.mkdir(parents=True, exist_ok=True)
        record = to_record(PEOPLE, person)
        path.write_bytes(orjson.dumps({"_default": {str(DOCUMENT_ID): record}}, option=READABLE))
    asyncio.run(_check(data, people))
    for cache in (data / "index-cache").glob("*"):
        cache.unlink()
    os.sync()  # what is measured next must not wait for these


async def _check(data: Path, people: Sequence[Person]) -> None:
    store = tiny_store(data, [PEOPLE])
    report: OpenReport = await store.open()
    assert report.documents == len(people), report
    for person in people[:: max(1, len(people) // CHECKED)]:
        assert await store.get(PEOPLE, str(person.id)) == person
    await store.close()
