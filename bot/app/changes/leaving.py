"""Somebody deletes her data, or agrees no more: what stands of her elsewhere goes in the same commit.

What nobody can read keeps nothing else. What is to be changed was looked for before (``traces``); what
has been written since is seen by the index, because whoever writes of her holds her school as well.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.app.changes.draft import CommitDraft
from bot.app.changes.school import apply
from bot.app.changes.traces import Traces
from bot.domain.broadcast.batch import Batch
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.erasing import nameless, stopped, unquoted, without_person
from bot.domain.person.farewell import Farewell, FarewellKind, farewell_key
from bot.domain.person.leaving import left
from bot.domain.person.person import Person
from bot.domain.school.access import AccessRefused, OwnAct
from bot.domain.school.audit import AuditLog, log_key, month_of
from bot.domain.school.school import School
from bot.domain.school.school_change import ForgetCoordinator, names
from bot.store.base import Put, Ref, T
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.farewells import FAREWELLS
from bot.store.codec.older_person import unnamed
from bot.store.codec.people import PEOPLE
from bot.store.codec.requests import REQUESTS
from bot.store.codec.schools import AUDIT, SCHOOLS


class Untraced(Exception):  # noqa: N818 -- nothing is wrong: it is looked for, and decided again
    """It is not known yet where something of hers stands."""


def erase(draft: CommitDraft, actor: int, traces: Traces | None) -> AccessRefused | None:
    """Delete everything of somebody: her document, her name and her words wherever they stand."""
    ref: Ref[Person] = Ref(PEOPLE, str(actor))
    person = draft.view[ref]
    if person is None:
        return AccessRefused(actor, OwnAct.ERASE)
    heads, chunks, people, schools = _concerned(draft, actor, traces)
    logs = _logs(draft, schools, traces)
    known = set(draft.find(BROADCASTS))
    letters = {head.id for head in heads.values() if head.by == actor and head.is_letter}
    for at, head in heads.items():
        after = without_person(head, actor, draft.now)
        draft.put(at, unquoted(after, letters, known))
    for its, chunk in chunks.items():
        draft.put(its, nameless(chunk, actor))
    for whose, other in people.items():
        draft.put(whose, unnamed(other, actor))
    _drop_requests(draft, actor, traces)
    _step_down(draft, actor, schools)
    for month, entries in _read(draft, logs).items():  # also what stepping down has noted
        draft.put(month, entries.without(actor))
    _remember(draft, person, FarewellKind.ERASED)
    draft.drop(ref)
    return None


def withdraw(draft: CommitDraft, actor: int, traces: Traces | None) -> AccessRefused | None:
    """End what somebody agreed to: her rights, her school, what she had planned to send."""
    ref: Ref[Person] = Ref(PEOPLE, str(actor))
    before, person = draft.view[ref], draft[ref]
    if before is None or not before.may_be_stored or person is None or person.consent is None:
        return AccessRefused(actor, OwnAct.WITHDRAW)
    heads, _, _, schools = _concerned(draft, actor, traces)
    for at, head in heads.items():
        if head.by == actor and not head.is_letter:
            draft.put(at, stopped(head, draft.now))
    _step_down(draft, actor, schools)
    _remember(draft, person, FarewellKind.WITHDRAWN)
    withdrawn_at = person.consent.withdrawn_at or draft.now
    consent = replace(person.consent, withdrawn_at=withdrawn_at)
    draft.put(ref, replace(left(person), consent=consent, quiet=True))
    return None


def give_sign(draft: CommitDraft, actor: int) -> AccessRefused | None:
    """Note that somebody is here, and nothing else: she has not agreed (any more) to more than that."""
    ref: Ref[Person] = Ref(PEOPLE, str(actor))
    person = draft[ref]
    if person is None:
        return AccessRefused(actor, OwnAct.STAY)
    draft.put(ref, replace(person, seen_at=draft.now))
    return None


def _remember(draft: CommitDraft, person: Person, kind: FarewellKind) -> None:
    """Have it known that she left, should a backup bring her back."""
    ref: Ref[Farewell] = Ref(FAREWELLS, farewell_key(draft.marks.of(person.id), kind))
    draft.need((ref,), optional=True)  # one that cannot be read keeps nobody here
    draft.writes[ref] = Put(Farewell.of(person, kind, draft.now))


def _logs(
    draft: CommitDraft, schools: Iterable[School], traces: Traces | None
) -> list[Ref[AuditLog]]:
    """Return the logs that may name her: where it was found, and where it may be noted just now."""
    month = month_of(draft.now)
    found = set(traces.of(AUDIT, draft.find(AUDIT))) if traces else set()
    found |= {Ref(AUDIT, log_key(school.id, month)) for school in schools}
    draft.need(found, optional=True)
    return sorted(found, key=lambda ref: ref.key)


def _drop_requests(draft: CommitDraft, actor: int, traces: Traces | None) -> None:
    """Take somebody out of requests to remind; her own are dropped."""
    known = draft.find(REQUESTS)
    refs = traces.of(REQUESTS, known) if traces else []
    draft.need(refs, optional=True)
    for ref, wish in _read(draft, refs).items():
        if wish.by == actor:
            draft.drop(ref)
        else:
            draft.put(ref, wish.without(actor))


def _step_down(draft: CommitDraft, actor: int, schools: Iterable[School]) -> None:
    """Take somebody's rights and name out of schools; their coordinators learn that she is gone."""
    for school in schools:
        if names(school, actor):
            apply(draft, school, ForgetCoordinator(actor), actor)


_Concerned = tuple[
    dict[Ref[Broadcast], Broadcast],
    dict[Ref[Batch], Batch],
    dict[Ref[Person], Person],
    list[School],
]


def _concerned(draft: CommitDraft, actor: int, traces: Traces | None) -> _Concerned:
    """Return all documents that may hold something of hers, as far as they can be read.

    Raises Untraced when they have not been looked for, and Unseen for those the commit does not hold.
    """
    if traces is None:
        raise Untraced
    own: Person | None = draft.view[Ref(PEOPLE, str(actor))]
    hers = {str(own.school)} if own and own.school else set()
    hers |= {one.id for one in draft.rights.schools.values() if names(one, actor)}
    schools = [Ref(SCHOOLS, key) for key in sorted(hers)]
    draft.need(schools, optional=True)
    read = _read(draft, schools)
    beside = {str(one.id) for school in read.values() for one in school.coordinators} - {str(actor)}
    heads = traces.of(BROADCASTS, draft.find(BROADCASTS))
    chunks = traces.of(CHUNKS, draft.find(CHUNKS))
    people = {*traces.of(PEOPLE, ()), *(Ref(PEOPLE, key) for key in beside)}
    draft.need((*heads, *chunks, *people), optional=True)
    return _read(draft, heads), _read(draft, chunks), _read(draft, people), list(read.values())


def _read(draft: CommitDraft, refs: Iterable[Ref[T]]) -> dict[Ref[T], T]:
    """Return the documents that are there and can be read."""
    found = ((ref, draft[ref]) for ref in refs)
    return {ref: value for ref, value in found if value is not None}
