"""Kemajuan: what was done and when, in words. Never a score, never a rank."""

from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.files.fields import Teller
from bot.chat.files.portfolio import is_empty
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.account.menu import continue_button
from bot.chat.screens.evaluation.course import quarter_now, window_next
from bot.chat.screens.evaluation.picture import picture_button
from bot.chat.screens.evaluation.review import next_words
from bot.chat.screens.evaluation.routes import EVALUATION_BECOMES, EVALUATION_HISTORY
from bot.chat.screens.evaluation.words import change_words, head, quarter_words
from bot.chat.screens.history.routes import LIST as HISTORY
from bot.chat.screens.plan.went import question
from bot.chat.screens.plan.words import standing
from bot.chat.screens.portfolio.routes import COPY_HOME
from bot.chat.screens.steps.growth import has_risen, tries_words
from bot.chat.screens.steps.routes import PROGRESS_MAIN, STEPS_LIST
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import MONTHS, Quarter, local, months_later
from bot.domain.coaching.progress import Status, done_count, status_of
from bot.domain.evaluation.evaluation import Evaluation, IntentionOutcome, finished
from bot.domain.programme.programme import Step


def show_main(s: TurnContext) -> Screen:
    """Draw what has grown first, then where she stands, then how many steps are done."""
    last = next(reversed(finished(s.person.evaluations)), None)
    levels = f"{head(s, last)}\n{change_words(s, last)}" if last else ""
    parts = [levels, tries_words(s)] if has_risen(s) else [tries_words(s), levels]
    parts += _steps_words(s)
    closing = _to_close(s)
    asked = None if closing else question(s)
    if closing:
        parts.insert(0, _question(s, closing))
    elif asked:
        parts.insert(0, asked[0])
    if not asked:
        parts.append(standing(s))
    if not any(parts):
        parts.append(s.say("progress-nothing"))
    if last:
        parts.append(next_words(s, why=False))
    history = s.button("history", "open", HISTORY())
    evaluations = s.button("evaluation", "history", EVALUATION_HISTORY())
    copied = not is_empty(Teller(s.world, s.person))
    small = (
        picture_button(s, last) if last else None,
        history,
        evaluations if s.person.evaluations else None,
        s.button("history", "copy", COPY_HOME()) if copied else None,
        s.button("menu", "steps", STEPS_LIST()),
        s.menu_button(),
    )
    return Screen(
        "\n\n".join((s.say("progress"), *(part for part in parts if part))),
        rows(
            _outcomes(s, closing) if closing else asked[1] if asked else None,
            continue_button(s),
            *side_by_side([button for button in small if button], 2),
        ),
    )


def _to_close(s: TurnContext) -> Evaluation | None:
    """Return the newest evaluation if its intention is over and she was not asked about it yet.

    It is meant for three months, or until the next evaluation opens.
    """
    last = next(reversed(finished(s.person.evaluations)), None)
    if last is None or last.finished_at is None or not last.intention or last.became is not None:
        return None
    today = local(s.now, s.person.zone).date()
    ends = months_later(local(last.finished_at, s.person.zone).date(), MONTHS)
    return last if min(ends, window_next(s).first) <= today else None


def _question(s: TurnContext, closing: Evaluation) -> str:
    """Ask what became of the intention, in her own words of then."""
    is_last = Quarter.parse(closing.quarter).shifted(1) == quarter_now(s)
    return s.say(
        "evaluation-became",
        before="lalu" if is_last else "lama",
        quarter=quarter_words(s, closing.quarter),
        intention=closing.intention or "",
    )


def _outcomes(s: TurnContext, closing: Evaluation) -> tuple[Button, ...]:
    return tuple(
        s.button("evaluation-became", one, EVALUATION_BECOMES(closing.quarter, one))
        for one in (IntentionOutcome.DONE, IntentionOutcome.PARTLY, IntentionOutcome.NOT)
    )


def _steps_words(s: TurnContext) -> list[str]:
    """Return the steps under way and done with their dates, and how many are done once one is."""
    programme, parts = s.programme, []
    for status in (Status.UNDERWAY, Status.DONE):
        steps = [step for step in programme if status_of(s.person.progress, step.slug) is status]
        if steps:
            lines = (_line(s, step, status) for step in steps)
            parts.append("\n".join((s.say(f"progress-{status}"), *lines)))
    if done := done_count(s.person.progress, programme):
        parts.append(s.say("progress-count", done=done, total=len(programme)))
    return parts


def _line(s: TurnContext, step: Step, status: Status) -> str:
    entry = s.person.progress[step.slug]
    moment = entry.done_at if status is Status.DONE else entry.started_at
    day = s.world.texts.day(moment, s.person.zone) if moment else ""
    closed = [one for one in s.person.coaching.history if one.step == step.slug]
    is_habit = status is Status.DONE and bool(closed) and closed[-1].habit
    how = "biasa" if is_habit else "jalan"
    return s.say("progress-line", number=step.number, label=step.label, day=day, how=how)


@keeping
def open_progress(s: TurnContext) -> Answer:
    """Go to the summary; somebody about whom nothing is stored is told why there is none."""
    return s.go(PROGRESS_MAIN())


SHOWS: tuple[ShownPlace, ...] = (shown(PROGRESS_MAIN, show_main),)
VERBS: tuple[Done, ...] = (done(PROGRESS_MAIN, open_progress),)
