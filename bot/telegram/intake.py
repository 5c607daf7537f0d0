"""One raw update to its end, however it came: read it, wait for its turn in order, take it.

What cannot be read is logged and counts as taken: an update that is never confirmed would block
all that follow.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application

from bot.telegram.valid import completed, fault_of, is_update_id

log = structlog.stdlib.get_logger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class Intake:
    """Takes updates as Telegram's JSON."""

    def __init__(self, application: AnyApplication) -> None:
        self._application = application
        self._underway = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def take(self, raw: Mapping[str, Any]) -> None:
        """Work on one update. When this returns, what it changed is saved."""
        self._underway += 1
        self._idle.clear()
        try:
            await self._take(raw)
        except Exception as error:
            log.exception("update_failed", update=_number(raw), error=type(error).__name__)
        finally:
            self._underway -= 1
            if not self._underway:
                self._idle.set()

    async def finish(self) -> None:
        """Return when no update is being worked on."""
        await self._idle.wait()

    async def _take(self, raw: Mapping[str, Any]) -> None:
        application = self._application
        if fault := fault_of(raw):
            log.warning("update_unreadable", update=_number(raw), fault=fault)
            return
        update = Update.de_json(completed(raw), application.bot)
        work = application.process_update(update)
        await application.update_processor.process_update(update, work)


def _number(raw: Mapping[str, Any]) -> int | None:
    """Return the number of an update for the log, where anything else might be words."""
    number = raw.get("update_id")
    return number if is_update_id(number) else None
