"""A real process that is told to end while a crowd writes: it ends in time, and the next one misses nobody."""

import asyncio
import signal
from pathlib import Path
from typing import Final

from bot.simulator.server import Profile, Simulator
from tests.forked import process
from tests.test_whole_bot import TOKEN, say, stored

PEOPLE: Final = range(1_001, 1_111)
AGREE: Final = "welcome:agree"
IN_TIME: Final = 5.0
CROWDED: Final = 3.0
"""Seconds that a crowded machine adds."""


async def test_a_signal_in_a_crowd_ends_it_in_time_and_loses_nothing(tmp_path: Path) -> None:
    """What was saved is on the disk, what was not comes again, and who saw no answer finds where she is.

    Telegram takes 30 messages a second: not all answers leave before the end, which is no reason to wait.
    """
    simulator = Simulator(TOKEN, [Profile(id=who, first_name="Sari") for who in PEOPLE])
    people = {who: simulator.person(who) for who in PEOPLE}
    async with simulator.serve() as address:
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": address,
            "DATA_DIR": str(tmp_path),
        }

        async def agree(who: int, message: int) -> int:
            await people[who].tap(message, data=AGREE)
            await people[who].next_message(timeout=60)
            return who

        with process("run", cwd=tmp_path, **settings) as running:
            await asyncio.gather(*(one.send("/start") for one in people.values()))
            shown = await asyncio.gather(*(one.next_message(60) for one in people.values()))
            asked = zip(people, (message["message_id"] for message in shown), strict=True)
            agreeing = {asyncio.create_task(agree(*one)) for one in asked}
            await asyncio.wait(agreeing, return_when=asyncio.FIRST_COMPLETED)
            running.send_signal(signal.SIGTERM)
            assert await asyncio.to_thread(running.wait, IN_TIME + CROWDED) == 0
        answered = {one.result() for one in agreeing if one.done()}
        assert answered < set(PEOPLE)
        assert [who for who in answered if stored(tmp_path, who) is None] == []
        for one in agreeing:
            one.cancel()
        with process("run", cwd=tmp_path, **settings):
            unanswered = set(PEOPLE) - answered
            found = await asyncio.gather(*(say(people[who], "/mulai") for who in unanswered))
        assert all(message["text"] for message in found)
        assert [who for who in PEOPLE if stored(tmp_path, who) is None] == []
