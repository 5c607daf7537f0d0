"""What has grown, in her own choices and deeds: levels that rose, tries made, what pupils showed.

Never a score, and nothing that compares her with anybody. Returns Telegram HTML.
"""

from datetime import datetime

from bot.chat.screens.history.words import short, tried_name
from bot.chat.turn_context import TurnContext
from bot.domain.calendar.quarter import local
from bot.domain.evaluation.evaluation import changes, finished
from bot.domain.history.entry import HistoryEntry, Tried, entries

PUPILS_SHOWN = 3
"""The latest signs of pupils: more would hide the rest of the screen."""

PUPILS_LENGTH = 80
"""Characters of each, a line or two of a phone."""


def tries_words(s: TurnContext) -> str:
    """Return how often she tried something, and what pupils showed; "" before the first try."""
    tried = _tried(s)
    if not tried:
        return ""
    steps = len({entry.step for entry, _ in tried})
    since = _since(s)
    text = s.say(
        "growth-tries",
        count=len(tried),
        steps=steps,
        since="ya" if since else "tidak",
        day=s.world.texts.day(since, s.person.zone) if since else "",
    )
    signs = [(entry, told) for entry, told in tried if _pupils(told)][:PUPILS_SHOWN]
    if not signs:
        return text
    lines = (
        s.say(
            "growth-sign",
            day=s.world.texts.near_day(entry.day),
            task=tried_name(s, told),
            words=short(_pupils(told), PUPILS_LENGTH),
        )
        for entry, told in signs
    )
    return "\n".join((text, s.say("growth-pupils"), *lines))


def has_risen(s: TurnContext) -> bool:
    """Say whether a level of the newest evaluation is higher than in the one before."""
    last = finished(s.person.evaluations)[-2:]
    if len(last) < 2:  # noqa: PLR2004 -- two to compare
        return False
    moved = changes(last[0], last[1], s.programme)
    return any(one.before and one.after and one.after > one.before for one in moved)


def _pupils(told: Tried) -> str:
    return told.attempt.showed.words if told.attempt.showed else ""


def _since(s: TurnContext) -> datetime | None:
    """Return when the evaluation was finished with which the newest is compared, if there is one."""
    ends = [one.finished_at for one in finished(s.person.evaluations) if one.finished_at]
    return ends[-2] if len(ends) > 1 else None


def _tried(s: TurnContext) -> list[tuple[HistoryEntry, Tried]]:
    """Return the tries that took place since then, the newest first."""
    since = _since(s)
    first = local(since, s.person.zone).date() if since else None
    return [
        (entry, entry.told)
        for entry in entries(s.person)
        if isinstance(entry.told, Tried)
        and entry.told.attempt.tried_on
        and (first is None or entry.day >= first)
    ]
