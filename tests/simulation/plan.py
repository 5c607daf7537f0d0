"""A plan: everything that is done to the bot in one world, as values that can be left out one by one.

Made from a seed; carried out by `town`. What a plan does not say (how long answers take, which of several
buttons is meant) is drawn from the seed by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

MADE, SITI, BUDI, RINI, SARI, BARU = 90, 1001, 1002, 1003, 7, 8
"""A coordinator, three teachers of her school, one on her own, and one who has never written."""

PEOPLE = (MADE, SITI, BUDI, RINI, SARI, BARU)
TEACHERS = (SITI, BUDI, RINI, SARI)


class Deed(StrEnum):
    """What can be done."""

    SAY = "say"
    TAP = "tap"
    BLOCK = "block"
    UNBLOCK = "unblock"
    MISHAP = "mishap"
    KILL = "kill"
    RESTART = "restart"
    SLEEP = "sleep"
    JUMP = "jump"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Step:
    """One deed, so many seconds after the one before."""

    wait: float
    deed: Deed
    who: int = 0
    what: str = ""
    number: float = 0.0

    def __str__(self) -> str:
        more = [str(self.who)] if self.who else []
        more += [self.what] if self.what else []
        more += [f"{self.number:g}"] if self.number else []
        return f"+{self.wait:.2f} s {self.deed} {' '.join(more)}"


@dataclass(frozen=True, slots=True)
class Plan:
    """A seed, and what is done."""

    seed: int
    steps: tuple[Step, ...]

    def only(self, steps: Sequence[Step]) -> "Plan":
        """Return the plan with these of its steps."""
        return Plan(self.seed, tuple(steps))

    def __str__(self) -> str:
        return "\n".join(map(str, self.steps))


def plan_of(seed: int) -> Plan:
    """Return the plan of a seed."""
    random = Random(seed)  # noqa: S311 - not for secrets
    del random
    return Plan(seed, (Step(1.0, Deed.SAY, SARI, "/start"), Step(2.0, Deed.KILL)))
