"""All schools in memory, and their logs. Who changes them is ``changes``; it says so by ``learn``.

There are few schools and every turn may ask for roles, so copies are kept. The store is the truth, and
others may change it too: ``fresh`` reads again what was changed, by whomever. A decision that must not
be wrong is taken inside the commit.
"""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.cluster.clock import Sleep
from bot.domain.calendar.quarter import months_later
from bot.domain.roster.levels import ToldLevels
from bot.domain.school.access import Rights
from bot.domain.school.audit import MONTHS_KEPT, AuditEntry, AuditLog, log_key, month_of
from bot.domain.school.school import School, SchoolId
from bot.errors import DocumentDamaged, DocumentTooNew, StoreUnavailable
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.schools import AUDIT, SCHOOLS

log = structlog.stdlib.get_logger(__name__)

SECRET_BYTES = 16

WATCH_SECONDS = 1.0
"""A removed right is known in every process within a second (issue 14), and at once where it is used."""


@dataclass(slots=True)
class Directory:
    """The schools of one store. ``rights`` is what was known of them when they were last looked at."""

    store: Store
    admins: frozenset[int] = frozenset()
    new_secret: Callable[[], str] = lambda: secrets.token_urlsafe(SECRET_BYTES)
    rights: Rights = field(init=False)
    unreadable: int = field(default=0, init=False)
    """Schools that could not be read when they were loaded."""

    _version: int = field(default=0, init=False)
    """Of the schools, as the store counts; see `Store.changed`."""

    _learned: set[SchoolId] = field(default_factory=set, init=False)
    """Schools that were told of and not read since: others may have changed them before that was heard."""

    _reading: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    def __post_init__(self) -> None:
        self.rights = Rights(admins=self.admins)

    def snapshot(self) -> Rights:
        """Return who may do what, as it is known now."""
        return self.rights

    async def load(self) -> None:
        """Read all schools but those that cannot be read; call once, when the store is open.

        Raises StoreUnavailable.
        """
        await self._read()

    async def fresh(self) -> Rights:
        """Return who may do what as the store has it now: what was changed meanwhile is read again.

        Costs next to nothing when nothing was. What cannot be read stays as it was known.
        """
        changed = await self.store.changed(SCHOOLS, self._version)
        if changed.version != self._version or self._learned:
            try:
                await self._read()
            except StoreUnavailable as error:
                log.warning("schools_not_read", reason=str(error))
        return self.rights

    async def watch(self, sleep: Sleep = asyncio.sleep) -> None:
        """Look for ever, for those who ask for ``snapshot`` and cannot wait."""
        while True:
            try:
                await self.fresh()
            except StoreUnavailable as error:
                log.warning("schools_not_watched", reason=error.cause)
            except Exception:
                log.exception("schools_not_watched")
            await sleep(WATCH_SECONDS)

    async def _read(self) -> None:
        """Read what has changed since the last time, until nothing has changed meanwhile."""
        async with self._reading:
            changed = await self.store.changed(SCHOOLS, self._version)
            while changed.version != self._version or self._learned:
                is_all = changed.keys is None
                wanted = {*(changed.keys or ()), *self._learned}
                keys = await self.store.find(SCHOOLS) if is_all else sorted(wanted)
                self._learned.clear()
                read = {SchoolId(key): await self._school(key) for key in keys}
                known = {} if is_all else self.rights.schools
                merged = {**known, **read}
                self._know({key: school for key, school in merged.items() if school})
                self._version = changed.version
                changed = await self.store.changed(SCHOOLS, self._version)
            self.unreadable = self.store.unreadable(SCHOOLS)

    async def _school(self, key: str) -> School | None:
        """Return a school as stored; one that cannot be read as it was known. Raises StoreUnavailable."""
        try:
            return await self.store.get(SCHOOLS, key)
        except (DocumentDamaged, DocumentTooNew) as error:
            # The index knew the file unchanged; only reading it shows what became of it.
            log.error("school_unreadable", school=key, reason=str(error))  # noqa: TRY400 -- our errors tell all in one line
            return self.rights.schools.get(SchoolId(key))

    def learn(self, *schools: School) -> None:
        """Know schools as they were just committed, before they are read again."""
        self._learned.update(school.id for school in schools)
        self._know({**self.rights.schools, **{school.id: school for school in schools}})

    async def keep_levels(self, school: SchoolId, levels: Mapping[str, ToldLevels]) -> None:
        """Write down what is told of a school's levels; what was told before stays as it was.

        Raises StoreUnavailable, DocumentDamaged, DocumentTooNew; then it may not be shown.
        """

        def decide(known: School | None) -> tuple[Write[School], School | None]:
            after = known.keeping(levels) if known else None
            return (Put(after) if after and after != known else Keep()), after

        kept = await self.store.update(SCHOOLS, school, decide)
        if kept:
            self.learn(kept)

    async def told(self, school: SchoolId, news: str, person: int) -> None:
        """Write down that somebody was told of something; None by that key is fine."""

        def decide(known: School | None) -> tuple[Write[School], School | None]:
            if known is None:
                return Keep(), None
            told = ((one.told(person) if one.key == news else one) for one in known.news)
            left = tuple(one for one in told if one)
            after = replace(known, news=left)
            return (Put(after) if after != known else Keep()), after

        kept = await self.store.update(SCHOOLS, school, decide)
        if kept:
            self.learn(kept)

    async def note(self, school: SchoolId, entry: AuditEntry) -> None:
        """Add an act to the school's log of this month.

        If that log cannot be read the act stands in the bot's own log only: it has been done.
        """
        month = month_of(entry.at)

        def decide(known: AuditLog | None) -> tuple[Write[AuditLog], None]:
            known = known or AuditLog(school=school, month=month)
            return Put(known.noting(entry)), None

        try:
            await self.store.update(AUDIT, log_key(school, month), decide)
        except (DocumentDamaged, DocumentTooNew) as error:
            log.error(  # noqa: TRY400 -- our errors tell all in one line
                "act_not_noted",
                school=school,
                by=entry.by,
                action=str(entry.action),
                whom=entry.whom,
                count=entry.count,
                reason=str(error),
            )

    async def log(self, school: SchoolId, now: datetime) -> tuple[AuditEntry, ...]:
        """Return the school's acts of the months that are kept, newest first."""
        entries: list[AuditEntry] = []
        for back in range(MONTHS_KEPT + 1):
            month = month_of(datetime.combine(months_later(now.date(), -back), now.timetz()))
            try:
                found = await self.store.get(AUDIT, log_key(school, month))
            except (DocumentDamaged, DocumentTooNew):
                continue  # named in the bot's own log; the other months are told
            entries += reversed(found.entries if found else ())
        return tuple(entries)

    def _know(self, schools: dict[SchoolId, School]) -> None:
        self.rights = replace(self.rights, schools=schools)
