"""The whole bot behind a gateway that answers 5xx after Telegram has taken the message."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bench.broadcast import store_broadcast
from bench.teachers import person_id
from bot.chat.world import World
from bot.delivery.broadcasts import chunks_in
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.broadcast import fingerprint
from bot.simulator.server import Profile, Simulator
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE
from tests.delivery.teachers import OPENING, put, teacher
from tests.test_whole_bot_trouble import ADMIN, SARI, TOKEN, serving, stored

GATEWAYS: list[dict[str, Any]] = [
    {"status": 502},
    {"status": 504, "page": True},
    {"status": 500},
]
LONG_ENOUGH = 1.5
"""Seconds in which a message sent again would have come: several ticks and several pauses."""


def telegram_of(*people: int) -> Simulator:
    """A Telegram whose people have all started the bot."""
    simulator = Simulator(TOKEN, [])
    for number in people:
        simulator.world.admit(Profile(id=number, first_name="Guru")).started = True
    return simulator


@pytest.mark.parametrize("gateway", GATEWAYS, ids=str)
async def test_a_reminder_behind_a_failing_gateway_comes_once(
    tmp_path: Path, world: World, gateway: dict[str, Any]
) -> None:
    """However often the gateway fails, and over a restart, she is reminded once."""
    async with stored(tmp_path) as store:
        await put(store, world, teacher(SARI))
    simulator = telegram_of(SARI)
    order = {"method": "sendMessage", "times": 99, "done": True, **gateway}
    simulator.world.faults.order({"errors": [order]})
    for _ in range(2):
        async with serving(simulator, tmp_path, lambda: OPENING) as bot:
            await bot.called("sendMessage")
            await asyncio.sleep(LONG_ENOUGH)
    assert len(simulator.person(SARI).messages) == 1


async def test_a_broadcast_behind_a_failing_gateway_comes_once(tmp_path: Path) -> None:
    """Each gets it once, and the sender is told honestly that nobody knows."""
    people = 20
    await store_broadcast(tmp_path, people)
    everybody = [person_id(number) for number in range(people + 1)]
    simulator = telegram_of(*everybody)
    order = {"method": "sendMessage", "status": 502, "times": 999, "done": True}
    simulator.world.faults.order({"errors": [order]})
    async with serving(simulator, tmp_path) as bot:
        await bot.called("sendMessage", people)
        await asyncio.sleep(LONG_ENOUGH)
    assert [len(simulator.person(one).messages) for one in everybody[:people]] == [1] * people
    async with stored(tmp_path) as store:
        head = await store.get(BROADCASTS, fingerprint("bench"))
        assert head is not None
        chunks = await chunks_in(store, head)
    assert {one.outcome for chunk in chunks for one in chunk.deliveries} == {Fate.UNKNOWN}


async def test_a_reply_behind_a_failing_gateway_comes_once(tmp_path: Path) -> None:
    """She has it already; her next touch draws the screen anew."""
    async with stored(tmp_path) as store:
        await store.update(PEOPLE, str(SARI), lambda _: (Put(teacher(SARI)), None))
    simulator = telegram_of(SARI, ADMIN)
    sari = simulator.person(SARI)
    order = {"method": "sendMessage", "status": 502, "times": 1, "done": True}
    simulator.world.faults.order({"errors": [order]})
    async with serving(simulator, tmp_path, lambda: OPENING) as bot:
        await sari.send("/menu")
        await bot.called("sendMessage")
        await asyncio.sleep(LONG_ENOUGH)
        told = [one for one in sari.messages if one["from"]["is_bot"]]
        assert len({one["text"] for one in told}) == len(told)
        before = bot.sent()
        await sari.send("/menu")
        await bot.called("sendMessage", before + 1)
