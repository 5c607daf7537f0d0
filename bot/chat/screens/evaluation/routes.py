"""The places and buttons of the quarter's evaluation, with what they carry."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.chat.button import Style
from bot.chat.routes import Bare, QuarterName, Route
from bot.domain.evaluation.development_plan import PlanLine
from bot.domain.evaluation.evaluation import EvaluationPart, IntentionOutcome
from bot.domain.programme.programme import StepSlug


@dataclass(frozen=True, slots=True)
class OfQuarter:
    """A quarter, like 2026-Q4."""

    quarter: QuarterName


@dataclass(frozen=True, slots=True)
class QuarterStep(OfQuarter):
    """A quarter and a step."""

    step: StepSlug


@dataclass(frozen=True, slots=True)
class Judging(QuarterStep):
    """An item and its level."""

    level: int


@dataclass(frozen=True, slots=True)
class Focusing(QuarterStep):
    """A step to be put into the focus, or out of it."""

    wish: Literal["on", "off"]


@dataclass(frozen=True, slots=True)
class OfPart(OfQuarter):
    """A part after the items."""

    part: EvaluationPart


@dataclass(frozen=True, slots=True)
class OfLine(OfQuarter):
    """A line of the plan."""

    line: PlanLine


@dataclass(frozen=True, slots=True)
class PlanDay(OfQuarter):
    """A day of the plan, to be put in or out."""

    day: date
    wish: Literal["on", "off"]


@dataclass(frozen=True, slots=True)
class Going(OfQuarter):
    """How a quarter's plan went."""

    outcome: IntentionOutcome


@dataclass(frozen=True, slots=True)
class OfClosing(OfQuarter):
    """The quarter whose intention is looked back at; ``then`` if an evaluation begins after that."""

    then: Literal["evaluasi"] | None = None


@dataclass(frozen=True, slots=True)
class Becoming(OfQuarter):
    """What became of a quarter's intention; ``then`` as in ``OfClosing``."""

    outcome: IntentionOutcome
    then: Literal["evaluasi"] | None = None


@dataclass(frozen=True, slots=True)
class Viewing(OfQuarter):
    """An evaluation that is read; ``shared`` if she comes from sharing it."""

    shared: Literal["dibagikan"] | None = None


@dataclass(frozen=True, slots=True)
class Giving(OfQuarter):
    """What is shared: its mark and when that was asked, in seconds since 1970."""

    mark: str
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Comparing(OfQuarter):
    """A quarter and the one to compare it with, once it is chosen."""

    other: QuarterName | None = None


@dataclass(frozen=True, slots=True)
class QuartersFrom:
    """Where a list begins."""

    start: int | None = None


EVALUATION_OPEN = Bare("evaluation.open")
EVALUATION_START = Bare("evaluation.start")
EVALUATION_HELLO = Bare("evaluation.hello")
EVALUATION_GO = Route("evaluation.go", OfQuarter, style=Style.PRIMARY)
EVALUATION_ANEW = Route("evaluation.anew", OfQuarter)
EVALUATION_BECAME = Route("evaluation.became", OfClosing)
EVALUATION_BECOMES = Route("evaluation.becomes", Becoming)
EVALUATION_HOW = Route("evaluation.how", OfClosing)
EVALUATION_NO_HOW = Route("evaluation.nohow", OfClosing)
EVALUATION_PLANNED = Route("evaluation.planned", OfQuarter)
EVALUATION_PLANNED_WENT = Route("evaluation.planwent", Going)
EVALUATION_PLANNED_HOW = Route("evaluation.planhow", OfQuarter)
EVALUATION_PLANNED_NO_HOW = Route("evaluation.noplanhow", OfQuarter)
EVALUATION_LENGTH = Route("evaluation.length", OfQuarter)
EVALUATION_WHOLE = Route("evaluation.whole", OfQuarter)
EVALUATION_NAME = Route("evaluation.name", OfQuarter)
EVALUATION_NAMING = Route("evaluation.naming", Focusing)
EVALUATION_MORE = Route("evaluation.more", OfQuarter)
EVALUATION_SHORT = Route("evaluation.short", OfQuarter)
EVALUATION_ITEM = Route("evaluation.item", QuarterStep)
EVALUATION_LEVEL = Route("evaluation.level", Judging)
EVALUATION_SKIP = Route("evaluation.skip", QuarterStep)
EVALUATION_EXAMPLES = Route("evaluation.examples", QuarterStep)
EVALUATION_PUPILS = Route("evaluation.pupils", OfQuarter)
EVALUATION_PRIVATE = Route("evaluation.private", OfQuarter)
EVALUATION_KEEP = Route("evaluation.keep", OfQuarter)
EVALUATION_PART = Route("evaluation.part", OfPart)
EVALUATION_PASS = Route("evaluation.pass", OfPart)
EVALUATION_OTHERS = Route("evaluation.others", OfPart)
EVALUATION_STRENGTH = Route("evaluation.strength", OfQuarter)
EVALUATION_TAKE_STRENGTH = Route("evaluation.strength", QuarterStep)
EVALUATION_FOCUS = Route("evaluation.focus", OfQuarter)
EVALUATION_TOGGLE_FOCUS = Route("evaluation.focus", Focusing)
EVALUATION_FOCUSED = Route("evaluation.focused", OfQuarter, style=Style.PRIMARY)
EVALUATION_INTENTION = Route("evaluation.intention", OfQuarter)
EVALUATION_SUMMARY = Route("evaluation.summary", OfQuarter)
EVALUATION_SAVE = Route("evaluation.save", OfQuarter, style=Style.PRIMARY)
EVALUATION_DONE = Route("evaluation.done", OfQuarter)
EVALUATION_ANSWERS = Route("evaluation.answers", OfQuarter)
EVALUATION_EDIT = Route("evaluation.edit", OfQuarter)
EVALUATION_VIEW = Route("evaluation.view", Viewing)
EVALUATION_SHARE = Route("evaluation.share", OfQuarter)
EVALUATION_GIVE = Route("evaluation.give", Giving)
EVALUATION_HISTORY = Route("evaluation.history", QuartersFrom)
EVALUATION_COMPARE = Route("evaluation.compare", Comparing)
EVALUATION_PICTURE = Route("evaluation.picture", Comparing)
EVALUATION_PLAN = Route("evaluation.plan", OfQuarter)
EVALUATION_LINE = Route("evaluation.line", OfLine)
EVALUATION_NOLINE = Route("evaluation.noline", OfLine)
EVALUATION_DAYS = Route("evaluation.days", OfQuarter)
EVALUATION_DAY = Route("evaluation.day", PlanDay)
EVALUATION_WENT = Route("evaluation.went", Going)
EVALUATION_WENT_HOW = Route("evaluation.wenthow", OfQuarter)
EVALUATION_NO_WENT = Route("evaluation.nowent", OfQuarter)
