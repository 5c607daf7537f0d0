"""Whole worlds under one seed: the bot keeps its promises whatever happens, and every world can be replayed."""

import os
import subprocess
import sys
from unittest.mock import patch

import pytest

from bot.telegram.receive.offsets import Unconfirmed
from tests.shipped import ROOT
from tests.simulation.plan import SARI, Deed, Plan, Step
from tests.simulation.run import simulate
from tests.simulation.shrink import shortest

SEEDS, PARTS = 80, 8
"""So many worlds are lived through here, twice as many as find every planted race; `make simulate` has 2,000."""

GREETED = Plan(1, (Step(1.0, Deed.SAY, SARI, "/start"), Step(2.0, Deed.KILL)))


def test_a_world_is_the_same_each_time() -> None:
    """A plan that is carried out again leads to the same trace."""
    assert simulate(1).trace == simulate(1).trace


def test_a_world_is_the_same_in_every_process() -> None:
    """A seed leads to the same trace in a process that orders its sets otherwise."""
    command = "from tests.simulation.run import simulate; print(simulate(3).fingerprint)"
    told = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == simulate(3).fingerprint


def test_a_turn_outlives_a_kill() -> None:
    """One teacher is answered, the process is killed, and nothing of hers is lost."""
    outcome = simulate(GREETED)
    assert not outcome.faults, str(outcome)
    assert outcome.lives == 2


@pytest.mark.parametrize("part", range(PARTS))
def test_no_promise_is_broken_in_any_world(part: int) -> None:
    """Through kills, lost answers, full disks and moved clocks nothing is lost, doubled or said at night."""
    for seed in range(part, SEEDS, PARTS):
        outcome = simulate(seed)
        assert not outcome.faults, str(shortest(outcome))


def test_a_failure_is_told_with_its_seed_and_few_steps() -> None:
    """What breaks a promise is told with the seed, the steps that matter, and the trace that led there."""
    confirmed = property(lambda self: self._after)
    with patch.object(Unconfirmed, "offset", confirmed):
        found = next(outcome for outcome in map(simulate, range(20)) if outcome.faults)
        short = shortest(found)
    assert len(short.plan.steps) <= 4
    assert f"seed {found.plan.seed}: no update is confirmed before its turn" in str(short)
    assert "FAULT" in str(short)
