"""The places and buttons of the messages the bot begins, with what they carry."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from bot.chat.moments.day import MomentDoubt
from bot.chat.routes import Bare, QuarterName, Route
from bot.domain.reminders.outbound import Rhythm

Snooze = Literal["1jam", "besok", "pekan"]
HowMoved = Literal["maju", "tenang"]
WishKind = Literal["day", "hour", "rhythm", "pause"]
PauseLength = Literal["pekan", "bulan"]
OnOff = Literal["hidup", "mati"]


@dataclass(frozen=True, slots=True)
class OfWindow:
    """The quarter of the evaluation a message was about."""

    quarter: QuarterName | None = None


@dataclass(frozen=True, slots=True)
class Snoozing:
    """The quarter and how long she wants to wait."""

    quarter: QuarterName
    until: Snooze


@dataclass(frozen=True, slots=True)
class Snoozed:
    """Why it is not the moment she chose, if a rule of ours moved it."""

    why: HowMoved | None = None


@dataclass(frozen=True, slots=True)
class DigestWish:
    """Whether the weekly digest comes."""

    wanted: OnOff


@dataclass(frozen=True, slots=True)
class Wishing:
    """A wish that is asked about."""

    wish: WishKind


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A day of the week, 0 for Monday."""

    day: int


@dataclass(frozen=True, slots=True)
class AtHour:
    """An hour."""

    hour: time


@dataclass(frozen=True, slots=True)
class HourChoices:
    """Hours to choose from; the first word may say that they are those of a part of the day."""

    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HowOften:
    """A rhythm."""

    rhythm: Rhythm


@dataclass(frozen=True, slots=True)
class Pausing:
    """One of the pauses offered."""

    pause: PauseLength


@dataclass(frozen=True, slots=True)
class DayChoices:
    """Which of several days is meant: why that is asked, and the days."""

    doubt: MomentDoubt | None = None
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class OnDay:
    """A day."""

    day: date


REMIND_MAIN = Bare("remind.main")
REMIND_RESUME = Bare("remind.resume")
REMIND_WAKE = Bare("remind.wake")
REMIND_DIGEST = Route("remind.digest", DigestWish)
REMIND_SNOOZE = Route("remind.snooze", Snoozing)
REMIND_SNOOZED = Route("remind.snoozed", Snoozed)
REMIND_SKIP = Route("remind.skip", OfWindow)
REMIND_SKIPPED = Route("remind.skipped", OfWindow)
REMIND_UNSKIP = Route("remind.unskip", OfWindow)
REMIND_LATER = Bare("remind.later")

WISH_ASK = Route("wish.ask", Wishing)
WISH_DAY = Bare("wish.day")
WISH_SET_DAY = Route("wish.day", OnWeekday)
WISH_HOUR = Route("wish.hour", HourChoices)
WISH_SET_HOUR = Route("wish.hour", AtHour)
WISH_RHYTHM = Bare("wish.rhythm")
WISH_SET_RHYTHM = Route("wish.rhythm", HowOften)
WISH_PAUSE = Route("wish.pause", DayChoices)
WISH_SET_PAUSE = Route("wish.pause", Pausing)
WISH_UNTIL = Route("wish.until", OnDay)
