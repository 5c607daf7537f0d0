"""Processes that update the store until they are killed, and the examination of what they left.

Each life is a real process that opens the same data, updates documents as fast as it can and says
on a pipe what it tries and what is stored; it is ended by SIGKILL at a random moment. After each
life the data must open, hold for each document the last acknowledged state or the one that was
under way, and the index must say what the documents say.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self, TypeAlias

from bot.store.base import Decision, Drop, Kind, Put, Store, Summary, Where, Write
from bot.store.tiny.store import tiny_store

Counter: TypeAlias = dict[str, Any]

WRITERS: Final = 8  # tasks at once, each with its own documents
DOCUMENTS: Final = 20  # for each
DROP_EVERY: Final = 7  # each so many-th change deletes the document
SCHOOLS: Final = 5
STDOUT: Final = 1
CHUNK: Final = 1 << 20
LONGEST_LIFE: Final = 0.06  # seconds from its first write


def counter(key: str, count: int) -> Counter:
    """Give a document that shows its own damage: all of it follows from key and count."""
    words = random.Random(f"{key}/{count}").choices(("murid", "kelas", "tugas"), k=count % 900)
    return {"key": key, "count": count, "words": words}


def same(value: Counter) -> Counter:
    """Encode and decode: a counter is JSON as it is."""
    return value


def summary_of(value: Counter) -> Summary:
    """Give facts that change with every count."""
    count = value["count"]
    return Summary(due=float(count), school=f"s{count % SCHOOLS}", done=count)


COUNTERS: Kind[Counter] = Kind(
    name="counters", version=1, encode=same, decode=same, summarise=summary_of
)


@dataclass(slots=True, kw_only=True)
class Tally:
    """What many lives and deaths came to."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0  # neither the last acknowledged state nor the one under way
    wrong: int = 0  # not whole
    damaged: int = 0
    stale: int = 0  # lives after which the index did not say what the documents say
    unfinished: int = 0  # lives that ended within a write, by the files they left


def nurse() -> None:
    """Give birth to one process for each line read, and say when it was born and has died.

    Lives as a process of its own, so that a victim is forked in a millisecond, all imports done.
    """
    for line in sys.stdin:
        data, seed = line.rsplit(maxsplit=1)
        victim = os.fork()
        if not victim:
            try:
                os.setpgid(0, 0)  # with its writer, for those who kill both
                asyncio.run(_update_for_ever(Path(data), STDOUT, int(seed)))
            finally:
                os._exit(1)
        os.write(STDOUT, f"born {victim}\n".encode())
        os.waitpid(victim, 0)
        os.write(STDOUT, b"dead\n")


async def _update_for_ever(data: Path, acknowledgements: int, seed: int) -> None:
    store = tiny_store(data, [COUNTERS], cache_seconds=0.01)
    await store.open()
    await asyncio.gather(
        *(_write(store, acknowledgements, writer, seed) for writer in range(WRITERS))
    )


async def _write(store: Store, acknowledgements: int, writer: int, seed: int) -> None:
    chance = random.Random(seed * WRITERS + writer)
    while True:
        # Some documents change at every turn, some rest for many lives.
        key = str(int(DOCUMENTS * chance.random() ** 3) * WRITERS + writer)
        count = 0 if chance.randrange(DROP_EVERY) == 0 else time.monotonic_ns() // 1000
        os.write(acknowledgements, f"try {key} {count}\n".encode())
        await store.update(COUNTERS, key, _decision(key, count))
        os.write(acknowledgements, f"done {key} {count}\n".encode())


def _decision(key: str, count: int) -> Decision[Counter, None]:
    write: Write[Counter] = Put(counter(key, count)) if count else Drop()
    return lambda _: (write, None)


class Victims:
    """Lives and deaths on one data directory, and the examination after each."""

    def __init__(self, data: Path, seed: int, *, with_writer: bool) -> None:
        self.tally = Tally()
        self._kill = os.killpg if with_writer else os.kill
        self._data = data
        self._chance = random.Random(seed)
        self._stored: dict[str, int] = {}  # key -> count; 0 is absent
        self._nurse = subprocess.Popen(
            [sys.executable, "-c", "from bench.victims import nurse; nurse()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._nurse.communicate()

    def kill_one(self) -> None:
        """Let one process live for a moment, kill it, and examine what it left."""
        said = self._live_and_die()
        tried, acknowledged = _last_words(said)
        self.tally.kills += 1
        self.tally.acknowledged += said.count(b"done ")
        self.tally.unfinished += len(list(self._data.rglob("*.tmp"))) > 0
        asyncio.run(self._examine(tried, acknowledged))

    def _live_and_die(self) -> bytes:
        assert self._nurse.stdin is not None
        assert self._nurse.stdout is not None
        self._nurse.stdin.write(f"{self._data} {self._chance.randrange(2**32)}\n".encode())
        self._nurse.stdin.flush()
        pipe = self._nurse.stdout.fileno()
        said = os.read(pipe, CHUNK)
        while b"try " not in said:
            said += os.read(pipe, CHUNK)
        time.sleep(self._chance.uniform(0, LONGEST_LIFE))
        born = next(line for line in said.splitlines() if line.startswith(b"born "))
        self._kill(int(born.split()[1]), signal.SIGKILL)
        while not said.endswith(b"dead\n"):
            said += os.read(pipe, CHUNK)
        return said

    async def _examine(self, tried: dict[str, int], acknowledged: dict[str, int]) -> None:
        store = tiny_store(self._data, [COUNTERS])
        report = await store.open()
        self.tally.damaged += len(report.damaged)
        found: dict[str, Counter] = {}
        for key in {*self._stored, *tried}:
            value = await store.get(COUNTERS, key)
            count = value["count"] if value else 0
            due = acknowledged.get(key, self._stored.get(key, 0))
            self.tally.lost += count not in {due, tried.get(key, due)}
            if value:
                found[key] = value
                self.tally.wrong += value != counter(key, count)
            self._stored[key] = count
        self.tally.stale += not _index_fits(store, found)
        await store.close()


def _index_fits(store: Store, found: dict[str, Counter]) -> bool:
    by_school = {f"s{number}": set[str]() for number in range(SCHOOLS)}
    for key, value in found.items():
        by_school[f"s{value['count'] % SCHOOLS}"].add(key)
    due = sorted((value["count"], key) for key, value in found.items())
    return (
        store.count(COUNTERS) == len(found)
        and store.find(COUNTERS, Where(due_by=float("inf"))) == [key for _, key in due]
        and all(
            set(store.find(COUNTERS, Where(school=school))) == keys
            for school, keys in by_school.items()
        )
    )


def _last_words(said: bytes) -> tuple[dict[str, int], dict[str, int]]:
    """Read what was tried and what was acknowledged last of each document."""
    words: dict[bytes, dict[str, int]] = {b"try": {}, b"done": {}}
    for line in said.splitlines():
        verb, *rest = line.split()
        if verb in words:
            key, count = rest
            words[verb][key.decode()] = int(count)
    return words[b"try"], words[b"done"]


def kill_often(data: Path, kills: int, seed: int = 13, *, with_writer: bool = False) -> Tally:
    """Kill so many processes on one data directory and give the tally.

    The store's writer finishes what it was asked for, unless it is killed in the same moment.
    """
    with Victims(data, seed, with_writer=with_writer) as victims:
        for _ in range(kills):
            victims.kill_one()
        return victims.tally
