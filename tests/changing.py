"""Schools changed without anybody being asked who she is. Tests nothing."""

from datetime import datetime

from bot.app.changes.draft import CommitDraft, Unseen
from bot.app.changes.school import apply, founded
from bot.app.directory import Directory
from bot.domain.school.school import School, SchoolId
from bot.domain.school.school_change import FoundSchool, OfferHandover, SchoolChange
from bot.store.base import More, Plan, Ref, View
from bot.store.codec.schools import SCHOOLS


async def change_school(
    directory: Directory, school: SchoolId, change: SchoolChange, by: int, now: datetime
) -> str | None:
    """Change a school as a turn does and return the secret of a one-time link made."""
    ref: Ref[School] = Ref(SCHOOLS, school)
    secret = directory.new_secret()

    def decide(view: View) -> Plan[CommitDraft] | More:
        draft = CommitDraft(view, now, directory.rights, lambda: secret)
        known = view[ref] or (founded(school, change) if isinstance(change, FoundSchool) else None)
        try:
            if known:
                apply(draft, known, change, by)
        except Unseen as unseen:
            return unseen.more
        return Plan(draft.writes, draft)

    draft = await directory.store.commit((ref,), decide)
    directory.learn(*draft.written(SCHOOLS).values())
    draft.tell_unnoted()
    return secret if isinstance(change, OfferHandover) and draft.fresh else None
