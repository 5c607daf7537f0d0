"""What became of the last intention: asked before the next evaluation begins. Never blames."""

from dataclasses import replace

from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import find, keep, quarter_now
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import Becoming, OfClosing
from bot.chat.screens.evaluation.words import quarter_words
from bot.chat.screens.opening.grown import grown_words
from bot.chat.screens.opening.length import begin
from bot.chat.screens.opening.outcome import TOLD, outcome_buttons, told_before
from bot.chat.screens.plan.words import looked_back
from bot.chat.screens.steps.routes import PROGRESS_MAIN
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.chat.typed.same import is_one_of
from bot.domain.evaluation.evaluation import Evaluation, IntentionOutcome

HOW_LENGTH = 200
"""The longest line about it, in characters: one or two sentences."""


def _closing(s: TurnContext, at: OfClosing | None) -> Evaluation | None:
    """Return the finished evaluation whose intention is looked back at, None where there is none."""
    evaluation = find(s.person, at.quarter) if at else None
    if evaluation is None or not evaluation.finished_at or not evaluation.intention:
        return None
    return evaluation


def show_became(s: TurnContext, at: OfClosing) -> Screen:
    """Ask what became of the intention, in her own words of then."""
    evaluation = _closing(s, at)
    if evaluation is None:
        return gone(s)
    text = s.say(
        "evaluation-became",
        before=told_before(s, at.quarter),
        quarter=quarter_words(s, at.quarter),
        intention=evaluation.intention or "",
    )
    grown = grown_words(s, evaluation)
    planned = looked_back(s, at.quarter)
    return Screen(
        "\n\n".join(part for part in (*grown, planned, text) if part),
        outcome_buttons(
            s, lambda one: to.EVALUATION_BECOMES(at.quarter, one, at.then), evaluation.became
        ),
    )


def open_became(s: TurnContext, at: OfClosing) -> Answer | None:
    """Go to the question, also to answer it anew."""
    return s.go(to.EVALUATION_BECAME(at.quarter, at.then)) if _closing(s, at) else None


def take(s: TurnContext, at: Becoming) -> Answer | None:
    """Keep what became of it, and ask for a line about that."""
    closing = OfClosing(at.quarter, at.then)
    evaluation = _closing(s, closing)
    if evaluation is None:
        return None
    told = (
        at.outcome if at.outcome is not IntentionOutcome.PASSED else evaluation.became or at.outcome
    )
    after = s.change(keep(s.person, replace(evaluation, became=told)))
    if at.outcome is IntentionOutcome.PASSED:
        return _onward(after, closing)
    return after.go(to.EVALUATION_HOW(at.quarter, at.then))


def show_how(s: TurnContext, at: OfClosing) -> Screen:
    """Ask for one line about it."""
    evaluation = _closing(s, at)
    if evaluation is None or evaluation.became is None:
        return gone(s)
    text = s.world.texts.tell("evaluation-how", evaluation.became)
    if evaluation.became_words:
        text += "\n\n" + s.say("evaluation-became-now", words=evaluation.became_words)
    back = s.button("nav", "back", to.EVALUATION_BECAME(at.quarter, at.then))
    skip_it = s.button("evaluation-item", "skip", to.EVALUATION_NO_HOW(at.quarter, at.then))
    return Screen(text, rows((back, skip_it, s.menu_button())))


def no_how(s: TurnContext, at: OfClosing) -> Answer | None:
    """Go on without a line."""
    return _onward(s, at) if _closing(s, at) else None


def _onward(s: TurnContext, at: OfClosing) -> Answer:
    """Go on to the evaluation that begins, or back to her progress."""
    if at.then:
        return begin(s, str(quarter_now(s)))
    return s.go(PROGRESS_MAIN(), note=s.say("evaluation-became-kept"))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as what became of it."""
    at = to.EVALUATION_BECAME.at(s.person.place)
    if at is None:
        return None
    for outcome in TOLD:
        if is_one_of(s, text, s.world.texts.words("became-said", outcome)):
            return take(s, Becoming(at.quarter, outcome, at.then))
    return None


def typed_how(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as the line; too much or nothing is asked for again."""
    at = to.EVALUATION_HOW.at(s.person.place)
    evaluation = _closing(s, at)
    if at is None or evaluation is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, HOW_LENGTH):
        return refusal
    answer = _onward(s.change(keep(s.person, replace(evaluation, became_words=line))), at)
    return s.keeping(answer) if at.then else answer


def skip(s: TurnContext) -> Answer | None:
    """Pass by the question that is open."""
    if at := to.EVALUATION_HOW.at(s.person.place):
        return no_how(s, at)
    closing = to.EVALUATION_BECAME.at(s.person.place)
    if closing is None:
        return None
    return take(s, Becoming(closing.quarter, IntentionOutcome.PASSED, closing.then))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.EVALUATION_BECAME, show_became, otherwise=gone),
    shown(to.EVALUATION_HOW, show_how, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_BECAME, open_became),
    done(to.EVALUATION_BECOMES, take),
    done(to.EVALUATION_NO_HOW, no_how),
)
