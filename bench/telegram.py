"""A pretend Telegram in a process of its own, driven by lines of JSON: one play a line.

A play is a list of messages that people write, all at once; it is over when everybody who is
watched has got an answer to each of hers. What was answered, and when, goes back as one line.
`lean` and `simulated` say what such a Telegram is made of; this file must not know.
"""

import asyncio
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from typing import Any, Final

import orjson

LONGEST_SECONDS: Final = 90.0  # of one play; a bot that takes longer has failed
TEXT_KEPT: Final = 120  # characters of an answer that are given back


class Play:
    """One list of messages, and the answers so far."""

    def __init__(self, writes: list[tuple[int, str]], watched: list[int] | None) -> None:
        self.writes: Final = writes
        self.answers: Final[list[tuple[int, str, float]]] = []
        self.over: Final = asyncio.Event()
        people = Counter(person for person, _ in writes)
        self._due = people if watched is None else Counter({who: people[who] for who in watched})
        self._missing = self._due.total()
        self._started = time.perf_counter()

    def start(self) -> None:
        """Count time from now."""
        self._started = time.perf_counter()

    def hear(self, person: int, text: str) -> None:
        """Take note of an answer."""
        seconds = time.perf_counter() - self._started
        self.answers.append((person, text[:TEXT_KEPT], seconds))
        if self._due[person] > 0:
            self._due[person] -= 1
            self._missing -= 1
            if not self._missing:
                self.over.set()


class Telegram(ABC):
    """What a play needs of a pretend Telegram."""

    play: Play | None = None

    def hear(self, person: int, text: str) -> None:
        """Take note of a message of the bot, wherever it was received."""
        if self.play is not None:
            self.play.hear(person, text)

    @abstractmethod
    async def ready(self) -> None:
        """Return when the bot waits for updates."""

    @abstractmethod
    def write(self, person: int, text: str) -> None:
        """Let a person write a text to the bot."""

    async def perform(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Play once; answers with what was heard. Raises TimeoutError."""
        play = Play([(person, text) for person, text in wish["writes"]], wish["watched"])
        async with asyncio.timeout(LONGEST_SECONDS):
            await self.ready()
            self.play = play
            play.start()
            for person, text in play.writes:
                self.write(person, text)
            await play.over.wait()
        await asyncio.sleep(wish["linger"])
        return {"answers": play.answers}


async def obey(telegram: Telegram, port: int) -> None:
    """Tell the port, then perform what standard input asks for until it ends."""
    _say({"port": port})
    while line := await asyncio.to_thread(sys.stdin.readline):
        try:
            _say(await telegram.perform(orjson.loads(line)))
        except TimeoutError:
            heard = len(telegram.play.answers) if telegram.play else "no"
            _say({"fault": f"the play was not over in {LONGEST_SECONDS:.0f} s: {heard} answers"})


def _say(words: dict[str, Any]) -> None:
    sys.stdout.write(orjson.dumps(words).decode() + "\n")
    sys.stdout.flush()
