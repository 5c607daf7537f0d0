"""How a teacher's place is told to her coordinator: what would help, in a few words."""

from collections.abc import Sequence
from datetime import date

from bot.chat.situation import Situation
from bot.domain.ask import Group
from bot.domain.roster import Evaluated, Row, Standing
from bot.domain.roster_group import STUCK_DAYS, belongs, stuck_days

NAMES_SHOWN = 10
"""So many names of a list are told; the rest is a number."""


def names(s: Situation, shown: Sequence[str], count: int) -> str:
    """Return the first names of so many people, as Telegram HTML."""
    told = ", ".join(s.say("roster-name", name=name) for name in shown[:NAMES_SHOWN])
    rest = count - min(len(shown), NAMES_SHOWN)
    return f"{told} {s.say('roster-more', count=rest)}" if rest > 0 else told


def where_she_is(s: Situation, row: Row, today: date) -> str:
    """Return where a teacher is and what would help, as Telegram HTML."""
    words = [what_would_help(s, row, today)]
    if row.silent and row.reachable:
        words.append(s.say("roster-paused"))
    match row.evaluated:
        case Evaluated.OPEN:
            words.append(s.say("roster-evaluation-open"))
        case Evaluated.BEGUN:
            words.append(s.say("roster-evaluation-begun"))
        case Evaluated.DONE:
            words.append(s.say("roster-evaluation-done"))
        case Evaluated.MISSED:
            words.append(s.say("roster-evaluation-missed"))
        case Evaluated.NOT_DUE:
            words.append(s.say("roster-evaluation-not-due"))
        case Evaluated.NOT_OPEN:
            pass  # the head of the list tells it for all
    return " · ".join(words)


def what_would_help(s: Situation, row: Row, today: date) -> str:
    """Return the one thing to know about a teacher, as Telegram HTML."""
    if not row.reachable:
        return s.say("roster-unreachable")
    step = s.world.programme.step(row.step) if row.step else None
    if step and stuck_days(row, today) >= STUCK_DAYS:
        return s.say("roster-stuck", number=step.number, days=stuck_days(row, today))
    if belongs(row, Group.INACTIVE, today):
        return s.say("roster-inactive", days=(today - row.seen).days)
    if step:
        return s.say("roster-at", number=step.number)
    match row.standing:
        case Standing.NOT_BEGUN:
            return s.say("roster-not-begun")
        case Standing.ALL_DONE:
            return s.say("roster-all-done")
        case _:
            return s.say("roster-between", done=row.done)
