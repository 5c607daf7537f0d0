"""Looks for what a letter needs before it is written: its writer's name, and what she answers.

Reads documents one by one and holds none; what it finds is looked at again by the commit.
"""

from datetime import datetime

from bot.app.changes.posting import Addressed
from bot.app.views.school_reports import SchoolReports
from bot.chat.screens.roster.words import names_apart
from bot.domain.broadcast.batch import chunk_key
from bot.domain.broadcast.posting import SendReply, ShareEvaluation
from bot.domain.school.school import SchoolId
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Store
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS


async def addressed(
    reports: SchoolReports, change: SendReply | ShareEvaluation, writer: int, now: datetime
) -> Addressed:
    """Return how the writer is named, and where her delivery of what she answers stands."""
    if isinstance(change, ShareEvaluation):
        return Addressed(await _name(reports, change.announced.broadcast.school, writer, now))
    name = await _name(reports, change.school, writer, now)
    return Addressed(name, await _batch(reports.store, change.reply.answers, writer))


async def _name(reports: SchoolReports, school: SchoolId, writer: int, now: datetime) -> str | None:
    """Return how a teacher is told apart from her namesakes; None for whoever is none of the school."""
    known = reports.directory.rights.schools.get(school)
    if known is None or known.coordinator(writer):
        return None
    roster = await reports.roster(school, now)
    return names_apart(reports.world.texts, roster).get(writer) if roster else None


async def _batch(store: Store, broadcast: str, reader: int) -> int | None:
    """Return the number of the batch with a delivery to the reader; what cannot be read has none."""
    try:
        head = await store.get(BROADCASTS, broadcast)
    except (DocumentDamaged, DocumentTooNew):
        return None
    for number in range((head.chunks or 0) if head else 0):
        try:
            batch = await store.get(CHUNKS, chunk_key(broadcast, number))
        except (DocumentDamaged, DocumentTooNew):
            continue
        if batch and any(one.person == reader for one in batch.deliveries):
            return number
    return None
