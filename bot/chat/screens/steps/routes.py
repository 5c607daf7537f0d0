"""The places and buttons of the 13 steps, with what they carry."""

from dataclasses import dataclass

from bot.chat.routes import Bare, Route
from bot.domain.coaching.progress import Status
from bot.domain.programme.programme import SchoolLevel, StepSlug


@dataclass(frozen=True, slots=True)
class OfStep:
    """A step."""

    step: StepSlug


@dataclass(frozen=True, slots=True)
class OfPage:
    """A page of a step, by its name, and the level it is read for if that is not her own."""

    step: StepSlug
    page: str
    level: SchoolLevel | None = None


@dataclass(frozen=True, slots=True)
class Marking:
    """A step and how far she says she is."""

    step: StepSlug
    status: Status


STEPS_LIST = Bare("steps.list")
STEPS_STEP = Route("steps.step", OfStep)
STEPS_PAGE = Route("steps.page", OfPage)
STEPS_PARTS = Route("steps.parts", OfStep)
STEPS_MARK = Route("steps.mark", Marking)
STEPS_DONE = Route("steps.done", OfStep)
PROGRESS_MAIN = Bare("progress.main")
