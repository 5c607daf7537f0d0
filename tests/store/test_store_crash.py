"""Real processes, killed at random moments: nothing acknowledged is lost (design promise 1)."""

from pathlib import Path

from bench.victims import Tally, kill_often

KILLS = 30
WITH_WRITER = 10
"""Enough to see a fault of each run of the tests; `make crash` kills 1,000 times."""


def are_at_work(tally: Tally) -> bool:
    """Say whether the victims did something, some of it in several documents and some hit in the middle of it."""
    is_varied = tally.together > KILLS / 10 and tally.unfinished > 0
    return is_varied and tally.acknowledged > KILLS


def test_no_kill_loses_an_acknowledged_update(data: Path) -> None:
    """After each of so many kills the data open, whole, with all that was acknowledged, and no half."""
    tally = kill_often(data, KILLS, is_enough=are_at_work)
    assert tally.kills >= KILLS
    assert (tally.lost, tally.wrong, tally.damaged, tally.stale, tally.half) == (0, 0, 0, 0, 0)
    assert are_at_work(tally)


def test_no_kill_of_bot_and_writer_together_loses_an_acknowledged_update(data: Path) -> None:
    """The same holds when the process that writes is killed in the middle of its work."""
    tally = kill_often(
        data, WITH_WRITER, with_writer=True, is_enough=lambda one: one.acknowledged > WITH_WRITER
    )
    assert tally.kills >= WITH_WRITER
    assert (tally.lost, tally.wrong, tally.damaged, tally.stale, tally.half) == (0, 0, 0, 0, 0)
    assert tally.acknowledged > WITH_WRITER
