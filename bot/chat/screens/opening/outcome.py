"""What became of something she meant to do: when that was, and the buttons to say so.

Knows nothing of what she meant; the intention and the plan ask for themselves.
"""

from collections.abc import Callable

from bot.chat.model import Rows
from bot.chat.screens.evaluation.course import quarter_now
from bot.chat.turn_context import TurnContext, rows
from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.evaluation import IntentionOutcome
from bot.domain.person.person import Place

TOLD = (IntentionOutcome.DONE, IntentionOutcome.PARTLY, IntentionOutcome.NOT)
"""What she may say of it; the fourth is to pass the question by."""


def told_before(s: TurnContext, quarter: str) -> str:
    """Return how the texts call that quarter: the last one, or an older one."""
    return "lalu" if Quarter.parse(quarter).shifted(1) == quarter_now(s) else "lama"


def outcome_buttons(
    s: TurnContext, to: Callable[[IntentionOutcome], Place], current: IntentionOutcome | None
) -> Rows:
    """Return the outcomes to choose from, the current one marked; to pass by is never current."""
    passed = IntentionOutcome.PASSED
    buttons = {
        one: s.choice(
            s.world.texts.label("evaluation-became", one),
            to(one),
            is_current=current is one is not passed,
        )
        for one in IntentionOutcome
    }
    return rows(tuple(buttons[one] for one in TOLD), (buttons[passed], s.menu_button()))
