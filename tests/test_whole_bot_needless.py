"""Calls that Telegram would answer with 400 are not made: the whole bot, with refusals counted."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.people_side.person import Person
from bot.simulator.server import Profile, Simulator
from tests.simulator.bot_side import png
from tests.test_whole_bot import SARI, TOKEN, bot_running, register, say

WORDS = (
    "/mulai", "/bantuan", "/evaluasi", "/kemajuan", "/pengaturan", "/privasi", "/unduh_data",
    "/cari rubrik", "langkah 4", "cara membuat rubrik", "batal", "ok", "terima kasih", "2", "halo",
)  # fmt: skip
ACTS = 120


@asynccontextmanager
async def telegram() -> AsyncIterator[tuple[Simulator, str]]:
    simulator = Simulator(TOKEN, [Profile(id=SARI, first_name="Sari")])
    async with simulator.serve() as address:
        yield simulator, address


async def settle(simulator: Simulator) -> None:
    """Return when nothing waits and the bot has made no call for a while."""
    quiet, seen = 0, -1
    while quiet < 3:
        await asyncio.sleep(0.012)
        calls = sum(name != "getUpdates" for name, _ in simulator.calls)
        quiet = quiet + 1 if calls == seen and not len(simulator.world.queue) else 0
        seen = calls


def needless(simulator: Simulator) -> list[tuple[str, int, str]]:
    return [refusal for refusal in simulator.refusals if refusal[1] == 400]


def buttons(person: Person) -> list[tuple[int, str]]:
    """Every button that still stands in her chat."""
    return [
        (message["message_id"], button["callback_data"])
        for message in person.messages
        for row in message.get("reply_markup", {}).get("inline_keyboard", ())
        for button in row
        if "callback_data" in button
    ]


async def tapped(simulator: Simulator, message: int, data: str, times: int = 1) -> None:
    for _ in range(times):
        await simulator.person(SARI).tap(message, data=data)
        await settle(simulator)


@pytest.mark.parametrize("restarts", [False, True])
async def test_a_screen_that_is_shown_already_is_not_shown_again(
    tmp_path: Path, restarts: bool
) -> None:
    """The same button again, also after a restart: she sees it, and no edit is made."""
    async with telegram() as (simulator, address):
        async with bot_running(simulator, address, tmp_path):
            message = await register(simulator.person(SARI))
            await tapped(simulator, message, "steps:list", 1 if restarts else 3)
            await settle(simulator)
        if restarts:
            async with bot_running(simulator, address, tmp_path):
                await tapped(simulator, message, "steps:list", 2)
        assert needless(simulator) == []
        edits = [p for name, p in simulator.calls if name == "editMessageText"]
        assert "13 langkah" in edits[-1]["text"]


async def test_downloading_again_edits_nothing(tmp_path: Path) -> None:
    """The copy comes again; the screen above it stays as it is."""
    async with telegram() as (simulator, address), bot_running(simulator, address, tmp_path):
        sari = simulator.person(SARI)
        message = await register(sari)
        await tapped(simulator, message, "privacy:show")
        data = [one for _, one in buttons(sari) if one.startswith("privacy:")]
        for one in data * 2:
            if "eras" not in one and "del" not in one:
                await tapped(simulator, message, one, 2)
        assert needless(simulator) == []


async def test_a_press_under_a_message_that_is_gone_brings_a_new_one(tmp_path: Path) -> None:
    """Of a deleted or very old message only its number comes: nothing is edited."""
    async with telegram() as (simulator, address), bot_running(simulator, address, tmp_path):
        sari = simulator.person(SARI)
        message = await register(sari)
        simulator.world.chats[SARI].remove(message)
        await sari.tap(message, data="steps:list")
        assert "13 langkah" in (await sari.next_message(timeout=10))["text"]
        assert needless(simulator) == []


async def test_a_press_is_answered_once(tmp_path: Path) -> None:
    """A press that Telegram brings twice is not answered twice."""
    async with telegram() as (simulator, address), bot_running(simulator, address, tmp_path):
        sari = simulator.person(SARI)
        message = await register(sari)
        await settle(simulator)
        query: dict[str, Any] = {
            "id": simulator.world.open_query(SARI, message),
            "from": simulator.world.human(SARI).user,
            "message": simulator.world.chats[SARI].entries[message].message,
            "chat_instance": "1",
            "data": "steps:list",
        }
        for _ in range(2):
            simulator.world.queue.add_raw({"callback_query": query})
            await settle(simulator)
        assert needless(simulator) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_a_long_walk_makes_no_call_that_is_refused(tmp_path: Path, seed: int) -> None:
    """Old buttons, double taps, files, pictures, a restart: no call is answered with 400."""
    chance = random.Random(seed)  # noqa: S311 -- a walk, not a secret
    async with telegram() as (simulator, address):
        sari = simulator.person(SARI)
        for part in range(2):
            async with bot_running(simulator, address, tmp_path):
                if not part:
                    await register(sari)
                for _ in range(ACTS // 2):
                    await act(sari, chance)
                    if chance.random() < 0.7:
                        await settle(simulator)
                await settle(simulator)
        await sari.send("/mulai")
        async with bot_running(simulator, address, tmp_path):
            assert await say(sari, "/bantuan")
            await settle(simulator)
    assert needless(simulator) == []


async def act(sari: Person, chance: random.Random) -> None:
    """Do one thing somebody may do."""
    pressed = buttons(sari)
    what = chance.random()
    if pressed and what < 0.75:
        message, data = chance.choice(pressed[-40:] if chance.random() < 0.8 else pressed)
        for _ in range(chance.choice((1, 1, 2))):
            await sari.tap(message, data=data)
    elif what < 0.95:
        await sari.send(chance.choice(WORDS))
    elif what < 0.98:
        await sari.photo(png())
    else:
        await sari.document("rpp.pdf", b"%PDF-1.4")
