"""What kind of teacher somebody is, from a seed: where she lives, what she wishes, what she does.

Values only; ``year_life`` acts on them.
"""

import random
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

DAYS = 365
ZONES = ("WIB", "WITA", "WIT")
ANSWERS = ("tried", "tried", "later", "other", "")
HOURS = ("0700", "1000", "1330", "1530", "1630", "1900")


class Habit(StrEnum):
    """What sets a teacher apart, and how many of a hundred are like that."""

    PLAIN = "does nothing special"
    SILENT = "ignores everything"
    PAUSES = "pauses"
    SNOOZES = "asks to be reminded later"
    SKIPS = "leaves a quarter out"
    BLOCKS = "blocks and unblocks"
    MOVES = "moves to another zone"
    STOPS = "stops and returns"
    BUSY = "is in the chat every few days"


SHARES = {
    Habit.PLAIN: 26,
    Habit.SILENT: 18,
    Habit.PAUSES: 12,
    Habit.SNOOZES: 12,
    Habit.SKIPS: 6,
    Habit.BLOCKS: 8,
    Habit.MOVES: 6,
    Habit.STOPS: 6,
    Habit.BUSY: 6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """One teacher. ``evaluates_after`` so many messages about it; 0 is never."""

    zone: str
    weekday: str
    hour: str
    rhythm: str
    habit: Habit
    joins: timedelta
    evaluates_after: int
    halts: bool
    """Begins an evaluation, stops in the middle, and ends it at the next message."""

    opens_nudges: float
    """How likely it is that she follows a message about her step."""

    cycles: int
    """How often in the year she sits down to begin a step or to go on with one."""

    answers: str
    """What she mostly says when asked whether she has tried it; empty is nothing."""


def habits_of(number: int, seed: int) -> Habits:
    """Return the habits of a teacher, the same for the same number and seed."""
    chance = random.Random(f"{seed}/{number}")
    habit = chance.choices(list(SHARES), weights=list(SHARES.values()))[0]
    silent = habit is Habit.SILENT
    return Habits(
        zone=chance.choices(ZONES, weights=(6, 2, 1))[0],
        weekday=str(chance.randrange(5)),
        hour=chance.choice(HOURS),
        rhythm=chance.choices(
            ("pekanan", "dua-pekan", "bulanan", "mati"), weights=(7, 2, 1, 0 if silent else 1)
        )[0],
        habit=habit,
        joins=timedelta(days=chance.randrange(60), minutes=15 * chance.randrange(96)),
        evaluates_after=0 if silent else chance.choice((0, 0, 1, 1, 1, 2, 2, 3)),
        halts=chance.random() < 0.2,
        opens_nudges=0.0 if silent else chance.choice((0.0, 0.3, 0.9)),
        cycles=chance.choice((0, 2, 5, 12)),
        answers=chance.choice(ANSWERS),
    )
