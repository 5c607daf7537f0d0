"""One line of intention: three made from her focus to tap and change, or her own words."""

from dataclasses import replace

from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import shown
from bot.chat.model import Screen
from bot.chat.screens.account.routes import ASIDE_TAKE
from bot.chat.screens.closing.suggestions import suggestions
from bot.chat.screens.closing.ways import ways
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import find, go_on
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import OfQuarter
from bot.chat.screens.evaluation.words import ahead_words, head
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.evaluation.evaluation import EvaluationPart

INTENTION_LENGTH = 200
"""The longest intention, in characters: one or two sentences."""


def show_intention(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for one line of intention, to be tapped or typed."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    found = suggestions(s, evaluation)
    lines = [
        s.say("aside-line", number=number, words=words)
        for number, (_, words) in enumerate(found, start=1)
    ]
    takes = tuple(
        s.choice(
            s.world.texts.label("aside", "take-short", number=number),
            ASIDE_TAKE(at.quarter, EvaluationPart.INTENTION, name),
            is_current=evaluation.intention == words,
        )
        for number, (name, words) in enumerate(found, start=1)
    )
    text = [s.say("evaluation-intention", ahead=ahead_words(s, evaluation)), *lines]
    if evaluation.intention:
        text.append(s.say("evaluation-intention-now", intention=evaluation.intention))
    return Screen(
        "\n\n".join((head(s, evaluation), *text)),
        rows(takes) + ways(s, evaluation, EvaluationPart.INTENTION),
    )


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed text as the intention; too much or nothing is asked for again."""
    at = to.EVALUATION_INTENTION.at(s.person.place)
    evaluation = find(s.person, at.quarter) if at else None
    if evaluation is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, INTENTION_LENGTH):
        return refusal
    return go_on(s, replace(evaluation, intention=line).with_part(EvaluationPart.INTENTION))


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_INTENTION, show_intention, otherwise=gone),)
VERBS: tuple[Done, ...] = ()
