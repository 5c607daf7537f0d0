"""What goes wrong, and when: a plan from a seed, as values. Pure; `run` carries it out.

The same seed and the same number of kills give the same plan. What meets what still differs from run to run:
processes and a database are not told when to do their next step.
"""

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

LEASE_SECONDS: Final = 13.0
"""For so long somebody leads without a word (``cluster/leader``): a stop lasts longer."""

CLAIM_SECONDS: Final = 120.0
"""For so long a message is claimed (``domain/lease``); a few stops last longer than that, too."""


class Deed(StrEnum):
    """What can be done."""

    KILL = "kill -9"
    STOP = "SIGSTOP beyond a lease, then SIGCONT"
    RESTART = "database restarted (fast)"
    CRASH = "database restarted (immediate)"
    CUT = "connections cut"
    FILL = "all connections taken by others"
    REMOVE = "coordinator removed"
    MIX = "newer release beside the former"
    UPGRADE = "newer release everywhere"


@dataclass(frozen=True, slots=True)
class Step:
    """One deed: when (seconds since the beginning), on which process, for how long or with what share."""

    at: float
    deed: Deed
    slot: int = 0
    amount: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much of everything; ``pace`` is the mean of the seconds between two kills."""

    kills: int
    pace: float = 1.5
    stops: int = 0
    long_stops: int = 0
    restarts: int = 0
    cuts: int = 0
    fills: int = 0
    removals: int = 0
    upgrades: bool = True
    stop_seconds: float = LEASE_SECONDS + 2

    @classmethod
    def of(cls, kills: int) -> "Scale":
        """Return what belongs to so many kills: 20 restarts to a thousand."""
        return cls(
            kills=kills,
            stops=max(1, kills // 25),
            long_stops=kills // 500,
            restarts=max(2, kills // 50),
            cuts=max(2, kills // 20),
            fills=max(1, kills // 100),
            removals=max(1, kills // 25),
        )

    @property
    def seconds(self) -> float:
        """How long it goes on."""
        return self.kills * self.pace


@dataclass(frozen=True, slots=True)
class Plan:
    """A seed and what is done, in its order."""

    seed: int
    scale: Scale
    steps: tuple[Step, ...]


def plan_of(seed: int, scale: Scale, weights: tuple[int, ...]) -> Plan:
    """Return the plan of a seed. ``weights`` say how often each process is meant, relative to the others."""
    random = Random(seed)
    slots = range(len(weights))

    def when() -> float:
        return random.uniform(0.03, 0.97) * scale.seconds

    def slot() -> int:
        return random.choices(slots, weights)[0]

    steps = [Step(when(), Deed.KILL, slot()) for _ in range(scale.kills)]
    steps += [
        Step(when(), Deed.STOP, slot(), scale.stop_seconds + random.uniform(0, 4))
        for _ in range(scale.stops)
    ]
    steps += [
        Step(random.uniform(0.1, 0.6) * scale.seconds, Deed.STOP, slot(), CLAIM_SECONDS + 5)
        for _ in range(scale.long_stops)
    ]
    steps += [
        Step(when(), Deed.CRASH if number % 2 else Deed.RESTART) for number in range(scale.restarts)
    ]
    steps += [Step(when(), Deed.CUT, 0, random.uniform(0.2, 1)) for _ in range(scale.cuts)]
    steps += [Step(when(), Deed.FILL, 0, random.uniform(2, 8)) for _ in range(scale.fills)]
    steps += [Step(when(), Deed.REMOVE) for _ in range(scale.removals)]
    if scale.upgrades:
        steps += [Step(0.4 * scale.seconds, Deed.MIX), Step(0.6 * scale.seconds, Deed.UPGRADE)]
    return Plan(seed, scale, tuple(sorted(steps, key=lambda step: step.at)))
