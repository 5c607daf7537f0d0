"""Makes a failing plan short: leaves out steps as long as the same promise is broken (ddmin).

Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, IEEE TSE 28 (2), 2002.
"""

from itertools import pairwise

from tests.simulation.plan import Step
from tests.simulation.run import Outcome, simulate

MOST_TRIES = 150
"""Worlds that are tried at most; each takes tens of milliseconds."""


def promise(outcome: Outcome) -> str:
    """Return which promise was broken first; nothing if none was."""
    return outcome.faults[0].partition(":")[0] if outcome.faults else ""


def shortest(outcome: Outcome, most: int = MOST_TRIES) -> Outcome:
    """Return the outcome of the shortest plan found that breaks the same promise."""
    broken, best, tries, parts = promise(outcome), outcome, 0, 2
    while len(best.plan.steps) > 1 and parts <= len(best.plan.steps) and tries < most:
        for kept in complements(best.plan.steps, parts):
            tries += 1
            found = simulate(best.plan.only(kept))
            if promise(found) == broken:
                best, parts = found, max(parts - 1, 2)
                break
            if tries >= most:
                break
        else:
            if parts == len(best.plan.steps):
                break
            parts = min(2 * parts, len(best.plan.steps))
    return best


def complements(steps: tuple[Step, ...], parts: int) -> list[tuple[Step, ...]]:
    """Return the steps without each of so many parts, the last part first."""
    edges = [len(steps) * number // parts for number in range(parts + 1)]
    return [steps[:start] + steps[end:] for start, end in reversed(list(pairwise(edges)))]
