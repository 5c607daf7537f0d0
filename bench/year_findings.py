"""What was counted over a simulated year: messages of each kind, and every fault with its teacher."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from bench.year_diary import Entry


@dataclass(slots=True, kw_only=True)
class Findings:
    """What was counted over all teachers."""

    evaluation: int = 0
    nudges: int = 0
    check_backs: int = 0
    plan_days: int = 0
    asked_again: int = 0
    """Nudges that asked about a plan for the second and last time."""

    plans: int = 0
    closed: int = 0
    finished: int = 0
    per_quarter: Counter[int] = field(default_factory=Counter)
    """How many evaluations had so many messages."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    """What should not be there, each with the teacher and the moment."""

    slowed: int = 0

    def fault(self, what: str, teacher: int, entry: Entry | date) -> None:
        """Note one thing that should not be there."""
        when = f"{entry.moment:%Y-%m-%d %H:%M} UTC" if isinstance(entry, Entry) else str(entry)
        self.faults.setdefault(what, []).append(f"{teacher}, {when}")
