"""What a run came to, read from the database and from what the pretend Telegram heard: a row for each promise."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, NamedTuple

from bench.chaos.host.database import Database
from bench.chaos.host.fleet import Fleet
from bench.chaos.ledger import Arrival, Ledger
from bench.chaos.people import FAILURE, LOST, Announcer, Writer
from bench.chaos.removal import CHANGES, SEES, Removals
from bench.chaos.town import Town

ALIVE: Final = "nothing is claimed while the claim of another runs"
NAMED: Final = "each delivery ends in a named state"
ARRIVED: Final = "what counts as sent has arrived, and what has arrived counts"
ONCE: Final = "an order makes one broadcast"
TOLD: Final = (
    "what arrives twice is named: unknown, or sent after a beginning nobody knows the end of"
)
TWICE: Final = "what arrives twice was in flight at a kill, a stop or a lost database"

SETTLED: Final = frozenset({"terkirim", "lepas", "gagal", "ragu", "lewat"})
SENT, UNKNOWN, QUEUED = "terkirim", "ragu", "antre"
FLIGHT_SECONDS: Final = 5.0
"""So soon after it was sent a message is written down by a process that lives, and has its database."""

BUT_REMINDERS: Final = "Kabar nomor"

DELIVERIES: Final = """SELECT b.key, b.document->'content'->>'text', b.document->>'phase', d
FROM documents_broadcasts b JOIN documents_chunks c ON c.document->>'broadcast' = b.key,
jsonb_array_elements(c.document->'deliveries') d"""
TAKEN_ALIVE: Final = "SELECT what, was, became FROM chaos.taken_alive"
PEOPLE: Final = "SELECT key, document FROM documents_people"


class Copies(NamedTuple):
    """What arrived more than once: the state it ended in, and whether what is stored says that it may have."""

    fate: str
    named: bool
    got: list[Arrival]


@dataclass(slots=True)
class Verdict:
    """Looks at everything once all has come to rest."""

    ledger: Ledger
    database: Database
    fleet: Fleet
    town: Town
    writers: list[Writer]
    announcer: Announcer
    removals: Removals
    seen: Counter[str]

    async def look(self) -> None:
        """Put down whatever was broken, and count what was seen."""
        await self._turns()
        await self._claims()
        copies = await self._broadcasts()
        copies += await self._reminders()
        self._duplicates(copies)
        self._pace()

    async def _turns(self) -> None:
        """Look for every text that was acknowledged in the document of whoever wrote it."""
        documents = {key: json.dumps(document) for key, document in await self.database.ask(PEOPLE)}
        for writer in self.writers:
            document = documents[str(writer.person)]
            for text in writer.written:
                self.seen["texts"] += 1
                if text not in document:
                    self.ledger.fault(LOST, f"{text!r} is not in the document at the end")

    async def _claims(self) -> None:
        rows = await self.database.ask(TAKEN_ALIVE)
        for what, was, became in rows:
            self.ledger.fault(ALIVE, f"{what}: {was} -> {became}")

    async def _broadcasts(self) -> list[Copies]:
        """Look at each delivery; return what arrived more than once, with the state it ended in."""
        fates: dict[tuple[str, int], str] = {}
        perhaps: set[tuple[str, int]] = set()
        heads: defaultdict[str, set[str]] = defaultdict(set)
        for key, words, phase, one in await self.database.ask(DELIVERIES):
            fate = one.get("outcome", QUEUED)
            self.seen["deliveries"] += 1
            self.seen[f"fate {fate}"] += 1
            fates[words, one["person"]] = fate
            if fate == UNKNOWN or one.get("first_unknown"):
                perhaps.add((words, one["person"]))
            heads[words].add(key)
            if fate not in SETTLED:
                self.ledger.fault(
                    NAMED, f"broadcast {key} ({phase}) to {one['person']}: {one}", at=0
                )
        self.seen["broadcasts"] = len(heads)
        for words in self.announcer.sent:
            if len(heads[words]) != 1:
                self.ledger.fault(ONCE, f"{words!r}: {sorted(heads[words])}")
        arrived = self._arrived(fates)
        for (words, person), fate in fates.items():
            got = arrived[words, person]
            if (fate == SENT) > bool(got) or (bool(got) and fate not in {SENT, UNKNOWN}):
                self.ledger.fault(ARRIVED, f"{words!r} to {person}: {fate}, {len(got)} arrived")
        self.seen["named"] += len(perhaps)
        return [
            Copies(fates[which], which in perhaps, got)
            for which, got in arrived.items()
            if len(got) > 1
        ]

    def _arrived(self, fates: dict[tuple[str, int], str]) -> dict[tuple[str, int], list[Arrival]]:
        found: defaultdict[tuple[str, int], list[Arrival]] = defaultdict(list)
        recipients = set(self.town.recipients)
        texts = {words for words, _ in fates}
        for one in self.ledger.arrivals:
            if one.chat in recipients and BUT_REMINDERS in one.text:
                words = next(words for words in texts if words in one.text)
                found[words, one.chat].append(one)
        return found

    async def _reminders(self) -> list[Copies]:
        """Look at each who was due a reminder; return what arrived more than once."""
        got: defaultdict[int, list[Arrival]] = defaultdict(list)
        for one in self.ledger.arrivals:
            got[one.chat].append(one)
        documents = dict(await self.database.ask(PEOPLE))
        copies = []
        for person in self.town.reminded:
            outbound = documents[str(person)].get("outbound", {})
            self.seen["reminders"] += 1
            if not outbound.get("recent") or outbound.get("claim"):
                self.ledger.fault(NAMED, f"reminder to {person}: {outbound}", at=0)
            named = bool(outbound.get("unsure"))
            self.seen["named"] += named
            if not got[person] and not named:
                self.ledger.fault(ARRIVED, f"reminder to {person}: {outbound}, none arrived")
            if len(got[person]) > 1:
                copies.append(Copies("", named, got[person]))
        return copies

    def _duplicates(self, copies: list[Copies]) -> None:
        """Look whether each further copy is named, and comes from one whose first sender was hit."""
        for fate, named, got in copies:
            if not named:
                self.ledger.fault(TOLD, f"{fate} {got[0].chat} {got[0].text[:60]!r}", got[-1].at)
            self.seen["twice"] += 1
            self.seen["twice and unknown"] += fate == UNKNOWN
            self.seen["twice and sent"] += fate != UNKNOWN
            for first, again in pairwise(got):
                if len(got) > 2 or not self._was_hit(first, again):
                    self.ledger.fault(
                        TWICE, f"{fate} {got[0].chat} {[tuple(one)[:3] for one in got]}", first.at
                    )

    def _was_hit(self, first: Arrival, again: Arrival) -> bool:
        """Say whether whoever sent the first copy was killed, or stopped, before it could be written down."""
        life = next(
            one for one in self.fleet.lives if (one.slot, one.number) == (first.slot, first.life)
        )
        hits = [begin for begin, _ in life.stops] + [life.ended or again.at + 1]
        return any(first.at - FLIGHT_SECONDS <= hit <= again.at for hit in hits)

    def _pace(self) -> None:
        """Find the second in which the most messages were taken: a figure, on a machine as busy as this."""
        moments = [one.at for one in self.ledger.arrivals]
        begin = 0
        for end, moment in enumerate(moments):
            while moments[begin] <= moment - 1.0:
                begin += 1
            self.seen["most in a second"] = max(end - begin + 1, self.seen["most in a second"])

    def rows(self) -> list[tuple[str, str, int]]:
        """Return each promise, what it was looked at on, and how often it was broken."""
        seen, broken = self.seen, self.ledger.broken
        deliveries = f"{seen['deliveries']:,} deliveries of {seen['broadcasts']:,} broadcasts, {seen['reminders']:,} reminders"
        twice = f"{seen['twice']:,} arrived twice: {seen['twice and sent']:,} sent, {seen['twice and unknown']:,} unknown"
        tries = f"{self.removals.tries:,} presses ({self.removals.worked:,} before had worked)"
        looked: dict[str, Any] = {
            LOST: f"{len(self.ledger.acknowledged):,} updates answered 200, {seen['texts']:,} texts",
            FAILURE: f"{self.ledger.counts['told that it is not saved']:,} told that it is not saved, and sent again",
            ALIVE: "every claim and lead, by triggers",
            NAMED: deliveries,
            ARRIVED: f"{seen[f'fate {SENT}']:,} sent, {seen[f'fate {UNKNOWN}']:,} unknown",
            ONCE: f"{len(self.announcer.sent):,} orders answered 200",
            TWICE: twice,
            TOLD: f"{seen['named']:,} named, of these {seen['twice']:,} arrived twice",
            CHANGES: tries,
            SEES: f"{self.removals.looks:,} looks",
        }
        rest = {fault.promise for fault in self.ledger.faults} - looked.keys()
        return [(promise, str(words), broken(promise)) for promise, words in looked.items()] + [
            (promise, "", broken(promise)) for promise in sorted(rest)
        ]
