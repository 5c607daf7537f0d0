"""Keeps the parts of acts that arrive by webhook, until the act is taken.

Telegram sends the next part only when the one before is accepted, and never again what is accepted:
without this, a crash in between would lose the beginning of a letter. Of somebody without a consent
nothing is kept. Knows nothing of what an act means.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import orjson

from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Drop, Keep, Put, Store, Write
from bot.store.codec.held import HELD, HeldUpdates
from bot.store.codec.people import PEOPLE


@dataclass(frozen=True, slots=True)
class Holding:
    """Keeps them in a store, one document a person."""

    store: Store

    async def keep(self, person: int, updates: Sequence[Mapping[str, Any]]) -> None:
        """Keep these updates in place of those before. Raises StoreUnavailable and its like."""
        known = await self.store.get(PEOPLE, str(person))
        if known is None or not known.may_be_stored:
            return
        held = HeldUpdates(tuple(orjson.dumps(update).decode() for update in updates))
        await self.store.update(HELD, str(person), lambda _: (Put(held), None))

    async def forget(self, person: int) -> None:
        """Forget what was kept of a person. Raises StoreUnavailable."""

        def drop(held: HeldUpdates | None) -> tuple[Write[HeldUpdates], None]:
            return (Keep() if held is None else Drop()), None

        await self.store.update(HELD, str(person), drop)

    async def kept(self) -> list[list[dict[str, Any]]]:
        """Return what the process before this one has left. Raises StoreUnavailable."""
        left = []
        for key in await self.store.find(HELD):
            with suppress(DocumentDamaged, DocumentTooNew):  # said in the log when it was opened
                if held := await self.store.get(HELD, key):
                    left.append([orjson.loads(update) for update in held.updates])
        return left
