"""The places and buttons of what she did and wrote, and of the free journal, with what they carry.

An entry is named by what it holds, never by its place in a list, so that a button under an old
message never opens, changes or deletes another one.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bot.chat.button import Style
from bot.chat.routes import Bare, Route
from bot.domain.coaching.journal import JournalPart
from bot.domain.history.entry import EntryKind
from bot.domain.programme.programme import StepSlug


@dataclass(frozen=True, slots=True)
class OfEntry:
    """An entry."""

    kind: EntryKind
    key: str


@dataclass(frozen=True, slots=True)
class OfAnswer(OfEntry):
    """One answer in an entry, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class EntryPiece(OfEntry):
    """A piece of evidence in an entry, counted from 0, and when it was kept."""

    nth: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Levelling(OfEntry):
    """A level chosen anew."""

    level: int


@dataclass(frozen=True, slots=True)
class EntriesFrom:
    """Where a list begins, and of which step it is; of all without one."""

    start: int = 0
    step: StepSlug | None = None


@dataclass(frozen=True, slots=True)
class Journalling:
    """When an entry of the journal was begun, and which part is asked."""

    at: datetime
    part: JournalPart


@dataclass(frozen=True, slots=True)
class EntryDay(OfEntry):
    """A day for an entry."""

    day: date


LIST = Route("history.list", EntriesFrom)
STEPS = Bare("history.steps")
ENTRY = Route("history.entry", OfEntry)
CHANGE = Route("history.change", OfEntry)
WRITE = Route("history.write", OfAnswer)
EMPTY = Route("history.empty", OfAnswer)
LISTEN = Route("history.listen", OfAnswer)
LEVEL = Route("history.level", OfEntry)
LEVELLED = Route("history.levelled", Levelling)
DAY = Route("history.day", OfEntry)
ON_DAY = Route("history.on", EntryDay)
ADD = Route("history.add", OfEntry)
GATE = Route("history.gate", OfEntry)
GATED = Route("history.gated", OfEntry)
PIECE = Route("history.piece", EntryPiece)
ASK_PIECE = Route("history.askout", EntryPiece, Style.DANGER)
DROP_PIECE = Route("history.out", EntryPiece, Style.DANGER)
ASK = Route("history.ask", OfEntry, Style.DANGER)
DROP = Route("history.drop", OfEntry, Style.DANGER)

JOURNAL_BEGIN = Bare("journal.begin")
JOURNAL = Route("journal.write", Journalling)
JOURNAL_PASS = Route("journal.pass", Journalling)

HINT = Bare("history.hint")
KEEP = Bare("history.keep")
