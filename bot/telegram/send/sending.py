"""One message to one chat, to its end: whatever Telegram answers becomes a Verdict.

Decides what may be repeated: an edit always, a message only when Telegram certainly did not get
it. Keeps no queue; ``deliver`` does.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog
from telegram.error import TelegramError

from bot.chat.model import Attachment, File, MediaKind, Picture, Reaction, Screen, Shown
from bot.cluster.rate_limit import BULK, RateLimiter
from bot.domain.broadcast.verdict import (
    HELD_BACK,
    TOO_MANY,
    Gone,
    Refused,
    RetryAt,
    Sent,
    Unknown,
    Verdict,
)
from bot.telegram.api.bot import Bot
from bot.telegram.http.answer import NoAnswer
from bot.telegram.receive.valid import is_message_id
from bot.telegram.send.appearance import Appearances, SentContent
from bot.telegram.send.chat_call import REPLYING, ChatCall, Way, edit_of, upload_call
from bot.telegram.send.content import METHODS, content_of, kept_of, plain_of, reaction_of
from bot.telegram.send.plain_forms import GONE_MESSAGE, Form, PlainForms, suspected, without
from bot.telegram.send.verdicts import Again, ApiOutcome, ChatMoved, Denied, Detour, Wait, judge

log = structlog.stdlib.get_logger(__name__)

PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each repetition while Telegram cannot be reached or fails."""

LATER_SECONDS = 3600.0
"""After a longer "retry after" it is tried again all the same: waits were seen that nobody meant."""

FRESH_SECONDS = 0.5
"""An answer whether a message is still due counts for so long, also for a second moment to leave."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Sends or edits messages. Waits for the rate limit before every call but the first of ``show``."""

    bot: Bot
    limiter: RateLimiter
    clock: Callable[[], datetime]
    pauses: Sequence[float] = field(default=PAUSES)
    showing: Appearances = field(default_factory=Appearances)
    forms: PlainForms = field(default_factory=PlainForms)
    paid: bool = False
    """Whether bulk messages may exceed the free limit for Stars (allow_paid_broadcast)."""

    denied: Callable[[], None] = lambda: None
    """Told that Telegram no longer knows our token; what was to be sent is not lost by it."""

    async def show(
        self,
        chat: int,
        shown: Shown | Reaction,
        *,
        edits: int | None = None,
        way: Way = REPLYING,
    ) -> Verdict:
        """Show one thing in a chat, in place of message ``edits`` (or under it) if possible.

        The caller has entered the lane for the first call. What is no longer wanted when it
        could leave is held back, also after a pause or a failure.
        """
        match shown:
            case File():
                verdict = _final(
                    await self._text(upload_call(MediaKind.DOCUMENT, chat, shown, way))
                )
            case Picture():
                verdict = await self._picture(chat, shown, way)
            case Attachment():
                call = ChatCall(METHODS[shown.kind][0], chat, kept_of(shown), way)
                verdict = _final(await self._text(call))
            case Screen():
                verdict = await self._screen(chat, shown, edits, way)
            case Reaction():
                verdict = await self._reaction(chat, shown, edits, way)
        if isinstance(verdict, Refused):
            log.error("message_refused", chat=chat, reason=verdict.reason)
        return verdict

    async def _screen(self, chat: int, screen: Screen, edits: int | None, way: Way) -> Verdict:
        content = content_of(screen)
        if edits is not None:
            if self.showing.shows(chat, edits, screen, content):
                return Sent(edits)
            self.showing.forget(chat, edits)
            verdict = await self._text(edit_of(chat, edits, content, way))
            if verdict is Detour.UNCHANGED:
                verdict = Sent(edits)
            if not isinstance(verdict, Detour):
                return self._noted(chat, content, verdict)
            await self.limiter.enter(chat, way.lane)
        verdict = await self._text(ChatCall("sendMessage", chat, content, way))
        return self._noted(chat, content, _final(verdict))

    async def _reaction(
        self, chat: int, reaction: Reaction, wrote: int | None, way: Way
    ) -> Verdict:
        """React to a message; with words where that cannot be, or is refused."""
        if reaction.beside:
            return await self._beside(chat, reaction, reaction.beside, wrote, way)
        if wrote and self.forms.takes(Form.REACTION):
            verdict = await self._react(chat, reaction, wrote, way)
            if not isinstance(verdict, Refused):
                return verdict
            await self.limiter.enter(chat, way.lane)
        return await self._screen(chat, Screen(reaction.words), None, way)

    async def _beside(
        self, chat: int, reaction: Reaction, screen: Screen, wrote: int | None, way: Way
    ) -> Verdict:
        """Show a screen, then react; it says the words itself where it is known that there can be none.

        She waits for the screen: what becomes of the emoji changes nothing about it.
        """
        if not wrote or not self.forms.takes(Form.REACTION):
            return await self._screen(chat, screen.noting(reaction.words), None, way)
        verdict = await self._screen(chat, screen, None, way)
        if isinstance(verdict, Sent):
            await self.limiter.enter(chat, way.lane)
            await self._react(chat, reaction, wrote, way)
        return verdict

    async def _react(self, chat: int, reaction: Reaction, wrote: int, way: Way) -> Verdict:
        """Put an emoji under a message; a server that knows none is not asked again."""
        told = reaction_of(wrote, reaction.emoji)
        call = ChatCall(Form.REACTION, chat, told, way, repeatable=reaction.beside is None)
        verdict = _final(await self._repeat(call))
        if isinstance(verdict, Refused) and not any(
            words in verdict.reason for words in GONE_MESSAGE
        ):
            self.forms.refused({Form.REACTION})
        return verdict

    def _noted(self, chat: int, content: SentContent, verdict: Verdict) -> Verdict:
        """Remember what a message shows now."""
        if isinstance(verdict, Sent):
            self.showing.note(chat, verdict.message_id, content)
        return verdict

    async def _picture(self, chat: int, picture: Picture, way: Way) -> Verdict:
        """Send a photo; if Telegram does not take it as one, as a document."""
        verdict = _final(await self._text(upload_call(MediaKind.PHOTO, chat, picture, way)))
        if not isinstance(verdict, Refused):
            return verdict
        log.warning("photo_refused", chat=chat, reason=verdict.reason)
        await self.limiter.enter(chat, way.lane)
        return _final(await self._text(upload_call(MediaKind.DOCUMENT, chat, picture, way)))

    async def _text(self, call: ChatCall) -> Verdict | Detour:
        """Make a call; once more without what the server does not know, or without faulty HTML."""
        fitting = self.forms.fitting(call.parameters)
        if fitting is not call.parameters:
            call = replace(call, parameters=fitting)
        verdict = await self._repeat(call)
        if isinstance(verdict, Refused) or verdict is Detour.BAD_MARKUP:
            verdict = await self._in_plain_form(call, verdict)
        if verdict is not Detour.BAD_MARKUP:
            return verdict
        log.error("markup_refused", chat=call.chat, method=call.method)
        await self.limiter.enter(call.chat, call.way.lane)
        return await self._repeat(replace(call, parameters=plain_of(call.parameters)))

    async def _in_plain_form(self, call: ChatCall, refused: Verdict | Detour) -> Verdict | Detour:
        """Make a refused call without what the server may not know; what helped is kept to."""
        given_up, verdict = set[Form](), refused
        while forms := suspected(call.parameters, verdict):
            await self.limiter.enter(call.chat, call.way.lane)
            given_up |= forms
            call = replace(call, parameters=without(call.parameters, forms))
            verdict = await self._repeat(call)
        if isinstance(verdict, Sent) or verdict is Detour.UNCHANGED:
            self.forms.refused(given_up)
            return verdict
        return refused if isinstance(verdict, Refused) else verdict

    async def _repeat(self, call: ChatCall) -> Verdict | Detour:
        """Make a call until there is a verdict about it."""
        chat = call.chat
        pauses = iter(self.pauses)
        while True:
            if not await self._may_leave(chat, call.way):
                return RetryAt(self._after(0), HELD_BACK)
            answer = await self._once(call, chat)
            match answer:
                case Wait(seconds):
                    self.limiter.pause(seconds, chat)
                    log.warning("pause_demanded", chat=chat, seconds=seconds)
                    if seconds > call.way.patience:
                        return self.later(seconds)
                case Denied():
                    self.denied()
                    return RetryAt(self._after(0), "token refused")
                case ChatMoved(new_chat):
                    chat = new_chat
                case Unknown(reason) if not call.repeatable:
                    return answer
                case Again(reason) | Unknown(reason):
                    pause = next(pauses, None)
                    if pause is None:
                        return RetryAt(self._after(0), reason)
                    await asyncio.sleep(pause)
                case _:
                    return answer
            await self.limiter.enter(chat, call.way.lane)

    async def _may_leave(self, chat: int, way: Way) -> bool:
        """Ask whether a message is still due, and wait for its moment; when that has passed, for another one."""
        if way.wanted is None:
            return await self._at_last(chat, way)
        asked = time.monotonic()
        is_due = await way.wanted()
        if is_due and not await self.limiter.turn(chat, way.lane):
            self.limiter.give_back(chat, way.lane)
            await self.limiter.enter(chat, way.lane)
            is_fresh = time.monotonic() - asked <= FRESH_SECONDS
            is_due = (is_fresh or await way.wanted()) and await self._at_last(chat, way)
        if not is_due:
            self.limiter.give_back(chat, way.lane)
        return is_due

    async def _at_last(self, chat: int, way: Way) -> bool:
        """Wait for the moment of what leaves then or, however late, at once."""
        await self.limiter.turn(chat, way.lane)
        return True

    async def _once(self, call: ChatCall, chat: int) -> Sent | ApiOutcome:
        try:
            answer: Sent | ApiOutcome = Sent(await self._made(call, chat))
        except TelegramError as error:
            answer = judge(error)
            # Nothing meant for a person goes anywhere else, and no group moves for ever.
            if isinstance(answer, ChatMoved) and not answer.chat != chat == call.chat < 0:
                answer = Unknown("moved")
        if isinstance(answer, Sent | Detour | Gone | Refused):
            self.limiter.hear(chat)
        return answer

    async def _made(self, call: ChatCall, chat: int) -> int:
        paid = True if self.paid and call.way.lane == BULK else None
        result = await self.bot.call(
            call.method,
            read_timeout=call.read_timeout,
            chat_id=chat,
            allow_paid_broadcast=paid,
            **call.parameters,
        )
        # An edit may be answered with True: it is the message we named.
        message = call.parameters if "message_id" in call.parameters else result
        number = message.get("message_id") if isinstance(message, Mapping) else None
        if not is_message_id(number):
            raise NoAnswer
        return number

    def later(self, seconds: float) -> RetryAt:
        """Return the verdict about what Telegram asked to hold back for so long."""
        return RetryAt(self._after(min(seconds, LATER_SECONDS)), TOO_MANY)

    def _after(self, seconds: float) -> datetime:
        return self.clock() + timedelta(seconds=seconds)


def _final(verdict: Verdict | Detour) -> Verdict:
    """Return the verdict about a new message, for which there is no other way."""
    return Refused(verdict.name.lower()) if isinstance(verdict, Detour) else verdict
