"""A broadcast sent by three processes on one database, while others ask: pace, limit, and who waits for it.

Counted by the pretend Telegram, over all processes. Free: 3,000 recipients, 30 messages a second, every
call takes 60 ms. Paid for: 20,000, and 1,000 a second. The processes take updates and send, as
`python -m bot run` does.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.announcement import (
    ASKED_EACH_SECOND,
    LATENCY,
    SCHOOL,
    announcement,
    school_of,
)
from bench.scale.bots import TelegramChild, cluster
from bench.scale.planting import people, plant
from bench.scale.server import DatabaseServer
from bench.scale.telegram import Scene
from bench.teachers import person_id
from bot.domain.broadcast.broadcast import Recipient
from bot.domain.broadcast.posting import published
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import Wishes
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.kinds import KINDS
from bot.store.codec.schools import SCHOOLS
from bot.store.postgres.store import postgres_store

PROCESSES: Final = 3
FREE_PER_SECOND: Final = 30
ASKING: Final = 100
PAID: Final = {"PAID_BROADCAST": "true", "MESSAGES_PER_SECOND": "1000"}

HEAD: Final = f"""\
## A broadcast over {PROCESSES} processes, while others ask

Goals: free, at least 26 a second, never more than {FREE_PER_SECOND} in any second; paid for, at least 600; each exactly \
once; the p95 of answers at most 1.5 times that before.

| broadcast | got it | twice | messages/s | most in a second | 429 | CPU ms a message | so many a second on two cores \
| answers: p95 before, ms | p95 meanwhile | ratio |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was seen of a broadcast, and before it."""

    recipients: int
    paid: bool
    idle: dict[str, Any]
    seen: dict[str, Any]
    cpu: float  # milliseconds of bots and server for one message

    @property
    def pace(self) -> float:
        """Messages a second, from the first to the last."""
        return (self.seen["sent"] - 1) / self.seen["sending"] if self.seen["sent"] > 1 else 0.0

    def row(self) -> str:
        """One line of the table."""
        idle, busy = (_p95(one["took"]) for one in (self.idle, self.seen))
        seen = self.seen
        return (
            f"| {'paid for' if self.paid else 'free'} | {seen['people']:,} of {self.recipients:,} "
            f"| {seen['sent'] - seen['people']} | {self.pace:,.1f} | {seen['most']} | {seen['refused']} "
            f"| {self.cpu:.2f} | {1000 / self.cpu * 2:,.0f} | {idle:.0f} | {busy:.0f} | {busy / idle:.2f} |"
        )


def _p95(took: list[float]) -> float:
    return took[int(len(took) * 0.95)] * 1000


def in_school(person: Person) -> Person:
    """Return a teacher of the school, who gets what is sent there."""
    return replace(person, school=SCHOOL, shown_name="Guru", reachable=True, wishes=Wishes())


async def announce(url: str, recipients: int) -> None:
    """Store a broadcast as its coordinator has confirmed it."""
    store = postgres_store(url, KINDS)
    await store.open()
    await store.update(SCHOOLS, SCHOOL, lambda _: (Put(school_of(recipients)), None))
    head = announcement(recipients, datetime.now(UTC))
    names = tuple(Recipient(person_id(number), "Guru") for number in range(recipients))
    sent = published(head, names)
    for batch in sent.batches:
        key = f"{batch.broadcast}-{batch.number:05}"
        await store.update(CHUNKS, key, lambda _, batch=batch: (Put(batch), None))  # type: ignore[misc] # bound by its default
    await store.update(BROADCASTS, head.id, lambda _: (Put(sent.head), None))
    await store.close()


def measure(
    server: DatabaseServer, folder: Path, recipients: int, *, paid: bool, idle: float
) -> Sent:
    """Let people ask while nothing is sent, and while the broadcast is."""
    name = f"broadcast_{'paid' if paid else 'free'}"
    url = plant(server, name, recipients + 1 + ASKING, [in_school(one) for one in people()])
    asking = [person_id(recipients + 1 + number) for number in range(ASKING)]
    latency = 0.0 if paid else LATENCY
    settings = PAID if paid else {"MESSAGES_PER_SECOND": str(FREE_PER_SECOND)}
    with (
        TelegramChild(folder / name, FREE_PER_SECOND, latency) as telegram,
        cluster(url, folder / name, ["run"] * PROCESSES, telegram, **settings) as bots,
    ):
        coordinator = person_id(recipients)
        scene = Scene(
            people=asking,
            uncounted=[coordinator],
            hooks=PROCESSES,
            pace=ASKED_EACH_SECOND,
            seconds=3.0,
        )
        telegram.play(scene)
        bots.rest()
        quiet = telegram.play(replace(scene, seconds=idle))
        asyncio.run(announce(url, recipients))
        before = bots.cpu_seconds + server.cpu_seconds
        seen = telegram.play(replace(scene, seconds=0.0, recipients=recipients))
        cpu = (bots.cpu_seconds + server.cpu_seconds - before) * 1000 / max(1, seen["sent"])
    return Sent(recipients, paid, quiet, seen, cpu)
