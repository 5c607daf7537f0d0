"""A school: its name, zone, coordinators, invitations, and how its calendar differs. Pure.

Must not know its teachers; they name their school.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from typing import NewType

from bot.domain.calendar.calendar import Calendar, Period, Window
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.zone import Zone
from bot.domain.roster.levels import ToldLevels
from bot.domain.school.news import News

SchoolId = NewType("SchoolId", str)
"""Eight characters a-z 0-9; stands in links and button data."""

SCHOOL_ID_LENGTH = 8
SECRET_LENGTH = 22
"""Characters of base64url: 128 random bits, which nobody guesses."""

CODE_LENGTH = 1 + SCHOOL_ID_LENGTH + SECRET_LENGTH
"""Whom it invites, the school, the secret."""

FORMER_KEPT = 20
"""Names of former coordinators, for the two years the log is kept."""

MARK_LENGTH = 12
"""Characters of a fingerprint that tell the few links of one school apart."""

QUARTERS_KEPT = 12
"""Quarters whose levels stay told: three years."""

TEACHER_CODE, COORDINATOR_CODE = "g", "k"
"""The first letter of a link's code says whom it invites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """The open invitation for teachers. It is shown again and printed, so it is kept as it is."""

    secret: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A one-time link that makes somebody a coordinator; only its fingerprint is kept.

    With ``replaces`` she takes the place of whoever made it.
    """

    fingerprint: str
    made_by: int
    made_at: datetime
    expires_at: datetime
    used_by: int | None = None
    replaces: bool = False

    @property
    def mark(self) -> str:
        """What a button names the link by; it opens nothing."""
        return self.fingerprint[:MARK_LENGTH]

    def is_waiting(self, now: datetime) -> bool:
        """Say whether somebody could still use the link."""
        return self.used_by is None and now < self.expires_at

    def is_of(self, person: int) -> bool:
        """Say whether a person came by this link, or could give it to herself."""
        return self.used_by == person or (self.used_by is None and self.made_by == person)

    def is_open_to(self, person: int, now: datetime) -> bool:
        """Say whether the link is good for a person: unused, or hers by a doubled tap."""
        return self.used_by in (None, person) and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Somebody who looks after a school, and the name under which she does."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """One school. ``shifts`` moves the window of a quarter (``2026-Q4``) by days."""

    id: SchoolId
    name: str
    zone: Zone
    npsn: str | None = None
    coordinators: tuple[Coordinator, ...] = ()
    former: tuple[Coordinator, ...] = ()
    """Who was one once: without any right, but the audit log names her."""

    invite: Invite | None = None
    handovers: tuple[Handover, ...] = ()
    shifts: Mapping[str, int] = field(default_factory=dict)
    quiet: tuple[Period, ...] = ()
    """Days on which the bot begins no message to this school's teachers."""

    saturdays: bool = False
    """Whether its week has six days, so that a message may come on a Saturday."""

    levels: Mapping[str, ToldLevels] = field(default_factory=dict)
    """What was told of each quarter's levels: told once, it stays as it is (decision 18)."""

    news: tuple[News, ...] = ()
    """What people are still to be told."""

    def window(self, calendar: Calendar, quarter: Quarter) -> Window:
        """Return the window of a quarter as this school has it."""
        return calendar.window(quarter).shifted(self.shifts.get(str(quarter), 0))

    def calendar(self, calendar: Calendar) -> Calendar:
        """Return the calendar with this school's own week and quiet days in it."""
        calendar = calendar.with_saturdays() if self.saturdays else calendar
        return calendar.with_periods(self.quiet) if self.quiet else calendar

    def keeping(self, levels: Mapping[str, ToldLevels]) -> "School":
        """Return the school with the levels told of quarters of which nothing was told before."""
        kept = {**levels, **self.levels}
        return replace(self, levels={one: kept[one] for one in sorted(kept)[-QUARTERS_KEPT:]})

    def coordinator(self, person: int) -> Coordinator | None:
        """Return the coordinator with this id, None if she is none (any more)."""
        return next((one for one in self.coordinators if one.id == person), None)

    def without(self, person: int) -> "School":
        """Return the school with a coordinator who is one no more; nothing changes for others.

        Neither the link she came by nor one she made and nobody used lets her in again.
        """
        gone = self.coordinator(person)
        if gone is None:
            return self
        left = tuple(one for one in self.coordinators if one.id != person)
        known = tuple(one for one in self.former if one.id != person)
        return replace(
            self,
            coordinators=left,
            former=(*known, gone)[-FORMER_KEPT:],
            handovers=tuple(one for one in self.handovers if not one.is_of(person)),
        )

    def has_open(self, fingerprint: str, person: int, now: datetime) -> bool:
        """Say whether there is a one-time link of this fingerprint that is good for a person."""
        return any(
            one.fingerprint == fingerprint and one.is_open_to(person, now) for one in self.handovers
        )

    def waiting_links(self, now: datetime) -> tuple[Handover, ...]:
        """Return the one-time links that somebody could still use, the newest first."""
        return tuple(one for one in reversed(self.handovers) if one.is_waiting(now))

    def named(self, person: int) -> str | None:
        """Return the name under which somebody is, or was, coordinator here."""
        return next((one.name for one in self.coordinators + self.former if one.id == person), None)

    @property
    def teacher_code(self) -> str | None:
        """The code of the open invitation, None while it is closed."""
        return f"{TEACHER_CODE}{self.id}{self.invite.secret}" if self.invite else None


@dataclass(frozen=True, slots=True)
class Code:
    """A link's code, taken apart; whether it opens anything is another question."""

    kind: str
    school: SchoolId
    secret: str

    @classmethod
    def parse(cls, text: str) -> "Code | None":
        """Return the parts of a code, None for what cannot be one."""
        if len(text) != CODE_LENGTH:
            return None
        if text[0] not in (TEACHER_CODE, COORDINATOR_CODE):
            return None
        return cls(text[0], SchoolId(text[1 : 1 + SCHOOL_ID_LENGTH]), text[1 + SCHOOL_ID_LENGTH :])

    def __str__(self) -> str:
        return f"{self.kind}{self.school}{self.secret}"


def fingerprint_of(secret: str) -> str:
    """Return what is kept of a one-time secret."""
    return sha256(secret.encode()).hexdigest()


def opens_for_teacher(school: School, code: Code) -> bool:
    """Say whether a code is the school's open invitation; compared in constant time."""
    return (
        code.kind == TEACHER_CODE
        and school.invite is not None
        and compare_digest(school.invite.secret.encode(), code.secret.encode())
    )


def handover_for(school: School, code: Code, person: int, now: datetime) -> Handover | None:
    """Return the handover a code opens for a person: unused (or used by her), not expired."""
    if code.kind != COORDINATOR_CODE:
        return None
    fingerprint = fingerprint_of(code.secret)
    for handover in school.handovers:
        if compare_digest(handover.fingerprint, fingerprint) and handover.is_open_to(person, now):
            return handover
    return None
