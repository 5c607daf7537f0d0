"""What the doctor found out about one thing. A value; must not look at anything itself."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How well something is."""

    WELL = "ok"
    DOUBTFUL = "warn"
    """The bot runs with it; somebody should look."""

    ILL = "FAIL"
    """The bot cannot run, or loses something."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's: what was looked at, how it is, and what to do about it."""

    about: str
    state: State
    told: str
    advice: str = ""
    """What to do; empty when all is well."""

    def __str__(self) -> str:
        line = f"{self.state:<4}  {self.about:<12}  {self.told}"
        return f"{line}; {self.advice}" if self.advice else line


def well(about: str, told: str) -> Finding:
    """Return that something is as it should be."""
    return Finding(about, State.WELL, told)


def doubtful(about: str, told: str, advice: str) -> Finding:
    """Return that somebody should look."""
    return Finding(about, State.DOUBTFUL, told, advice)


def ill(about: str, told: str, advice: str) -> Finding:
    """Return that the bot cannot run like this, or loses something."""
    return Finding(about, State.ILL, told, advice)
