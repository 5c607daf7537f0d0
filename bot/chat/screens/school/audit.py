"""The words of the audit log: who did what, to whom, when. Never what was written."""

from bot.chat.model import Button
from bot.chat.screens.school.routes import SCHOOL_AUDIT
from bot.chat.turn_context import TurnContext
from bot.domain.school.access import Action
from bot.domain.school.audit import MONTHS_KEPT, AuditEntry
from bot.domain.school.school import School, SchoolId

LINES = 10
"""Acts on one page."""

OF_TEACHER = (Action.RENAME_TEACHER, Action.REMOVE_TEACHER)
"""Told without the teacher: the log outlives what is kept of her, so it has no name, and an id names nobody."""


def audit_lines(s: TurnContext, school: School, page: int) -> str:
    """Return one page of the log, newest first."""
    shown = s.known.audit[page * LINES : (page + 1) * LINES]
    if not shown:
        return s.say("audit-empty")
    lines = [_line(s, school, entry) for entry in shown]
    if count := sum(entry.action is Action.DISTURB for entry in s.known.audit):
        lines.insert(0, s.say("audit-disturbed", times=count, months=MONTHS_KEPT) + "\n")
    return "\n".join(lines)


def _line(s: TurnContext, school: School, entry: AuditEntry) -> str:
    who = s.say("audit-self") if entry.by == s.person.id else _name(s, school, entry.by)
    line = s.say(
        "audit-line",
        when=s.world.texts.short_moment(entry.at, s.person.zone),
        who=who,
        what=s.world.texts.pick("audit", entry.action),
    )
    if entry.whom is not None and entry.action not in OF_TEACHER:
        line += " " + s.say("audit-whom", whom=_name(s, school, entry.whom))
    if entry.was or entry.became:
        empty = s.say("settings-empty")
        line += s.say("audit-change", was=entry.was or empty, now=entry.became or empty)
    if entry.count is not None:
        line += " " + s.say("audit-count", count=entry.count)
    return line


def _name(s: TurnContext, school: School, person: int) -> str:
    """Return the name of a coordinator, a former one too; an administrator is told as such.

    Whoever has deleted her data has no name here any more.
    """
    known = school.named(person)
    if known:
        return known
    return s.say("audit-admin" if s.known.rights.is_admin(person) else "audit-former")


def page_buttons(s: TurnContext, school: SchoolId, page: int) -> tuple[Button, ...]:
    """Return the buttons to newer and older acts, as far as there are any."""
    newer = page > 0
    older = (page + 1) * LINES < len(s.known.audit)
    return tuple(
        s.button("audit", name, SCHOOL_AUDIT(school, to))
        for name, to, there in (("newer", page - 1, newer), ("older", page + 1, older))
        if there
    )
