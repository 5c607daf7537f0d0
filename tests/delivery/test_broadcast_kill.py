"""A real process, killed five times within a broadcast: resumed by itself, nobody missed."""

import asyncio
import signal
from collections import Counter
from pathlib import Path
from typing import Any

from bench.broadcast import store_broadcast
from bench.teachers import person_id
from bot.delivery.sources.broadcast import CLAIM, claimed_at
from bot.delivery.sources.broadcaster import WORKERS
from bot.simulator.server import Profile, Simulator
from tests.delivery.lives import SETTINGS, TOKEN, Nursery
from tests.forked import process

PEOPLE, PACE = 300, "95"
"""Not faster: where more than a hundred may leave in a second a worker has more than CLAIM on their way."""
TEXT = "Pengumuman untuk"
KILLS = (30, 80, 130, 180, 230)
"""After so many messages the process dies."""


def sent(simulator: Simulator) -> Counter[int]:
    """How often each recipient got the message; on some days others are due for some of them, too."""
    calls: list[tuple[str, dict[str, Any]]] = list(simulator.calls)
    everybody = {person_id(number) for number in range(PEOPLE)}
    got = [
        int(call["chat_id"])
        for method, call in calls
        if method == "sendMessage" and TEXT in call["text"]
    ]
    return Counter(person for person in got if person in everybody)


async def until(simulator: Simulator, messages: int, distinct: bool) -> None:
    """Return when so many messages (or people with one) have been seen."""
    async with asyncio.timeout(60):
        while (len(sent(simulator)) if distinct else sent(simulator).total()) < messages:  # noqa: ASYNC110 -- the simulator tells calls by a list
            await asyncio.sleep(0.02)


async def test_five_deaths_within_a_broadcast_miss_nobody(tmp_path: Path) -> None:
    """Everybody has the message, and at most those in flight at a death have it twice."""
    data = tmp_path / "data"
    data.mkdir()
    await store_broadcast(data, PEOPLE)
    simulator = Simulator(TOKEN)
    simulator.world.faults.latency_seconds = 0.06
    for number in range(PEOPLE + 1):
        profile = Profile(id=person_id(number), first_name="Guru")
        simulator.world.admit(profile).started = True
    bots = Nursery(data)
    async with simulator.serve() as address:
        for messages in KILLS:
            async with bots.life(address, MESSAGES_PER_SECOND=PACE):
                await until(simulator, messages, distinct=False)
        settings = SETTINGS | {"TELEGRAM_API_URL": address, "DATA_DIR": str(data)}
        with process("run", cwd=tmp_path, **settings | {"MESSAGES_PER_SECOND": PACE}) as last:
            await until(simulator, PEOPLE, distinct=True)
            last.send_signal(signal.SIGTERM)
            assert await asyncio.to_thread(last.wait, 10) == 0
        got = sent(simulator)
    assert len(got) == PEOPLE
    assert max(got.values()) <= 2
    assert claimed_at(float(PACE)) == CLAIM
    assert got.total() - PEOPLE <= len(KILLS) * WORKERS * CLAIM
