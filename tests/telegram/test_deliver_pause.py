"""What waits while Telegram has asked for silence: nothing is lost, and nothing outdated leaves."""

import asyncio
import math
from dataclasses import replace

import pytest

from bot.chat.model import File, Screen
from bot.cluster.departures import Departures, GivenSlots
from bot.cluster.postgres.limiter import EARLY_SECONDS, GivenWindow
from bot.cluster.rate_limit import BULK, LATE_SECONDS, REPLY, Gate, RateLimit
from bot.cluster.send_window import Limits, OwnWindow
from bot.domain.broadcast.verdict import RetryAt, Sent
from bot.telegram.send.deliver import Deliver
from bot.telegram.send.sending import FRESH_SECONDS
from tests.each import each
from tests.telegram.echo import SARI
from tests.telegram.test_deliver import HELLO, Room, opened


async def test_what_is_no_longer_wanted_after_a_pause_is_held_back() -> None:
    """Whether a message still fits is asked again when Telegram lets messages leave again."""

    async def wanted() -> bool:
        return not room.edge.limiter.paused_for and room.calls("sendMessage") == 0

    async with opened(limits=Limits()) as room:
        room.fault("sendMessage", 429, retry_after=1)
        verdict = await room.edge.deliver.send(SARI, HELLO, BULK, wanted=wanted)
        assert isinstance(verdict, RetryAt)
        assert verdict.held_back
        assert room.calls("sendMessage") == 1
        assert room.texts() == []


async def test_a_reply_that_meets_a_long_pause_comes_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither a screen nor a file is lost, and their order stays."""
    monkeypatch.setattr("bot.telegram.send.chat_call.PATIENCE_SECONDS", 0.5)
    async with opened(limits=Limits()) as room:
        for method in ("sendDocument", "sendMessage"):
            room.fault(method, 429, retry_after=1)
        room.edge.deliver.show(SARI, (File("a.txt", b"a", ""), Screen("satu"), Screen("dua")))
        await room.edge.deliver.finish()
        assert room.texts() == ["", "satu", "dua"]
        assert room.edge.deliver.undelivered == 0


async def test_an_edit_that_meets_a_long_pause_gives_way_to_a_newer_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was pressed during the pause is what the message shows after it."""
    monkeypatch.setattr("bot.telegram.send.chat_call.PATIENCE_SECONDS", 0.5)
    async with opened(limits=Limits()) as room:
        message = await room.sent()
        room.telegram.world.faults.order({"latency_seconds": 0.2})
        room.fault("editMessageText", 429, retry_after=1)
        room.edge.deliver.show(SARI, (Screen("lama"),), pressed=message)
        await asyncio.sleep(0.1)
        room.edge.deliver.show(SARI, (Screen("baru"),), pressed=message)
        await room.edge.deliver.finish()
        assert room.texts() == ["baru"]
        assert room.calls("editMessageText") == 2


def deliver_by(room: Room, limiter: RateLimit) -> Deliver:
    """Return what sends through this limiter."""
    sending = replace(room.sending, limiter=limiter)
    return Deliver(sending, limiter, room.conversation.mark_unreachable)


class CountedLimit(RateLimit):
    """Knows how many turns were taken."""

    turns = 0

    async def enter(self, chat: int, lane: int = REPLY) -> None:
        """Count one more."""
        self.turns += 1
        await super().enter(chat, lane)


@each(
    ("seconds", "turns", "times"),
    [(0.0, 1, 1), (2 * LATE_SECONDS, 2, 1), (1.2 * FRESH_SECONDS, 2, 2)],
)
async def test_what_was_long_in_being_claimed_takes_its_turn_once_more(
    seconds: float, turns: int, times: int
) -> None:
    """What waited for a disk that hung does not leave all at once; it is asked for again if that took long."""
    asked = 0

    async def wanted() -> bool:
        nonlocal asked
        asked += 1
        await asyncio.sleep(seconds if asked == 1 else 0)
        return True

    async with opened() as room:
        limiter = CountedLimit(Limits())
        verdict = await deliver_by(room, limiter).send(SARI, HELLO, BULK, wanted=wanted)
        assert isinstance(verdict, Sent)
        assert (limiter.turns, asked) == (turns, times)


@each("is_asked", [False, True])
async def test_what_is_let_in_early_leaves_at_its_moment(is_asked: bool) -> None:
    """Among several processes bulk is let in before its moment, to be claimed; it leaves no sooner for that."""

    async def wanted() -> bool:
        return True

    async with opened() as room:
        window, limits = GivenWindow(), Limits()
        limiter = RateLimit(limits, gate=Gate(limits, window))
        deliver = deliver_by(room, limiter)
        moment = limiter._now() + EARLY_SECONDS
        window.add(GivenSlots((), (moment,), math.inf, Departures()), 0.0, limiter._now())
        await deliver.send(SARI, HELLO, BULK, wanted=wanted if is_asked else None)
        assert limiter._now() >= moment
        assert room.calls("sendMessage") == 1


async def test_what_does_not_leave_gives_its_moment_back() -> None:
    """What is no longer due when it could leave costs the next message none of its time."""

    async def unwanted() -> bool:
        return False

    async with opened() as room:
        limits = Limits(per_second=1)
        window = OwnWindow(limits)
        limiter = RateLimit(limits, gate=Gate(limits, window))
        deliver = deliver_by(room, limiter)
        for _ in range(3):
            assert isinstance(await deliver.send(SARI, HELLO, BULK, wanted=unwanted), RetryAt)
        assert not window._left
