"""A person: everything that is stored about one Telegram user, as one immutable value.

Must not know how it is stored, shown or spoken to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.broadcast.broadcast import Draft
from bot.domain.broadcast.received import HeldReply
from bot.domain.calendar.calendar import Calendar
from bot.domain.changed_copy import changed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.progress import StepProgress
from bot.domain.evaluation.development_plan import DevelopmentPlan
from bot.domain.evaluation.evaluation import Evaluation, finished
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel, StepSlug
from bot.domain.reminders.outbound import Outbound, Wishes
from bot.domain.school.school import School, SchoolId

PersonId = NewType("PersonId", int)
"""The Telegram user id; in a private chat also the chat id."""

UPDATES_KEPT = 50
"""As many updates of one person as may wait at once, so as many as a crash can hand in again."""

CONSENT_VERSION = 3
"""Rises whenever the text people agree to says something else; an older agreement is asked for again.

``python -m bot check`` refuses a text that is not this version's (``content/consent_check.py``).
"""

SCHOOL_TERMS = 2
"""Rises whenever what a coordinator sees of whoever joins her school changes; checked likewise.

Of those who joined under an older version nothing is shown that it did not name.
"""


class Address(StrEnum):
    """How a person wants to be spoken to."""

    SIR = "bapak"
    MADAM = "ibu"
    EITHER = "bapak-ibu"
    NICKNAME = "nama"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Proof of what was agreed to and when (UU 27/2022, articles 20-24)."""

    version: int
    given_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the conversation: the name of a screen with its arguments.

    ``screen`` is an explicit name such as ``steps.page``, never a Python name, because it is
    stored. ``draft`` holds what an open question has to remember until it is answered.
    """

    screen: str
    args: tuple[str, ...] = ()
    draft: Mapping[str, str] = field(default_factory=dict)


WELCOME = Place("welcome.hello")
MENU = Place("menu.main")

_UNTRIED, _NO_WISHES, _NOTHING_SENT = Coaching(), Wishes(), Outbound()
"""What nearly everybody begins with: one for all, so that none is made for each document that is read."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The page a person read last: a step and the name of one of its pages."""

    step: StepSlug
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Everything stored about one teacher, coordinator or administrator. Moments are aware, in UTC."""

    id: PersonId
    consent: Consent | None
    seen_at: datetime
    address: Address | None = None
    nickname: str | None = None
    level: SchoolLevel | None = None
    subject: str | None = None
    subject_asked: bool = False
    zone: Zone | None = None
    progress: Mapping[StepSlug, StepProgress] = field(default_factory=dict)
    bookmark: Bookmark | None = None
    coaching: Coaching = field(default_factory=lambda: _UNTRIED)
    evaluations: tuple[Evaluation, ...] = ()
    """Evaluations finished or broken off, one a quarter, in order of time."""

    evaluating: Evaluation | None = None
    """The evaluation begun and not finished yet."""

    plans: tuple[DevelopmentPlan, ...] = ()
    school: SchoolId | None = None
    shown_name: str | None = None
    """The name her coordinator sees; agreed to when she joined her school."""

    joined_at: datetime | None = None
    """When she joined her school; None for whoever did before this was kept."""

    school_terms: int = 1
    """Which version of what her coordinator sees she agreed to when she joined."""

    invited: str | None = None
    """The code of an invitation she came with and has not answered yet."""

    wishes: Wishes = field(default_factory=lambda: _NO_WISHES)
    outbound: Outbound = field(default_factory=lambda: _NOTHING_SENT)
    composing: Draft | None = None
    """The broadcast a coordinator is writing."""

    held: HeldReply | None = None
    """Her words that may be a reply to a broadcast, until she says so."""

    replied: tuple[str, ...] = ()
    """Broadcasts and letters she answered, newest last."""

    place: Place = field(default_factory=lambda: WELCOME)
    quiet: bool = False
    reachable: bool = True
    updates: tuple[int, ...] = ()
    """Ids of the last updates handled, newest last. An update that is handed in again after a
    crash is recognised by equality, because Telegram may begin to count anew.
    """

    @property
    def focus(self) -> tuple[StepSlug, ...]:
        """The steps chosen to work on in the newest evaluation that was finished."""
        return next((e.focus for e in reversed(finished(self.evaluations))), ())

    @property
    def focus_chosen_at(self) -> datetime | None:
        """When that focus was chosen: when its evaluation was finished."""
        return next((e.finished_at for e in reversed(finished(self.evaluations))), None)

    @property
    def may_be_stored(self) -> bool:
        """Whether a valid consent stands, without which nothing may be saved."""
        consent = self.consent
        return (
            consent is not None
            and consent.withdrawn_at is None
            and consent.version >= CONSENT_VERSION
        )

    @property
    def stands_by_consent(self) -> bool:
        """Whether she agreed, to this text or an older one, and has not taken it back."""
        return self.consent is not None and self.consent.withdrawn_at is None

    @property
    def agreed_before(self) -> bool:
        """Whether she agreed, and not to the text as it is now: nothing of hers is lost by that."""
        consent = self.consent
        is_valid = consent is not None and consent.withdrawn_at is None
        return is_valid and not self.may_be_stored

    @property
    def is_registered(self) -> bool:
        """Whether every question of the registration has an answer."""
        return self.may_be_stored and None not in (self.address, self.level, self.zone)

    def calendar(self, school: School | None, calendar: Calendar) -> Calendar:
        """Return the calendar that holds for the person in her school, or alone without one."""
        return self.wishes.calendar(school.calendar(calendar) if school else calendar)

    def after(self, update: int, now: datetime) -> "Person":
        """Return the person as she is while this update is handled: seen, reachable, noted."""
        updates = (*self.updates, update)[-UPDATES_KEPT:]
        return changed(self, seen_at=now, reachable=True, updates=updates)

    def at(self, screen: str, *args: str, draft: Mapping[str, str] | None = None) -> "Person":
        """Return the same person standing at another place."""
        return changed(self, place=Place(screen, args, draft or {}))


def guest(person_id: PersonId, now: datetime) -> Person:
    """Return somebody about whom nothing is stored: a reader, or one who has not agreed yet."""
    return Person(id=person_id, consent=None, seen_at=now)
