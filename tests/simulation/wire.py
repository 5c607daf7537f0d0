"""The way between the bot and the simulator's Bot API, without a network: calls take time and may go wrong.

Stands below PTB's ``BaseRequest``. What is on its way when the process dies still arrives.
"""

import asyncio
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import orjson
from telegram.error import TimedOut
from telegram.request import RequestData

from bot.simulator.bot_side.api import Api
from bot.simulator.bot_side.wire import Call
from bot.simulator.errors import ApiError
from bot.simulator.world import World
from bot.telegram.http.request import AiohttpRequest, AnswerLost, NotReached
from tests.simulation.calls import read, refusal, run
from tests.simulation.disk import Trap
from tests.simulation.ledger import Ledger
from tests.simulation.moments import Chance, Moments

QUICK, SLOW = 0.02, 0.4
"""Seconds from which to which one way takes."""

CAUSE: ContextVar[str] = ContextVar("cause", default="")
"""Why a call is made, where the bot begins by itself: the key of the message."""


class Mishap(StrEnum):
    """What can go wrong with a call."""

    LOST = "lost"
    """It is carried out, and the connection breaks before the answer."""

    LATE = "late"
    """It is carried out, and the answer comes after everybody has stopped waiting."""

    UNREACHED = "unreached"
    """There is no connection."""

    TOO_MANY = "too many"
    """429: wait a few seconds."""

    SILENCE = "silence"
    """429: wait for longer."""

    FAILED = "failed"
    """500, and nothing was done."""

    PAGE = "page"
    """A proxy's 502, and it was done all the same."""

    BLOCKED = "blocked"
    """403, for this once."""


@dataclass(frozen=True, slots=True)
class SentCall:
    """A call as it left the bot."""

    method: str
    fields: dict[str, str]
    cause: str
    chat: int


@dataclass(slots=True)
class Poll:
    """A long poll that waits for an update."""

    call: Call
    answer: Callable[[int, bytes], None]
    done: bool = False


@dataclass(slots=True)
class Wire:
    """What connects any bot with this world."""

    moments: Moments
    chance: Chance
    ledger: Ledger
    world: World
    api: Api = field(init=False)
    mishaps: dict[int, list[Mishap]] = field(default_factory=dict)
    """What goes wrong next, by chat; 0 stands for getUpdates."""

    letter_mishaps: dict[int, list[Mishap]] = field(default_factory=dict)
    """The same for what the bot begins by itself."""

    spring: Callable[[str, Trap], None] = lambda _what, _when: None
    leaves: list[Callable[[SentCall], None]] = field(default_factory=list)
    """Told of every call as it leaves the bot."""

    arrives: list[Callable[[SentCall, Any], None]] = field(default_factory=list)
    """Told of every call that Telegram has carried out, with its result."""

    confirms: Callable[[int], None] = lambda _offset: None
    """Told of every offset before Telegram forgets what is older."""

    answers: list[Callable[[SentCall], None]] = field(default_factory=list)
    """Told of every call whose answer has come."""

    deaf: bool = False
    _poll: Poll | None = None

    def __post_init__(self) -> None:
        self.api = Api(self.world)

    async def call(self, url: str, data: Any, read_timeout: float) -> tuple[int, bytes]:
        """Carry one call to Telegram and bring its answer. Raises what a network raises."""
        if self.deaf:
            raise asyncio.CancelledError
        call = read(url.rpartition("/")[2], data)
        chat = int(call.fields.get("chat_id") or 0)
        sent = SentCall(call.method, call.fields, CAUSE.get(), chat)
        for told in self.leaves:
            told(sent)
        mishap = self._mishap(sent)
        self.ledger.note("call", call.method, chat, sent.cause, mishap or "")
        return await Errand(self, call, sent, mishap, read_timeout).brought()

    def wait(self, way: str) -> float:
        """Return how long one way takes, in seconds."""
        return QUICK + self.chance.draw(way) ** 4 * (SLOW - QUICK)

    def _mishap(self, sent: SentCall) -> Mishap | None:
        if sent.cause and (waiting := self.letter_mishaps.get(sent.chat)):
            return waiting.pop(0)
        waiting = self.mishaps.get(sent.chat)
        if not waiting or (sent.chat == 0 and sent.method != "getupdates"):
            return None
        return waiting.pop(0)

    def carried_out(self, call: Call, sent: SentCall, mishap: Mishap | None) -> tuple[int, bytes]:
        orders = {
            Mishap.TOO_MANY: {"status": 429, "retry_after": 3},
            Mishap.SILENCE: {"status": 429, "retry_after": 25},
            Mishap.FAILED: {"status": 500},
            Mishap.BLOCKED: {"status": 403},
        }
        if mishap in orders:
            order = {"method": call.method, **orders[mishap], "times": 1}
            self.world.faults.order({"errors": [order]})
        try:
            result = run(self.api, call)
        except ApiError as error:
            self.ledger.note("refused", call.method, sent.chat, error.code, error.description)
            return refusal(error)
        self.ledger.note("done", call.method, sent.chat, sent.cause)
        for told in self.arrives:
            told(sent, result)
        return 200, orjson.dumps({"ok": True, "result": result})

    def begin_poll(self, call: Call, bring: Callable[[int, bytes], None]) -> None:
        """Have Telegram hold a call of getUpdates until there is an update, or for as long as it asks."""
        poll = self._poll = Poll(call, bring)
        seconds = float(call.fields.pop("timeout", "0"))
        call.fields["timeout"] = "0"
        call.fields["limit"] = str(1 + int(self.chance.draw("limit") * 6))
        if "offset" in call.fields:
            self.confirms(int(call.fields["offset"]))
        self._try(poll)
        if not poll.done:
            self.moments.after(seconds, lambda: self._try(poll, is_last=True))

    def wake(self) -> None:
        """Have a poll that waits look again, a moment later."""
        if (poll := self._poll) and not poll.done:
            self.moments.after(self.wait("wake"), lambda: self._try(poll))

    def _try(self, poll: Poll, *, is_last: bool = False) -> None:
        if poll.done or poll is not self._poll:
            return
        try:
            found = run(self.api, poll.call)
            status, body = 200, orjson.dumps({"ok": True, "result": found})
        except ApiError as error:
            found, (status, body) = [], refusal(error)
        if found or is_last or status != 200 or poll.call.fields.get("timeout") is None:
            poll.done = True
            if found:
                self.ledger.note("updates", *(one["update_id"] for one in found))
            poll.answer(status, body)

    def forget_poll(self) -> None:
        """End the poll of a process that is no more."""
        self._poll = None


@dataclass(slots=True)
class Errand:
    """One call on its way there and back."""

    wire: Wire
    call: Call
    sent: SentCall
    mishap: Mishap | None
    read_timeout: float
    _answer: "asyncio.Future[tuple[int, bytes]]" = field(init=False)

    async def brought(self) -> tuple[int, bytes]:
        """Go, and return the answer. Raises what a network raises."""
        self._answer = asyncio.get_running_loop().create_future()
        if self.mishap is Mishap.UNREACHED:
            await asyncio.sleep(self._way())
            raise NotReached("no line")
        self.wire.moments.after(self._way(), self._arrive)
        try:
            async with asyncio.timeout(self.read_timeout):
                return await self._answer
        except TimeoutError:
            raise TimedOut from None

    def _way(self) -> float:
        return self.wire.wait(f"{self.call.method} {self.sent.chat}")

    def _arrive(self) -> None:
        self.wire.spring("call", Trap.BEFORE)
        if self.sent.cause:
            self.wire.spring("letter", Trap.BEFORE)
        if self.call.method == "getupdates":
            self.wire.begin_poll(self.call, self._bring)
            return
        self._bring(*self.wire.carried_out(self.call, self.sent, self.mishap))
        self.wire.spring("call", Trap.AFTER)
        if self.sent.cause:
            self.wire.spring("letter", Trap.AFTER)

    def _bring(self, status: int, body: bytes) -> None:
        """Send the answer back."""
        late = self.read_timeout + 1 if self.mishap is Mishap.LATE else 0.0

        def settle() -> None:
            if self._answer.done():
                return
            for told in self.wire.answers:
                told(self.sent)
            if self.mishap is Mishap.LOST:
                self._answer.set_exception(AnswerLost("the line broke"))
            else:
                is_page = self.mishap is Mishap.PAGE
                self._answer.set_result((502, b"") if is_page else (status, body))

        self.wire.moments.after(self._way() + late, settle, dies=True)


class WireRequest(AiohttpRequest):
    """PTB's way to Telegram, on a wire."""

    __slots__ = ("_wire",)

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._wire = wire

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(  # noqa: PLR0917 - PTB's signature
        self,
        url: str,
        method: str,  # noqa: ARG002 - always POST
        request_data: RequestData | None = None,
        read_timeout: Any = AiohttpRequest.DEFAULT_NONE,
        write_timeout: Any = None,  # noqa: ARG002 - part of the interface
        connect_timeout: Any = None,  # noqa: ARG002 - the same
        pool_timeout: Any = None,  # noqa: ARG002 - the same
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body of its answer."""
        timeout = self.read_timeout if read_timeout is self.DEFAULT_NONE else read_timeout
        return await self._wire.call(url, request_data, timeout or 60.0)
