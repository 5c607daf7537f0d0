"""A coordinator's request to remind some teachers of hers: the request and the log's line, at once."""

from dataclasses import replace

from bot.app.access import changing
from bot.app.changes.draft import CommitDraft
from bot.domain.roster.nudge_request import NudgeRequest, RequestNudges
from bot.domain.school.access import AccessRefused, Action
from bot.domain.school.audit import AuditEntry
from bot.store.base import Ref
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL
from bot.store.codec.requests import REQUESTS


def request_nudges(draft: CommitDraft, change: RequestNudges, actor: int) -> AccessRefused | None:
    """Write down a request for those of its teachers who are in the school by now, once."""
    wish = change.request
    school = changing(draft, actor, Action.REMIND, wish.school)
    if isinstance(school, AccessRefused):
        return school
    if wish.by != actor:
        return AccessRefused(actor, Action.REMIND, wish.school)
    ref: Ref[NudgeRequest] = Ref(REQUESTS, wish.document)
    if draft[ref] is not None:
        return None
    members = set(draft.find(PEOPLE, PERSON_SCHOOL.equals(school.id)))
    waiting = tuple(one for one in wish.waiting if str(one) in members)
    entry = AuditEntry(at=wish.asked_at, by=actor, action=Action.REMIND, count=len(waiting))
    draft.note(school.id, entry)
    draft.put(ref, replace(wish, waiting=waiting, noted=True))
    return None
