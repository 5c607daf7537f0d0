"""What people do in a run: teachers write, a coordinator sends broadcasts. Each goes on only when hers was taken.

Whoever is told that hers was not saved sends it again, as she is asked to. Knows screens by their buttons alone.
"""

import asyncio
from dataclasses import dataclass, field
from random import Random
from typing import Final

from bench.chaos.host.balancer import Balancer
from bench.chaos.host.database import Database
from bench.chaos.ledger import Ledger
from bench.chaos.telegram import Telegram
from bench.chaos.town import MADE, SCHOOL

NOT_SAVED: Final = "Maaf, yang tadi belum tersimpan"
FAILED: Final = "Maaf, ada gangguan di pihak kami"
LOST: Final = "no acknowledged turn is lost"
TAKEN: Final = "every update is taken in the end"
PRESS: Final = "q"
FAILURE: Final = "no turn fails by a fault of the bot's"
TURN_SECONDS: Final = 180.0
"""Nobody waits longer for an update to be taken: then the run says so."""

JOURNAL: Final = "/refleksi"
QUESTIONS: Final = 4
SEEN_SECONDS: Final = 0.1
SCREEN_SECONDS: Final = 3.0

KNOWN: Final = (
    "SELECT document->'updates' @> to_jsonb(%s::bigint) FROM documents_people WHERE key = %s"
)


@dataclass(slots=True)
class Streets:
    """What all people use."""

    telegram: Telegram
    balancer: Balancer
    database: Database
    ledger: Ledger
    random: Random
    over: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when nobody is to begin anything more."""

    async def say(self, person: int, text: str) -> None:
        """Write, until it is saved."""
        while not await self._is_saved(person, self.telegram.say(person, text), text):
            await self._wait()

    async def tap(self, person: int, data: str, message: int = 0) -> None:
        """Press, until it is saved."""
        while not await self._is_saved(person, self.telegram.tap(person, data, message), data):
            await self._wait()

    async def _wait(self) -> None:
        await asyncio.sleep(self.random.uniform(0.5, 2))

    async def _is_saved(self, person: int, key: str, what: str) -> bool:
        """Wait until an update is answered with 200; False when she was told that it is not saved."""
        try:
            async with asyncio.timeout(TURN_SECONDS):
                number = await self.balancer.taken(key)
        except TimeoutError:
            return self._is_given_up(person, key, what)
        rows = await self.database.ask(KNOWN, number, str(person))
        if rows and rows[0][0]:
            return True
        last = "".join(str(one.get("text", "")) for one in self.telegram.shown(person)[-2:])
        if NOT_SAVED in last:
            self.ledger.note("told that it is not saved", f"{person}, update {number}: {what}")
            return False
        promise = FAILURE if FAILED in last else LOST
        self.ledger.fault(promise, f"{person}, update {number}: {what}")
        return True  # what is broken is told; she goes on

    def _is_given_up(self, person: int, key: str, what: str) -> bool:
        """Note that nobody took an update; a press lives for two minutes and a half only, and is made again."""
        if key.startswith(PRESS):
            self.ledger.note("a press went out of date", f"{person}: {what}")
            return False
        self.ledger.fault(TAKEN, f"{person}: {what}")
        return True


@dataclass(slots=True)
class Writer:
    """A teacher who writes journal entries, each of four texts that stand nowhere else."""

    streets: Streets
    person: int
    pause: float
    written: list[str] = field(default_factory=list)
    """What is in her document, for all she knows."""

    async def live(self) -> None:
        """Write until it is over."""
        streets = self.streets
        while not streets.over.is_set():
            await streets.say(self.person, JOURNAL)
            for _ in range(QUESTIONS):
                text = f"Anak-anak mencoba cara baru, catatan {self.person}-{len(self.written):05}."
                await streets.say(self.person, text)
                self.written.append(text)
                await asyncio.sleep(streets.random.uniform(0, 2 * self.pause))


@dataclass(slots=True)
class Announcer:
    """A coordinator who writes to her teachers now and then."""

    streets: Streets
    pause: float
    most: int
    sent: list[str] = field(default_factory=list)
    """The words of what she was answered 200 for."""

    async def live(self) -> None:
        """Send broadcasts until it is over."""
        streets = self.streets
        for number in range(self.most):
            if streets.over.is_set():
                return
            await self._send(f"Kabar nomor {number:04} untuk Bapak dan Ibu.")
            await asyncio.sleep(streets.random.uniform(0.5, 1.5) * self.pause)

    async def _send(self, words: str) -> None:
        """Write one, and press the button that sends it as soon as there is one."""
        streets = self.streets
        await streets.tap(MADE, f"siar:fresh:{SCHOOL}:tulis")
        await streets.say(MADE, words)
        while not await self._is_there(words):
            if button := await self._button(words):
                await streets.tap(MADE, *button)
            else:
                await streets.tap(MADE, f"siar:draft:{SCHOOL}")
        self.sent.append(words)

    async def _is_there(self, words: str) -> bool:
        rows = await self.streets.database.ask(
            "SELECT 1 FROM documents_broadcasts WHERE position(%s in document::text) > 0", words
        )
        return bool(rows)

    async def _button(self, words: str) -> tuple[str, int] | None:
        """Return the newest button that sends, and its message; None when none is shown for long."""
        for _ in range(round(SCREEN_SECONDS / SEEN_SECONDS)):
            shown = self.streets.telegram.shown(MADE)[-4:]
            for message in reversed([one for one in shown if words in one.get("text", "")]):
                rows = message.get("reply_markup", {}).get("inline_keyboard", ())
                data = [button.get("callback_data", "") for row in rows for button in row]
                for one in data:
                    if one.startswith("siar:send:"):
                        return one, message["message_id"]
            await asyncio.sleep(SEEN_SECONDS)
        return None
