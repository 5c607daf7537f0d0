"""The one place where somebody is refused: every change and every look at a school passes here.

For a change the school is the document inside the commit; so a right that was taken away anywhere is
gone at once. Must not know screens: what is hidden there is a courtesy.
"""

from bot.app.changes.draft import CommitDraft
from bot.domain.school.access import AccessRefused, Action, OwnAct, Rights
from bot.domain.school.school import School, SchoolId
from bot.store.base import Ref
from bot.store.codec.schools import SCHOOLS


def changing(
    draft: CommitDraft, actor: int, action: Action, school: SchoolId
) -> School | AccessRefused:
    """Return the school somebody may change in this way now, or what she is refused."""
    found = draft[Ref(SCHOOLS, school)]
    if found is None or not draft.rights.may_in(found, actor, action):
        return AccessRefused(actor, action, school)
    return found


def looking(rights: Rights, actor: int, action: Action, school: SchoolId) -> School | AccessRefused:
    """Return the school somebody may look at in this way now, or what she is refused."""
    found = rights.schools.get(school)
    if found is None or not rights.may_in(found, actor, action):
        return AccessRefused(actor, action, school)
    return found


def running(rights: Rights, actor: int) -> AccessRefused | None:
    """Return what somebody is refused who does not run the bot."""
    return None if rights.is_admin(actor) else AccessRefused(actor, OwnAct.RUN)
