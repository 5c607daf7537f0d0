"""An intent: what one commit wants of several documents, from its decision until all of them say so.

While an intent is open its documents belong to it: readers are shown what it holds, and whoever wants
to change one of them has it settled first. So nobody meets a half, however long a disk takes. Must
not know how an intent or a document is kept.
"""

import asyncio
from collections.abc import Iterable
from errno import EBUSY, EFBIG
from os import strerror
from typing import Any, Final, NamedTuple, Protocol

from bot.errors import StoreUnavailable
from bot.store.base import Kind
from bot.store.facts import Values
from bot.store.writer.atomic import MOST_BYTES


class DocumentChange(NamedTuple):
    """What is to become of one document."""

    key: str
    content: bytes | None  # None: it is deleted
    facts: Values | None


class Holder(Protocol):
    """What an intent knows of a collection."""

    @property
    def kind(self) -> Kind[Any]:
        """Give the kind of its documents."""

    async def write(self, key: str, content: bytes | None) -> str | None:
        """Replace or delete a document and give its identity; raises OSError, StoreUnavailable."""

    def settled(self, key: str, identity: str | None) -> None:
        """Note that a document no longer belongs to an intent, and its identity if it was written."""

    def not_settled(self, key: str, reason: str) -> None:
        """Tell of a document that cannot be written as its intent wants it."""


class IntentPart(NamedTuple):
    """One document of an intent, and what it is to hold; None: it is deleted."""

    holder: Holder
    key: str
    content: bytes | None


class Intents(Protocol):
    """Where intents are kept. All raise OSError or StoreUnavailable."""

    def new_name(self) -> str:
        """Give a name that no intent has had."""

    async def keep(self, name: str, parts: Iterable[IntentPart]) -> None:
        """Keep an intent, or what is left of it, durably."""

    async def remove(self, name: str) -> None:
        """Let go of an intent, durably; harmless if there is none of this name."""

    async def exists(self, name: str) -> bool:
        """Say whether there is an intent of this name, as far as can be seen."""


class Intent:
    """What one commit wants. Make it durable with `keep`; from then on it is decided."""

    def __init__(self, name: str, parts: Iterable[IntentPart], intents: Intents) -> None:
        self.void = False
        """It could not be made durable, or perhaps it could: it must go before anything else happens."""

        self._name: Final = name
        self._intents: Final = intents
        self._rest: tuple[IntentPart, ...] = tuple(parts)
        self._settling: Final = asyncio.Lock()

    @property
    def is_open(self) -> bool:
        """Say whether some documents still belong to it."""
        return bool(self._rest)

    async def keep(self) -> None:
        """Make it durable; raises OSError, StoreUnavailable, and then it is void."""
        try:
            self._check_sizes()
            await self._intents.keep(self._name, self._rest)
        except (OSError, StoreUnavailable):
            self.void = True
            raise

    def _check_sizes(self) -> None:
        """Refuse what could be decided and never be done."""
        if any(len(part.content or b"") > MOST_BYTES for part in self._rest):
            raise OSError(EFBIG, strerror(EFBIG))

    async def settle(self) -> None:
        """Have the documents say what it wants, as far as they can be written, and let them go.

        Raises StoreUnavailable when nothing can be written. May be called at any time, by many.
        """
        async with self._settling:
            if self._rest:
                await self._settle(() if self.void else self._rest)

    async def _may_exist(self, error: OSError) -> bool:
        """Say whether a void intent that cannot be removed was perhaps kept, or may yet be."""
        return error.errno == EBUSY or await self._intents.exists(self._name)

    async def _settle(self, parts: tuple[IntentPart, ...]) -> None:
        writes = (part.holder.write(part.key, part.content) for part in parts)
        outcomes = dict(
            zip(parts, await asyncio.gather(*writes, return_exceptions=True), strict=True)
        )
        faults = {part: each for part, each in outcomes.items() if isinstance(each, BaseException)}
        for fault in faults.values():
            if not isinstance(fault, OSError):
                raise fault
        try:
            if faults:  # of single documents, and the others need not wait for those
                await self._intents.keep(self._name, faults)
            else:
                await self._intents.remove(self._name)
        except OSError as error:
            if not self.void or await self._may_exist(error):
                faults = dict.fromkeys(self._rest, error)
        done = [part for part in self._rest if part not in faults]
        self._rest = tuple(faults)
        for part in done:
            identity = outcomes.get(part)
            part.holder.settled(part.key, identity if isinstance(identity, str) else None)
        for part, fault in faults.items():
            part.holder.not_settled(part.key, str(fault))
