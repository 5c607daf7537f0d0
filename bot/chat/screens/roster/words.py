"""How a teacher's place is told to her coordinator: what would help, in a few words."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from bot.chat.turn_context import TurnContext
from bot.content.texts import Texts
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.roster.roster import Evaluated, Roster, Row, Standing
from bot.domain.roster.roster_group import STUCK_DAYS, belongs, stuck_days

NAMES_SHOWN = 10
"""So many names of a list are told; the rest is a number."""


def joined(names: Iterable[str]) -> str:
    """Return names in one line; semicolons between them where a comma belongs to a title."""
    told = tuple(names)
    return ("; " if any("," in name for name in told) else ", ").join(told)


def told_names(s: TurnContext, roster: Roster) -> dict[int, str]:
    """Return how each teacher is named on a screen, see ``names_apart``."""
    return names_apart(s.world.texts, roster)


def names_apart(texts: Texts, roster: Roster) -> dict[int, str]:
    """Return how each teacher is named, on screens, in letters and files: alike ones are told apart.

    By level, by subject or by both, as ``join-offer`` names them; else they are numbered in the order
    in which they joined. Never by anything of their accounts.
    """
    alike: dict[str, list[Row]] = {}
    for row in roster.rows:
        alike.setdefault(row.name.casefold(), []).append(row)
    told = {row.id: row.name for row in roster.rows}
    for group in alike.values():
        if len(group) > 1:
            for row, mark in zip(group, _marks(texts, group), strict=True):
                told[row.id] = texts.label("roster", "apart", name=row.name, mark=mark)
    return told


def _marks(texts: Texts, group: Sequence[Row]) -> Sequence[str]:
    """Return what tells teachers of one name apart."""
    levels = [texts.pick("level", row.level) if row.level else "" for row in group]
    subjects = [row.subject or "" for row in group]
    both = [", ".join(filter(None, marks)) for marks in zip(levels, subjects, strict=True)]
    for marks in (levels, subjects, both):
        if all(marks) and len({mark.casefold() for mark in marks}) == len(group):
            return marks
    came = sorted(group, key=lambda row: (row.joined_at or BEFORE_ALL, row.id))
    return [
        ", ".join(filter(None, (level, str(came.index(row) + 1))))
        for row, level in zip(group, levels, strict=True)
    ]


BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
"""For whoever joined before that was kept."""


def names(s: TurnContext, shown: Sequence[str], count: int) -> str:
    """Return the first names of so many people, as Telegram HTML."""
    told = joined(s.say("roster-name", name=name) for name in shown[:NAMES_SHOWN])
    rest = count - min(len(shown), NAMES_SHOWN)
    return f"{told} {s.say('roster-more', count=rest)}" if rest > 0 else told


def where_she_is(s: TurnContext, row: Row, today: date) -> str:
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


def what_would_help(s: TurnContext, row: Row, today: date) -> str:
    """Return the one thing to know about a teacher, as Telegram HTML."""
    if not row.reachable:
        return s.say("roster-unreachable")
    step = s.world.programme.step(row.step) if row.step else None
    if step and stuck_days(row, today) >= STUCK_DAYS:
        return s.say("roster-stuck", number=step.number, days=stuck_days(row, today))
    if belongs(row, TeacherGroup.INACTIVE, today):
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
