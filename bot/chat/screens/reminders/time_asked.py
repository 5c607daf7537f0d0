"""What is typed where a day or an hour is asked for: a time, or a wish to see examples or to leave.

Must not read the time itself; the screen that asks does.
"""

from bot.chat.family import TABLE, Asks
from bot.chat.moments.scan import scan
from bot.chat.screens.account import meant
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.reminders.moment_said import (
    day_example,
    moment_example,
    several_example,
    short_example,
    weekday_example,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.wording import Wish

HOUR_PLACE = "wish.hour"
PAUSE_PLACE = "wish.pause"

BRIEF = 6
"""Words; in more without a day or an hour she tells something else."""


def answered(s: TurnContext, text: str) -> Answer | None:
    """Answer at a question for a time; None elsewhere, and for what is neither a time nor a wish."""
    if not TABLE.asks(s.person.place) & Asks.TIME:
        return None
    if _names_time(s, text) and (answer := TABLE.typed(s, text)) is not None:
        return answer
    wish = s.world.wording.wish(text, (Wish.LATER, Wish.SKIP, Wish.HELP))
    if wish in (Wish.LATER, Wish.SKIP):
        return meant.leave(s)
    if wish is Wish.HELP or ("?" in text and not any(c.isalnum() for c in text)):
        return _examples(s)
    return None


def _names_time(s: TurnContext, text: str) -> bool:
    """Say whether a text says anything of what is asked for."""
    said = scan(s.world.texts, text, lengths=True)
    if s.person.place.screen == HOUR_PLACE:
        return bool(said.hours or said.spare or said.parts or said.every or said.weekdays)
    names_day = bool(said.names_day or said.minutes is not None)
    return names_day or (s.person.place.screen != PAUSE_PLACE and bool(said.hours or said.spare))


def is_about_else(s: TurnContext, text: str) -> bool:
    """Say whether a text surely answers no question for a time: a question, a story, what has a short answer."""
    said = scan(s.world.texts, text, lengths=True)
    if any(c.isdigit() for c in text) or said.every or said.weekdays or _names_time(s, text):
        return False
    words = len(text.split())
    asks = text.strip().endswith("?") and words > 1
    return asks or words > BRIEF or s.world.search.ask(text).answer is not None


def _examples(s: TurnContext) -> Answer:
    """Show what may be typed, beside the question."""
    place = s.person.place.screen.replace(".", "-")
    text = s.world.texts.tell(
        "time-example",
        place,
        weekday=weekday_example(s),
        moment=moment_example(s),
        day=day_example(s),
        short=short_example(s),
        several=several_example(s),
    )
    return s.short(text, rows(s.button("aside", "back", MEANT_STAY())))
