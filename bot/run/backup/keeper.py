"""Has a backup made every night beside the bot, deletes old ones, and says how they stand.

A tick asks whether one is due; making it takes its own time in a process of its own. Must not send anything:
``sending`` does, when somebody is given it.
"""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

import structlog

from bot.cluster.background import Background
from bot.domain.backup import BackupState
from bot.run.backup.folder import BackupFolder
from bot.run.backup.once import ADDRESS, DATABASE, RECIPIENT

log = structlog.stdlib.get_logger(__name__)

PACKAGES: Final = Path(__file__).parents[3]
COMMAND: Final = (sys.executable, "-m", "bot.run.backup.once")

LONGEST_SECONDS: Final = 6 * 3600.0
"""A backup that takes longer hangs: 100,000 teachers take minutes on a slow disk."""

MOST_REASON: Final = 300
"""Letters of a reason that are told."""

Send = Callable[[Path], Awaitable[None]]
"""Sends a backup that was made to wherever it is to go."""


class KeeperNotice(Protocol):
    """Whoever tells those who run the bot."""

    def backup_failed(self, reason: str, last: datetime | None) -> None:
        """Tell that no backup was made."""

    def backup_late(self, last: datetime) -> None:
        """Tell that the newest backup is too old."""


async def _nowhere(_: Path) -> None:
    """Send it nowhere."""


@dataclass(slots=True)
class Backups:
    """The nightly backups of one store; none without a folder. Both paths are absolute."""

    data: Path
    folder: BackupFolder | None
    recipient: str | None
    clock: Callable[[], datetime]
    told: KeeperNotice
    command: Sequence[str] = COMMAND
    database: str | None = None
    """The address of the database, if documents are kept in one."""

    send: Send = field(default=_nowhere)
    state: BackupState | None = field(default=None, init=False)
    """How they stood at the last look; None when none are made."""

    _background: Background = field(default_factory=lambda: Background("backup"), init=False)

    def __post_init__(self) -> None:
        """Know nothing yet, but for how long backups are kept."""
        if self.folder:
            self.state = BackupState(keep_days=self.folder.keep)

    async def look(self, *, prunes: bool = True) -> None:
        """Begin a backup if one is due and none is being made; ``prunes`` lets old ones go. Waits for nothing."""
        if self.folder is None:
            return
        if self.state and self.state.is_late(self.clock()) and self.state.made_at:
            self.told.backup_late(self.state.made_at)
        if not len(self._background):
            self._background.begin(self._round(self.folder, prunes=prunes))

    async def stop(self) -> None:
        """End what is being done; what a backup left is removed at the next start."""
        await self._background.stop()

    async def settled(self) -> None:
        """Return when nothing is being done."""
        await self._background.finish()

    async def _round(self, folder: BackupFolder, *, prunes: bool) -> None:
        failed = self.state or BackupState(keep_days=folder.keep)
        try:
            found = await asyncio.to_thread(folder.state, self.clock())
            self.state = replace(found, failed_at=failed.failed_at, reason=failed.reason)
            if not self.state.is_due(self.clock()):
                return
            if prunes:
                await asyncio.to_thread(folder.prune, self.clock())
            file = folder.name(self.clock(), sealed=self.recipient is not None)
            await self._make(file)
            if prunes:
                await asyncio.to_thread(folder.prune, self.clock())
            self.state = await asyncio.to_thread(folder.state, self.clock())
        except (OSError, TimeoutError, Failed) as error:
            self._failed(str(error))
            return
        log.info("backup_made", file=file.name, bytes=self.state.size, kept=self.state.count)
        await self.send(file)

    def _failed(self, reason: str) -> None:
        now = self.clock()
        before = self.state or BackupState(keep_days=self.folder.keep if self.folder else 0)
        self.state = replace(before, failed_at=now, reason=reason or "it took too long")
        log.error("backup_failed", reason=self.state.reason)
        self.told.backup_failed(self.state.reason, self.state.made_at)

    async def _make(self, file: Path) -> None:
        """Have one made in a process of its own. Raises Failed, OSError, TimeoutError."""
        paths = (str(PACKAGES), os.environ.get("PYTHONPATH"))
        process = await asyncio.create_subprocess_exec(
            *self.command,
            DATABASE if self.database else str(self.data),
            str(file),
            env={
                **os.environ,
                RECIPIENT: self.recipient or "",
                ADDRESS: self.database or "",
                "PYTHONPATH": os.pathsep.join(path for path in paths if path),
            },
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=PIPE,
        )
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                _, words = await process.communicate()
        finally:
            with suppress(ProcessLookupError):  # it has ended
                process.kill()
            await process.wait()
        if process.returncode:
            lines = words.decode(errors="replace").strip().splitlines() or ["it died"]
            raise Failed(lines[-1][:MOST_REASON])


class Failed(Exception):  # noqa: N818 -- what happened; it never leaves this file
    """The process that makes a backup has made none."""
