"""What reminders cost: finding who is due, and planning a person's next message at each turn.

`python -m bench.due` prints Markdown. The promises: at most 5 ms to find 1,500 due among 100,000,
and a turn costs the same with any number of teachers.
"""

import argparse
import asyncio
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

from bench.population import DAY, REACHABLE, TEACHERS, Teacher
from bench.population import DUE as DUE_FACT
from bench.teachers import teacher
from bot.chat.way_on import where_to_go_on
from bot.chat.world import World
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import EvaluationMessages, Outbound, Rhythm, Stage, Wishes
from bot.domain.reminders.reminder import with_due
from bot.run.settings import load_settings
from bot.run.wiring import build
from bot.store.base import Put, Store
from bot.store.tiny.store import memory_store

NOW: Final = datetime(2026, 9, 21, 3, 0, tzinfo=UTC)
DUE: Final = 1_500
PLANNED: Final = 2_000
ROUNDS: Final = 50
REPEATED: Final = 5


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Time some rounds of a piece of work."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1_000)
    return times


async def finding(teachers: int, due: int) -> str:
    """Measure how long it takes to name everybody who is due; return a row of the table."""
    store: Store = memory_store([TEACHERS])
    await store.open()
    chance = random.Random(13)
    for number in range(teachers):
        when = -chance.uniform(0, DAY) if number < due else chance.uniform(60, 90 * DAY)
        await store.update(TEACHERS, str(number), _putting(_document(NOW.timestamp() + when)))
    where = DUE_FACT.up_to(NOW.timestamp()), REACHABLE.equals(True)
    assert len(await store.find(TEACHERS, *where)) == due
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        await store.find(TEACHERS, *where)
        times.append((time.perf_counter() - started) * 1_000)
    await store.close()
    return f"| {teachers:,} | {due:,} | {statistics.median(times):.2f} | {max(times):.2f} |"


def _putting(document: Teacher) -> Callable[[Any], tuple[Put[Teacher], None]]:
    return lambda _: (Put(document), None)


def _document(due: float) -> Teacher:
    steps: dict[str, Any] = {}
    return {"due": due, "school": None, "level": "sd", "step": "murid", "reachable": True,
            "seen": 0.0, "steps": steps}  # fmt: skip


def planning(world: World) -> list[str]:
    """Measure what planning adds to a turn, by what a person's situation is."""
    plain = [_known(teacher(number, world.programme)) for number in range(PLANNED)]
    situations = {
        "between two evaluations": plain,
        "her evaluation is open": [_opened(person) for person in plain],
        "no nudges wanted": [_without_nudges(person) for person in plain],
    }
    return [f"| {name} | {_cost(people, world)} |" for name, people in situations.items()]


def _known(person: Person) -> Person:
    return replace(person, reachable=True)


def _opened(person: Person) -> Person:
    assert person.consent
    consent = replace(person.consent, given_at=NOW - timedelta(days=95))
    cycle = EvaluationMessages(
        quarter="2026-Q3", sent=(Stage.HEADS_UP,), last_sent=NOW - timedelta(days=6)
    )
    return replace(person, consent=consent, outbound=Outbound(cycle=cycle))


def _without_nudges(person: Person) -> Person:
    return replace(person, wishes=Wishes(rhythm=Rhythm.OFF))


def _cost(people: Sequence[Person], world: World) -> str:
    """Return the median and the 99th percentile over people, in microseconds.

    Each person's time is the best of a few, so that other processes do not count.
    """

    def work(person: Person) -> None:
        has_step = where_to_go_on(person, world) is not None
        with_due(person, None, world.calendar, NOW, has_step=has_step)

    times = [1_000 * min(milliseconds(partial(work, person), REPEATED)) for person in people]
    cuts = statistics.quantiles(times, n=100)
    return f"{cuts[49]:.0f} | {cuts[98]:.0f}"


def report(*, quick: bool) -> str:
    """Return both tables."""
    world = build(load_settings()).world
    size = 10_000 if quick else 100_000
    lines = [
        "## Reminders",
        "",
        "| teachers | due | find them: median ms | slowest ms |\n|---:|---:|---:|---:|",
        asyncio.run(finding(size, 0)),
        asyncio.run(finding(size, DUE)),
        "",
        "| planning a person's next message, at the first turn of a day | median µs | 99 % µs |\n|---|---:|---:|",
        *planning(world),
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What reminders cost.")
    parser.add_argument("--quick", action="store_true")
    print(report(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
