"""The copy of everything stored about a person: her own document, and what others hold of her.

Reads all schools, logs, broadcasts and deliveries, one copy at a time. Says in it what is left out and
why. Must not change anything; ``changes/leaving`` takes out what is listed here when she deletes her data.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
import structlog

from bot.app.directory import Directory
from bot.chat.files.own_data import readable
from bot.chat.files.own_data_pages import own_data_pages
from bot.chat.model import File, Shown
from bot.chat.world import World
from bot.domain.broadcast.batch import Delivery
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.placeholder import plain
from bot.domain.calendar.quarter import local
from bot.domain.person.person import Person
from bot.domain.school.audit import AuditLog
from bot.errors import DocumentDamaged, DocumentTooNew, PictureNotDrawn
from bot.reports.painter import Painter
from bot.store.base import Kind, Store, T
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import encode_person
from bot.store.codec.requests import REQUESTS
from bot.store.codec.schools import AUDIT

log = structlog.stdlib.get_logger(__name__)

ToldData = dict[str, Any]


@dataclass(slots=True)
class _Copy:
    """What is being gathered for one person."""

    person: Person
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Exporter:
    """Makes copies for the people of one store."""

    store: Store
    world: World
    directory: Directory
    painter: Painter
    one: asyncio.Lock
    """Held while a copy is made: it reads every broadcast there is."""

    async def files(self, person: Person, now: datetime) -> list[Shown]:
        """Return the copy as JSON and as pages to read, dated by her own clock. Raises StoreUnavailable.

        Where the pages cannot be drawn now, the JSON comes alone: it holds all of it.
        """
        async with self.one:
            told = await self._told(person, now)
        texts = self.world.texts
        name = texts.label("privacy-file", "file", day=f"{local(now, person.zone):%Y-%m-%d}")
        content = orjson.dumps(told, option=orjson.OPT_INDENT_2)
        files: list[Shown] = [File(f"{name}.json", content, texts.say("privacy-file"))]
        try:
            pages = await self.painter.document(own_data_pages(self.world, person, told, now))
        except PictureNotDrawn as error:
            log.warning("own_data_not_drawn", reason=error.reason)
            return files
        return [*files, File(f"{name}.pdf", pages, texts.say("privacy-pages"))]

    async def _told(self, person: Person, now: datetime) -> ToldData:
        copy, texts = _Copy(person), self.world.texts
        rights = self.directory.rights
        schools = {str(school.id): school.name for school in rights.schools.values()}
        async for chunk in self._each(copy, CHUNKS):
            for one in chunk.deliveries:
                if one.person == person.id:
                    copy.deliveries[chunk.broadcast] = one
        letters, sent, got = await self._messages(copy)
        told = {
            "dibuat": texts.moment(now, person.zone),
            "catatan": readable(encode_person(person), self.world, schools),
            "peran": self._roles(person),
            "kegiatan": [one async for one in self._acts(copy, schools)],
            "diingatkan": [one async for one in self._asked(copy)],
            "siaran": sent,
            "surat": letters,
            "pesan": got,
        }
        left = [
            texts.pick("export-left", one)
            for one in ("orang", "nomor", "log", "titipan", "cadangan")
        ]
        if copy.unreadable:
            left.append(texts.pick("export-left", "rusak", count=copy.unreadable))
        return {texts.pick("export", name): value for name, value in told.items()} | {
            texts.pick("export", "tanpa"): left
        }

    async def _each(self, copy: _Copy, kind: Kind[T]) -> AsyncIterator[T]:
        """Yield all documents of a kind; those that cannot be read are counted."""
        copy.unreadable += self.store.unreadable(kind)
        for key in await self.store.find(kind):
            try:
                value = await self.store.get(kind, key)
            except (DocumentDamaged, DocumentTooNew):
                copy.unreadable += 1
                continue
            if value is not None:
                yield value

    def _roles(self, person: Person) -> list[ToldData]:
        """Return what she is in which school, and under which name."""
        rights, texts = self.directory.rights, self.world.texts
        roles: list[tuple[str | None, str, str | None]] = []
        if rights.is_admin(person.id):
            roles.append((None, "pengelola", None))
        for school in rights.schools.values():
            if now := school.coordinator(person.id):
                roles.append((school.name, "koordinator", now.name))
            roles += [
                (school.name, "dulu", one.name) for one in school.former if one.id == person.id
            ]
            roles += [
                (school.name, "tautan", None)
                for one in school.handovers
                if person.id in (one.made_by, one.used_by)
            ]
            if person.school == school.id:
                roles.append((school.name, "guru", person.shown_name))
        return [
            self._labelled(sekolah=name, sebagai=texts.pick("export-role", role), nama=shown)
            for name, role, shown in roles
        ]

    async def _acts(self, copy: _Copy, schools: dict[str, str]) -> AsyncIterator[ToldData]:
        """Yield what the logs of schools say she did, and what was done to her."""
        texts, person = self.world.texts, copy.person
        async for month in self._each(copy, AUDIT):
            for one in _of(month, person.id):
                yield self._labelled(
                    waktu=texts.moment(one.at, person.zone),
                    sekolah=schools.get(month.school),
                    perbuatan=texts.pick("audit", one.action),
                    oleh=texts.pick("export-by", "anda" if one.by == person.id else "lain"),
                    jumlah=one.count,
                )

    async def _asked(self, copy: _Copy) -> AsyncIterator[ToldData]:
        """Yield the reminders to her that coordinators have asked for and that are not finished."""
        texts, person = self.world.texts, copy.person
        schools = self.directory.rights.schools
        async for ask in self._each(copy, REQUESTS):
            school = schools.get(ask.school)
            if person.id in ask.waiting or person.id in ask.outcomes:
                fate = ask.outcomes.get(person.id)
                yield self._labelled(
                    waktu=texts.moment(ask.asked_at, person.zone),
                    sekolah=school.name if school else None,
                    kelompok=texts.pick("group", ask.group),
                    keadaan=texts.pick("outcome", fate) if fate else texts.pick("fate", "antre"),
                )

    async def _messages(self, copy: _Copy) -> tuple[list[ToldData], list[ToldData], list[ToldData]]:
        """Return the letters she wrote, the broadcasts she sent, and what was sent to her."""
        letters: list[ToldData] = []
        sent: list[ToldData] = []
        got: list[ToldData] = []
        async for head in self._each(copy, BROADCASTS):
            if head.by == copy.person.id:
                (letters if head.is_letter else sent).append(self._message(head, copy.person))
            if delivery := copy.deliveries.get(head.id):
                got.append(self._message(head, copy.person, delivery))
        return letters, sent, got

    def _message(
        self, head: Broadcast, person: Person, delivery: Delivery | None = None
    ) -> ToldData:
        texts = self.world.texts
        words, state = head.content.plain, texts.pick("phase", head.phase)
        if delivery:
            state = texts.pick("fate", delivery.outcome)
            words = plain(head.content.for_recipient(delivery.name, head.school_name))
        return self._labelled(
            waktu=texts.moment(head.begun_at or head.made_at, person.zone),
            sekolah=head.school_name or None,
            dari=head.sender if delivery else None,
            nama=delivery.name if delivery else None,
            jenis=texts.pick("medium", head.content.medium),
            isi=words,
            kutipan=head.quote or None,
            jumlah=None if delivery else head.total,
            keadaan=state,
        )

    def _labelled(self, **facts: Any) -> ToldData:
        """Return facts under their labels; what is not there is left out."""
        return {
            self.world.texts.pick("export", name): value
            for name, value in facts.items()
            if value is not None
        }


def _of(month: AuditLog, person: int) -> list[Any]:
    return [one for one in month.entries if person in (one.by, one.whom)]
