"""The life of the edge: connect, take updates until told to stop, finish what is under way.

Shared by polling and webhook; they differ only in how updates come in.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext

import structlog
from telegram.error import InvalidToken

from bot.cluster.leader import Leader, while_leading
from bot.errors import BotError, NoBotApi, TokenRefused
from bot.telegram.api.app import Edge
from bot.telegram.api.bot import NoBot
from bot.telegram.api.outage import outlast, unless
from bot.telegram.api.profile import Profile, introduce
from bot.telegram.http.answer import NoAnswer
from bot.telegram.http.request import Redirected
from bot.telegram.receive.poll import Poll

log = structlog.stdlib.get_logger(__name__)

GRACE_SECONDS = 3.0
"""How long turns and replies under way are waited for.

A stopping process may take 5 s; the rest is for what goes on ``beside`` and for closing.
"""

DuringRun = Callable[[], AbstractAsyncContextManager[None]]
"""What goes on beside the updates while we are connected, such as the worker's ticks."""


async def run_polling(
    edge: Edge,
    profile: Profile,
    beside: DuringRun = nullcontext,
    leader: Leader | None = None,
) -> None:
    """Serve by long polling until ``edge.stop`` is set; with a ``leader`` only while it leads.

    Raises TokenRefused, PollingConflict, or StoreUnavailable when nothing can be saved any more.
    """

    async def fetch(stop: asyncio.Event) -> None:
        poll = Poll(
            edge.bot,
            take=edge.intake.take,
            room=edge.deliver.room,
            heard=edge.intake.heard,
            doubt=edge.doubt,
            pauses=edge.waits.tries,
        )
        # Who leads no more would end the poll of the one who does: only one may ask at a time.
        await poll.run(stop, may_confirm=edge.stop.is_set)

    async def serve() -> None:
        if leader is None:
            await fetch(edge.stop)
        else:
            await while_leading(leader, fetch, edge.stop)

    await run(edge, profile, serve, beside)


async def run_waiting(edge: Edge, profile: Profile, beside: DuringRun) -> None:
    """Take no updates, but do what goes on ``beside`` until ``edge.stop`` is set. Raises TokenRefused."""

    async def wait() -> None:
        await edge.stop.wait()

    await run(edge, profile, wait, beside)


async def run(
    edge: Edge,
    profile: Profile,
    serve: Callable[[], Awaitable[None]],
    beside: DuringRun = nullcontext,
) -> None:
    """Connect, let ``serve`` bring updates until ``edge.stop`` is set, and finish.

    ``serve`` returns soon after ``edge.stop`` is set; when it ends by itself, that sets it, so that
    whatever goes on ``beside`` ends too. Raises what it raises, TokenRefused, and whatever
    else forced the end.
    """
    try:
        if not await _connect(edge):
            return
        introducing = asyncio.ensure_future(_introduce(edge, profile))
        try:
            async with beside():
                await _serve(edge, serve)
        finally:
            introducing.cancel()
            await asyncio.gather(introducing, return_exceptions=True)
    finally:
        await edge.doubt.stop()
        await edge.handlers.stop()
        await edge.deliver.stop()
        await edge.application.shutdown()
        await edge.bot.request.shutdown()  # open, too, when PTB was not initialized to its end
    if edge.ending.error:
        raise edge.ending.error


async def _introduce(edge: Edge, profile: Profile) -> None:
    """Say how the bot introduces itself, once those who have waited for it have their answers."""
    await asyncio.sleep(edge.waits.breath)
    await introduce(edge.bot, profile)


async def _connect(edge: Edge) -> bool:
    """Wait until Telegram knows us. Returns False when stopped before that.

    A refusal, or what is no answer of a Bot API, is tried again a few times only: mostly a setting is
    wrong, and whoever has just started the bot waits to be told.
    """
    raising = (InvalidToken, NoAnswer, Redirected, NoBot)
    for pause in (*edge.waits.first, None):
        final: BotError
        try:
            await outlast(
                edge.application.initialize, edge.stop, raising=raising, pauses=edge.waits.tries
            )
            break
        except InvalidToken:  # PTB's own words contain the token
            final = TokenRefused()
        except (NoAnswer, Redirected, NoBot) as error:
            final = NoBotApi(str(error))
        if pause is None:
            raise final
        log.warning("start_refused", reason=str(final))
        await unless(edge.stop, asyncio.sleep(pause))
    if not edge.stop.is_set():
        log.info("bot_connected", username=edge.bot.username)
    return not edge.stop.is_set()


async def _serve(edge: Edge, serve: Callable[[], Awaitable[None]]) -> None:
    """Serve until stopped or failed; then wait for what is under way, but not for ever."""
    await edge.intake.resume()
    serving = asyncio.ensure_future(serve())
    stopping = asyncio.ensure_future(edge.stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        edge.stop.set()  # a token lost or a conflict ends everything, not only the updates
        edge.intake.hand_over()
        async with asyncio.timeout(GRACE_SECONDS):
            await asyncio.wait({serving})
            await _finish(edge)
    except TimeoutError:
        log.warning("stopped_before_all_was_delivered", undelivered=edge.deliver.undelivered)
    finally:
        for task in (serving, stopping):
            task.cancel()
        await asyncio.gather(serving, stopping, return_exceptions=True)
    if not serving.cancelled():
        serving.result()


async def _finish(edge: Edge) -> None:
    """Wait for turns, then for the replies they led to."""
    await edge.intake.finish()
    await edge.handlers.finish()
    await edge.deliver.finish()
