"""Keeps restored backups from undoing what people have ended, and a list of that beside the backups.

The list in the store is left alone by a restore, but goes with the disk; the copy in the folder of backups
does not. Must not decide who has left.
"""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

import orjson
import structlog

from bot.app.returned import Returned
from bot.content.texts import Texts
from bot.domain.person.farewell import Farewell
from bot.errors import BotError
from bot.store.base import Keep, Put, Write
from bot.store.codec.farewells import FAREWELLS

log = structlog.stdlib.get_logger(__name__)

LIST_NAME: Final = "langkah-guru-farewells.jsonl"
"""In the folder of backups, a line for each: whoever copies backups elsewhere copies it too."""

_Lines = dict[str, Farewell]


@dataclass(slots=True)
class FarewellDesk:
    """Looks at one store when the bot starts, and at every tick."""

    returned: Returned
    folder: Path | None
    """Where the backups lie; None where the bot makes none."""

    texts: Texts
    clock: Callable[[], datetime]
    _again: int = field(default=0, init=False)
    _seen: int = field(default=0, init=False)

    async def begin(self) -> None:
        """Let those leave again who are back, before anybody is served. Raises what the store raises."""
        now, store = self.clock(), self.returned.commits.store
        listed = await asyncio.to_thread(_read, self.folder) if self.folder else {}
        for mark, farewell in listed.items():
            if not farewell.is_over(now):
                await store.update(FAREWELLS, mark, _adding(farewell))
        self._again = await self.returned.sweep(now)

    async def look(self, tell: Callable[[str], None]) -> None:
        """Tell those who run the bot once whom it was done to, and keep the copy of the list new."""
        if self._again:
            again, self._again = self._again, 0
            tell(self.texts.say("admin-left-again", count=again))
        if self.folder is None:
            return
        changed = await self.returned.commits.store.changed(FAREWELLS, self._seen)
        if changed.keys is None or changed.keys:
            await self._copy(self.folder)
        self._seen = changed.version

    async def _copy(self, folder: Path) -> None:
        store, lines = self.returned.commits.store, _Lines()
        for key in await store.find(FAREWELLS):
            try:
                if (found := await store.get(FAREWELLS, key)) is not None:
                    lines[key] = found
            except BotError:
                continue  # named in the log when it was found
        try:
            await asyncio.to_thread(_write, folder, lines)
        except OSError as error:
            log.warning("farewells_not_copied", reason=str(error))


def _adding(farewell: Farewell) -> Callable[[Farewell | None], tuple[Write[Farewell], None]]:
    """Return what adds one to the store unless a newer one is there."""

    def decide(known: Farewell | None) -> tuple[Write[Farewell], None]:
        is_newer = known is None or known.said_at < farewell.said_at
        return (Put(farewell) if is_newer else Keep()), None

    return decide


def _read(folder: Path) -> _Lines:
    """Return the list as it was written last; a line that makes no sense is passed over."""
    lines = _Lines()
    try:
        content = (folder / LIST_NAME).read_bytes()
    except OSError:
        return lines
    for line in content.splitlines():
        try:
            told = orjson.loads(line)
            lines[str(told["mark"])] = FAREWELLS.decode(told["farewell"])
        except (ValueError, KeyError, TypeError):
            log.warning("farewell_unreadable", path=str(folder / LIST_NAME))
    return lines


def _write(folder: Path, lines: _Lines) -> None:
    """Write the list, whole or not at all; nothing where nobody has left yet. Raises OSError."""
    if not lines and not (folder / LIST_NAME).exists():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = folder / f".{LIST_NAME}.tmp"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        for mark, farewell in lines.items():
            told = {"mark": mark, "farewell": FAREWELLS.encode(farewell)}
            file.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / LIST_NAME)
