"""A teacher joins a school, if its invitation is open at that very moment."""

from bot.app.changes.draft import CommitDraft
from bot.domain.person.joining import JoinSchool, joined
from bot.domain.person.person import Person
from bot.domain.school.access import AccessRefused, OwnAct
from bot.domain.school.school import opens_for_teacher
from bot.store.base import Ref
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS


def join_school(draft: CommitDraft, wish: JoinSchool, actor: int) -> AccessRefused | None:
    """Write down that she is a teacher there, if she agreed to be kept and the code is good."""
    ref: Ref[Person] = Ref(PEOPLE, str(actor))
    school, person = draft[Ref(SCHOOLS, wish.code.school)], draft[ref]
    agreed = person is not None and person.may_be_stored
    if person is None or not agreed or school is None or not opens_for_teacher(school, wish.code):
        return AccessRefused(actor, OwnAct.TAKE_LINK, wish.code.school)
    draft.put(ref, joined(person, wish, draft.now))
    return None
