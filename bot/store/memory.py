"""Documents in memory, for quick tests: the same TinyDB layout, gone with the process."""

from collections.abc import Iterator
from pathlib import Path

import orjson
from tinydb.storages import MemoryStorage

from bot.store.documents import Found, Tables, tables_of


class DocumentMemory(MemoryStorage):
    """A document in memory, as isolated from its readers as a file is."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # TinyDB leaves it without annotations
        self.identity: str | None = None

    def read(self) -> Tables | None:
        """Give a copy of the tables, None if there are none."""
        tables = super().read()
        return None if tables is None else tables_of(orjson.dumps(tables))

    def write(self, data: Tables) -> None:
        """Replace the tables by what a file would have kept of them."""
        super().write(orjson.loads(orjson.dumps(data)))
        self.identity = "memory"


class DocumentMemories:
    """The documents of one kind in memory: nothing is damaged, nothing survives."""

    def __init__(self) -> None:
        self._storages: dict[str, DocumentMemory] = {}

    def storage(self, key: str) -> DocumentMemory:
        """Give the document's storage."""
        return self._storages.setdefault(key, DocumentMemory())

    def path(self, key: str) -> Path:
        """Name the document."""
        return Path("memory", key)

    def exists(self, key: str) -> bool:
        """Say whether the document is there."""
        return self.storage(key).read() is not None

    def remove(self, key: str) -> None:
        """Forget the document."""
        del self._storages[key]

    def set_aside(self, key: str) -> Path:
        """Never needed: nothing here can be damaged from outside."""
        return self.path(key)

    def scan(self) -> Iterator[Found]:
        """Meet every document."""
        return (Found(key, "memory", 0) for key in list(self._storages) if self.exists(key))

    def close(self) -> None:
        """Nothing is held open."""
