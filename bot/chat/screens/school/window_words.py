"""When the evaluation is open at the schools somebody coordinates. Her own may be another one."""

from collections.abc import Sequence

from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.chat.turn_context import TurnContext
from bot.domain.calendar.calendar import Window
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.school.school import School

SCHOOLS_TOLD = 5
"""So many schools are told by name; of the rest only how many."""


def windows_words(s: TurnContext, schools: Sequence[School]) -> list[str]:
    """Return a line for each school, as Telegram HTML."""
    lines = [_line(s, school) for school in schools[:SCHOOLS_TOLD]]
    rest = len(schools) - SCHOOLS_TOLD
    return [*lines, s.say("about-when-schools", count=rest)] if rest > 0 else lines


def _line(s: TurnContext, school: School) -> str:
    texts = s.world.texts
    today = local(s.now, school.zone).date()
    window = _next(s, school)
    return s.say(
        "about-when-school",
        school=school.name,
        quarter=quarter_name(texts, window.quarter),
        open="ya" if window.first <= today else "tidak",
        first=texts.long_day(window.first),
        last=texts.long_day(window.last),
    )


def _next(s: TurnContext, school: School) -> Window:
    """Return the window of a school that is open now or comes next."""
    today = local(s.now, school.zone).date()
    quarter = Quarter.of(today).shifted(-1)
    while (window := school.window(s.world.calendar, quarter)).last < today:
        quarter = quarter.shifted(1)
    return window
