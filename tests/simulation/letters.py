"""What must hold of everything the bot sends by itself: claimed before it leaves, few copies, a good moment.

Looks at calls as they leave and arrive, and at what is durable then; a message is known by its reason's key.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

import orjson

from bench.year_calendar import QuietTimes, here
from bot.chat.model import Incoming, Press
from bot.domain.broadcast.batch import NOBODY
from bot.domain.broadcast.order import Order
from tests.shipped import ROOT
from tests.simulation.disk import Place, VirtualDisk
from tests.simulation.ledger import Ledger
from tests.simulation.life import Course
from tests.simulation.moments import Moments
from tests.simulation.wire import SentCall

BEGINS = frozenset({"sendmessage", "sendphoto", "senddocument", "sendvoice", "copymessage"})
"""Calls that put a new message into a chat."""

HALTED = frozenset({"dijeda", "dihentikan", "tanpa-pengirim"})
RESTS = HALTED | {"terlambat"}
"""Where a broadcast waits for its sender's word."""

SETTLED = frozenset({"terkirim", "lepas", "gagal", "ragu", "lewat"})
KNOWN_SECONDS = range(3, 21)
"""What is left of a silence of 25 s that is known for long enough to be written down."""

SLACK_SECONDS = 1.0
"""So much later than its last check a message may leave; a clock that is moved meanwhile is not noticed."""


class Reason(NamedTuple):
    """Why the bot writes by itself."""

    source: str
    key: str

    @property
    def kind(self) -> str:
        """The kind of its source."""
        return self.source.partition(" ")[0]


@cache
def quiet_times() -> QuietTimes:
    """Return the quiet times as the calendar file tells them."""
    return QuietTimes(ROOT / "content" / "calendar_id.toml")


def reason_of(sent: SentCall) -> Reason | None:
    """Return the reason of a message the bot begins by itself; None for anything else."""
    if not sent.cause or sent.method not in BEGINS:
        return None
    source, key, person = sent.cause.split("|")
    return (
        Reason(source, key) if int(person) == sent.chat else None
    )  # else it tells who runs the bot


@dataclass(slots=True)
class LetterPromises:
    """What is promised of messages that nobody asked for."""

    ledger: Ledger
    disk: VirtualDisk
    moments: Moments
    kills: int = 0
    """How many processes have been killed so far."""

    clock_was_moved: bool = False
    arrived: Counter[tuple[str, int]] = field(default_factory=Counter)
    """How often each message has reached its chat."""

    ordered: Counter[str] = field(default_factory=Counter)
    """How often a broadcast was ordered to be sent again to those of whom nobody knows."""

    _waiting: set[tuple[str, int]] = field(default_factory=set)
    _noticed: set[int] = field(default_factory=set)
    _made_by: dict[str, int] = field(default_factory=dict)
    _first_life: dict[tuple[str, int], int] = field(default_factory=dict)
    _days: dict[tuple[int, date], set[str]] = field(default_factory=lambda: defaultdict(set))

    def leaves(self, sent: SentCall) -> None:
        """Look at a call that leaves the bot."""
        reason = reason_of(sent)
        if reason is None:
            return
        self._first_life.setdefault((reason.key, sent.chat), self.kills)
        self._waiting.add((reason.key, sent.chat))
        if reason.kind in {"reminder", "broadcast", "reply"}:
            self._claimed(reason, sent.chat)
        if reason.kind in {"reminder", "request"}:
            self._timely(reason, sent.chat)

    def arrives(self, sent: SentCall, result: Any) -> None:
        """Look at a message that has reached a chat."""
        del result
        reason = reason_of(sent)
        if reason is None:
            return
        which = reason.key, sent.chat
        self.arrived[which] += 1
        most = 1 + self.ordered[reason.key.partition(":")[0]]
        if self.arrived[which] > most + (self.kills > self._first_life[which]):
            self.ledger.fault("one copy more after a crash, and no more", *which)

    def answered(self, sent: SentCall) -> None:
        """Note an answer that has come."""
        if reason := reason_of(sent):
            self._waiting.discard((reason.key, sent.chat))

    def ended(self) -> None:
        """Note a process that has ended in good order: what it heard no answer to is begun once more."""
        for which in self._waiting:
            self._first_life[which] = -1
        self._waiting.clear()

    def took(self, incoming: Incoming, course: Course) -> None:
        """Note an order to send again what may have arrived."""
        match incoming.event:
            case Press(data) if course is Course.BEGUN and data.endswith(f":{Order.UNSURE_AGAIN}"):
                self.ordered[data.split(":")[3]] += 1

    def wrote(self, place: Place, content: bytes | None) -> None:
        """Note which broadcasts were made by which setting of the clock, and which settings were noticed."""
        del content
        if place[0] == "ticks":
            self._noticed.add(self.moments.jumps)
        elif place[0] == "broadcasts":
            self._made_by.setdefault(place[1], self.moments.jumps)

    def _claimed(self, reason: Reason, person: int) -> None:
        """Look whether a message that leaves is claimed."""
        if reason.kind == "reminder":
            one = document(self.disk.shown("people", str(person)))
            claim = one.get("outbound", {}).get("claim") or {}
            if one.get("quiet"):
                self.ledger.fault("nobody is reminded who has said stop", *reason, person)
            if claim.get("key") != reason.key:
                self.ledger.fault("a claim is durable before its message leaves", *reason, person)
            return
        for delivery in self._deliveries(reason.key.partition(":")[0]):
            if delivery["person"] == person and delivery.get("outcome") == "jalan":
                return
        self.ledger.fault("a claim is durable before its message leaves", *reason, person)

    def _timely(self, reason: Reason, person: int) -> None:
        """Look whether a message leaves at a good moment, by the machine's clock."""
        if self.moments.now < self.moments.moved_at + SLACK_SECONDS:
            return
        zone = document(self.disk.shown("people", str(person))).get("zone", "WIB")
        now = here(self.moments.clock() - timedelta(seconds=SLACK_SECONDS), zone)
        if quiet_times().moment(now, zone):
            self.ledger.fault("nothing begins at a quiet moment", *reason, person, now)
        if reason.kind == "reminder" and not self.clock_was_moved:
            keys = self._days[person, now.date()]
            keys.add(reason.key)
            if len(keys) > 1:
                self.ledger.fault("one reminder a day", person, now.date(), *sorted(keys))

    def _deliveries(self, broadcast: str) -> Iterator[dict[str, Any]]:
        for key in self.disk.keys("chunks"):
            if key.startswith(broadcast):
                yield from document(self.disk.shown("chunks", key)).get("deliveries", ())

    def killed(self, silent_for: int) -> None:
        """Look at a process that was killed while nothing might leave for so many seconds."""
        self.kills += 1
        is_kept = silent_for not in KNOWN_SECONDS or self.disk.was_full
        if not is_kept and self.disk.shown("pauses", "lane") is None:
            self.ledger.fault("a silence that Telegram wants outlives a kill", silent_for)

    def settled(self) -> None:
        """Look at the fate of every delivery, when all has come to rest."""
        for key in self.disk.keys("broadcasts"):
            phase = document(self.disk.shown("broadcasts", key)).get("phase")
            if phase in RESTS or self._made_by.get(key) not in self._noticed:
                continue  # a clock that is put right before anybody has looked at it
            for one in self._deliveries(key):
                fate, person = one.get("outcome", "antre"), one["person"]
                if fate not in SETTLED and phase not in HALTED:
                    self.ledger.fault(
                        "each delivery ends in a named fate", key, person, fate, phase
                    )
                arrived = self.arrived[f"{key}:{person}", person]
                if fate == "terkirim" and not arrived and person != NOBODY:
                    self.ledger.fault("what counts as sent has arrived", key, person)
                if arrived > 1 and fate != "ragu" and not one.get("first_unknown"):
                    self.ledger.fault("what has arrived twice is named", key, person, fate)
                was_tried_again = self.kills > self._first_life.get((f"{key}:{person}", person), 0)
                told = fate in {"terkirim", "ragu"} or was_tried_again or not one.get("name")
                if arrived and not told:
                    self.ledger.fault("what has arrived counts as sent", key, person, fate)


@dataclass(slots=True)
class OrderPromises:
    """What is promised of orders: after a pause nothing is claimed, after a removal nothing is made."""

    ledger: Ledger
    disk: VirtualDisk
    halted: set[str] = field(default_factory=set)
    """Broadcasts whose coordinator has been told that they stand still."""

    def turn_ended(self) -> None:
        """Note what stands still now that somebody may be told of it."""
        self.halted = {
            key
            for key in self.disk.keys("broadcasts")
            if document(self.disk.shown("broadcasts", key)).get("phase") in HALTED
        }

    def asked(self, place: Place, content: bytes | None) -> None:
        """Look at a write as it is asked for."""
        kind, key = place
        if kind != "chunks" or content is None or key[:12] not in self.halted:
            return
        before = {one["person"]: one for one in document(self.disk.shown(kind, key))["deliveries"]}
        for one in document(content)["deliveries"]:
            was = before.get(one["person"], {}).get("outcome")
            if one.get("outcome") == "jalan" and was != "jalan":
                self.ledger.fault("nothing is begun of what stands still", key, one["person"])

    def wrote(self, place: Place, content: bytes | None) -> None:
        """Look at a broadcast that has come to be: whoever made it was a coordinator."""
        if place[0] != "broadcasts" or content is None:
            return
        head = document(content)
        if head.get("answers") or not head.get("audience", True):
            return
        school = document(self.disk.shown("schools", head["school"]))
        by = {one["id"] for one in school.get("coordinators", ())}
        if head.get("phase", "menunggu") == "menunggu" and head["by"] not in by:
            self.ledger.fault("a removed coordinator is refused", place[1], head["by"])


def document(content: bytes | None) -> dict[str, Any]:
    """Return what is stored in a document; nothing for one that is not there."""
    if content is None:
        return {}
    found: dict[str, Any] = orjson.loads(content)["_default"]["1"]
    return found
