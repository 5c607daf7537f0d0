"""The simulator as the Telegram of a benchmark: every check a real one makes, and its order.

`python -m bench.simulated LATENCY`, driven as in `telegram`; every call is answered after LATENCY
seconds.
"""

import asyncio
import sys
from urllib.parse import urlsplit

import uvloop

from bench.bots import TOKEN
from bench.telegram import Telegram, obey
from bot.simulator.people_side.acts import say
from bot.simulator.server import Profile, Simulator


class SimulatedTelegram(Telegram):
    """People of the simulator, who come into being when they first write."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    async def ready(self) -> None:
        """Return when a poll waits."""
        while not self._simulator.world.queue.polled:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.002)

    def write(self, person: int, text: str) -> None:
        """Let a person write, as on the page."""
        if person not in self._simulator.world.people:
            self._simulator.world.admit(Profile(id=person, first_name="Guru"))
        say(self._simulator.world, person, text)

    async def listen(self) -> None:
        """Hear what the bot says, for ever."""
        events = self._simulator.world.events
        heard = 0
        while True:
            if not await events.wait(heard, 60.0):
                continue
            for number, event in events.since(heard) or ():
                heard = number
                if event["type"] == "message" and not event["message"]["out"]:
                    self.hear(event["person"], event["message"].get("text", ""))


async def main() -> None:
    """Serve until standard input ends."""
    simulator = Simulator(TOKEN)
    simulator.world.faults.latency_seconds = float(sys.argv[1])
    async with simulator.serve() as address:
        telegram = SimulatedTelegram(simulator)
        listening = asyncio.create_task(telegram.listen())
        await obey(telegram, urlsplit(address).port or 0)
        listening.cancel()


if __name__ == "__main__":
    uvloop.run(main())
