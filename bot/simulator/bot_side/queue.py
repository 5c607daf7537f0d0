"""Updates that wait for the bot, and the one long poll that may wait for them.

Rules of getUpdates (Client.cpp): an offset confirms what is older; a negative offset keeps the
last ones; presses of buttons live 150 seconds, everything else a day, by the simulator's clock.
This module must not know how updates come about or how a webhook delivers them.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson

from bot.simulator.clock import Clock
from bot.simulator.errors import ApiError, Json, conflict

_LIFE_SECONDS = 86_400.0
_PRESS_LIFE_SECONDS = 150.0
_AGAIN_SECONDS = 0.5
_LAST_ID = 2**31 - 1
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_KINDS = frozenset({
    "message", "edited_message", "callback_query", "my_chat_member", "channel_post",
    "edited_channel_post", "inline_query", "chosen_inline_result", "shipping_query",
    "pre_checkout_query", "poll", "poll_answer", "chat_join_request", "chat_boost",
    "removed_chat_boost", "business_connection", "business_message", "edited_business_message",
    "deleted_business_messages", "purchased_paid_media",
}) | _ON_REQUEST  # fmt: skip


@dataclass(slots=True, eq=False)
class Waiting:
    """An update in the queue. Updates of one `lane` reach a webhook one after another."""

    serial: int
    number: object
    update: Any
    lane: Hashable
    expires: float
    raw: bool = False


class UpdateQueue:
    """The updates of one bot."""

    def __init__(self, clock: Clock, *, first_id: int = 1) -> None:
        self.allowed: list[str] | None = None
        self.on_add: Callable[[Waiting], None] | None = None
        self._clock = clock
        self._next_id = first_id
        self._serial = 0
        self._waiting: OrderedDict[int, Waiting] = OrderedDict()
        self._handed_out: list[int] = []
        self._earliest = float("inf")
        self._poll: asyncio.Future[None] | None = None
        self._asked: tuple[int, float] = (0, float("-inf"))

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def polled(self) -> bool:
        """Whether a poll waits now."""
        return self._poll is not None

    def add(self, kind: str, payload: Json, lane: Hashable) -> None:
        """Queue an update, unless the bot did not ask for its kind."""
        if kind not in self.allowed if self.allowed else kind in _ON_REQUEST:
            return
        life = _PRESS_LIFE_SECONDS if kind == "callback_query" else _LIFE_SECONDS
        self._put(self._next_id, {"update_id": self._next_id, kind: payload}, lane, life)
        self._next_id += 1

    def add_raw(self, update: Json) -> None:
        """Queue an update as it is, also one with an id that was confirmed before."""
        update = {"update_id": self._next_id, **update}
        number = update["update_id"]
        if isinstance(number, int) and number <= _LAST_ID:
            self._next_id = max(self._next_id, number + 1)
        self._put(number, update, "raw", _LIFE_SECONDS, raw=True)

    def add_written(self, fields: bytes) -> int:
        """Queue an update of which all but the number is given as bytes, also such that are no JSON.

        It is confirmed by its number, like every other; the number.
        """
        number = self._next_id
        self._next_id += 1
        update = orjson.Fragment(b'{"update_id":%d,%b}' % (number, fields))
        self._put(number, update, "raw", _LIFE_SECONDS)
        return number

    def allow(self, kinds: object) -> None:
        """Remember what kinds the bot wants; anything unreadable is ignored."""
        if isinstance(kinds, list):
            known = [kind for kind in kinds if isinstance(kind, str) and kind in _KINDS]
            self.allowed = known or None

    def asked_again(self, offset: int) -> bool:
        """Note a poll; whether one from the same offset came less than half a second before.

        Then the answer has one update only (Client.cpp, do_get_updates). By the real clock.
        """
        before, when = self._asked
        self._asked = (offset, now := time.monotonic())
        return offset == before and offset > 0 and now < when + _AGAIN_SECONDS

    def confirm(self, offset: int) -> None:
        """Forget what is older than `offset`; a negative one keeps that many of the last."""
        if offset < 0:
            for _ in range(len(self._waiting) + offset):
                self._waiting.popitem(last=False)
            return
        for serial in self._handed_out:
            self._waiting.pop(serial, None)
        self._handed_out.clear()
        while self._waiting:
            first = next(iter(self._waiting.values()))
            if first.raw or (isinstance(first.number, int) and first.number >= offset):
                break
            del self._waiting[first.serial]

    def pending(self, limit: int | None = None) -> list[Waiting]:
        """What waits and has not expired, oldest first, at most `limit`."""
        now = self._clock.seconds()
        if now >= self._earliest:
            for serial, waiting in list(self._waiting.items()):
                if waiting.expires <= now:
                    del self._waiting[serial]
            ends = (waiting.expires for waiting in self._waiting.values())
            self._earliest = min(ends, default=float("inf"))
        return list(islice(self._waiting.values(), limit))

    def remove(self, waiting: Waiting) -> None:
        """Forget one update: a webhook took it."""
        self._waiting.pop(waiting.serial, None)

    def clear(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()

    async def take(self, limit: int, timeout_seconds: float) -> list[Any]:
        """Up to `limit` updates; waits for the first one, if there is none.

        Raises ApiError 409 when another poll begins meanwhile or a webhook is set.
        """
        self.interrupt("terminated by other getUpdates request; "
                       "make sure that only one bot instance is running")  # fmt: skip
        if not self.pending(1) and timeout_seconds > 0:
            await self._wait(timeout_seconds)
        taken = self.pending(limit)
        # A raw update may carry any id, so it is confirmed by the next poll whatever its offset.
        self._handed_out.extend(waiting.serial for waiting in taken if waiting.raw)
        return [waiting.update for waiting in taken]

    def interrupt(self, why: str) -> None:
        """End the poll that waits, if one does, with a conflict."""
        self._end(conflict(why))

    def close(self) -> None:
        """End the poll that waits, if one does, with an empty answer."""
        self._end(None)

    def _end(self, error: ApiError | None) -> None:
        poll, self._poll = self._poll, None
        if poll is not None and not poll.done():
            if error is None:
                poll.set_result(None)
            else:
                poll.set_exception(error)

    async def _wait(self, timeout_seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout_seconds):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _put(
        self, number: object, update: Any, lane: Hashable, life: float, *, raw: bool = False
    ) -> None:
        self._serial += 1
        waiting = Waiting(self._serial, number, update, lane, self._clock.seconds() + life, raw)
        self._waiting[self._serial] = waiting
        self._earliest = min(self._earliest, waiting.expires)
        if self.on_add is not None:
            self.on_add(waiting)
        self._end(None)
