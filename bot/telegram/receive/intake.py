"""One raw update to its end, however it came: read it, wait for its turn in order, take it.

What cannot be read is logged and counts as taken: an update that is never confirmed would block
all that follow. The parts of one act are taken together (``gather``).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

import structlog
from telegram import Update
from telegram.ext import Application

from bot.cluster.background import Background
from bot.errors import BotError
from bot.metrics import METER
from bot.telegram.receive.bare import bare
from bot.telegram.receive.gather import (
    HOLD_SECONDS,
    RESUMED_SECONDS,
    UNHEARD_SECONDS,
    Gather,
    GatheredAct,
)
from bot.telegram.receive.sparse import sparse
from bot.telegram.receive.valid import completed, fault_of, is_update_id

log = structlog.stdlib.get_logger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update there is a handler for."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Raw = Mapping[str, Any]

Straight = Callable[[Update], Awaitable[None] | None]
"""Begins to take an update whose handler is known without PTB; None for one that it has to look for."""


class Keeper(Protocol):
    """Keeps the parts of acts that are not whole yet, for the next process."""

    async def keep(self, person: int, updates: Sequence[Raw]) -> None:
        """Keep these parts in place of those before; durable when it returns. Raises BotError."""

    async def forget(self, person: int) -> None:
        """Forget what was kept. Raises BotError."""

    async def kept(self) -> Sequence[Sequence[Raw]]:
        """Return what a process before this one has left."""


class Intake:
    """Takes updates as Telegram's JSON."""

    def __init__(
        self,
        application: AnyApplication,
        on_act: Callable[[Sequence[Update]], Awaitable[None]],
        keeper: Keeper | None = None,
        *,
        straight: Straight = lambda _: None,
        hold_seconds: float = HOLD_SECONDS,
    ) -> None:
        self._application = application
        self._on_act = on_act
        self._straight = straight
        self._keeper = keeper
        self._gather = Gather(hold_seconds)
        self._hold_seconds = hold_seconds
        self._parts: dict[GatheredAct, list[Raw]] = {}
        self._background = Background("acts")
        self._underway = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def holds(self) -> bool:
        """Whether parts are waited for."""
        return any(True for _ in self._gather)

    async def take(self, raw: Raw) -> None:
        """Work on one update, in Telegram's order. When this returns, what it changed is saved."""
        if (update := self._read(raw)) is None:
            return
        act = self._place(update, raw, UNHEARD_SECONDS, ordered=True)
        if act is not None:
            act.awaited = True
        await self._counted(update, act)

    def heard(self, asked_at: float) -> None:
        """Note that Telegram, asked at that moment (monotonic), has told all that came until then."""
        for act in self._gather:
            if act.awaited and act.waits_since + self._hold_seconds <= asked_at:
                act.close()

    async def receive(self, raw: Raw) -> None:
        """Work on one update; of an act that is not whole, return when its part is kept.

        By webhook Telegram sends the next part only when this one is accepted.
        """
        if (update := self._read(raw)) is None:
            return
        act = self._place(update, raw)
        if act is None:
            await self._counted(update, None)
            return
        working = self._background.begin(self._counted(update, act))
        if act.is_whole or not await self._keep(act):
            await asyncio.shield(working)

    async def resume(self) -> None:
        """Go on with the acts that the process before this one has not taken."""
        try:
            left = await self._keeper.kept() if self._keeper else ()
        except BotError as error:
            log.error("acts_not_resumed", error=type(error).__name__)  # noqa: TRY400 -- the store told it
            return
        for raw in (raw for raws in left for raw in raws):
            if update := self._read(raw):
                act = self._place(update, raw, RESUMED_SECONDS)
                if act is not None:
                    act.kept = True
                self._background.begin(self._counted(update, act))

    def hand_over(self) -> None:
        """Leave acts that are not whole to the next process, where they come again."""
        for act in self._gather:
            if act.kept or act.awaited:
                act.give_up()
            else:
                act.close()

    async def finish(self) -> None:
        """Return when no update is being worked on."""
        await self._idle.wait()

    def _read(self, raw: Raw) -> Update | None:
        METER.count("updates", next((kind for kind in ALLOWED_UPDATES if kind in raw), "other"))
        try:
            if fault := fault_of(raw):
                log.warning("update_unreadable", update=_number(raw), fault=fault)
                return None
            return self._parsed(completed(raw))
        except Exception as error:  # noqa: BLE001 -- whatever PTB stumbles over; its trace is no news
            log.warning("update_unreadable", update=_number(raw), error=type(error).__name__)
            return None

    def _parsed(self, update: dict[str, Any]) -> Update:
        try:
            return sparse(update) or Update.de_json(update, self._application.bot)
        except Exception as error:  # noqa: BLE001 -- what it fails at may be what we never read
            log.info("update_read_in_part", update=update["update_id"], error=type(error).__name__)
            return Update.de_json(bare(update), self._application.bot)

    def _place(
        self, update: Update, raw: Raw, seconds: float | None = None, *, ordered: bool = False
    ) -> GatheredAct | None:
        """Return the act an update belongs to; where that fails, it is taken by itself."""
        try:
            if ordered and update.message:
                self._gather.passed(update.message.date)
            act = self._gather.place(update, seconds)
        except Exception as error:
            log.exception("update_failed", update=update.update_id, error=type(error).__name__)
            return None
        if act is not None and act.updates[-1] is update:
            self._parts.setdefault(act, []).append(raw)
        return act

    async def _counted(self, update: Update, act: GatheredAct | None) -> None:
        self._underway += 1
        self._idle.clear()
        try:
            await self._work(update, act)
        except Exception as error:
            log.exception("update_failed", update=update.update_id, error=type(error).__name__)
        finally:
            self._underway -= 1
            if not self._underway:
                self._idle.set()

    async def _work(self, update: Update, act: GatheredAct | None) -> None:
        processor = self._application.update_processor
        if act is None:
            # Not by PTB's own limit, which is out of reach: see ``sequencer``.
            await processor.do_process_update(update, self._take_update(update))
        elif act.updates[0] is not update:
            await asyncio.shield(act.done)
        else:
            taken = False
            try:
                await processor.process_update(act, self._take_act(act))
                taken = True
                await self._forget(act)
            finally:
                self._end(act, taken=taken)

    async def _take_update(self, update: Update) -> None:
        taking = self._straight(update)
        if taking is None:
            await self._application.process_update(update)
            return
        try:
            await taking
        except Exception as error:  # noqa: BLE001 -- as PTB does with an update it looks at itself
            await self._application.process_error(update, error)

    async def _take_act(self, act: GatheredAct) -> None:
        try:
            await self._on_act(act.updates)
        except Exception as error:  # noqa: BLE001 -- as PTB does with an update of its own
            await self._application.process_error(act.updates[-1], error)

    def _end(self, act: GatheredAct, *, taken: bool) -> None:
        """Let go of an act that was taken, or given up."""
        self._gather.forget(act)
        self._parts.pop(act, None)
        if taken:
            act.done.set_result(None)
        else:
            act.done.cancel()

    async def _keep(self, act: GatheredAct) -> bool:
        """Keep an act outside of this process; False if it must be waited for instead."""
        if self._keeper is None:
            return True
        async with act.lock:
            if act.is_whole:
                return False
            try:
                await self._keeper.keep(act.sender, tuple(self._parts[act]))
            except Exception as error:  # noqa: BLE001 -- nested too deep to be written, say: it is waited for
                log.warning("act_not_kept", error=type(error).__name__)
                return False
            act.kept = True
            return True

    async def _forget(self, act: GatheredAct) -> None:
        if self._keeper is None:
            return
        async with act.lock:
            try:
                if act.kept:
                    await self._keeper.forget(act.sender)
            except BotError as error:
                log.warning("act_not_forgotten", error=type(error).__name__)


def _number(raw: Mapping[str, Any]) -> int | None:
    """Return the number of an update for the log, where anything else might be words."""
    number = raw.get("update_id")
    return number if is_update_id(number) else None
