"""Ways to keep teachers that the store benchmark compares: each fills itself and updates one.

An update of every contender reads one document, changes a little, and is durable when it returns.
"""

import os
import random
import sqlite3
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Final

import orjson
from tinydb import TinyDB
from tinydb.table import Document

from bench.population import TEACHERS, teacher, touched
from bot.store.base import Plan, Ref
from bot.store.codec.record import to_record
from bot.store.tiny.store import TinyStore, tiny_store

FOLDERS: Final = 256


class Contender(ABC):
    """Somewhere to keep teachers with the keys from 0 to size - 1."""

    name: str

    def __init__(self, folder: Path, size: int) -> None:
        self.folder: Final = folder
        self.size: Final = size
        self.chance: Final = random.Random(size)

    @abstractmethod
    async def fill(self) -> None:
        """Store the whole population, not timed and not durable one by one; get ready."""

    @abstractmethod
    async def update(self) -> None:
        """Update one random teacher durably."""

    async def close(self) -> None:  # noqa: B027 - some have nothing to release
        """Release everything."""

    def any_key(self) -> int:
        """Give a random teacher's key."""
        return self.chance.randrange(self.size)


class Ours(Contender):
    """The bot's store, through its asynchronous face."""

    name = "this store"
    store: TinyStore

    async def fill(self) -> None:
        """Write the files as the store would, all at once, and open it."""
        write_population(self.folder, self.size)
        self.store = tiny_store(self.folder, [TEACHERS])
        await self.store.open()

    async def update(self) -> None:
        """Do what a turn does."""
        await self.store.update(TEACHERS, str(self.any_key()), touched)

    async def close(self) -> None:
        """Save the cache too."""
        await self.store.close()


class Together(Ours):
    """The bot's store, when one commit changes several documents."""

    def __init__(self, folder: Path, size: int, together: int) -> None:
        super().__init__(folder, size)
        self.name = f"this store, {together} in one commit"
        self._together: Final = together

    async def update(self) -> None:
        """Change so many random teachers at once."""
        keys = self.chance.sample(range(self.size), self._together)
        refs = [Ref(TEACHERS, str(key)) for key in keys]
        await self.store.commit(
            refs, lambda view: Plan({ref: touched(view[ref])[0] for ref in refs}, None)
        )


class RawLoop(Contender):
    """The least a durable replacement can be: write, fsync, rename, fsync of the folder."""

    name = "raw write + fsync + rename + fsync"

    async def fill(self) -> None:
        """Make the folders and one content for all files."""
        self._content = _record_bytes(0)
        for number in range(FOLDERS):
            (self.folder / str(number)).mkdir(parents=True)

    async def update(self) -> None:
        """Replace one file by another of the same size."""
        key = self.any_key()
        folder = self.folder / str(key % FOLDERS)
        descriptor = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, self._content)
        os.fsync(descriptor)
        os.close(descriptor)
        os.rename(folder / "new", folder / str(key))  # noqa: PTH104 - as raw as it gets
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


class PlainTinyDB(Contender):
    """TinyDB as it comes: everybody in one JSON file, overwritten in place."""

    name = "TinyDB, JSONStorage"

    async def fill(self) -> None:
        """Write the one file and open it."""
        self.folder.mkdir(parents=True)
        path = self.folder / "all.json"
        table = {str(key + 1): teacher(key) for key in range(self.size)}
        path.write_bytes(orjson.dumps({"_default": table}))
        self._database = TinyDB(path)

    async def update(self) -> None:
        """Read one record, write it back changed."""
        key = self.any_key() + 1
        record = self._database.get(doc_id=key)
        assert isinstance(record, Document)
        write, _ = touched(record)
        self._database.update(write.value, doc_ids=[key])

    async def close(self) -> None:
        """Close the file."""
        self._database.close()


class SQLite(Contender):
    """SQLite with a write-ahead log, synchronous FULL: one row for each teacher."""

    name = "SQLite, WAL, FULL"

    async def fill(self) -> None:
        """Insert everybody in one transaction."""
        self.folder.mkdir(parents=True)
        self._database = sqlite3.connect(self.folder / "all.sqlite", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = FULL")
        self._database.execute("CREATE TABLE people (key INTEGER PRIMARY KEY, document BLOB)")
        self._database.execute("BEGIN")
        self._database.executemany(
            "INSERT INTO people VALUES (?, ?)",
            ((key, orjson.dumps(teacher(key))) for key in range(self.size)),
        )
        self._database.execute("COMMIT")

    async def update(self) -> None:
        """Select, change and update one row in one transaction."""
        key = self.any_key()
        execute = self._database.execute
        execute("BEGIN IMMEDIATE")
        row = execute("SELECT document FROM people WHERE key = ?", (key,)).fetchone()
        write, _ = touched(orjson.loads(row[0]))
        execute("UPDATE people SET document = ? WHERE key = ?", (orjson.dumps(write.value), key))
        execute("COMMIT")

    async def close(self) -> None:
        """Close the database."""
        self._database.close()


def write_population(folder: Path, size: int) -> None:
    """Write the files of a whole population as the store lays them out, without fsync."""
    for number in range(FOLDERS):
        (folder / "people" / f"{number:02x}").mkdir(parents=True, mode=0o700)
    for key in range(size):
        path = folder / "people" / f"{key % FOLDERS:02x}" / f"{key}.json"
        path.write_bytes(_record_bytes(key))


def _record_bytes(key: int) -> bytes:
    record = to_record(TEACHERS, teacher(key))
    return orjson.dumps({"_default": {"1": record}}, option=orjson.OPT_INDENT_2)
