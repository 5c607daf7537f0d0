"""Races between updates, turns and what Telegram is told of them."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import bot.app.turns
from bot.chat.router import take_turn
from bot.telegram.receive.offsets import Unconfirmed
from bot.telegram.receive.sequencer import PerPersonProcessor

Planted = AbstractContextManager[Any]


def confirmed_before_it_is_saved() -> Planted:
    """The offset passes what was handed on, as PTB's own updater does."""
    return patch.object(Unconfirmed, "offset", property(lambda self: self._after))


def taken_side_by_side() -> Planted:
    """Two updates of one person are worked on at once."""

    async def process(self: PerPersonProcessor, update: object, work: Any) -> None:
        del update
        async with self._active:
            await work

    return patch.object(PerPersonProcessor, "do_process_update", process)


def begun_again_while_under_way() -> Planted:
    """What Telegram repeats is begun once more, although it is under way."""

    def add(self: Unconfirmed, batch: Sequence[Mapping[str, Any]]) -> bool:
        for raw in batch:
            number = raw["update_id"]
            self._turns[number] = asyncio.create_task(self._work(raw))
            self._after = max(self._after or 0, number + 1)
        return bool(batch)

    return patch.object(Unconfirmed, "add", add)


def taken_back_by_a_short_answer() -> Planted:
    """An answer that repeats the first of many takes the offset back to it."""
    add = Unconfirmed.add

    def short(self: Unconfirmed, batch: Sequence[Mapping[str, Any]]) -> bool:
        fresh = add(self, batch)
        if batch:
            self._after = max(raw["update_id"] for raw in batch) + 1
        return fresh

    return patch.object(Unconfirmed, "add", short)


def taken_twice_after_a_crash() -> Planted:
    """An update that comes again after a crash is carried out again."""

    def anew(stored: Any, incoming: Any, *more: Any) -> Any:
        if stored and incoming.update in stored.updates:
            rest = tuple(one for one in stored.updates if one != incoming.update)
            stored = replace(stored, updates=rest)
        return take_turn(stored, incoming, *more)

    return patch.object(bot.app.turns, "take_turn", anew)
