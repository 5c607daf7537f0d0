"""A file with the names of a school's teachers is handed over: it stands in the log before."""

from bot.app.access import changing
from bot.app.changes.draft import CommitDraft
from bot.domain.school.access import AccessRefused, Action
from bot.domain.school.audit import AuditEntry, NoteExport


def note_export(draft: CommitDraft, wish: NoteExport, actor: int) -> AccessRefused | None:
    """Note it, if she may have the file."""
    school = changing(draft, actor, Action.EXPORT, wish.school)
    if isinstance(school, AccessRefused):
        return school
    draft.note(
        wish.school, AuditEntry(at=draft.now, by=actor, action=Action.EXPORT, count=wish.count)
    )
    return None
