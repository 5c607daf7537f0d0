"""How much a whole cycle asks of a teacher's thumb."""

from tests.chat.dialogue import FOLDER

TAPS_MOST = 12
"""Taps of a cycle besides her own words, from the step's page to its close."""


def test_a_cycle_takes_twelve_taps() -> None:
    """From "Langsung ke tugas" to "Selesai" the transcript of a whole cycle has no more taps."""
    done = (FOLDER / "coaching.txt").read_text(encoding="utf-8").splitlines()
    begun = done.index("> [Langsung ke tugas]")
    closed = done.index("> [Selesai]")
    taps = [line for line in done[begun : closed + 1] if line.startswith("> [")]
    assert len(taps) <= TAPS_MOST, taps
