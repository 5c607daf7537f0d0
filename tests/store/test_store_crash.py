"""Real processes, killed at random moments: nothing acknowledged is lost (design promise 1)."""

from pathlib import Path

from bench.victims import kill_often

KILLS = 200


def test_no_kill_loses_an_acknowledged_update(data: Path) -> None:
    """After each of 200 kills the data open, whole, with all that was acknowledged."""
    tally = kill_often(data, KILLS)
    assert (tally.kills, tally.lost, tally.wrong, tally.damaged, tally.stale) == (KILLS, 0, 0, 0, 0)
    assert tally.acknowledged > KILLS  # the victims were at work
    assert tally.unfinished > 0  # and some were hit in the middle of a write
