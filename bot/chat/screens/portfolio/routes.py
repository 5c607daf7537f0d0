"""The places and buttons of what she takes out of the bot, with what they carry."""

from dataclasses import dataclass
from datetime import datetime

from bot.chat.routes import Bare, Route
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

    quarter: str
    page: int | None = None


COPY_HOME = Route("salin.home", CopiesFrom)
COPY_CYCLE = Route("salin.cycle", OfCycle)
COPY_QUARTER = Route("salin.quarter", QuarterPage)
SUMMARY_OFFER = Bare("salin.summary")
SUMMARY_SEND = Bare("salin.send")
