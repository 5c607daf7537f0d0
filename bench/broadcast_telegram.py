"""The Telegram of the broadcast's benchmark: limits enforced, slow answers, people who ask meanwhile.

`python -m bench.broadcast_telegram RECIPIENTS LATENCY SECONDS` says its port, waits for a line, lets
people write once a second until all recipients have their message (or SECONDS have passed without
a broadcast) and says what it saw, as JSON.
"""

import asyncio
import random
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import orjson
import uvloop

from bench.announcement import ASKED_EACH_SECOND
from bench.bots import TOKEN
from bench.teachers import person_id
from bot.simulator.limits import Limits, Throttle
from bot.simulator.people_side.acts import say
from bot.simulator.server import Profile, Simulator

ASKING = 50
"""People who ask; their ids are those behind the recipients' and the coordinator's."""

PATIENCE = 30.0  # seconds without any message to a recipient


class Watch(Throttle):
    """The limits, with a count of what they refused and when the rest arrived."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.refused = 0
        self.taken: list[float] = []

    def send(self, chat_id: int, now: float) -> int | None:  # noqa: ARG002 - its clock may jump
        """Count a message as the simulator does, by the steady clock."""
        moment = time.monotonic()
        wait = super().send(chat_id, moment)
        if wait is None:
            self.taken.append(moment)
        else:
            self.refused += 1
        return wait


class Scene:
    """The recipients, those who ask, and what was seen of both."""

    def __init__(self, recipients: int, latency: float) -> None:
        self.simulator = Simulator(TOKEN)
        self.watch = Watch(Limits())
        self.simulator.world.throttle = self.watch
        self.simulator.world.faults.latency_seconds = latency
        self.recipients = {person_id(number) for number in range(recipients)}
        self.asking = [person_id(recipients + 1 + number) for number in range(ASKING)]
        for person in (*self.recipients, person_id(recipients), *self.asking):
            self.simulator.world.admit(Profile(id=person, first_name="Guru")).started = True
        self.asked: dict[int, float] = {}
        self.answered: list[float] = []
        self.sent: list[tuple[float, int]] = []

    async def listen(self) -> None:
        """Hear what the bot says, for ever."""
        events, heard = self.simulator.world.events, 0
        while True:
            await events.wait(heard, 60.0)
            for number, event in events.since(heard) or ():
                heard = number
                if event["type"] == "message" and not event["message"]["out"]:
                    self._hear(event["person"], time.monotonic())

    def _hear(self, person: int, moment: float) -> None:
        if person in self.recipients:
            self.sent.append((moment, person))
        elif began := self.asked.pop(person, None):
            self.answered.append(moment - began)

    async def play(self, seconds: float) -> None:
        """Let people ask until everything has been sent, or for so long if nothing is."""
        chance, people = random.Random(13), self._in_turn()
        began = time.monotonic()
        while True:
            person = next(people)
            if person not in self.asked:
                self.asked[person] = time.monotonic()
                say(self.simulator.world, person, "/bantuan")
            await asyncio.sleep(chance.expovariate(ASKED_EACH_SECOND))
            now = time.monotonic()
            if self.recipients:
                last = self.sent[-1][0] if self.sent else began
                if len({person for _, person in self.sent}) == len(self.recipients):
                    return
                if now - last > PATIENCE:
                    return
            elif now - began > seconds:
                return

    def _in_turn(self) -> Iterator[int]:
        while True:
            yield from self.asking

    def seen(self) -> dict[str, object]:
        """Return the figures."""
        moments = [moment for moment, _ in self.sent]
        taken = self.watch.taken
        most = max((_within(taken, at) for at in range(len(taken))), default=0)
        return {
            "sent": len(moments),
            "people": len({person for _, person in self.sent}),
            "seconds": moments[-1] - moments[0] if moments else 0.0,
            "refused": self.watch.refused,
            "most": most,
            "answers": sorted(self.answered),
            "unanswered": len(self.asked),
        }


def _within(moments: list[float], at: int) -> int:
    """Return how many messages arrived within the second that begins with this one."""
    count = 0
    for moment in moments[at : at + 100]:
        if moment - moments[at] >= 1.0:
            break
        count += 1
    return count


async def main() -> None:
    """Serve one scene."""
    scene = Scene(int(sys.argv[1]), float(sys.argv[2]))
    async with scene.simulator.serve() as address:
        print(orjson.dumps({"port": urlsplit(address).port}).decode(), flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        listening = asyncio.create_task(scene.listen())
        while not scene.simulator.world.queue.polled:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        await scene.play(float(sys.argv[3]))
        await asyncio.sleep(2)
        listening.cancel()
        print(orjson.dumps(scene.seen()).decode(), flush=True)


if __name__ == "__main__":
    uvloop.run(main())
