"""What a person sends to others: the broadcast or letter, its deliveries and the log's lines, at once.

An answer goes under the name its writer is known by in the school; what she answered must have
reached her. An answer that can go nowhere is no fault of hers: she is told so.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.app.access import changing
from bot.app.changes.draft import CommitDraft
from bot.domain.broadcast.batch import Batch, chunk_key
from bot.domain.broadcast.broadcast import Broadcast, Recipient
from bot.domain.broadcast.posting import (
    ConfirmBroadcast,
    SendReply,
    ShareEvaluation,
    name_in,
    published,
    receiver_of,
    reply_from,
)
from bot.domain.person.person import Person
from bot.domain.school.access import AccessRefused, Action, OwnAct
from bot.domain.school.school import School
from bot.store.base import Ref
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL
from bot.store.codec.schools import SCHOOLS


@dataclass(frozen=True, slots=True)
class Addressed:
    """What was looked for before a letter is written: it takes reading more than the commit holds."""

    sender: str | None = None
    """How the writer is named to its reader, told apart from her namesakes."""

    batch: int | None = None
    """In which batch of what she answers her own delivery stands."""


UNADDRESSED = Addressed()

FindAddress = Callable[[SendReply | ShareEvaluation, int, datetime], Awaitable[Addressed]]
"""Looks for what a letter of somebody's needs."""


async def unaddressed(
    _change: SendReply | ShareEvaluation, _writer: int, _now: datetime
) -> Addressed:
    """Look for nothing: whoever acts outside a conversation writes no letters."""
    return UNADDRESSED


def send(
    draft: CommitDraft,
    change: ConfirmBroadcast | ShareEvaluation | SendReply,
    actor: int,
    addressed: Addressed,
) -> AccessRefused | None:
    """Write down what somebody sends, if she may; else return what she is refused."""
    match change:
        case ConfirmBroadcast():
            return _confirm(draft, change, actor)
        case ShareEvaluation():
            return _share(draft, change, actor, addressed)
        case SendReply():
            return _reply(draft, change, actor, addressed)


def _confirm(draft: CommitDraft, change: ConfirmBroadcast, actor: int) -> AccessRefused | None:
    """Send a broadcast to those of its recipients who are in the school by now."""
    broadcast = change.announced.broadcast
    school = changing(draft, actor, Action.BROADCAST, broadcast.school)
    if isinstance(school, AccessRefused):
        return school
    if broadcast.by != actor:
        return AccessRefused(actor, Action.BROADCAST, broadcast.school)
    members = set(draft.find(PEOPLE, PERSON_SCHOOL.equals(school.id)))
    recipients = tuple(one for one in change.announced.recipients if str(one.id) in members)
    _publish(draft, broadcast, recipients)
    return None


def _share(
    draft: CommitDraft, change: ShareEvaluation, actor: int, addressed: Addressed
) -> AccessRefused | None:
    """Show an evaluation to those of its recipients who coordinate the writer's school by now."""
    letter = change.announced.broadcast
    school, writer = draft[Ref(SCHOOLS, letter.school)], draft[Ref(PEOPLE, str(actor))]
    if school is None or writer is None or writer.school != school.id or letter.by != actor:
        return AccessRefused(actor, OwnAct.SHARE, letter.school)
    readers = tuple(one for one in change.announced.recipients if school.coordinator(one.id))
    _publish(draft, _named(letter, school, addressed), readers)
    return None


def _reply(
    draft: CommitDraft, change: SendReply, actor: int, addressed: Addressed
) -> AccessRefused | None:
    """Send an answer of whoever is in the school; one that can go nowhere is told of."""
    school, writer = draft[Ref(SCHOOLS, change.school)], draft[Ref(PEOPLE, str(actor))]
    name = name_in(school, writer) if school and writer else None
    if school is None or name is None:
        return AccessRefused(actor, OwnAct.ANSWER, change.school)
    answered = _answered(draft, change.reply.answers, actor, addressed)
    if answered is None or answered.school != school.id:
        draft.undeliverable = True
        return None
    by: Ref[Person] = Ref(PEOPLE, str(answered.by))
    draft.need((by,), optional=True)
    receiver = receiver_of(answered, school, draft[by])
    if receiver is None:
        draft.undeliverable = True
        return None
    letter = reply_from(actor, name, change.reply, answered, school)
    _publish(draft, _named(letter, school, addressed), (receiver,))
    return None


def _answered(
    draft: CommitDraft, broadcast: str, reader: int, addressed: Addressed
) -> Broadcast | None:
    """Return what is answered, if it was meant for whoever answers and can be read."""
    head: Ref[Broadcast] = Ref(BROADCASTS, broadcast)
    batch: Ref[Batch] = Ref(CHUNKS, chunk_key(broadcast, addressed.batch or 0))
    draft.need((head, batch), optional=True)
    deliveries = found.deliveries if (found := draft[batch]) else ()
    return draft[head] if any(one.person == reader for one in deliveries) else None


def _named(letter: Broadcast, school: School, addressed: Addressed) -> Broadcast:
    """Return a letter with its writer's name told apart from others; coordinators need not be."""
    if addressed.sender is None or school.coordinator(letter.by):
        return letter
    return replace(letter, sender=addressed.sender)


def _publish(draft: CommitDraft, broadcast: Broadcast, recipients: tuple[Recipient, ...]) -> None:
    """Write everything of it, unless it was sent before: the same words have the same id."""
    head: Ref[Broadcast] = Ref(BROADCASTS, broadcast.id)
    if draft[head] is not None:
        return
    sent = published(broadcast, recipients)
    batches = {Ref(CHUNKS, chunk_key(one.broadcast, one.number)): one for one in sent.batches}
    draft.need(batches)
    for ref, batch in batches.items():
        draft.put(ref, batch)
    for entry in sent.entries:
        draft.note(broadcast.school, entry)
    draft.put(head, sent.head)
