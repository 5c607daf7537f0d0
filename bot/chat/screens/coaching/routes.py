"""The places and buttons of the coaching cycle, with what they carry.

Each carries the step and which try of it is meant, so that a button under an old message never
acts on another try.
"""

from dataclasses import dataclass
from datetime import date

from bot.chat.button import Style
from bot.chat.routes import Bare, Route
from bot.chat.screens.steps.routes import OfStep
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import SchoolLevel, StepSlug, TaskSlug


@dataclass(frozen=True, slots=True)
class OfTask:
    """A task of a step, and whether in its small version."""

    step: StepSlug
    task: TaskSlug
    small: int = 0


@dataclass(frozen=True, slots=True)
class OfSwap:
    """A step to be begun, and the active one she was asked about."""

    step: StepSlug
    before: StepSlug | None = None


@dataclass(frozen=True, slots=True)
class OfTry:
    """A try of a step, counted from 0."""

    step: StepSlug
    number: int


@dataclass(frozen=True, slots=True)
class OfModel:
    """The model of a try's task for a level of school she chooses."""

    step: StepSlug
    number: int
    level: SchoolLevel


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th of something in a try: a look, an example, a question, a level."""

    step: StepSlug
    number: int
    nth: int


@dataclass(frozen=True, slots=True)
class OfPiece:
    """A piece of evidence by its place, with what tells it from the one that may stand there later."""

    step: StepSlug
    number: int
    nth: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Ticking:
    """The n-th look in a try, or its aid, with whether it is so."""

    step: StepSlug
    number: int
    nth: int
    chosen: int


@dataclass(frozen=True, slots=True)
class TickingAid:
    """Something to prepare for a try, in or out."""

    step: StepSlug
    number: int
    aid: Aid
    chosen: int


@dataclass(frozen=True, slots=True)
class OfDay:
    """The day on which a try is to take place."""

    step: StepSlug
    number: int
    day: date


GO_ON = Bare("coach.now", style=Style.PRIMARY)
BEGIN = Route("coach.begin", OfStep, style=Style.PRIMARY)
SWAP = Route("coach.swap", OfStep)
SWAPPED = Route("coach.swapped", OfSwap)
ASIDE = Route("coach.aside", OfStep)

TASKS = Route("coach.tasks", OfStep)
TASK = Route("coach.task", OfTask)
TRY_TASK = Route("coach.try", OfTask, style=Style.PRIMARY)
OWN = Route("coach.own", OfStep)

MODEL = Route("coach.model", OfTry)
MODEL_OF = Route("coach.modelof", OfModel)
READ = Route("coach.read", OfTry, style=Style.PRIMARY)
REHEARSE = Route("coach.say", OfTry)
UNREHEARSED = Route("coach.unsaid", OfTry)
LOOKS = Route("coach.looks", OfTry)
LOOK = Route("coach.look", Ticking)
HEAR = Route("coach.hear", OfTry)
LOOKED = Route("coach.looked", OfTry, style=Style.PRIMARY)

DAYS = Route("coach.days", OfTry)
DAY = Route("coach.day", OfDay)
GROUP = Route("coach.group", OfTry)
NO_GROUP = Route("coach.nogroup", OfTry)
WORDS = Route("coach.words", OfTry)
EXAMPLE = Route("coach.if", Nth)
NO_WORDS = Route("coach.nowords", OfTry)
AIDS = Route("coach.aids", OfTry)
AID = Route("coach.aid", TickingAid)
SETTLED = Route("coach.settled", OfTry, style=Style.PRIMARY)

WAIT = Route("coach.wait", OfTry)
TRIED = Route("coach.tried", OfTry)
CLAIMED = Route("coach.claimed", OfTry)
LATER = Route("coach.later", OfTry)
SMALL = Route("coach.small", OfTry)
OTHER = Route("coach.other", OfTry)

PUPILS = Route("coach.pupils", OfTry)
NO_SIGN = Route("coach.nosign", OfTry)
PROOF = Route("coach.proof", OfTry)
PROVEN = Route("coach.proven", OfTry)
UNPROVEN = Route("coach.unproven", OfPiece, style=Style.DANGER)
PROOF_AGAIN = Route("coach.seen", Nth)
PIECE = Route("coach.piece", OfPiece)
GATE = Route("coach.gate", OfTry)
GATED = Route("coach.gated", OfTry)
UNGATED = Route("coach.ungated", OfTry)
REFLECT = Route("coach.look-back", Nth)
UNREFLECTED = Route("coach.pass", Nth)
PRIVATE = Route("coach.private", OfTry)
KEEP_PRIVATE = Route("coach.keep", OfTry)
REWRITE = Route("coach.rewrite", OfTry)

AGAIN = Route("coach.again", OfTry)
ONCE_MORE = Route("coach.more", OfTry)
ENOUGH = Route("coach.enough", OfTry)
LEVEL = Route("coach.level", OfStep)
CHOSEN_LEVEL = Route("coach.chosen", Nth)
SUMMARY = Route("coach.sum", OfStep)
CLOSE = Route("coach.close", OfStep, style=Style.PRIMARY)
DONE = Route("coach.done", OfStep)
HABIT = Route("coach.habit", OfStep)
IS_HABIT = Route("coach.usual", OfStep)
