"""Whole worlds under one seed: the bot keeps its promises whatever happens, and every world can be replayed."""

import os
import subprocess
import sys

from tests.shipped import ROOT
from tests.simulation.plan import SARI, Deed, Plan, Step
from tests.simulation.run import simulate

GREETED = Plan(1, (Step(1.0, Deed.SAY, SARI, "/start"), Step(2.0, Deed.KILL)))


def test_a_world_is_the_same_each_time() -> None:
    """A plan that is carried out again leads to the same trace."""
    assert simulate(GREETED).trace == simulate(GREETED).trace


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
