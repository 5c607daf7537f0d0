"""The places and buttons of broadcasts, with what they carry."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.chat.button import Style
from bot.chat.moments.day import MomentDoubt
from bot.chat.routes import OfBroadcast, OfSchool, Route
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.broadcast import AudienceFilter
from bot.domain.broadcast.order import Order


@dataclass(frozen=True, slots=True)
class Writing(OfSchool):
    """Whether the draft that is written takes the place of an older one."""

    fresh: Literal["baru"] | None = None


@dataclass(frozen=True, slots=True)
class Beginning(OfSchool):
    """What is begun: to write, or with words that stand ready."""

    what: Literal["tulis", "evaluasi"]


@dataclass(frozen=True, slots=True)
class Throwing(OfSchool):
    """Whether she is sure to throw the draft away."""

    sure: Literal["ya"] | None = None


@dataclass(frozen=True, slots=True)
class SendingMarked(OfSchool):
    """The mark of exactly what was shown, and her word that it may disturb (so many)."""

    mark: str
    certain: str | None = None


@dataclass(frozen=True, slots=True)
class FilterChosen(OfSchool):
    """A filter of teachers and its value, where it needs one."""

    whom: AudienceFilter
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Paging(OfSchool):
    """A page of something."""

    page: int | None = None


@dataclass(frozen=True, slots=True)
class When(OfSchool):
    """Which of several moments is meant: why that is asked, and the moments."""

    doubt: MomentDoubt | None = None
    moments: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class AtMoment(OfSchool):
    """A moment."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Watching(OfBroadcast):
    """A broadcast and the message that shows its progress."""

    message: int | None = None


@dataclass(frozen=True, slots=True)
class Ordering(OfBroadcast):
    """An order, and what she says to the question whether it may disturb."""

    order: Order
    sure: str | None = None


@dataclass(frozen=True, slots=True)
class Later(OfBroadcast):
    """When a broadcast is to leave: as ``When``."""

    doubt: MomentDoubt | None = None
    moments: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Moving(OfBroadcast):
    """The moment a broadcast is to leave at, and what she says to the question as above."""

    moment: datetime
    sure: str | None = None


@dataclass(frozen=True, slots=True)
class Waking(OfBroadcast):
    """An order that is asked about, and its moment where it has one."""

    order: Order
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ending(OfBroadcast):
    """How deliveries ended, and a page of their names."""

    outcome: Fate
    page: int | None = None


SIAR_HOME = Route("siar.home", OfSchool)
SIAR_NEW = Route("siar.new", OfSchool)
SIAR_WRITE = Route("siar.write", Writing)
SIAR_READY = Route("siar.ready", OfSchool)
SIAR_KEPT = Route("siar.kept", Beginning)
SIAR_FRESH = Route("siar.fresh", Beginning)
SIAR_DRAFT = Route("siar.draft", OfSchool)
SIAR_TEST = Route("siar.test", OfSchool)
SIAR_LOUD = Route("siar.loud", OfSchool)
SIAR_DROP = Route("siar.drop", Throwing, style=Style.DANGER)
SIAR_SEND = Route("siar.send", SendingMarked, style=Style.PRIMARY)
SIAR_SURE = Route("siar.sure", SendingMarked, style=Style.PRIMARY)
SIAR_SOFT = Route("siar.soft", OfSchool)
SIAR_WHOM = Route("siar.whom", OfSchool)
SIAR_PEOPLE = Route("siar.people", Paging)
SIAR_NAMES = Route("siar.names", Paging)
SIAR_TO = Route("siar.to", FilterChosen)
SIAR_WHEN = Route("siar.when", When)
SIAR_NOW = Route("siar.now", OfSchool)
SIAR_AT = Route("siar.at", AtMoment)
SIAR_REPEAT = Route("siar.repeat", OfSchool)
SIAR_LIST = Route("siar.list", Paging)
SIAR_SEE = Route("siar.see", OfBroadcast)
SIAR_ONE = Route("siar.one", Watching)
SIAR_DO = Route("siar.do", Ordering)
SIAR_STOP = Route("siar.stop", OfBroadcast, style=Style.DANGER)
SIAR_WHO = Route("siar.who", Ending)
SIAR_LATER = Route("siar.later", Later)
SIAR_MOVE = Route("siar.move", Moving)
SIAR_WAKE = Route("siar.wake", Waking)
