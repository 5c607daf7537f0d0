"""What pupils can do now that they could not three months ago: one line, without anybody's name."""

from dataclasses import replace

from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import shown
from bot.chat.model import Screen
from bot.chat.screens.account.routes import ASIDE_SHOW
from bot.chat.screens.closing.private import asks_first
from bot.chat.screens.closing.ways import ways
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import find, go_on
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import OfQuarter
from bot.chat.screens.evaluation.words import head, pupils_words
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.evaluation.evaluation import EvaluationPart

PUPILS_LENGTH = 200
"""The longest line about pupils, in characters: one or two sentences."""


def show_pupils(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask what pupils can do by now."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    text = pupils_words(s, evaluation)
    if evaluation.pupils:
        text += "\n\n" + s.say("evaluation-pupils-now", pupils=evaluation.pupils)
    examples = rows(s.button("keep", "examples", ASIDE_SHOW()))
    return Screen(
        f"{head(s, evaluation)}\n\n{text}", examples + ways(s, evaluation, EvaluationPart.PUPILS)
    )


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed words, also in place of others; those that seem to name a pupil are asked about."""
    at = to.EVALUATION_PUPILS.at(s.person.place) or to.EVALUATION_PRIVATE.at(s.person.place)
    evaluation = find(s.person, at.quarter) if at else None
    if at is None or evaluation is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, PUPILS_LENGTH):
        return refusal
    if asked := asks_first(s, at, line):
        return asked
    return s.keeping(go_on(s, replace(evaluation, pupils=line).with_part(EvaluationPart.PUPILS)))


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_PUPILS, show_pupils, otherwise=gone),)
VERBS: tuple[Done, ...] = ()
