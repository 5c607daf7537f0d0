"""The claims on one collection: which of its documents belong to intents that are not settled yet.

Readers are shown what such a document is to hold. Also the documents that a newer program was
changing when it ended, and that it alone may touch. Must not decide when an intent is settled.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, NamedTuple

from bot.errors import DocumentTooNew, DocumentUnwritable
from bot.store.base import Fault, Kind
from bot.store.tiny.commit.intent import Intent
from bot.store.tiny.documents import Documents, Staged, tables_of
from bot.store.tiny.index import Index


class IntentClaim(NamedTuple):
    """What an intent has decided about a document; no content: it is to be deleted."""

    intent: Intent
    content: bytes | None
    fault: str = ""  # why it cannot be written


class Claims:
    """The claims on the documents of one kind, by key."""

    def __init__(
        self, kind: Kind[Any], documents: Documents, index: Index, tell: Callable[[Fault], None]
    ) -> None:
        self.kind: Final = kind
        self._documents: Final = documents
        self._index: Final = index
        self._tell: Final = tell
        self._claims: Final[dict[str, IntentClaim]] = {}
        self._withheld: Final[dict[str, DocumentTooNew]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._claims or key in self._withheld

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._claims))

    def put(self, key: str, intent: Intent, content: bytes | None) -> None:
        """Have a document belong to an intent until that is settled."""
        self._claims[key] = IntentClaim(intent, content)

    def withhold(self, key: str, fault: DocumentTooNew) -> None:
        """Refuse a document for good."""
        self._withheld[key] = fault

    def shown(self, key: str) -> Staged | None:
        """Give a document as its intent wants it; None if it is as it is kept.

        Raises DocumentTooNew for one that is withheld.
        """
        if key in self._withheld:
            raise replace(self._withheld[key])
        claim = self._claims.get(key)
        if claim is None or claim.intent.void:
            return None
        return Staged(None if claim.content is None else tables_of(claim.content))

    async def free(self, key: str) -> None:
        """Have the intent settled that a document belongs to.

        Raises StoreUnavailable, and DocumentUnwritable while this document cannot be let go.
        """
        if claim := self._claims.get(key):
            await claim.intent.settle()
            if claim := self._claims.get(key):
                raise self._unwritable(key, claim.fault)

    async def check(self, key: str) -> None:
        """Raise StoreUnavailable, DocumentUnwritable when a document can surely not be written."""
        try:
            await self._documents.check(key)
        except OSError as error:
            fault = self._unwritable(key, str(error))
            self._tell(fault)
            raise fault from error

    async def write(self, key: str, content: bytes | None) -> str | None:
        """Replace or delete a document and give its identity; raises OSError, StoreUnavailable."""
        if content is not None:
            return await self._documents.keep(key, content)
        with suppress(FileNotFoundError):
            await self._documents.remove(key)
        return None

    def settled(self, key: str, identity: str | None) -> None:
        """Let go of a document; with its identity if it was written as its intent wants it."""
        self._claims.pop(key, None)
        if identity:
            self._index.identify(key, identity)

    def not_settled(self, key: str, reason: str) -> None:
        """Tell of a document that cannot be written as its intent wants it."""
        self._claims[key] = self._claims[key]._replace(fault=reason)
        self._tell(self._unwritable(key, reason))

    def _unwritable(self, key: str, reason: str) -> DocumentUnwritable:
        return DocumentUnwritable(self.kind.name, key, self._documents.path(key), reason)
