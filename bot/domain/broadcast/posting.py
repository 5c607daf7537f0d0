"""What a person sends to others: a broadcast she confirms, an answer, an evaluation she shares. Pure.

Says which documents come of it, so that all of them can be written in one commit. Must not decide who
may send, nor when it leaves.
"""

from dataclasses import dataclass, replace

from bot.domain.broadcast.batch import Batch, chunks_of
from bot.domain.broadcast.broadcast import Announced, Broadcast, Content, Recipient, Reply
from bot.domain.person.person import Person
from bot.domain.school.access import Action
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import School, SchoolId

QUOTED = 200
"""Characters of a broadcast that stand above the answer to it."""


@dataclass(frozen=True, slots=True)
class ConfirmBroadcast:
    """Send exactly this broadcast to exactly these people."""

    announced: Announced


@dataclass(frozen=True, slots=True)
class ShareEvaluation:
    """Show one evaluation of her own to the coordinators of her school."""

    announced: Announced


@dataclass(frozen=True, slots=True)
class SendReply:
    """Send an answer to whoever wrote what is answered, in this school."""

    school: SchoolId
    reply: Reply


@dataclass(frozen=True, slots=True)
class Published:
    """The documents a broadcast begins with, and what the school's log says of it."""

    head: Broadcast
    batches: tuple[Batch, ...]
    entries: tuple[AuditEntry, ...] = ()


def published(broadcast: Broadcast, recipients: tuple[Recipient, ...]) -> Published:
    """Return what is written when a broadcast or a letter is sent; letters stand in no log."""
    batches = chunks_of(broadcast.id, recipients)
    head = replace(broadcast, chunks=len(batches), total=len(recipients))
    if broadcast.is_letter:
        return Published(head, batches)
    return Published(head, batches, _entries(broadcast, len(recipients)))


def _entries(broadcast: Broadcast, count: int) -> tuple[AuditEntry, ...]:
    def entry(action: Action, number: int) -> AuditEntry:
        return AuditEntry(
            at=broadcast.made_at,
            by=broadcast.by,
            action=action,
            count=number,
            about=broadcast.id,
        )

    sent = entry(Action.BROADCAST, count)
    if not broadcast.disturbed:
        return (sent,)
    return sent, entry(Action.DISTURB, broadcast.disturbed)


def reply_from(
    writer: int, name: str, reply: Reply, answered: Broadcast, school: School
) -> Broadcast:
    """Return an answer as the broadcast to one person that it is; ``name`` is its sender's."""
    return Broadcast(
        id=reply.id,
        school=school.id,
        school_name=school.name,
        by=writer,
        sender=name,
        content=Content(medium=reply.medium, text=reply.text, file=reply.file),
        made_at=reply.at,
        due=reply.at,
        important=True,
        answers=reply.answers,
        quote=answered.content.plain[:QUOTED],
    )


def name_in(school: School, person: Person) -> str | None:
    """Return the name under which somebody is known in a school; None if she is not in it."""
    if known := school.coordinator(person.id):
        return known.name
    return (person.shown_name or str(person.id)) if person.school == school.id else None


def receiver_of(answered: Broadcast, school: School, writer: Person | None) -> Recipient | None:
    """Return who gets the answer: who wrote what is answered; for a coordinator who left, another."""
    name = name_in(school, writer) if writer else None
    if writer and name:
        return Recipient(writer.id, name)
    if not answered.is_letter and school.coordinators:
        return Recipient(school.coordinators[0].id, school.coordinators[0].name)
    return None
