"""Documents in memory, for quick tests: the same TinyDB layout, gone with the process."""

from collections.abc import Iterator
from pathlib import Path

import orjson

from bot.store.tiny.documents import FoundFile, Tables, Unlisted, tables_of

IDENTITY = "memory"


class DocumentMemories:
    """The documents of one kind in memory: nothing is damaged, nothing survives."""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}

    async def fetch(self, key: str) -> Tables | None:
        """Give a copy of the tables, None if there are none."""
        return self.load(key)

    def dump(self, tables: Tables) -> bytes:
        """Give what a file would keep of the tables."""
        return orjson.dumps(tables)

    async def keep(self, key: str, content: bytes) -> str:
        """Replace the document."""
        self._contents[key] = content
        return IDENTITY

    async def remove(self, key: str) -> None:
        """Forget the document."""
        del self._contents[key]

    async def check(self, key: str) -> None:
        """Never raise: memory can always be written."""

    def load(self, key: str) -> Tables | None:
        """Give a copy of the tables, None if there are none."""
        content = self._contents.get(key)
        return None if content is None else tables_of(content)

    def identity(self, key: str) -> str | None:
        """Tell all that are there alike."""
        return IDENTITY if key in self._contents else None

    def path(self, key: str) -> Path:
        """Name the document."""
        return Path("memory", key)

    def set_aside(self, key: str) -> Path:
        """Never needed: nothing here can be damaged from outside."""
        return self.path(key)

    def scan(self) -> Iterator[FoundFile | Unlisted]:
        """Meet every document."""
        return (FoundFile(key, IDENTITY, 0) for key in list(self._contents))
