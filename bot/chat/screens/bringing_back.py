"""Brings an open question back, once and short, after something else was answered.

Must not answer anything; questions without a short form are left alone.
"""

from dataclasses import replace

from bot.chat.routes import data_of
from bot.chat.screens.account.routes import MEANT_LEAVE, MEANT_STAY
from bot.chat.turn_context import Answer, TurnContext, rows

FAMILY = "still"


def question(s: TurnContext) -> str:
    """Return the short form of the question that is open; "" where there is none."""
    name = s.person.place.screen.replace(".", "-")
    return s.world.texts.pick(FAMILY, name) if s.world.texts.has(f"{FAMILY}-{name}") else ""


def brought_back(s: TurnContext, answer: Answer) -> Answer:
    """Return a short answer with the open question below it and the way back to it."""
    shown, asked = answer.instead, question(s)
    stays = answer.person.place.screen == s.person.place.screen
    if shown is None or not stays or not asked or asked in shown.text:
        return answer
    leads = {button.data for row in shown.rows for button in row}
    if leads & {data_of(MEANT_STAY()), data_of(MEANT_LEAVE())}:
        return answer
    text = f"{shown.text}\n\n{asked}"
    back = s.button("aside", "back", MEANT_STAY())
    ways = [row for row in shown.rows if row != (s.menu_button(),)]
    menu = None if len(ways) == len(shown.rows) else s.menu_button()
    beside = replace(shown, text=text, rows=(*ways, *rows((back, menu))))
    return replace(answer, emoji=None, instead=beside)
