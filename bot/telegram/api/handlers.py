"""What happens with each kind of update: take the turn, then hand its screens to ``deliver``.

A handler returns when the turn is saved, never later: what is still to be made of its answer follows
(``send.in_order``). It logs ids and kinds, never words, names
or tokens.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import structlog
from telegram import Chat, ChatMember, Update, User
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.app.views.unmade import Replies, Unmade
from bot.chat.model import Edited, Event, Incoming, Reached, Response, Screen, Toast, UpdateId
from bot.cluster.background import Background
from bot.domain.broadcast.verdict import RetryAt
from bot.domain.person.person import PersonId
from bot.errors import StoreUnavailable
from bot.telegram.api.bot import Bot
from bot.telegram.receive.edits import Edits
from bot.telegram.receive.incoming import event_of_act, event_of_message, event_of_press, is_foreign
from bot.telegram.send.appearance import pressed_text
from bot.telegram.send.deliver import Deliver
from bot.telegram.send.in_order import InOrder
from bot.telegram.send.presses import Presses, Remark, tell

log = structlog.stdlib.get_logger(__name__)

NOTICE_EVERY_SECONDS = 60.0
"""How often somebody who floods the bot is told so."""

MOST_LEAVING = 20
"""Groups we are leaving at the same time; the others are left when something happens in them."""

_AWAY = (ChatMember.BANNED, ChatMember.LEFT)


class Conversation(Protocol):
    """What the edge needs of the conversation."""

    async def take(self, incoming: Incoming) -> Replies:
        """Take one turn; durable when it returns. Raises StoreUnavailable if it is not saved."""

    async def mark_unreachable(self, person_id: PersonId) -> None:
        """Record that a person cannot be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeTexts:
    """The sentences the edge says itself, in Telegram HTML; ``not_yours`` is plain text."""

    flood: str
    group: str
    not_saved: str
    not_yours: str
    failure: str


@dataclass(frozen=True, slots=True)
class AnsweredUpdate:
    """Where the answer to an update goes: to whom, in place of which message, with which remark."""

    update: Update
    person: int
    pressed: int | None
    remark: Remark | None


class Handlers:
    """The callbacks that ``app`` registers with PTB."""

    def __init__(
        self,
        *,
        bot: Bot,
        conversation: Conversation,
        deliver: Deliver,
        texts: EdgeTexts,
        people_at_once: int,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._conversation = conversation
        self._deliver = deliver
        self._texts = texts
        self._monotonic = monotonic
        self._presses = Presses(bot, deliver)
        self._in_order = InOrder(people_at_once)
        self._leaving = Background("groups left")
        self._left: set[int] = set()
        self._noticed: dict[int, float] = {}
        self._edits = Edits()

    async def on_message(self, update: Update, _: object = None) -> None:
        """Take the turn of a new private message."""
        user, event = update.effective_user, event_of_message(update)
        if update.message:
            self._edits.note(update.message)
        if user and event:
            await self._take(update, user, event)

    async def on_act(self, updates: Sequence[Update]) -> None:
        """Take the turn of what arrived in several private messages."""
        last, event = updates[-1], event_of_act(updates)
        for update in updates:
            if update.message:
                self._edits.note(update.message)
        if last.effective_user and event:
            await self._take(last, last.effective_user, event, parts=updates[:-1])

    async def on_edited(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Take the turn of a private message whose words were changed; other edits say nothing."""
        user, message = update.effective_user, update.edited_message
        if user and message and self._edits.changes(message):
            await self._take(update, user, Edited())

    async def on_press(self, update: Update, _: object = None) -> None:
        """Take the turn and stop the button's spinner, with the turn's remark if it comes at once."""
        query = update.callback_query
        if query is None:
            return
        if is_foreign(query):
            self._presses.answer(query, alert=self._texts.not_yours)
            return
        remark = self._presses.answer_soon(query)
        try:
            if event := event_of_press(query):
                message = pressed_text(query)
                if message:
                    self._deliver.learn(message)
                pressed = message.message_id if message else None
                await self._take(update, query.from_user, event, pressed=pressed, remark=remark)
            else:
                tell(remark, "")
        except BaseException:
            tell(remark, "")
            raise

    async def on_membership(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Note that a person blocked or unblocked the bot; leave a group we were added to."""
        change = update.my_chat_member
        if change is None:
            return
        away = change.new_chat_member.status in _AWAY
        if change.chat.type == Chat.PRIVATE:
            await self._take(update, change.from_user, Reached(not away))
        elif away:
            self._left.discard(change.chat.id)
        else:
            self._leave(change.chat)

    async def on_group(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Leave a group we are in although we were told nothing when we were added."""
        if chat := update.effective_chat:
            self._leave(chat)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell the person that her turn failed. The update counts as handled.

        That hers was not saved she has heard by then: a process that dies before has not confirmed it.
        """
        error = context.error
        if not error or not isinstance(update, Update):
            return
        user = update.effective_user
        if isinstance(error, StoreUnavailable):
            await self._not_saved(update, error)
        elif user and self._in_order.waiting(user.id):
            self._in_order.add(user.id, partial(self._tell_failed, update, error))
        else:
            self._failed(update, error)

    async def _tell_failed(self, update: Update, error: Exception) -> None:
        self._failed(update, error)

    def _failed(self, update: Update, error: Exception) -> None:
        user = update.effective_user
        person, name = user.id if user else None, type(error).__name__
        log.error("turn_failed", update=update.update_id, person=person, error=name, exc_info=error)
        if user and _may_be_told(update):
            self._deliver.show(user.id, (Screen(self._texts.failure),))

    async def _not_saved(self, update: Update, error: StoreUnavailable) -> None:
        """Have her told before the update is confirmed; where Telegram wants silence, as soon as it may be."""
        user, words = update.effective_user, Screen(self._texts.not_saved)
        person = user.id if user else 0  # one line each: a full disk may hold the log too
        log.error("turn_not_saved", update=update.update_id, person=person, cause=error.cause)
        told = await self._deliver.send(person, words) if _may_be_told(update) else None
        if isinstance(told, RetryAt):
            self._deliver.show(person, (words,))

    def on_dropped(self, update: Update, person: int) -> None:
        """Tell somebody whose updates are dropped so, once a minute."""
        if update.callback_query:
            self._presses.answer(update.callback_query)
        now = self._monotonic()
        if now < self._noticed.get(person, -NOTICE_EVERY_SECONDS) + NOTICE_EVERY_SECONDS:
            return
        self._noticed = {
            who: when for who, when in self._noticed.items() if when > now - NOTICE_EVERY_SECONDS
        }
        self._noticed[person] = now
        log.warning("flood_dropped", person=person)
        self._deliver.show(person, (Screen(self._texts.flood),))

    async def _take(
        self,
        update: Update,
        user: User,
        event: Event,
        *,
        pressed: int | None = None,
        parts: Sequence[Update] = (),
        remark: Remark | None = None,
    ) -> None:
        incoming = Incoming(
            update=UpdateId(update.update_id),
            person=PersonId(user.id),
            event=event,
            first_name=user.first_name,
            message=pressed,
            parts=tuple(UpdateId(part.update_id) for part in parts),
        )
        with self._deliver.working.shown(user.id):
            replies = await self._conversation.take(incoming)
        reply = AnsweredUpdate(update, user.id, pressed, remark)
        if isinstance(replies, Unmade) or self._in_order.waiting(user.id):
            await self._in_order.room()
            self._in_order.add(user.id, partial(self._make, replies, reply))
        else:
            self._show(replies, reply)

    async def _make(self, replies: Replies, reply: AnsweredUpdate) -> None:
        """Show what a turn is answered with once it is made. Raises nothing."""
        try:
            if isinstance(replies, Unmade):
                with self._deliver.working.shown(reply.person):
                    replies = await replies.make()
            self._show(replies, reply)
        except Exception as error:  # noqa: BLE001 -- as in a turn: she is told, and it is logged
            self._failed(reply.update, error)
        finally:
            tell(reply.remark, "")

    def _show(self, replies: Sequence[Response], reply: AnsweredUpdate) -> None:
        remark, update = reply.remark, reply.update
        shown = [
            Screen(one.text, apart=True) if isinstance(one, Toast) else one
            for one in replies
            if not (isinstance(one, Toast) and remark and tell(remark, one.text))
        ]
        wrote = update.message.message_id if update.message else None
        self._deliver.show(reply.person, shown, pressed=reply.pressed, wrote=wrote)
        tell(remark, "")

    def undelivered_to(self, person: int) -> int:
        """Return how many replies she has yet to get, those still to be made included."""
        return self._deliver.undelivered_to(person) + self._in_order.waiting(person)

    def _leave(self, chat: Chat) -> None:
        """Begin to leave a group, once. Nobody's turn waits for it: nothing may leave now."""
        if chat.id in self._left or len(self._leaving) >= MOST_LEAVING:
            return
        self._left.add(chat.id)
        self._leaving.begin(self._say_and_leave(chat))

    async def _say_and_leave(self, chat: Chat) -> None:
        """Say that we are not for groups, and leave."""
        if chat.type != Chat.CHANNEL:
            await self._deliver.send(chat.id, Screen(self._texts.group))
        try:
            await self._bot.leave_chat(chat.id)
        except TelegramError as error:
            log.info("group_not_left", chat=chat.id, error=type(error).__name__)
        else:
            log.info("group_left", chat=chat.id)

    async def finish(self) -> None:
        """Return when every reply is made, every press under way answered, and every group left."""
        await self._in_order.finish()
        await self._presses.finish()
        await self._leaving.finish()

    async def stop(self) -> None:
        """Give up what is under way: a group is left when something happens in it again."""
        await self._in_order.stop()
        await self._presses.stop()
        await self._leaving.stop()


def _may_be_told(update: Update) -> bool:
    """Whether the update is something a person did in her own chat and expects an answer to."""
    chat = update.effective_chat
    return chat is not None and chat.type == Chat.PRIVATE and update.my_chat_member is None
