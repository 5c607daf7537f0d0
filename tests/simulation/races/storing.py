"""Races between documents, their index and their intents."""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from bot.store.tiny.collection import UNKNOWN, Collection
from bot.store.tiny.commit.commits import JointCommits
from bot.store.tiny.commit.intent import Intent

Planted = AbstractContextManager[Any]


def answered_before_it_is_durable() -> Planted:
    """A change counts as made when it is handed to the disk."""
    carry_out = Collection.carry_out

    async def early(self: Collection[Any], change: Any) -> None:
        self._know(change, UNKNOWN)
        asyncio.get_running_loop().create_task(carry_out(self, change))

    return patch.object(Collection, "carry_out", early)


def written_one_by_one() -> Planted:
    """The documents of one commit are written one after another, without an intent."""

    async def each(self: JointCommits, changes: list[tuple[Collection[Any], Any]]) -> None:
        del self
        for collection, change in changes:
            await collection.carry_out(change)

    return patch.object(JointCommits, "_carry_out", each)


def intent_gone_too_soon() -> Planted:
    """An intent is removed before its documents say what it wants."""
    settle = Intent._settle

    async def soon(self: Intent, parts: Any) -> None:
        await self._intents.remove(self._name)
        await settle(self, parts)

    return patch.object(Intent, "_settle", soon)


def intents_forgotten_at_the_start() -> Planted:
    """What an earlier process had decided is not taken over."""
    return patch.object(JointCommits, "find_unfinished", lambda _: False)


@contextmanager
def index_ahead_of_the_disk() -> Iterator[None]:
    """The index is changed before the document, and not put back when that cannot be written."""
    carry_out = Collection.carry_out

    async def ahead(self: Collection[Any], change: Any) -> None:
        self._know(change, UNKNOWN)
        await carry_out(self, change)

    async def leave(self: Collection[Any], key: str) -> None:
        self._doubtful.discard(key)

    with ExitStack() as stack:
        stack.enter_context(patch.object(Collection, "carry_out", ahead))
        stack.enter_context(patch.object(Collection, "_look_again", leave))
        yield
