"""Sends an encrypted backup to the chat of somebody who runs the bot, in parts Telegram takes.

Many hosts throw their disk away with every release: what lies in a chat outlives that. Must not send what
anybody could read.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from pathlib import Path
from typing import Final

import structlog

from bot.chat.model import File, Shown
from bot.content.texts import Texts
from bot.domain.backup import PROMISED_DAYS
from bot.domain.broadcast.verdict import RetryAt, Sent, Verdict
from bot.store.backup.seal import is_sealed

log = structlog.stdlib.get_logger(__name__)

MOST_BYTES: Final = 45_000_000
"""Of one part: bots may send 50 MB (Bot API, sendDocument), and a part has a caption and a head."""

ATTEMPTS: Final = 5
LONGEST_PAUSE_SECONDS: Final = 600.0

PostDocument = Callable[[int, Shown], Awaitable[Verdict]]
"""Sends something to a person, below all replies; says what became of it."""


@dataclass(frozen=True, slots=True)
class BackupMail:
    """Sends backups to one chat."""

    chat: int
    post: PostDocument
    texts: Texts
    clock: Callable[[], datetime]
    not_sent: Callable[[], None]
    """Told that a backup did not arrive whole."""

    most: int = MOST_BYTES

    async def send(self, file: Path) -> None:
        """Send all parts one after another; gives up at the first that cannot be sent."""
        try:
            if not await asyncio.to_thread(is_sealed, file):
                log.error("backup_not_sent", reason="it is not encrypted")
                return
            size = (await asyncio.to_thread(file.stat)).st_size
            parts = max(1, ceil(size / self.most))
            for number in range(parts):
                content = await asyncio.to_thread(_part, file, number * self.most, self.most)
                if not await self._posted(self._file(file.name, content, number + 1, parts)):
                    break
            else:
                log.info("backup_sent", file=file.name, parts=parts)
                return
        except OSError as error:
            log.warning("backup_not_read", reason=str(error))
        log.error("backup_not_sent", file=file.name)
        self.not_sent()

    def _file(self, name: str, content: bytes, number: int, parts: int) -> File:
        # Telegram lets a bot delete what it sent within 48 hours only: these are deleted by hand.
        before = self.texts.day(self.clock() - timedelta(days=PROMISED_DAYS), None)
        if parts == 1:
            return File(
                name, content, self.texts.say("admin-backup-whole", name=name, before=before)
            )
        caption = self.texts.say(
            "admin-backup-part", name=name, number=number, parts=parts, before=before
        )
        return File(f"{name}.{number:03}", content, caption)

    async def _posted(self, shown: Shown) -> bool:
        for _ in range(ATTEMPTS):
            verdict = await self.post(self.chat, shown)
            if not isinstance(verdict, RetryAt):
                return isinstance(verdict, Sent)
            seconds = (verdict.moment - self.clock()).total_seconds()
            await asyncio.sleep(min(max(seconds, 1.0), LONGEST_PAUSE_SECONDS))
        return False


def _part(file: Path, start: int, length: int) -> bytes:
    with file.open("rb") as stream:
        stream.seek(start)
        return stream.read(length)
