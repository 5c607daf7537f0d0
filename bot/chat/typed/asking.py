"""The open questions: until when an answer still counts, and whether there is one to leave.

Must not draw anything, nor judge an answer.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.family import NOTHING_ASKED, TABLE, Asks
from bot.chat.turn_context import TurnContext
from bot.domain.person.person import Person

FRESH_FOR = timedelta(hours=6)
"""What shows something to others, sends or joins is asked again after this: by then she has put the
phone away, and what she types is about something else.
"""

ASKED = "asked"
"""Where a place keeps when its question was last shown, in seconds since 1970."""


def dated(person: Person, now: datetime) -> Person:
    """Return the person with the moment her open question is shown, where that counts."""
    place, asks = person.place, TABLE.asks(person.place)
    if asks is NOTHING_ASKED or not asks & Asks.OUTWARD:
        return person
    draft = {**place.draft, ASKED: str(int(now.timestamp()))}
    return replace(person, place=replace(place, draft=draft))


def is_stale(s: TurnContext) -> bool:
    """Say whether the open question was shown too long ago for an answer to count.

    A question of an earlier release bears no date; then it counts when she was last here.
    """
    place = s.person.place
    if not TABLE.asks(place) & Asks.OUTWARD:
        return False
    shown = place.draft.get(ASKED, "")
    if shown.isdecimal():
        return not 0 <= s.now.timestamp() - int(shown) <= FRESH_FOR.total_seconds()
    return s.last_seen is not None and s.now - s.last_seen > FRESH_FOR


def is_open(person: Person) -> bool:
    """Say whether a question is open where she stands, so that there is something to leave."""
    asks = TABLE.asks(person.place)
    is_begun = person.evaluating is not None and bool(asks & Asks.OPEN_IF_BEGUN)
    return is_begun or bool(asks & Asks.OPEN)
