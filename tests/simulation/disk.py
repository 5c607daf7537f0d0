"""A disk for the store's own code: what is written is durable a little later, or never.

Stands below collections and intents, in place of the writer and its files. Must not know what is written.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson

from bot.errors import StoreUnavailable
from bot.store.base import Kind
from bot.store.tiny.collection import Collection
from bot.store.tiny.commit.intent import IntentPart
from bot.store.tiny.commit.intent_files import Unfinished, from_bytes, to_bytes
from bot.store.tiny.documents import FoundFile, Tables, Unlisted, tables_of
from bot.store.tiny.store import TinyStore
from bot.store.writer.process import WriterProcess
from tests.simulation.ledger import Ledger
from tests.simulation.moments import Chance, Moments

READ_FROM_DISK = 0.1
"""How many reads find their file not in memory."""

QUICK, SLOW = 0.0005, 0.012
"""Seconds from which to which a write takes."""

SURE, HESITATION = 0.96, 1.5
"""One in so many takes longer, up to so many seconds, as on a cheap host whose disk is another's too."""

Place = tuple[str, str]
"""The kind and key of a document, or ``INTENT`` and the name of an intent."""

INTENT = "intent"


class Trap(StrEnum):
    """The moment of a call or write at which a process can be killed."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(slots=True, eq=False)
class Asked:
    """A write that is under way."""

    place: Place
    content: bytes | None
    done: bool = False


@dataclass(slots=True)
class VirtualDisk:
    """What is durable, and what was asked for."""

    moments: Moments
    chance: Chance
    ledger: Ledger
    durable: dict[Place, bytes] = field(default_factory=dict)
    versions: dict[Place, int] = field(default_factory=dict)
    full: bool = False
    was_full: bool = False
    """Whether something could not be written since the process began."""

    spring: Callable[[str, Trap], None] = lambda _what, _when: None
    """Told of each moment of a write; may raise Killed."""

    _asked: list[Asked] = field(default_factory=list)

    def wait(self, what: str) -> float:
        """Return how long a piece of work takes, in seconds."""
        draw = self.chance.draw(what)
        hesitates = max(0.0, draw - SURE) / (1 - SURE) * HESITATION
        return QUICK + draw**3 * (SLOW - QUICK) + hesitates

    async def look(self, place: Place) -> None:
        """Take as long as a read does."""
        if self.chance.draw(f"read {place}") < READ_FROM_DISK:
            await asyncio.sleep(self.wait(f"read {place}"))

    async def change(self, place: Place, content: bytes | None) -> str:
        """Replace or remove something, durably; give its version. Raises StoreUnavailable."""
        self.ledger.asked(place, content)
        asked = Asked(place, content)
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._asked.append(asked)
        name = f"write {place[0]} {place[1] if place[0] != INTENT else ''}"

        def settle() -> None:
            if not answer.done():
                answer.set_result(str(self.versions.get(place, 0)))

        def refuse() -> None:
            if not answer.done():
                path = Path(*place)
                answer.set_exception(StoreUnavailable(path, "No space left on device"))

        def happen() -> None:
            self.spring("write", Trap.BEFORE)
            self._asked.remove(asked)
            if self.full and content is not None:
                self.was_full = True
                self.moments.after(0.0005, refuse, dies=True)
                return
            self._apply(asked)
            self.spring("write", Trap.AFTER)
            self.moments.after(self.wait(name) / 4, settle, dies=True)

        self.moments.after(self.wait(name), happen, dies=True)
        return await answer

    def crash(self, *, power: bool) -> None:
        """End the process; what it asked for is lost with the power, else the writer still does it."""
        if not power and not self.full:
            for asked in self._asked:
                self._apply(asked)
        self._asked.clear()

    def _apply(self, asked: Asked) -> None:
        asked.done = True
        if asked.content is None:
            self.durable.pop(asked.place, None)
        else:
            self.durable[asked.place] = asked.content
        self.versions[asked.place] = self.versions.get(asked.place, 0) + 1
        self.ledger.note("disk", asked.place[0], asked.place[1] if asked.place[0] != INTENT else "")
        self.ledger.wrote(asked.place, asked.content)

    def shown(self, kind: str, key: str) -> bytes | None:
        """Give a document as the next start would read it: as an intent wants it, else as it is kept."""
        for place, content in self.durable.items():
            if place[0] == INTENT:
                for wanted in from_bytes(Path(place[1]), content):
                    if (wanted.kind, wanted.key) == (kind, key):
                        return None if wanted.tables is None else orjson.dumps(wanted.tables)
        return self.durable.get((kind, key))

    def keys(self, kind: str) -> list[str]:
        """Name the documents of a kind that are durable."""
        return [key for name, key in self.durable if name == kind]


@dataclass(slots=True)
class DocumentsOnDisk:
    """The documents of one kind; see `Documents`."""

    disk: VirtualDisk
    kind: str

    async def fetch(self, key: str) -> Tables | None:
        await self.disk.look((self.kind, key))
        return self.load(key)

    def dump(self, tables: Tables) -> bytes:
        return orjson.dumps(tables)

    async def keep(self, key: str, content: bytes) -> str:
        return await self.disk.change((self.kind, key), content)

    async def remove(self, key: str) -> None:
        if (self.kind, key) not in self.disk.durable:
            raise FileNotFoundError(2, "No such file or directory")
        await self.disk.change((self.kind, key), None)

    async def check(self, key: str) -> None:
        await self.disk.look((self.kind, key))

    def load(self, key: str) -> Tables | None:
        content = self.disk.durable.get((self.kind, key))
        return None if content is None else tables_of(content)

    def identity(self, key: str) -> str | None:
        place = (self.kind, key)
        return str(self.disk.versions.get(place, 0)) if place in self.disk.durable else None

    def path(self, key: str) -> Path:
        return Path(self.kind, key)

    def set_aside(self, key: str) -> Path:
        return self.path(key)

    def scan(self) -> Iterator[FoundFile | Unlisted]:
        for key in self.disk.keys(self.kind):
            yield FoundFile(key, self.identity(key) or "", 0)


@dataclass(slots=True)
class IntentsOnDisk:
    """The intents of commits over several documents; see `StoredIntents`."""

    disk: VirtualDisk
    path: Path = Path(INTENT)

    def new_name(self) -> str:
        number = self.disk.versions[INTENT, ""] = self.disk.versions.get((INTENT, ""), 0) + 1
        return f"{number:06d}"

    async def keep(self, name: str, parts: Iterable[IntentPart]) -> None:
        await self.disk.change((INTENT, name), to_bytes(parts))

    async def remove(self, name: str) -> None:
        await self.disk.change((INTENT, name), None)

    async def exists(self, name: str) -> bool:
        return (INTENT, name) in self.disk.durable

    def unfinished(self) -> Iterator[Unfinished]:
        for name in sorted(self.disk.keys(INTENT)):
            content = self.disk.durable[INTENT, name]
            yield Unfinished(name, from_bytes(Path(name), content))

    def set_aside(self, name: str) -> Path:
        return Path(name)


def store_on(disk: VirtualDisk, kinds: Iterable[Kind[Any]]) -> TinyStore:
    """Make a store on a disk, not opened yet: the one of a process."""
    collections = [Collection(kind, DocumentsOnDisk(disk, kind.name)) for kind in kinds]
    return TinyStore(None, collections, WriterProcess(), 0.0, IntentsOnDisk(disk))
