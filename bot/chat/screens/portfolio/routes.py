"""The places and buttons of what she takes out of the bot, with what they carry."""

from dataclasses import dataclass
from datetime import datetime

from bot.chat.files.sending import Paper
from bot.chat.routes import Bare, QuarterName, Route
from bot.domain.programme.programme import StepSlug


@dataclass(frozen=True, slots=True)
class CopiesFrom:
    """Where a list begins."""

    start: int | None = None


@dataclass(frozen=True, slots=True)
class OfCycle:
    """A cycle of a step by the second in which it was begun, and which page of its fields."""

    step: StepSlug
    begun: datetime
    page: int | None = None


@dataclass(frozen=True, slots=True)
class QuarterPage:
    """A quarter, like 2026-Q4, and which page of its fields."""

    quarter: QuarterName
    page: int | None = None


@dataclass(frozen=True, slots=True)
class OfCycleField:
    """One field of a cycle, by its name and the try it tells of, and which page of it."""

    step: StepSlug
    begun: datetime
    name: str
    nth: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class OfQuarterField:
    """One field of a quarter, and which page of it."""

    quarter: QuarterName
    name: str
    nth: int
    page: int | None = None


COPY_HOME = Route("salin.home", CopiesFrom)
COPY_CYCLE = Route("salin.cycle", OfCycle)
COPY_QUARTER = Route("salin.quarter", QuarterPage)
COPY_ONE_OF_CYCLE = Route("salin.isi", OfCycleField)
COPY_ONE_OF_QUARTER = Route("salin.isiq", OfQuarterField)


@dataclass(frozen=True, slots=True)
class OfPaper:
    """A paper of one page."""

    paper: Paper


PAPER = Route("salin.lembar", OfPaper)
PRACTICE = Route("salin.praktik", OfCycle)
SUMMARY_OFFER = Bare("salin.summary")
SUMMARY_SEND = Bare("salin.send")
