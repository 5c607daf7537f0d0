"""Real processes, killed at random moments: nothing acknowledged is lost (design promise 1)."""

from pathlib import Path

from bench.victims import kill_often

KILLS = 30
WITH_WRITER = 10
"""Enough to see a fault of each run of the tests; `make crash` kills 1,000 times."""


def test_no_kill_loses_an_acknowledged_update(data: Path) -> None:
    """After each of so many kills the data open, whole, with all that was acknowledged, and no half."""
    tally = kill_often(data, KILLS)
    assert (tally.kills, tally.lost, tally.wrong, tally.damaged, tally.stale) == (KILLS, 0, 0, 0, 0)
    assert tally.half == 0
    assert tally.acknowledged > KILLS  # the victims were at work
    assert (
        tally.together > KILLS / 10
    )  # some of it in several documents, also where a life does little
    assert tally.unfinished > 0  # and some were hit in the middle of a write


def test_no_kill_of_bot_and_writer_together_loses_an_acknowledged_update(data: Path) -> None:
    """The same holds when the process that writes is killed in the middle of its work."""
    tally = kill_often(data, WITH_WRITER, with_writer=True)
    lost = (tally.lost, tally.wrong, tally.damaged, tally.stale)
    assert (tally.kills, tally.half, *lost) == (WITH_WRITER, 0, 0, 0, 0, 0)
    assert tally.acknowledged > WITH_WRITER
