"""Which level somebody names when it is asked for: "dua", "tingkat 2", "kayaknya 2"; between two she is asked.

Must not choose for her, nor judge what becomes of it.
"""

from dataclasses import dataclass

from bot.chat.answers.numbers import numbers_in
from bot.chat.turn_context import TurnContext
from bot.domain.evaluation.evaluation import LEVELS


@dataclass(frozen=True, slots=True)
class LevelSaid:
    """The level she named, or else what she is asked."""

    level: int | None = None
    asks: str = ""


def level_said(s: TurnContext, text: str) -> LevelSaid | None:
    """Return the level a text names, or the question about one in doubt; None for other words."""
    numbers = numbers_in(s.world.texts, s.world.wording, text)
    if not numbers.named:
        return None
    if len(set(numbers.named)) > 1:
        return LevelSaid(asks=s.say("evaluation-between"))
    if numbers.doubtful or numbers.named[0] not in LEVELS:
        return LevelSaid(asks=s.say("ask-choose"))
    return LevelSaid(numbers.named[0])
