"""Processes that update the store until they are killed, and the examination of what they left.

Each life is a real process that opens the same data, changes documents as fast as it can, one by one
and several in one commit, and says on a pipe what it tries and what is stored; it is ended by SIGKILL
at a random moment. After each life the data must open, hold for each document the last acknowledged
state or the one that was under way, of each commit all or nothing, and the index must say what the
documents say.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, Self, TypeAlias

from bot.store.base import Drop, Kind, Plan, Put, Ref, Store, Write
from bot.store.facts import Equal, Ranged
from bot.store.tiny.commit.intent_files import INTENTS_NAME
from bot.store.tiny.store import tiny_store

Counter: TypeAlias = dict[str, Any]

WRITERS: Final = 8  # tasks at once, each with its own documents
DOCUMENTS: Final = 20  # for each
DROP_EVERY: Final = 7  # each so many-th change deletes the document
MOST_TOGETHER: Final = 6  # documents in one commit; every second one is over one
SCHOOLS: Final = 5
STDOUT: Final = 1
CHUNK: Final = 1 << 20
LETTERS: Final = 32  # of a word in a document
MOST_WORDS: Final = 300
LONGEST_LIFE: Final = 0.06  # seconds from its first write
NURSE: Final = """from bot.run.start.startup import spare_the_start
spare_the_start()
from bench.victims import nurse
nurse()"""


def counter(key: str, count: int) -> Counter:
    """Give a document that shows its own damage: all of it follows from key and count."""
    word = blake2b(f"{key}/{count}".encode(), digest_size=LETTERS // 2).hexdigest()
    return {"key": key, "count": count, "words": [word] * (count % MOST_WORDS)}


def same(value: Counter) -> Counter:
    """Encode and decode: a counter is JSON as it is."""
    return value


DUE: Final = Ranged[Counter, float]("due", float, lambda value: float(value["count"]))
SCHOOL: Final = Equal[Counter, str]("school", str, lambda value: f"s{value['count'] % SCHOOLS}")
KINDS: Final = tuple(
    Kind[Counter](name=name, version=1, encode=same, decode=same, facts=(DUE, SCHOOL))
    for name in ("counters", "tallies")
)


def ref_of(key: str) -> Ref[Counter]:
    """Name a document; its key says of which kind it is."""
    return Ref(KINDS[int(key) // WRITERS % len(KINDS)], key)


@dataclass(slots=True, kw_only=True)
class Tally:
    """What many lives and deaths came to."""

    kills: int = 0
    acknowledged: int = 0
    together: int = 0  # of these, commits over several documents
    half: int = 0  # commits of which a part was found
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
    store = tiny_store(data, KINDS, cache_seconds=0.01)
    await store.open()
    await asyncio.gather(
        *(_write(store, acknowledgements, writer, seed) for writer in range(WRITERS))
    )


async def _write(store: Store, acknowledgements: int, writer: int, seed: int) -> None:
    chance = random.Random(seed * WRITERS + writer)
    while True:
        counts = {}
        for _ in range(chance.choice((1, chance.randint(2, MOST_TOGETHER)))):
            # Some documents change at every turn, some rest for many lives.
            key = str(int(DOCUMENTS * chance.random() ** 3) * WRITERS + writer)
            dropped = chance.randrange(DROP_EVERY) == 0
            counts[key] = 0 if dropped else time.monotonic_ns() // 1000
        words = " ".join(f"{key}={count}" for key, count in counts.items())
        os.write(acknowledgements, f"try {words}\n".encode())
        await _change(store, counts)
        os.write(acknowledgements, f"done {words}\n".encode())


async def _change(store: Store, counts: dict[str, int]) -> None:
    writes: dict[Ref[Any], Write[Any]] = {
        ref_of(key): Put(counter(key, count)) if count else Drop() for key, count in counts.items()
    }
    if len(writes) == 1:
        ((ref, write),) = writes.items()
        await store.update(ref.kind, ref.key, lambda _: (write, None))
    else:
        await store.commit(writes, lambda _: Plan(writes, None))


class Victims:
    """Lives and deaths on one data directory, and the examination after each."""

    def __init__(self, data: Path, seed: int, *, with_writer: bool) -> None:
        self.tally = Tally()
        self._kill = os.killpg if with_writer else os.kill
        self._data = data
        self._chance = random.Random(seed)
        self._stored: dict[str, int] = {}  # key -> count; 0 is absent
        self._nurse = subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", NURSE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:  # a victim that lives on ends when nobody hears it any more
            self._nurse.kill()
            assert self._nurse.stdout is not None
            self._nurse.stdout.close()
            self._nurse.wait()
            return
        self._nurse.communicate()

    def kill_one(self) -> None:
        """Let one process live for a moment, kill it, and examine what it left."""
        said = self._live_and_die()
        tried, acknowledged = _last_words(said)
        done = [line for line in said.splitlines() if line.startswith(b"done ")]
        self.tally.kills += 1
        self.tally.acknowledged += len(done)
        self.tally.together += sum(line.count(b"=") > 1 for line in done)
        self.tally.unfinished += any(
            path.match("*.tmp") or path.parent.name == INTENTS_NAME
            for path in self._data.rglob("*.*")
        )
        asyncio.run(self._examine(tried, acknowledged))

    def _live_and_die(self) -> bytes:
        assert self._nurse.stdin is not None
        assert self._nurse.stdout is not None
        self._nurse.stdin.write(f"{self._data} {self._chance.randrange(2**32)}\n".encode())
        self._nurse.stdin.flush()
        pipe = self._nurse.stdout.fileno()
        said = os.read(pipe, CHUNK)
        while b"try " not in said or b"born " not in said:  # on a busy machine in either order
            said += os.read(pipe, CHUNK)
        time.sleep(self._chance.uniform(0, LONGEST_LIFE))
        born = next(line for line in said.splitlines() if line.startswith(b"born "))
        self._kill(int(born.split()[1]), signal.SIGKILL)
        while not said.endswith(b"dead\n"):
            said += os.read(pipe, CHUNK)
        return said

    async def _examine(self, tried: list[dict[str, int]], acknowledged: dict[str, int]) -> None:
        store = tiny_store(self._data, KINDS)
        report = await store.open()
        self.tally.damaged += len(report.damaged)
        before, found = dict(self._stored), dict[str, Counter]()
        under_way = {key: count for counts in tried for key, count in counts.items()}
        for key in {*self._stored, *under_way, *acknowledged}:
            ref = ref_of(key)
            value: Counter | None = await store.get(ref.kind, key)
            count = value["count"] if value else 0
            due = acknowledged.get(key, self._stored.get(key, 0))
            self.tally.lost += count not in {due, under_way.get(key, due)}
            if value:
                found[key] = value
                self.tally.wrong += value != counter(key, count)
            self._stored[key] = count
        for counts in tried:
            changed = {
                self._stored[key] == count
                for key, count in counts.items()
                if count != acknowledged.get(key, before.get(key, 0))  # else both look alike
            }
            self.tally.half += len(changed) > 1
        self.tally.stale += not await _index_fits(store, found)
        await store.close()


async def _index_fits(store: Store, found: dict[str, Counter]) -> bool:
    fits = [
        await _kind_fits(
            store, kind, {key: value for key, value in found.items() if ref_of(key).kind is kind}
        )
        for kind in KINDS
    ]
    return all(fits)


async def _kind_fits(store: Store, kind: Kind[Counter], found: dict[str, Counter]) -> bool:
    by_school = {f"s{number}": set[str]() for number in range(SCHOOLS)}
    for key, value in found.items():
        by_school[f"s{value['count'] % SCHOOLS}"].add(key)
    due = sorted((value["count"], key) for key, value in found.items())
    of_school = {school: set(await store.find(kind, SCHOOL.equals(school))) for school in by_school}
    return (
        await store.count(kind) == len(found)
        and await store.find(kind, DUE.up_to(float("inf"))) == [key for _, key in due]
        and of_school == by_school
    )


def _last_words(said: bytes) -> tuple[list[dict[str, int]], dict[str, int]]:
    """Read which commits were under way at the end, and what was acknowledged last of each document."""
    under_way: dict[int, dict[str, int]] = {}  # each writer does one thing after another
    acknowledged: dict[str, int] = {}
    for line in said.decode().splitlines():
        verb, *rest = line.split()
        if verb not in {"try", "done"}:
            continue
        counts = {key: int(count) for key, count in (word.split("=") for word in rest)}
        writer = int(next(iter(counts))) % WRITERS
        if verb == "try":
            under_way[writer] = counts
        else:
            acknowledged |= under_way.pop(writer)
    return list(under_way.values()), acknowledged


def kill_often(
    data: Path,
    kills: int,
    seed: int = 13,
    *,
    with_writer: bool = False,
    is_enough: Callable[[Tally], bool] = lambda _tally: True,
) -> Tally:
    """Kill so many processes on one data directory and give the tally.

    The store's writer finishes what it was asked for, unless it is killed in the same moment. Until what was done
    before the kills ``is_enough`` more are killed, up to five times as many: on a busy machine a life does little.
    """
    with Victims(data, seed, with_writer=with_writer) as victims:
        tally = victims.tally
        while tally.kills < kills or (tally.kills < kills * 5 and not is_enough(tally)):
            victims.kill_one()
        return tally
