"""What accompanies a task while it is tried: a model, a rehearsal, a plan, one thing to look for.

Immutable values, each part of which may be missing. Must not know the cycle that asks for them, nor
the file they came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Aid(StrEnum):
    """What a teacher may prepare for a lesson (the words of the source document, in its order)."""

    PLAN = "rpp"
    TOOL = "alat"
    MODEL = "contoh"
    SHEET = "lkpd"


class SignKind(StrEnum):
    """How what pupils showed is told."""

    NUMBER = "angka"
    LINE = "kalimat"


@dataclass(frozen=True, slots=True)
class SmallVersion:
    """The task on a day with little time: its minutes and what is left of it (Telegram HTML)."""

    minutes: int
    html: str


@dataclass(frozen=True, slots=True)
class Model:
    """What the task sounds or looks like, word for word (Telegram HTML), and its words to copy."""

    html: str
    copied: str


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Two minutes of trying it out: what to write or say, and three looks of her own at it."""

    html: str
    looks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """The one thing pupils show in this task, as a question, and how it is answered."""

    question: str
    kind: SignKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """All that accompanies one task.

    ``models`` are by kind of school (the word of its SchoolLevel), ``model`` is for all others,
    ``counsellor`` for guru BK.
    ``if_then`` are plans to tap and change, ``evidence`` says what fits, ``again`` what to change in
    the second try.
    """

    small: SmallVersion | None = None
    model: Model | None = None
    models: Mapping[str, Model] = field(default_factory=dict[str, Model])
    counsellor: Model | None = None
    rehearsal: Rehearsal | None = None
    if_then: tuple[str, ...] = ()
    prepares: tuple[Aid, ...] = ()
    sign: Sign | None = None
    evidence: str = ""
    again: str = ""

    def model_for(self, level: str | None, *, counsels: bool = False) -> Model | None:
        """Return the model to show to a teacher of this level, or to a guru BK.

        Without one of her own she is shown the model for all, else the first there is.
        """
        if counsels and self.counsellor:
            return self.counsellor
        own = self.models.get(level) if level else None
        return own or self.model or next(iter(self.models.values()), self.counsellor)


NO_GUIDE = Guide()
"""What accompanies a task about which nothing is written."""
