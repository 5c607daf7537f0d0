"""Limits on sending, ordered faults, and the clock they are counted by."""

from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.simulator.clock import Clock
from bot.simulator.limits import Limits, Throttle
from bot.simulator.server import Simulator
from tests.simulator.bot_side import SITI, TOKEN, BotSide
from tests.simulator.conftest import PEOPLE


def test_a_chat_takes_a_burst_and_then_one_a_second() -> None:
    """After three messages at once the fourth waits a second."""
    throttle = Throttle(Limits())
    assert [throttle.send(1, 0.0) for _ in range(4)] == [None, None, None, 1]
    assert throttle.send(1, 1.0) is None
    assert throttle.send(1, 1.5) == 1


def test_thirty_messages_fit_into_any_second() -> None:
    """The bot as a whole sends at most thirty messages in any second."""
    throttle = Throttle(Limits())
    assert all(throttle.send(chat, chat / 100) is None for chat in range(1, 31))
    assert throttle.send(31, 1.0) == 1
    assert throttle.send(31, 1.02) is None


def test_a_group_takes_twenty_messages_a_minute() -> None:
    """The twenty-first message of a minute waits for the first to be a minute old."""
    throttle = Throttle(Limits())
    assert all(throttle.send(-1, float(second)) is None for second in range(20))
    assert throttle.send(-1, 20.0) == 40
    assert throttle.send(-1, 60.0) is None


def test_big_uploads_of_one_size_go_one_after_another() -> None:
    """When more than five seconds of uploads wait, the next one waits a minute."""
    throttle = Throttle(Limits())
    assert all(throttle.upload(200_000, 0.0) is None for _ in range(11))
    assert throttle.upload(200_000, 0.0) == 60
    assert throttle.upload(200_001, 0.0) is None
    assert throttle.upload(100_000, 0.0) is None


async def test_one_message_too_many_is_told_to_wait() -> None:
    """429 names the seconds in the body and in the header; time makes room again."""
    simulator = Simulator(TOKEN, PEOPLE, limits=Limits(per_chat_burst=1))
    async with simulator.serve() as address, aiohttp.ClientSession() as session:
        bot = BotSide(simulator, session, address)
        await bot.siti.send("/start")
        await bot.say()
        data = {"chat_id": str(SITI), "text": "x"}
        async with session.post(f"{address}/bot{TOKEN}/sendMessage", data=data) as response:
            assert response.status == 429
            assert response.headers["Retry-After"] == "1"
            assert await response.json() == {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 1",
                "parameters": {"retry_after": 1},
            }
        simulator.clock.advance(timedelta(seconds=1))
        await bot.say()


async def test_ordered_errors_are_used_up(bot: BotSide) -> None:
    """An ordered error hits the named method as often as ordered and nothing else."""
    error = {"method": "sendMessage", "status": 429, "retry_after": 7, "times": 2}
    await bot.post("/sim/faults", {"errors": [error]})
    await bot.ok("getMe")
    for _ in range(2):
        answer = await bot.call("sendMessage", chat_id=SITI, text="x")
        assert answer["parameters"] == {"retry_after": 7}
        assert answer["description"] == "Too Many Requests: retry after 7"
    await bot.say()
    assert len(bot.siti.messages) == 2


async def test_an_error_for_all_methods_can_be_taken_back(bot: BotSide) -> None:
    """An outage hits every method until it is reset."""
    error = {"method": "*", "status": 500, "times": 1000}
    await bot.post("/sim/faults", {"errors": [error], "latency_seconds": 0.001})
    assert await bot.refused("getMe") == "Internal Server Error"
    status, faults = await bot.post("/sim/faults", {"reset": True})
    assert (status, faults) == (200, {"latency_seconds": 0.0, "errors": [], "lost_answers": 0})
    await bot.ok("getMe")


async def test_a_lost_answer_was_carried_out(bot: BotSide) -> None:
    """The message arrives although the connection drops instead of an answer."""
    await bot.post("/sim/faults", {"lost_answers": 1})
    with pytest.raises(aiohttp.ClientError):
        await bot.say("hilang")
    assert bot.siti.messages[-1]["text"] == "hilang"
    await bot.say()


async def test_unreadable_faults_are_refused(bot: BotSide) -> None:
    """An order that cannot be read is refused with a sentence."""
    status, answer = await bot.post("/sim/faults", {"errors": [{"status": "x"}]})
    assert (status, answer) == (400, {"error": "these faults cannot be read"})


def test_the_clock_runs_on_after_a_jump() -> None:
    """The clock moves relative to the wall clock, only forward unless it is set."""
    clock = Clock()
    clock.advance(timedelta(days=7))
    assert timedelta(days=6) < clock.now() - datetime.now(UTC) < timedelta(days=8)
    with pytest.raises(ValueError, match="backwards"):
        clock.advance(timedelta(seconds=-1))
    moment = datetime(2027, 1, 4, 8, tzinfo=UTC)
    clock.set(moment)
    assert moment <= clock.now() < moment + timedelta(minutes=1)


async def test_messages_carry_the_simulators_time(bot: BotSide) -> None:
    """The clock moves over HTTP, forward, and back only when that is said."""
    moment = {"to": "2030-01-07T01:30:00Z"}
    assert (await bot.post("/sim/clock", moment))[0] == 200
    assert datetime.fromtimestamp((await bot.say())["date"], UTC).year == 2030
    assert (await bot.post("/sim/clock", {"to": "2026-01-01T00:00:00Z"}))[0] == 400
    assert (await bot.post("/sim/clock", {"advance_seconds": -1}))[0] == 400
    assert (await bot.post("/sim/clock", {"advance_seconds": "x"}))[0] == 400
    back = {"to": "2026-01-01T00:00:00Z", "allow_back": True}
    _, state = await bot.post("/sim/clock", back)
    assert state["now"].startswith("2026-01-01T00:00:0")
