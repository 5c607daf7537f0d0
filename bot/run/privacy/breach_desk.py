"""Takes orders about a notice of a breach from the data directory, each once, and has them carried out.

An order goes only when all of it is stored: a bot that is killed in between finds it again, and the
same notice is written once. Must not write the words.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from pydantic import ValidationError

from bot.app.breach import announce, notice_text, stop_all
from bot.chat.world import World
from bot.cluster.notifier import Notifier
from bot.domain.breach import breach_head, minutes_for
from bot.domain.school.access import Rights
from bot.run.privacy.breach_order import ORDER, STOP, BreachOrder
from bot.store.base import Store

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class BreachDesk:
    """Looks at every tick whether there is an order."""

    data: Path
    store: Store
    world: World
    rights: Callable[[], Rights]
    notifier: Notifier
    clock: Callable[[], datetime]
    tell: Callable[[str], None]
    """Tells whoever runs the bot."""

    async def look(self) -> None:
        """Carry orders out, the one to stop first. Raises what the store raises; then they wait on."""
        stop, place = self.data / STOP, self.data / ORDER
        if await asyncio.to_thread(stop.exists):
            await self.stop()
            await asyncio.to_thread(stop.unlink, missing_ok=True)
        try:
            words = await asyncio.to_thread(place.read_bytes)
        except FileNotFoundError:
            return
        except OSError as error:
            log.error("breach_order_unreadable", path=str(place), cause=error.strerror)  # noqa: TRY400 -- as below
            return
        try:
            order = BreachOrder.model_validate_json(words)
        except ValidationError:
            log.error("breach_order_unreadable", path=str(place))  # noqa: TRY400 -- our own words say it
            await asyncio.to_thread(place.rename, place.with_suffix(".damaged"))
            return
        await self.begin(order)
        await asyncio.to_thread(place.unlink, missing_ok=True)

    async def begin(self, order: BreachOrder) -> int:
        """Have a notice sent and say to how many; a correction stops what it corrects. Raises what the store raises."""
        notice, texts = order.notice, self.world.texts
        text = notice_text(notice, texts)
        head = breach_head(notice, text, self.world.operator, self.clock())
        if notice.correction:
            await self._stop(but=head.id)
        people = await announce(self.store, notice, head, self.rights())
        self.notifier.release(head.id)
        self.notifier.ring()
        log.warning("breach_notice_begun", notice=notice.id, people=people)
        self.tell(texts.say("admin-breach", count=people, minutes=minutes_for(people)))
        return people

    async def stop(self) -> int:
        """Let no further copy leave of any notice, and say how many were stopped. Raises what the store raises."""
        stopped = await self._stop()
        self.tell(self.world.texts.say("admin-breach-stopped", count=stopped))
        return stopped

    async def _stop(self, but: str = "") -> int:
        stopped = await stop_all(self.store, self.clock(), but)
        for notice in stopped:
            self.notifier.halt(notice)
            log.warning("breach_notice_stopped", notice=notice)
        return len(stopped)
