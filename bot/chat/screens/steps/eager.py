"""What is typed to try what was just read: "oke saya mau coba ini besok" on the page of a task.

Must not read a day or a class; the plan asks for them.
"""

from bot.chat.screens.account.routes import HELP_ANSWER
from bot.chat.screens.coaching.begin import begin
from bot.chat.screens.coaching.choose import begin_with
from bot.chat.screens.coaching.routes import OfTask
from bot.chat.screens.steps.reading import task_of
from bot.chat.screens.steps.routes import STEPS_PAGE, STEPS_STEP, OfStep
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.same import says_only
from bot.domain.programme.programme import SectionKind, StepSlug, Task


def eager(s: TurnContext, text: str) -> Answer | None:
    """Begin with the task she has just read of, else with its step; None where she stands elsewhere."""
    texts = s.world.texts
    if not says_only(
        s, text, texts.words("coach-eager", "said"), texts.words("coach-eager", "beside")
    ):
        return None
    return _page(s) or _step(s) or _answer(s)


def _page(s: TurnContext) -> Answer | None:
    at = STEPS_PAGE.at(s.person.place)
    step = s.programme.step(at.step) if at else None
    if at is None or step is None:
        return None
    level = at.level or s.person.level
    return _begun(
        s, step.slug, task_of(step, step.pages_for(level)[step.page_index(level, at.page)])
    )


def _step(s: TurnContext) -> Answer | None:
    at = STEPS_STEP.at(s.person.place)
    return begin(s, OfStep(at.step)) if at else None


def _answer(s: TurnContext) -> Answer | None:
    at = HELP_ANSWER.at(s.person.place)
    found = s.world.search.answers.of(at.id) if at else None
    step = s.programme.step(found.step) if found else None
    if found is None or step is None:
        return None
    named = found.section.removeprefix(f"{SectionKind.TASKS}.")
    return _begun(s, step.slug, next((one for one in step.tasks if one.slug == named), None))


def _begun(s: TurnContext, step: StepSlug, task: Task | None) -> Answer | None:
    return begin_with(s, OfTask(step, task.slug)) if task else begin(s, OfStep(step))
