"""Takes the order for a notice of a breach from the data directory, once, and has it sent.

The order goes only when all of it is stored: a bot that is killed in between finds it again, and the
same notice is written once. Must not write the words.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from pydantic import ValidationError

from bot.app.breach import announce, notice_text
from bot.chat.world import World
from bot.cluster.notifier import Notifier
from bot.domain.breach import breach_head, minutes_for
from bot.domain.school.access import Rights
from bot.run.privacy.breach_order import ORDER, BreachOrder
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
        """Carry an order out, if there is one. Raises what the store raises; then it waits on."""
        place = self.data / ORDER
        try:
            words = await asyncio.to_thread(place.read_bytes)
        except OSError:
            return
        try:
            order = BreachOrder.model_validate_json(words)
        except ValidationError:
            log.error("breach_order_unreadable", path=str(place))  # noqa: TRY400 -- our own words say it
            await asyncio.to_thread(place.rename, place.with_suffix(".damaged"))
            return
        notice, texts = order.notice, self.world.texts
        text = notice_text(notice, texts)
        head = breach_head(notice, text, self.world.operator, self.clock())
        people = await announce(self.store, notice, head, self.rights())
        await asyncio.to_thread(place.unlink, missing_ok=True)
        self.notifier.ring()
        log.warning("breach_notice_begun", notice=notice.id, people=people)
        minutes = minutes_for(people)
        self.tell(texts.say("admin-breach", count=people, minutes=minutes))
