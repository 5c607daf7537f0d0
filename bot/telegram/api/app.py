"""The table of contents of the Telegram edge: which update goes to which handler.

Puts the parts together; ``run`` brings them to life.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from telegram import Chat, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.cluster.rate_limit import RateLimit, RateLimiter
from bot.cluster.send_window import Limits
from bot.telegram.api.bot import DEFAULT_API, Bot
from bot.telegram.api.doubt import TokenDoubt
from bot.telegram.api.handlers import Conversation, EdgeTexts, Handlers
from bot.telegram.api.shutdown import Shutdown
from bot.telegram.api.waits import Waits
from bot.telegram.http.request import AiohttpRequest
from bot.telegram.receive.intake import AnyApplication, Intake, Keeper, Straight
from bot.telegram.receive.sequencer import PerPersonProcessor
from bot.telegram.send.deliver import Deliver
from bot.telegram.send.sending import Sending

PEOPLE_AT_ONCE = 64
"""How many turns are taken at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """Where the Bot API is and how fast we may call it."""

    token: str = field(repr=False)
    api_url: str = DEFAULT_API
    limits: Limits = field(default_factory=Limits)
    waits: Waits = field(default_factory=Waits)
    people_at_once: int = PEOPLE_AT_ONCE
    paid: bool = False
    """Whether broadcasts may be paid for (allow_paid_broadcast)."""

    request: Callable[[], BaseRequest] = AiohttpRequest
    """Makes what carries the calls: a simulation has one without a network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """The wired parts. Setting ``stop`` ends them."""

    bot: Bot
    application: AnyApplication
    limiter: RateLimiter
    deliver: Deliver
    handlers: Handlers
    intake: Intake
    ending: Shutdown
    doubt: TokenDoubt
    waits: Waits

    @property
    def answered_at(self) -> float:
        """The monotonic moment at which Telegram answered last; at first that of the start."""
        request = self.bot.request
        return request.answered_at if isinstance(request, AiohttpRequest) else 0.0

    @property
    def stop(self) -> asyncio.Event:
        """Set when the edge is to end."""
        return self.ending.stop


def build(
    connection: Connection,
    conversation: Conversation,
    texts: EdgeTexts,
    *,
    clock: Callable[[], datetime],
    stop: asyncio.Event,
    keeper: Keeper | None = None,
    limiter: RateLimiter | None = None,
) -> Edge:
    """Wire the edge; nothing is connected yet.

    ``keeper`` keeps acts that arrive by webhook; ``limiter`` is shared by all who send with this token.
    """
    bot = bot_at(connection)
    limiter = limiter or RateLimit(connection.limits)
    ending = Shutdown(stop)
    doubt = TokenDoubt(bot, ending, connection.waits.tries)
    sending = Sending(bot, limiter, clock, paid=connection.paid, denied=doubt.suspect)
    deliver = Deliver(sending, limiter, conversation.mark_unreachable)
    handlers = Handlers(
        bot=bot,
        conversation=conversation,
        deliver=deliver,
        texts=texts,
        people_at_once=connection.people_at_once,
    )
    application = _application(bot, handlers, deliver.share, connection.people_at_once)
    return Edge(
        bot=bot,
        application=application,
        limiter=limiter,
        deliver=deliver,
        handlers=handlers,
        intake=_intake(application, handlers, keeper, connection.waits),
        ending=ending,
        doubt=doubt,
        waits=connection.waits,
    )


def _intake(
    application: AnyApplication, handlers: Handlers, keeper: Keeper | None, waits: Waits
) -> Intake:
    return Intake(
        application,
        handlers.on_act,
        keeper,
        straight=straight(handlers),
        hold_seconds=waits.part,
    )


def _application(
    bot: Bot, handlers: Handlers, share: Callable[[], int], people_at_once: int
) -> AnyApplication:
    processor = PerPersonProcessor(
        people_at_once=people_at_once,
        undelivered=handlers.undelivered_to,
        share=share,
        dropped=handlers.on_dropped,
    )
    builder = Application.builder().bot(bot).updater(None).job_queue(None)
    application = builder.concurrent_updates(processor).build()
    add_handlers(application, handlers)
    return application


def add_handlers(application: AnyApplication, handlers: Handlers) -> None:
    """Say who handles what. The first that fits takes the update; the rest is ignored quietly."""
    private, groups = filters.ChatType.PRIVATE, filters.ChatType.GROUPS
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    membership = ChatMemberHandler.MY_CHAT_MEMBER
    application.add_handler(MessageHandler(private & new, handlers.on_message))
    application.add_handler(CallbackQueryHandler(handlers.on_press))
    application.add_handler(MessageHandler(private & edited, handlers.on_edited))
    application.add_handler(ChatMemberHandler(handlers.on_membership, membership))
    application.add_handler(MessageHandler(groups, handlers.on_group))
    application.add_error_handler(handlers.on_error)


def straight(handlers: Handlers) -> Straight:
    """Return the way of the updates that come all day, past PTB's filters: the same as through them."""

    def taking(update: Update) -> Awaitable[None] | None:
        message = update.message
        if message is not None and message.chat.type == Chat.PRIVATE:
            return handlers.on_message(update)
        return None if update.callback_query is None else handlers.on_press(update)

    return taking


def bot_at(connection: Connection) -> Bot:
    """Return the bot of a connection; nothing is connected yet."""
    api = connection.api_url.rstrip("/")
    request = connection.request()
    return Bot(
        connection.token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=request,
        get_updates_request=request,
    )
