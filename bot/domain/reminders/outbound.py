"""What is kept of the messages the bot begins by itself, and what is planned next. Values only.

The rules stand in ``reminder`` and ``evaluation_reminder``.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.calendar.allowed import Hours
from bot.domain.calendar.calendar import SATURDAY, Calendar, MoveReason, Window
from bot.domain.calendar.quarter import local
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.development_plan import DevelopmentPlan
from bot.domain.evaluation.evaluation import History
from bot.domain.lease import Claim
from bot.domain.person.zone import Zone


class Rhythm(StrEnum):
    """How often a person wants to be nudged."""

    WEEKLY = "pekanan"
    FORTNIGHTLY = "dua-pekan"
    MONTHLY = "bulanan"
    OFF = "mati"


class Stage(StrEnum):
    """The occasions of the evaluation's messages, in their order."""

    HEADS_UP = "kabar"
    OPENING = "buka"
    FOLLOW_UP = "susul-1"
    SECOND_FOLLOW_UP = "susul-2"
    LAST_DAY = "terakhir"
    CATCH_UP = "susulan"
    SNOOZED = "tunda"


class Topic(StrEnum):
    """What a message of the bot's own is about, the most urgent first."""

    EVALUATION = "evaluasi"
    CHECK_BACK = "cek"
    PLAN = "rencana"
    DIGEST = "ringkasan"
    NUDGE = "langkah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """When and how often a person wants to be written to; her own clock."""

    weekday: int = 1
    hour: time = time(15, 30)
    rhythm: Rhythm = Rhythm.WEEKLY
    paused_until: datetime | None = None
    digest: bool = True
    """Whether a coordinator wants the week in her schools told."""

    def calendar(self, calendar: Calendar) -> Calendar:
        """Return the calendar for somebody with these wishes: who chose Saturday may get it."""
        return calendar.with_saturdays() if self.weekday == SATURDAY else calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationMessages:
    """What was said about one quarter's evaluation."""

    quarter: str
    sent: tuple[Stage, ...] = ()
    last_sent: datetime | None = None
    snoozed_until: datetime | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """How often she was asked about which promise without an answer; ``earlier`` tells it of others.

    A step that was put off may be taken up again, and its promise with it.
    """

    key: str
    times: int
    earlier: tuple[tuple[str, int], ...] = ()
    at: datetime | None = None
    """When she was asked last; None where an earlier release asked."""


@dataclass(frozen=True, slots=True)
class PlanSaid:
    """What was said of the development plan with this key: all days until one, and the question.

    ``times`` is how often she was asked how it went without an answer.
    """

    key: str
    until: date | None = None
    times: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbound:
    """What the bot began by itself, as far as the next decision needs it.

    ``due_at`` is the moment of the next message, computed whenever the person changes.
    """

    due_at: datetime | None = None
    written_on: date | None = None
    nudged_on: date | None = None
    digested_on: date | None = None
    unanswered: int = 0
    cycle: EvaluationMessages | None = None
    asked: Asked | None = None
    """The promise she was asked about last."""

    plan_said: PlanSaid | None = None
    """What was said of the development plan she was reminded of last."""

    quoted: str = ""
    """The quarter, like 2026-Q4, in which a message last quoted her intention: once in each is enough."""

    recent: tuple[str, ...] = ()
    """Keys of the last messages sent, so that none goes out twice whatever the clock does."""

    unsure: tuple[str, ...] = ()
    """Keys of the last messages of which nobody knows whether they arrived, or whether they did twice."""

    lapse_told_at: datetime | None = None
    """When she was told, or could not be, that her data go after so long without a sign."""

    claim: Claim | None = None
    """The message that is leaving; after a crash the one that perhaps has left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningFacts:
    """What the rules need of a person.

    ``has_step`` tells whether there is a step to nudge about, ``has_digest`` whether there are
    schools to tell her about; ``promise`` is the one she has not said anything about yet, ``plan`` the
    development plan whose days she is reminded of.
    """

    id: int
    zone: Zone | None
    history: History
    seen_at: datetime
    has_step: bool
    has_digest: bool = False
    promise: Promise | None = None
    plan: DevelopmentPlan | None = None
    wishes: Wishes = field(default_factory=Wishes)
    outbound: Outbound = field(default_factory=Outbound)

    @property
    def hours(self) -> Hours:
        """When this person may be written to."""
        return Hours(
            zone=self.zone,
            hour=self.wishes.hour,
            paused_until=self.wishes.paused_until,
            written_on=self.outbound.written_on,
        )

    def day(self, moment: datetime) -> date:
        """Return the day a moment falls on by the person's own clock."""
        return local(moment, self.zone).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The next message for a person: when, what, and what moved it there."""

    moment: datetime
    topic: Topic
    key: str
    stage: Stage | None = None
    window: Window | None = None
    reasons: tuple[MoveReason, ...] = ()
    promise: Promise | None = None
    plan: DevelopmentPlan | None = None
    day: date | None = None
    """The day of the plan it is about."""
