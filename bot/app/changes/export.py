"""A file with the names of a school's teachers is handed over: it stands in the log before."""

from bot.app.access import changing
from bot.app.changes.draft import Draft
from bot.domain.school.access import Action, Refused
from bot.domain.school.audit import Entry, NoteExport


def note_export(draft: Draft, wish: NoteExport, actor: int) -> Refused | None:
    """Note it, if she may have the file."""
    school = changing(draft, actor, Action.EXPORT, wish.school)
    if isinstance(school, Refused):
        return school
    draft.note(wish.school, Entry(at=draft.now, by=actor, action=Action.EXPORT, count=wish.count))
    return None
