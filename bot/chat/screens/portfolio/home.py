"""Where she chooses what to take out of the bot: a quarter, a step she tried, or all as pages."""

from bot.chat.family import Done, ShownPlace
from bot.chat.files.fields import Teller, cycles
from bot.chat.files.portfolio import is_empty
from bot.chat.files.quarter_fields import quarters
from bot.chat.files.sending import Paper
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.routes import button_to
from bot.chat.screens.evaluation.quarter_words import short_quarter
from bot.chat.screens.portfolio.routes import (
    COPY_CYCLE,
    COPY_HOME,
    COPY_QUARTER,
    PAPER,
    SUMMARY_OFFER,
    CopiesFrom,
)
from bot.chat.screens.steps.routes import STEPS_LIST
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.progress import done_count

PAGE_KB = 60
"""No paper of one page is larger (tests/chat/test_one_page.py)."""

QUARTERS, CYCLES = 2, 6
"""So many quarters and steps stand on one screen, newest first."""


def show_home(s: TurnContext, at: CopiesFrom) -> Screen:
    """Draw what there is to take out, newest first."""
    tell, start = Teller(s.world, s.person), at.start or 0
    if is_empty(tell):
        ways = rows(s.button("step", "list", STEPS_LIST()), s.menu_button())
        return Screen(s.say("copying-empty"), ways)
    known = cycles(s.person.coaching)[::-1]
    newest = quarters(tell)[:QUARTERS] if start == 0 else ()
    listed = [_of_cycle(s, tell, one) for one in known[start : start + CYCLES]]
    older = newer = None
    if start + CYCLES < len(known):
        older = s.button("copying-home", "older", COPY_HOME(start + CYCLES))
    if start:
        newer = s.button("copying-home", "newer", COPY_HOME(max(0, start - CYCLES)))
    return Screen(
        s.say("copying-home"),
        rows(
            s.button("copying-home", "summary", SUMMARY_OFFER()),
            *(() if start else _papers(s)),
            *(_of_quarter(s, one) for one in newest),
            *listed,
            tuple(one for one in (newer, older) if one),
            s.menu_button(),
        ),
    )


def _papers(s: TurnContext) -> tuple[Button, ...]:
    """Return what sends a paper of one page: a card, and a statement once a step is done."""
    card = s.button("copying-home", "card", PAPER(Paper.CARD), size=PAGE_KB)
    if not done_count(s.person.progress, s.programme):
        return (card,)
    return (card, s.button("copying-home", "statement", PAPER(Paper.STATEMENT), size=PAGE_KB))


def _of_quarter(s: TurnContext, quarter: str) -> Button:
    name = short_quarter(s.world.texts, Quarter.parse(quarter))
    return button_to(name, COPY_QUARTER(quarter))


def _of_cycle(s: TurnContext, tell: Teller, cycle: Cycle) -> Button:
    step = tell.step(cycle.step)
    tried = [one.tried_on for one in cycle.tried if one.tried_on]
    day = tried[-1] if tried else tell.day(cycle.closed_at or cycle.begun_at)
    return s.button(
        "copying-home",
        "cycle",
        COPY_CYCLE(cycle.step, cycle.begun_at),
        number=step.number if step else 0,
        day=s.world.texts.plain_day(day),
    )


def open_home(s: TurnContext) -> Answer:
    """Go to the choice."""
    return s.go(COPY_HOME())


def open_list(s: TurnContext, at: CopiesFrom) -> Answer:
    """Go to a part of the list."""
    return s.go(COPY_HOME(at.start))


SHOWS: tuple[ShownPlace, ...] = (shown(COPY_HOME, show_home),)
VERBS: tuple[Done, ...] = (done(COPY_HOME, open_list),)
