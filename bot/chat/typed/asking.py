"""The open questions: which places ask for something, until when an answer still counts.

Must not draw anything, nor judge an answer.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.turn_context import TurnContext
from bot.domain.person.person import Person

FRESH = timedelta(hours=6)
"""What shows something to others, sends or joins is asked again after this: by then she has put the
phone away, and what she types is about something else.
"""

OUTWARD = frozenset(
    {
        "join.name",
        "reply.write",
        "siar.write",
        "siar.when",
        "schedule.quiet",
        "admin.new",
        "admin.zone",
        "admin.npsn",
        "ownname.name",
        "ownname.sure",
        "teacher.name",
        "teacher.named",
        "sdata.name",
        "sdata.npsn",
        "sdata.sure",
    }
)
"""Places whose answer reaches others."""

RENAMING = frozenset({"ownname.name", "teacher.name", "sdata.name"})
"""Places that ask for another name."""

OWN_WORDS = frozenset(
    {
        "ask.nickname",
        "ask.subject",
        "evaluation.intention",
        "evaluation.line",
        "join.name",
        "siar.write",
        "admin.new",
    }
)
"""Places that ask for words of her own, which could be anything."""

CHOSEN = frozenset({"evaluation.item", "evaluation.strength", "evaluation.focus"})
"""Places where a step or a level is chosen; what is typed beside that moves nothing."""

ASKING = (
    *("ask.", "wish.", "schedule.", "siar.", "reply.", "join.", "admin.", "evaluation."),
    *("sdata.", "teacher.", "ownname."),
)
"""Families of places where an answer is waited for."""

SURE = frozenset({"privacy.erase", "school.sure", "roster.ask"})
"""Places of other families that ask once more before something is done."""

RESTING = frozenset(
    {
        *("schedule.main", "join.main", "admin.main", "admin.school", "admin.health", "sdata.main"),
        *("siar.home", "siar.one", "siar.who", "siar.list", "teacher.pick", "teacher.one"),
        *("evaluation.view", "evaluation.done", "evaluation.history", "evaluation.compare"),
        "evaluation.plan",
    }
)
"""Places of such a family that only show something."""

BEGUN = frozenset({"evaluation.hello", "evaluation.summary", "evaluation.edit"})
"""Places that ask for something while an evaluation is under way."""

ASKED = "asked"
"""Where a place keeps when its question was last shown, in seconds since 1970."""


def dated(person: Person, now: datetime) -> Person:
    """Return the person with the moment her open question is shown, where that counts."""
    place = person.place
    if place.screen not in OUTWARD:
        return person
    draft = {**place.draft, ASKED: str(int(now.timestamp()))}
    return replace(person, place=replace(place, draft=draft))


def is_stale(s: TurnContext) -> bool:
    """Say whether the open question was shown too long ago for an answer to count.

    A question of an earlier release bears no date; then it counts when she was last here.
    """
    place = s.person.place
    if place.screen not in OUTWARD:
        return False
    shown = place.draft.get(ASKED, "")
    if shown.isdecimal():
        return not 0 <= s.now.timestamp() - int(shown) <= FRESH.total_seconds()
    return s.last_seen is not None and s.now - s.last_seen > FRESH


def is_open(person: Person) -> bool:
    """Say whether a question is open where she stands, so that there is something to leave."""
    place = person.place.screen
    if place in RESTING or (place in BEGUN and person.evaluating is None):
        return False
    return place in SURE or place.startswith(ASKING)
