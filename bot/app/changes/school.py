"""Changes of a school: founding, correcting, links, coordinators, its calendar, a word to a teacher.

What changes nothing is not noted: of two who take one link only one becomes coordinator. Who ceases
to be a coordinator ends what she had planned to send.
"""

from dataclasses import replace

from bot.app.access import changing
from bot.app.changes.draft import CommitDraft
from bot.domain.broadcast.broadcast import ENDED, Phase
from bot.domain.person.leaving import left
from bot.domain.person.person import Person
from bot.domain.school.access import AccessRefused, Action, OwnAct
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import COORDINATOR_CODE, Code, School, SchoolId
from bot.domain.school.school_change import (
    ChangeSchool,
    CorrectName,
    CorrectNpsn,
    CorrectZone,
    ForgetCoordinator,
    FoundSchool,
    OfferHandover,
    RemoveCoordinator,
    RemoveTeacher,
    RenameTeacher,
    SchoolChange,
    TakeHandover,
    TeacherChange,
    changed,
    names,
)
from bot.store.base import Ref
from bot.store.codec.broadcasts import BROADCAST_SCHOOL, BROADCASTS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS


def change_school(draft: CommitDraft, change: ChangeSchool, actor: int) -> AccessRefused | None:
    """Change a school as somebody wishes who may; return what she is refused."""
    known = _allowed(draft, change, actor)
    if isinstance(known, AccessRefused):
        return known
    apply(draft, known, change.change, actor)
    return None


def _allowed(draft: CommitDraft, wish: ChangeSchool, actor: int) -> School | AccessRefused:
    """Return the school as it is before the change."""
    ref, change = Ref(SCHOOLS, wish.school), wish.change
    match change:
        case FoundSchool():
            if not draft.rights.may_in(None, actor, change.action):
                return AccessRefused(actor, change.action, wish.school)
            return draft[ref] or founded(wish.school, change)
        case TakeHandover():
            return _opened(draft, wish.school, change.fingerprint, actor)
        case ForgetCoordinator():
            found = draft[ref]
            if found is None or change.person != actor or not names(found, actor):
                return AccessRefused(actor, change.action, wish.school)
            return found
        case _:
            return changing(draft, actor, change.action, wish.school)


def _opened(
    draft: CommitDraft, school: SchoolId, fingerprint: str, actor: int
) -> School | AccessRefused:
    """Return the school a one-time link opens to who may be kept in it by name."""
    found: School | None = draft[Ref(SCHOOLS, school)]
    person: Person | None = draft[Ref(PEOPLE, str(actor))]
    agreed = person is not None and person.may_be_stored
    if found is None or not agreed or not found.has_open(fingerprint, actor, draft.now):
        return AccessRefused(actor, OwnAct.TAKE_LINK, school)
    return found


def founded(school: SchoolId, change: FoundSchool) -> School:
    """Return a school as it begins."""
    return School(id=school, name=change.name, zone=change.zone, npsn=change.npsn)


def apply(draft: CommitDraft, known: School, change: SchoolChange, actor: int) -> None:
    """Change a school, note it in its log, and all that follows from it; who asks has checked.

    No two schools get the same national number.
    """
    if isinstance(change, FoundSchool | CorrectNpsn) and draft.rights.with_npsn(
        change.npsn, known.id
    ):
        return
    ref: Ref[School] = Ref(SCHOOLS, known.id)
    before, secret = draft[ref], draft.secret()
    after = changed(known, change, actor, secret, draft.now)
    draft.put(ref, after)
    if entry := _entry(before, after, change, actor, draft):
        draft.note(known.id, entry)
    if isinstance(change, OfferHandover):
        draft.fresh = str(Code(COORDINATOR_CODE, known.id, secret))
    if isinstance(change, TeacherChange):
        _change_teacher(draft, known.id, change)
    if _gone(known, after) is not None:
        end_without_sender(draft, after)


def _change_teacher(draft: CommitDraft, school: SchoolId, change: TeacherChange) -> None:
    """Change a teacher's own document as her school was changed, if she is (still) in it."""
    ref: Ref[Person] = Ref(PEOPLE, str(change.person))
    person = draft[ref]
    if person is None or person.school != school:
        return
    match change:
        case RemoveTeacher():
            draft.put(ref, left(person))
        case RenameTeacher():
            draft.put(ref, replace(person, shown_name=change.name))


def end_without_sender(draft: CommitDraft, school: School) -> None:
    """End the school's broadcasts whose sender is no coordinator any more; what was sent stays."""
    heads = [
        Ref(BROADCASTS, key) for key in draft.find(BROADCASTS, BROADCAST_SCHOOL.equals(school.id))
    ]
    draft.need(heads, optional=True)
    for ref in heads:
        head = draft[ref]
        if head is None or head.phase in ENDED:
            continue
        if not draft.rights.may_in(school, head.by, Action.BROADCAST):
            draft.put(ref, head.ended(Phase.WITHOUT_SENDER, draft.now))


def _gone(before: School, after: School) -> int | None:
    """Return who was a coordinator and is none any more."""
    return next((one.id for one in before.coordinators if not after.coordinator(one.id)), None)


def _entry(
    before: School | None, after: School, change: SchoolChange, by: int, draft: CommitDraft
) -> AuditEntry | None:
    """Return what the log says of a change; None of what changed nothing."""
    now = draft.now
    if before is None:
        return AuditEntry(at=now, by=by, action=change.action)
    gone = _gone(before, after)
    if after == before or (isinstance(change, ForgetCoordinator) and gone is None):
        return None
    if isinstance(change, RemoveCoordinator | TeacherChange):
        return AuditEntry(at=now, by=by, action=change.action, whom=change.person)
    if gone is not None and not isinstance(change, ForgetCoordinator):
        return AuditEntry(at=now, by=by, action=Action.REPLACE_COORDINATOR, whom=gone)
    was, became = _corrected(before, change), _corrected(after, change)
    return AuditEntry(at=now, by=by, action=change.action, was=was, became=became)


def _corrected(school: School, change: SchoolChange) -> str | None:
    """Return what a correction concerns, as the school has it."""
    match change:
        case CorrectName():
            return school.name
        case CorrectZone():
            return school.zone
        case CorrectNpsn():
            return school.npsn
        case _:
            return None
