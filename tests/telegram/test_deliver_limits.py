"""Replies on their way to a simulated Telegram that limits them, and our own limits below its."""

import asyncio

import pytest

from bot.chat.model import Screen
from bot.cluster.rate_limit import BULK, REPLY
from bot.cluster.send_window import Limits
from bot.domain.broadcast.verdict import RetryAt, Sent
from bot.simulator.server import Limits as TelegramLimits
from tests.each import each
from tests.telegram.echo import BUDI, SARI, utc_now
from tests.telegram.test_deliver import HELLO, opened


async def test_after_too_many_requests_the_message_comes_when_the_pause_is_over() -> None:
    """A 429 delays the message for as long as Telegram demands."""
    async with opened(limits=Limits()) as room:
        room.fault("sendMessage", 429, retry_after=1)
        began = asyncio.get_running_loop().time()
        assert isinstance(await room.show(HELLO), Sent)
        assert asyncio.get_running_loop().time() >= began + 1
        assert room.calls("sendMessage") == 2


@each("lane", [REPLY, BULK])
async def test_too_many_requests_to_one_chat_stop_the_messages_to_that_chat(lane: int) -> None:
    """Three hours of 429 for one person are hers: the next person gets his message at once."""
    async with opened(limits=Limits()) as room:
        room.fault("sendMessage", 429, retry_after=10_800, chat_id=SARI, times=99)
        await room.edge.deliver.send(SARI, HELLO, lane)
        calls = room.calls("sendMessage")
        assert isinstance(await room.edge.deliver.send(BUDI, HELLO, lane), Sent)
        again = asyncio.create_task(room.edge.deliver.send(SARI, HELLO, lane))
        await asyncio.wait({again}, timeout=0.1)
        assert room.calls("sendMessage") == calls + 1, "she is left alone"
        again.cancel()


async def test_what_goes_to_many_does_not_wait_for_one_chat() -> None:
    """A message of a broadcast comes back at once, with the moment at which it may be tried."""
    async with opened(limits=Limits()) as room:
        room.fault("sendMessage", 429, retry_after=30, chat_id=SARI)
        for calls in (1, 1):
            verdict = await room.edge.deliver.send(SARI, HELLO, BULK)
            assert isinstance(verdict, RetryAt)
            assert 20 < (verdict.moment - utc_now()).total_seconds() <= 30
            assert room.calls("sendMessage") == calls


async def test_too_many_requests_in_several_chats_stop_the_messages_to_all() -> None:
    """When the bot as a whole is told to be silent, it is, also to those not named."""
    async with opened(limits=Limits(), people=5) as room:
        room.fault("sendMessage", 429, retry_after=3600, times=3)
        for person in range(SARI, SARI + 3):
            await room.edge.deliver.send(person, HELLO)
        other = asyncio.create_task(room.edge.deliver.send(SARI + 4, HELLO))
        await asyncio.wait({other}, timeout=0.1)
        assert not other.done()
        assert room.edge.limiter.paused_for > 3500
        other.cancel()


async def test_a_long_pause_goes_back_to_the_caller() -> None:
    """Nobody waits for hours in memory; the caller gets the moment from which to try again."""
    async with opened() as room:
        room.fault("sendMessage", 429, retry_after=3600)
        verdict = await room.show(HELLO)
        assert isinstance(verdict, RetryAt)
        assert (verdict.moment - utc_now()).total_seconds() > 3500


@pytest.mark.parametrize(
    "odd", [0, -5, 1e9, 1 << 62, "3", "1e400", "soon", 0.2, [1], {"s": 1}, True, None]
)
async def test_an_odd_wait_is_a_wait_all_the_same(
    odd: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in a 429, the message was not sent, and is tried within an hour."""
    monkeypatch.setattr("bot.telegram.send.chat_call.BULK_PATIENCE_SECONDS", 0.0)
    async with opened(limits=Limits()) as room:
        description = "Flood: slow down"
        room.fault("sendMessage", 429, retry_after=odd, description=description)
        verdict = await room.edge.deliver.send(SARI, HELLO, BULK)
        assert isinstance(verdict, RetryAt)
        assert 0 < (verdict.moment - utc_now()).total_seconds() <= 3600
        assert isinstance(await room.edge.deliver.send(BUDI, HELLO, BULK), Sent)


async def test_our_own_limits_stay_within_telegrams() -> None:
    """A burst of replies to one chat meets no 429; a little slack stands for the network's."""
    async with opened(limits=Limits(chat_per_second=0.8), telegram_limits=TelegramLimits()) as room:
        room.edge.deliver.show(SARI, tuple(Screen(str(number)) for number in range(5)))
        await room.edge.deliver.finish()
        assert room.texts() == ["0", "1", "2", "3", "4"]
        assert room.calls("sendMessage") == 5
