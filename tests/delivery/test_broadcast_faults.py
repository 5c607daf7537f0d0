"""The whole bot broadcasts over real sockets while Telegram fails in every way it is known to."""

import asyncio
from collections import Counter
from pathlib import Path

from pydantic import SecretStr

from bench.broadcast import store_broadcast
from bench.teachers import person_id
from bot.delivery.broadcasts import chunks_in
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.broadcast import Phase, fingerprint
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.simulator.server import Limits, Profile, Simulator
from bot.store.codec.broadcasts import BROADCASTS, LANE, PAUSES
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import tiny_store
from tests.shipped import served_world

TOKEN = "123456:a-pretend-token-of-the-tests"
PEOPLE, BLOCKED = 80, 4
ID = fingerprint("bench")
FAULTS: list[dict[str, object]] = [
    {"method": "sendMessage", "status": 500, "times": 3},
    {"method": "sendMessage", "status": 429, "retry_after": 1, "times": 1},
    {"method": "sendMessage", "status": 400, "migrate_to_chat_id": person_id(PEOPLE + 1)},
    {"method": "sendMessage", "status": 403, "description": "Forbidden: user is deactivated"},
    {
        "method": "sendMessage",
        "status": 400,
        "description": "Bad Request: no rights here",
        "times": 2,
    },
]


def crowd() -> Simulator:
    """A Telegram with limits and slow answers, in which some have blocked the bot."""
    simulator = Simulator(TOKEN, limits=Limits())
    simulator.world.faults.latency_seconds = 0.06
    for number in range(PEOPLE + 2):  # the last one is where a chat is said to have moved to
        human = simulator.world.admit(Profile(id=person_id(number), first_name="Guru"))
        human.started, human.blocked = True, PEOPLE - BLOCKED <= number < PEOPLE
    return simulator


async def outcomes(data: Path) -> tuple[Phase, Counter[Fate]]:
    """What stands on disk of the broadcast."""
    store = tiny_store(data, KINDS)
    await store.open()
    try:
        head = await store.get(BROADCASTS, ID)
        assert head is not None
        found = Counter(
            one.outcome for chunk in await chunks_in(store, head) for one in chunk.deliveries
        )
        assert await store.get(PAUSES, LANE) is None, "one chat's 429 is nobody else's"
        return head.phase, found
    finally:
        await store.close()


async def until_half_have_it(simulator: Simulator) -> None:
    """Return in the middle: those who have blocked the bot come last, and are told by an answer."""
    async with asyncio.timeout(60):
        while sum(name == "sendMessage" for name, _ in simulator.calls) < PEOPLE // 2:  # noqa: ASYNC110 -- the simulator tells calls by a list
            await asyncio.sleep(0.02)


async def test_every_recipient_ends_in_a_named_state(tmp_path: Path) -> None:
    """Blocked, deactivated, refused, failing, lost, "moved": all others get it, each is told apart."""
    await store_broadcast(tmp_path, PEOPLE)
    simulator, stop = crowd(), asyncio.Event()
    simulator.world.faults.order({"errors": FAULTS})
    async with simulator.serve() as address:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN), telegram_api_url=address, data_dir=tmp_path
        )
        bot = asyncio.create_task(
            serve_bot(settings, stop, health=False, world=served_world(settings))
        )
        made = simulator.person(person_id(PEOPLE))
        await until_half_have_it(simulator)
        simulator.world.faults.order({"lost_answers": 2})
        async with asyncio.timeout(60):
            while "selesai" not in (await made.next_message(timeout=60)).get("text", ""):
                pass
        stop.set()
        await asyncio.wait_for(bot, 10)
    assert simulator.person(person_id(PEOPLE + 1)).messages == []  # no person moves to another
    phase, found = await outcomes(tmp_path)
    assert phase is Phase.DONE
    assert found[Fate.GONE] == BLOCKED + 1
    # One of the two refusals, or the move, may meet the coordinator's own progress message instead.
    assert 2 <= found[Fate.REFUSED] <= 3
    # So may any of the three failures and two lost answers.
    assert 3 <= found[Fate.UNKNOWN] <= 5
    assert found.total() == PEOPLE == sum(found.values())
    assert found[Fate.SENT] == PEOPLE - BLOCKED - 1 - found[Fate.REFUSED] - found[Fate.UNKNOWN]
