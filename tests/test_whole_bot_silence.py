"""The whole bot while Telegram answers 429: to one person, to all, before a restart and after it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.world import World
from bot.cluster.clock import wall_clock
from bot.store.base import Put
from bot.store.codec.broadcasts import LANE, PAUSES, StoredPause
from bot.store.codec.people import PEOPLE
from tests.delivery.teachers import OPENING, put, teacher
from tests.test_whole_bot_proxy import telegram_of
from tests.test_whole_bot_trouble import SARI, serving, stored

BUDI = SARI + 1
THREE_HOURS = 10_800


async def test_a_429_of_one_person_keeps_nobody_else_waiting(tmp_path: Path, world: World) -> None:
    """Three hours for Sari: Budi is answered and reminded, also after a restart."""
    async with stored(tmp_path) as store:
        await put(store, world, teacher(SARI))
        await put(store, world, teacher(BUDI))
    simulator = telegram_of(SARI, BUDI)
    sari, budi = simulator.person(SARI), simulator.person(BUDI)
    order = {"method": "sendMessage", "status": 429, "retry_after": THREE_HOURS, "times": 99}
    simulator.world.faults.order({"errors": [{**order, "chat_id": SARI}]})
    async with serving(simulator, tmp_path, lambda: OPENING) as bot:
        await sari.send("/menu")
        await bot.called("sendMessage", 2)
        reminded = await budi.next_message(timeout=10)
        await budi.send("/menu")
        assert (await budi.next_message(timeout=10))["text"] != reminded["text"]
    async with serving(simulator, tmp_path, lambda: OPENING):
        await budi.send("/menu")
        await budi.next_message(timeout=10)
    assert [one for one in sari.messages if one["from"]["is_bot"]] == []


@pytest.mark.parametrize("hours", [1, 3])
async def test_a_long_pause_for_all_is_tried_after_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    """What an earlier run was told is not believed for hours: a message that arrives ends it."""
    monkeypatch.setattr("bot.cluster.pauses.PROBE_SECONDS", 1.0)
    now = wall_clock()
    async with stored(tmp_path) as store:
        await store.update(PEOPLE, str(SARI), lambda _: (Put(teacher(SARI)), None))
        await store.update(
            PAUSES, LANE, lambda _: (Put(StoredPause(now + timedelta(hours=hours))), None)
        )
    simulator = telegram_of(SARI)
    async with serving(simulator, tmp_path):
        await simulator.person(SARI).send("/menu")
        await simulator.person(SARI).next_message(timeout=10)
    async with stored(tmp_path) as store:
        assert await store.get(PAUSES, LANE) is None


async def test_a_long_pause_for_all_is_kept_while_it_lasts(tmp_path: Path, world: World) -> None:
    """When everybody meets a 429 the bot is silent, writes it down and stops all the same."""
    people = range(SARI, SARI + 6)
    async with stored(tmp_path) as store:
        for number in people:
            await put(store, world, teacher(number))
    simulator = telegram_of(*people)
    order = {"method": "sendMessage", "status": 429, "retry_after": THREE_HOURS, "times": 99}
    simulator.world.faults.order({"errors": [order]})
    async with serving(simulator, tmp_path, lambda: OPENING) as bot:
        await bot.called("sendMessage", 3)
        await simulator.person(SARI).send("/menu")
    assert bot.sent() <= len(people)
    async with stored(tmp_path) as store:
        assert await store.get(PAUSES, LANE) is not None
        for number in people:
            person = await store.get(PEOPLE, str(number))
            assert person is not None
            assert person.outbound.written_on is None
            assert person.outbound.due_at is not None
