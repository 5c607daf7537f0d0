"""When the next message may leave: one limit for the whole bot, replies before bulk.

``Gate`` decides and is told the time; ``RateLimit``, the ``RateLimiter`` of one process, lets coroutines
wait for it. Neither knows what is
sent. Calls that Telegram does not count (answerCallbackQuery) do not come here.
"""

import asyncio
import heapq
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import ClassVar, Protocol

from bot.cluster.pauses import Pauses
from bot.cluster.send_window import Limits, OwnWindow, SendWindow
from bot.metrics import METER

REPLY = 0
"""The lane of answers to people who are waiting."""

BULK = 1
"""The lane of everything nobody is waiting for."""

_LANES = ("reply", "bulk")

LATE_SECONDS = 0.05
"""So long after its moment a message may leave: the window of a process alone allows for 60 ms."""

MOST_TURNS = 1_000
"""Of so many messages that were let in it is known for which moment."""


@dataclass(order=True, slots=True)
class Ticket:
    """One message waiting for its turn. Compares by age."""

    number: int
    chat: int = field(compare=False)
    lane: int = field(compare=False)
    given_up: bool = field(default=False, compare=False)


class Gate:
    """Decides which of the waiting messages may leave now. All times are monotonic seconds."""

    def __init__(self, limits: Limits, window: SendWindow | None = None) -> None:
        self._limits = limits
        self._window = window or OwnWindow(limits)
        self._ready: tuple[list[Ticket], list[Ticket]] = ([], [])
        self._held: list[tuple[float, Ticket]] = []
        self._free_again: OrderedDict[int, float] = OrderedDict()
        self._turns: OrderedDict[tuple[int, int], float] = OrderedDict()
        self._numbers = count()
        self.pauses = Pauses()

    @property
    def ready(self) -> tuple[int, int]:
        """Return how many replies, and how much bulk, could leave but for the limit for all."""
        replies, bulk = (sum(not each.given_up for each in lane) for lane in self._ready)
        return replies, bulk

    def ask(self, chat: int, lane: int) -> Ticket:
        """Queue one message and return its ticket."""
        ticket = Ticket(next(self._numbers), chat, lane)
        heapq.heappush(self._ready[lane], ticket)
        return ticket

    def pass_next(self, now: float) -> Ticket | None:
        """Let one message leave and return its ticket, or None if none may leave now."""
        if now < self.pauses.opens:
            return None
        while self._held and self._held[0][0] <= now:
            ticket = heapq.heappop(self._held)[1]
            heapq.heappush(self._ready[ticket.lane], ticket)
        for lane, waiting in enumerate(self._ready):
            while waiting and self._window.room_from(lane) <= now:
                ticket = heapq.heappop(waiting)
                if ticket.given_up:
                    continue
                chat_free = max(
                    self._chat_free_from(ticket.chat), self.pauses.opens_for(ticket.chat)
                )
                if chat_free > now:
                    heapq.heappush(self._held, (chat_free, ticket))
                    continue
                self._note_turn(ticket, self._window.leave(lane, now))
                self._note(ticket.chat, now)
                self.pauses.leave(ticket.chat, now)
                return ticket
        return None

    def turn_of(self, chat: int, lane: int) -> float:
        """Return the moment for which the last message of this chat and lane was let in."""
        return self._turns.get((chat, lane), math.inf)

    def give_back(self, chat: int, lane: int) -> None:
        """Let another message have that moment: nothing has left."""
        moment = self._turns.pop((chat, lane), None)
        if moment is not None:
            self._window.give_back(moment)

    def opens_at(self) -> float:
        """Return when ``pass_next`` should be asked again after it gave None; infinite if never."""
        moments = [
            self._window.room_from(lane) for lane, waiting in enumerate(self._ready) if waiting
        ]
        if self._held:
            moments.append(self._held[0][0])
        return max(min(moments, default=math.inf), self.pauses.opens)

    def release(self, chat: int) -> None:
        """Look anew at what is held for a chat: its pause has ended early."""
        for _, ticket in self._held:
            if ticket.chat == chat:
                heapq.heappush(self._ready[ticket.lane], ticket)
        self._held = [held for held in self._held if held[1].chat != chat]
        heapq.heapify(self._held)

    def _chat_free_from(self, chat: int) -> float:
        """Return the moment from which this chat may get its next message.

        The generic cell rate algorithm (ITU-T I.371): one stored moment per chat instead of a
        bucket with tokens and a time.
        """
        limits = self._limits
        ahead = (limits.chat_burst - 1) / limits.chat_per_second
        return self._free_again.get(chat, -math.inf) - ahead

    def _note_turn(self, ticket: Ticket, moment: float) -> None:
        key = ticket.chat, ticket.lane
        self._turns.pop(key, None)
        self._turns[key] = moment
        if len(self._turns) > MOST_TURNS:
            self._turns.popitem(last=False)

    def _note(self, chat: int, now: float) -> None:
        if math.isinf(self._limits.chat_per_second):
            return
        start = max(self._free_again.pop(chat, now), now)
        self._free_again[chat] = start + 1 / self._limits.chat_per_second
        self._forget(now)

    def _forget(self, now: float) -> None:
        """Drop the oldest chats that have been quiet, so that memory follows activity."""
        for _ in range(2):
            chat = next(iter(self._free_again))
            if self._free_again[chat] > now:
                return
            del self._free_again[chat]


class RateLimiter(Protocol):
    """Says when a message may leave: one limit for the bot's token, whichever process sends."""

    on_pause: Callable[[float], None]
    """Told of every pause for all, so that it can be kept for after a restart; 0: it has ended."""

    @property
    def paused_for(self) -> float:
        """Seconds for which Telegram wants nothing from us; 0 when nobody need be silent."""

    async def enter(self, chat: int, lane: int = REPLY) -> None:
        """Return when one message to this chat may be made ready to leave; replies go before bulk."""

    async def turn(self, chat: int, lane: int) -> bool:
        """Return at the moment at which what has entered may leave; False when that is too long ago."""

    def give_back(self, chat: int, lane: int) -> None:
        """Let another message have the moment of what has entered: it does not leave."""

    def pause(self, seconds: float, chat: int | None = None) -> None:
        """Obey a 429 of one chat; without a chat let nothing leave, as before a restart."""

    def hear(self, chat: int) -> None:
        """Take an answer that is no 429: whoever was waiting for a try to succeed may go on."""

    def chat_paused_for(self, chat: int) -> float:
        """Seconds until a message to this chat may try again; 0 when it may leave."""


class RateLimit:
    """The limiter of one process: lets coroutines wait until their message may leave."""

    late_seconds: ClassVar = LATE_SECONDS

    def __init__(
        self,
        limits: Limits,
        now: Callable[[], float] = time.monotonic,
        gate: Gate | None = None,
    ) -> None:
        self._gate = gate or Gate(limits)
        self._now = now
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self.on_pause: Callable[[float], None] = lambda _: None
        """See `RateLimiter.on_pause`."""

    async def enter(self, chat: int, lane: int = REPLY) -> None:
        """Return when one message to this chat may leave; in the order of asking within a lane."""
        ticket = self._gate.ask(chat, lane)
        began = self._now()
        if not self._waiting and self._gate.pass_next(began) is ticket:
            # Nobody is before it, so nothing is to be waited for.
            METER.took("rate_limit_wait_seconds", 0.0, _LANES[lane])
            return
        entered = asyncio.get_running_loop().create_future()
        self._waiting[ticket.number] = entered
        self._pump()
        try:
            await entered
            METER.took("rate_limit_wait_seconds", self._now() - began, _LANES[lane])
        except asyncio.CancelledError:
            ticket.given_up = True
            self._waiting.pop(ticket.number, None)
            raise

    async def turn(self, chat: int, lane: int) -> bool:
        """See `RateLimiter.turn`."""
        moment = self._gate.turn_of(chat, lane)
        if math.isinf(moment):
            return True
        if (wait := moment - self._now()) > 0:
            await asyncio.sleep(wait)
        return self._now() - moment <= self.late_seconds

    def give_back(self, chat: int, lane: int) -> None:
        """See `RateLimiter.give_back`."""
        self._gate.give_back(chat, lane)
        self._pump()

    def pause(self, seconds: float, chat: int | None = None) -> None:
        """Obey a 429 of one chat; without a chat let nothing leave, as before a restart."""
        pauses, now = self._gate.pauses, self._now()
        if chat is None:
            pauses.demand_all(seconds, now)
        else:
            seconds = pauses.demand(chat, seconds, now)
        if seconds:
            self.on_pause(seconds)

    def hear(self, chat: int) -> None:
        """Take an answer that is no 429: whoever was waiting for a try to succeed may go on."""
        ended, opened = self._gate.pauses.hear(chat)
        if opened:
            self.on_pause(0.0)
        if ended:
            self._gate.release(chat)
        if ended or opened:
            self._pump()

    @property
    def paused_for(self) -> float:
        """Seconds for which Telegram wants nothing from us; 0 when nobody need be silent."""
        return max(0.0, self._gate.pauses.until - self._now())

    def chat_paused_for(self, chat: int) -> float:
        """Seconds until a message to this chat may try again; 0 when it may leave."""
        return max(0.0, self._gate.pauses.opens_for(chat) - self._now())

    def _pump(self) -> None:
        while ticket := self._gate.pass_next(self._now()):
            entered = self._waiting.pop(ticket.number)
            if not entered.done():
                entered.set_result(None)
        self._pump_at(self._gate.opens_at())

    def _pump_at(self, moment: float) -> None:
        """Look again at a moment, and not before; never if it is infinite."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not math.isinf(moment):
            wait = max(0.0, moment - self._now())
            self._timer = asyncio.get_running_loop().call_later(wait, self._pump)
