"""A broadcast: one message of a coordinator to many, from its draft to its end. Pure values.

Must not know how it is stored, sent or shown, nor who is in the audience; see ``audience``.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.domain.broadcast.placeholder import NAME, SCHOOL, filled, longest, plain
from bot.domain.school.school import SchoolId

TEXT_ROOM = 3_600
"""Characters of a text broadcast, so that its head with two names fits Telegram's 4096."""

CAPTION_ROOM = 800
"""Characters of a caption, so that its head fits Telegram's 1024."""

LETTER_ROOM = 1_000
"""Characters of a reply to a broadcast."""

LETTER_CAPTION_ROOM = 500
"""Characters of a caption in a reply, so that its head and what is quoted fit Telegram's 1024."""

BROADCAST_ID_LENGTH = 12

FARTHEST = timedelta(days=365)
"""A broadcast can be planned for a moment within a year."""


class Medium(StrEnum):
    """What a broadcast consists of."""

    TEXT = "teks"
    PHOTO = "foto"
    DOCUMENT = "dokumen"
    VOICE = "suara"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is sent: Telegram HTML with placeholders, and a file Telegram already keeps.

    ``evaluation`` puts a button under it that opens the quarter's evaluation.
    """

    medium: Medium = Medium.TEXT
    text: str = ""
    file: str = ""
    evaluation: bool = False

    @property
    def plain(self) -> str:
        """The words without their markup."""
        return plain(self.text)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send: no file and no word."""
        return self.medium is Medium.TEXT and not self.plain.strip()

    @property
    def length(self) -> int:
        """How long the text can become for a recipient, in characters."""
        return longest(self.plain)

    @property
    def room(self) -> int:
        """How long it may become."""
        return TEXT_ROOM if self.medium is Medium.TEXT else CAPTION_ROOM

    def for_recipient(self, name: str, school: str) -> str:
        """Return the text with the names of one recipient, as Telegram HTML."""
        return filled(self.text, {NAME: name, SCHOOL: school})


class AudienceFilter(StrEnum):
    """Which teachers of the school; each has a sentence, ``audience-<value>``."""

    ALL = "semua"
    LEVEL = "jenjang"
    NOT_EVALUATED = "evaluasi"
    STEP = "langkah"
    INACTIVE = "diam"
    ONE = "orang"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant: a filter and, where it needs one, its value (a level, a step, an id)."""

    whom: AudienceFilter = AudienceFilter.ALL
    value: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One teacher of the audience, with the name the coordinator was shown."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a coordinator is composing. ``at`` is None for at once."""

    school: SchoolId
    content: Content = field(default_factory=Content)
    audience: Audience = field(default_factory=Audience)
    at: datetime | None = None
    repeats: bool = False
    important: bool = False

    def mark(self, recipients: tuple[Recipient, ...]) -> str:
        """Return what stands for exactly this draft to exactly these people."""
        at = self.at.timestamp() if self.at else None
        said = (self.school, self.content, self.audience, at, self.repeats, self.important)
        return fingerprint(repr(said), *(str(one.id) for one in recipients))


def is_id(text: str) -> bool:
    """Say whether a text can be the id of a broadcast."""
    return len(text) == BROADCAST_ID_LENGTH and text.isascii() and text.isalnum()


def fingerprint(*parts: str) -> str:
    """Return a short id made of parts; the same parts give the same id."""
    return sha256("\n".join(parts).encode()).hexdigest()[:BROADCAST_ID_LENGTH]


class Phase(StrEnum):
    """How far a broadcast is; each has a word, ``phase-<value>``."""

    WAITING = "menunggu"
    LATE = "terlambat"
    SENDING = "berjalan"
    PAUSED = "dijeda"
    STOPPED = "dihentikan"
    WITHOUT_SENDER = "tanpa-pengirim"
    DONE = "selesai"


ENDED = frozenset({Phase.STOPPED, Phase.WITHOUT_SENDER, Phase.DONE})
"""Nothing is under way any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """One message to many, or a letter of one teacher's own.

    A letter answers a message (``answers`` is its id), or shows her evaluation to her coordinators
    (``shares`` names the quarter).

    ``due`` is when it next wants to be worked on, None when it does not. ``first_at`` is when the
    first of its repetitions was to begin; all others count from there. While ``chunks`` is None its
    recipients are found when it begins. ``missed`` is when one that waits for its sender's word should
    have left; ``chosen`` says that its moment was then set by hand. ``disturbed`` counts whom an
    important one was confirmed to reach in quiet hours, ``loud_at`` is the moment it was confirmed for.
    """

    id: str
    school: SchoolId
    school_name: str
    by: int
    sender: str
    content: Content
    made_at: datetime
    phase: Phase = Phase.WAITING
    audience: Audience = field(default_factory=Audience)
    due: datetime | None = None
    repeats: bool = False
    important: bool = False
    chunks: int | None = None
    total: int = 0
    first_at: datetime | None = None
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    answers: str | None = None
    quote: str = ""
    shares: str | None = None
    missed: datetime | None = None
    chosen: bool = False
    disturbed: int = 0
    loud_at: datetime | None = None

    @property
    def confirmed_at(self) -> datetime | None:
        """The moment for which its sender said yes to disturbing people; None if she did not.

        Documents of older releases do not hold it; then it was that of the plan.
        """
        return (self.loud_at or self.first_at) if self.disturbed else None

    @property
    def is_letter(self) -> bool:
        """Whether it is one person's own: an answer, or what she shares."""
        return self.answers is not None or self.shares is not None

    @property
    def asks_to_evaluate(self) -> bool:
        """Whether it concerns only those who have not finished the quarter's evaluation."""
        return self.content.evaluation or self.audience.whom is AudienceFilter.NOT_EVALUATED

    def begun(self, now: datetime) -> "Broadcast":
        """Return it as it is while it is sent."""
        return replace(self, phase=Phase.SENDING, due=now, begun_at=self.begun_at or now)

    def ended(self, phase: Phase, now: datetime) -> "Broadcast":
        """Return it at its end. What is stopped does not come again."""
        repeats = self.repeats and phase is Phase.DONE
        return replace(self, repeats=repeats, phase=phase, due=None, ended_at=now)

    def late(self, now: datetime) -> "Broadcast":
        """Return it as it waits for its sender's word; ``due`` is when she is to be asked."""
        return replace(self, phase=Phase.LATE, missed=self.missed or self.due, due=now)

    def anew(self, key: str, now: datetime) -> "Broadcast":
        """Return a broadcast with the same words that has not begun, under another id."""
        return replace(
            self,
            id=key,
            phase=Phase.WAITING,
            due=None,
            chunks=None,
            total=0,
            made_at=now,
            begun_at=None,
            ended_at=None,
            missed=None,
            chosen=False,
            disturbed=0,
            loud_at=None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A confirmed broadcast with its recipients, as it waits in its coordinator's document."""

    broadcast: Broadcast
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A reply to a broadcast (or to a letter), as it waits in its writer's document."""

    id: str
    answers: str
    text: str
    at: datetime
    medium: Medium = Medium.TEXT
    file: str = ""
