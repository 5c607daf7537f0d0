"""Hands fuzzed updates to a bot, by polling or to its webhook, and looks whether everybody is served after.

What the bot makes of them shows in its answers, its log and its memory; this file looks at the
answers only.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import orjson

from bench.hostile.fuzzed import FuzzedUpdate, UpdateFuzzer
from bench.hostile.grown import date_of
from bench.hostile.line import Line, Sent, Ways
from bench.hostile.telegram import HostileTelegram

AHEAD: Final = 1_000
"""So many updates wait for the bot at most."""

MOST_AGAIN: Final = 5
"""So often an update that was not taken is sent again; then it counts as refused for ever."""

ATTACKS: Final = 0.1  # of what comes to the webhook, beside the updates
PIPELINED: Final = 0.05
LINES: Final = 16
QUIET_SECONDS: Final = 0.3
PATIENCE_SECONDS: Final = 120.0  # two drawings of one person may take 30 s each, and a busy machine


class Traffic(Protocol):
    """Updates by their number."""

    def update(self, number: int) -> FuzzedUpdate:
        """Return the update of this number."""


Progress = Callable[[int], None]


@dataclass(slots=True)
class Refusals:
    """What a webhook did that it may not: by its status, and the updates that it never took."""

    wrong: Counter[str] = field(default_factory=Counter)
    never: list[int] = field(default_factory=list)


def greeting(number: int, person: int) -> bytes:
    """Return the update of somebody who writes as everybody does."""
    message: dict[str, Any] = {
        "message_id": number,
        "from": {"id": person, "is_bot": False, "first_name": "Guru"},
        "chat": {"id": person, "first_name": "Guru", "type": "private"},
        "date": date_of(number) + 60,
        "text": "/mulai",
    }
    return orjson.dumps({"update_id": number, "message": message})


async def poll(
    telegram: HostileTelegram, traffic: Traffic, numbers: range, progress: Progress
) -> None:
    """Let the bot fetch fuzzed updates. Raises TimeoutError when its offset stands still."""
    for start in range(numbers.start, numbers.stop, AHEAD // 2):
        part = range(start, min(start + AHEAD // 2, numbers.stop))
        for number in part:
            telegram.write(number, traffic.update(number).body)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await telegram.confirmed(AHEAD // 2)
        progress(part.stop - 1)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await telegram.confirmed()


async def post(
    url: str, secret: str, fuzzer: UpdateFuzzer, numbers: range, progress: Progress
) -> Refusals:
    """Send fuzzed updates to the bot's webhook over some connections at once."""
    found, left = Refusals(), iter(numbers)

    async def carry(seed: int) -> None:
        line, chance = Line(url), random.Random(f"{fuzzer.seed}/line/{seed}")
        ways = Ways(url, secret, chance)
        for number in left:
            many = chance.randint(2, 5) if chance.random() < PIPELINED else 1
            await _carried(line, ways, list(_updates(fuzzer, number, left, many)), found)
            if chance.random() < ATTACKS:
                await _attacked(line, ways.attack(fuzzer.update(number).body), found)
            progress(number)
        line.close()

    await asyncio.gather(*(carry(seed) for seed in range(LINES)))
    return found


def _updates(
    fuzzer: UpdateFuzzer, number: int, left: Iterator[int], many: int
) -> Iterator[FuzzedUpdate]:
    yield fuzzer.update(number)
    for _, more in zip(range(many - 1), left, strict=False):
        yield fuzzer.update(more)


async def _carried(line: Line, ways: Ways, updates: list[FuzzedUpdate], found: Refusals) -> None:
    """Send updates until they are taken, as Telegram does, or MOST_AGAIN times."""
    for _ in range(MOST_AGAIN):
        bodies = [update.body for update in updates]
        sent = ways.carry(bodies[0]) if len(bodies) == 1 else ways.pipelined(bodies)
        statuses = await line.send(sent)
        _judge(sent, statuses, found)
        taken = {at for at, status in enumerate(statuses) if status in sent.right[at]}
        updates = [update for at, update in enumerate(updates) if at not in taken]
        if not updates:
            return
    found.never += [update.number for update in updates]


async def _attacked(line: Line, sent: Sent, found: Refusals) -> None:
    _judge(sent, await line.send(sent), found)


def _judge(sent: Sent, statuses: list[int], found: Refusals) -> None:
    """Count wrong answers; no answer is none where the bot may have closed the connection."""
    for status, right in zip(statuses, sent.right, strict=False):
        if status not in right:
            found.wrong[f"{status} in place of {min(right)}"] += 1


async def unserved(
    telegram: HostileTelegram,
    people: Iterable[int],
    first: int,
    carry: Callable[[int, bytes], Any],
) -> list[int]:
    """Have everybody write as usual; returns whom the bot does not answer any more."""
    await _quiet(telegram)
    before = {person: telegram.answered[person] for person in people}
    for number, person in enumerate(before, start=first):
        await carry(number, greeting(number, person))
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await telegram.heard(before)
    except TimeoutError:
        return [one for one, count in before.items() if telegram.answered[one] <= count]
    return []


async def _quiet(telegram: HostileTelegram) -> None:
    """Return when nobody is being answered any more."""
    while True:
        before = telegram.answered.total()
        await asyncio.sleep(QUIET_SECONDS)
        if telegram.answered.total() == before:
            return
