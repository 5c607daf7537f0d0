"""Kemajuan: what was done and when, in words. Never a score, never a rank."""

from bot.chat.family import Done, Shown
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Screen
from bot.chat.screens.account.menu import continue_button
from bot.chat.screens.evaluation.picture import picture_button
from bot.chat.screens.evaluation.review import next_words
from bot.chat.screens.evaluation.routes import EVALUATION_HISTORY
from bot.chat.screens.evaluation.words import change_words, head
from bot.chat.screens.steps.routes import PROGRESS_MAIN, STEPS_LIST
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.coaching.progress import Status, done_count, status_of
from bot.domain.evaluation.evaluation import finished
from bot.domain.programme.programme import Step


def show_main(s: TurnContext) -> Screen:
    """Draw the summary: the count, then the steps done and under way with their dates."""
    programme = s.programme
    done = done_count(s.person.progress, programme)
    parts = [s.say("progress", done=done, total=len(programme))]
    for status in (Status.DONE, Status.UNDERWAY):
        steps = [step for step in programme if status_of(s.person.progress, step.slug) is status]
        if steps:
            lines = (_line(s, step, status) for step in steps)
            parts.append("\n".join((s.say(f"progress-{status}"), *lines)))
    if len(parts) == 1:
        parts.append(s.say("progress-nothing"))
    last = next(reversed(finished(s.person.evaluations)), None)
    if last:
        parts.append(f"{head(s, last)}\n{change_words(s, last)}")
        parts.append(next_words(s))
    return Screen(
        "\n\n".join(parts),
        rows(
            continue_button(s),
            picture_button(s, last) if last else None,
            s.button("evaluation", "history", EVALUATION_HISTORY())
            if s.person.evaluations
            else None,
            (s.button("menu", "steps", STEPS_LIST()), s.menu_button()),
        ),
    )


def _line(s: TurnContext, step: Step, status: Status) -> str:
    entry = s.person.progress[step.slug]
    moment = entry.done_at if status is Status.DONE else entry.started_at
    day = s.world.texts.day(moment, s.person.zone) if moment else ""
    return s.say("progress-line", number=step.number, label=step.label, day=day)


@keeping
def open_progress(s: TurnContext) -> Answer:
    """Go to the summary; somebody about whom nothing is stored is told why there is none."""
    return s.go(PROGRESS_MAIN())


SHOWS: tuple[Shown, ...] = (shown(PROGRESS_MAIN, show_main),)
VERBS: tuple[Done, ...] = (done(PROGRESS_MAIN, open_progress),)
