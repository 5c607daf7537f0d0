"""The diary of a simulated year: what each teacher did and got, in the order in which it happened.

Written by the simulation, read by the check. Must not know any rule of the bot.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What happened to a teacher. The detail of an entry is said in brackets."""

    JOINED = "registered (her zone)"
    MOVED = "lives in another zone (the zone)"
    RHYTHM = "chose how often she is nudged (the rhythm)"
    SIGN = "did something in the chat"
    PAUSED = "paused (until when)"
    STOPPED = "stopped the bot"
    RETURNED = "came back after stopping"
    BLOCKED = "blocked the bot"
    UNBLOCKED = "unblocked the bot"
    FINISHED = "finished an evaluation"
    SKIPPED = "left a quarter's evaluation out"
    UNSKIPPED = "took that back"
    SNOOZED = "asked to be reminded later (the choice)"
    BEGAN = "made a step the active one (the step)"
    PUT_OFF = "put the active step off (the step)"
    PLANNED = "planned a day for a try (step and day)"
    TRIED = "said that she has tried it (the step)"
    DROPPED = "left a task for another (the step)"
    CLOSED = "closed a step, on whatever path (the step)"
    PLAN_BEGAN = "wrote a line of a development plan (its quarter)"
    PLAN_DAY = "chose a day of it (quarter and day)"
    PLAN_WENT = "said how it went (its quarter)"
    LETTER = "got a message the bot began (its text)"
    NO_BUTTON = "missed a button she wanted to press (which)"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; ``moment`` is in UTC, by the clock of that time."""

    kind: Kind
    moment: datetime
    detail: str = ""
    buttons: tuple[str, ...] = ()


@dataclass(slots=True)
class Diary:
    """Everything that happened in the year, by teacher, and when the bot did not run."""

    entries: dict[int, list[Entry]] = field(default_factory=dict)
    down: list[tuple[datetime, datetime]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """How often the simulation did what: ticks, restarts and so on."""

    begins: datetime | None = None
    ends: datetime | None = None

    def write(
        self,
        teacher: int,
        kind: Kind,
        moment: datetime,
        detail: str = "",
        buttons: tuple[str, ...] = (),
    ) -> Entry:
        """Add an entry."""
        entry = Entry(kind, moment, detail, buttons)
        self.entries.setdefault(teacher, []).append(entry)
        return entry

    def count(self, what: str, times: int = 1) -> None:
        """Count something the simulation did."""
        self.counts[what] = self.counts.get(what, 0) + times

    def told(self) -> Mapping[str, int]:
        """Return all counts, in the order in which they were first made."""
        return dict(self.counts)
