"""What a picture of levels shows, in words a person reads. Must not draw."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One step in a picture: its label, its level before and now; None where it was skipped.

    ``note`` says in a word why there is none now, where that is not that it was skipped.
    """

    label: str
    before: int | None
    now: int | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPicture:
    """Everything a picture of levels shows, in words a person reads.

    ``before`` is None when there is nothing to compare with. ``levels`` names 1 to 4.
    """

    title: str
    now: str
    before: str | None
    skipped: str
    levels: tuple[str, ...]
    rows: tuple[LevelRow, ...]
