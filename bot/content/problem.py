"""What is wrong in a content file, where, and what to do about it.

A value: problems are collected and shown all at once, never raised one by one.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a file. ``line`` counts from 1; ``advice`` says what to do, in English."""

    path: Path
    line: int
    fault: str
    advice: str
    is_warning: bool = False
    """Worth mending, but the bot may run."""

    def __str__(self) -> str:
        kind = "warning: " if self.is_warning else ""
        return f"{self.path}:{self.line}: {kind}{self.fault}; {self.advice}"


@dataclass(slots=True)
class ProblemList:
    """Collects the problems of one file while it is read."""

    path: Path
    found: list[Problem]

    def add(self, line: int, fault: str, advice: str, *, is_warning: bool = False) -> None:
        """Note a fault at a line (counted from 1) and what the editor should do."""
        self.found.append(Problem(self.path, line, fault, advice, is_warning))
