"""All schools in memory, and the one way to change them: durable first, then known, then logged.

There are few schools and every turn may ask for roles, so they are kept; the store stays the truth.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.access import Action, Rights
from bot.domain.audit import MONTHS_KEPT, AuditLog, Entry, log_key, month_of
from bot.domain.quarter import months_later
from bot.domain.school import School, SchoolId
from bot.domain.school_change import Found, OfferHandover, RemoveCoordinator, SchoolChange, changed
from bot.store.base import Keep, Put, Store, Where, Write
from bot.store.school_codec import AUDIT, SCHOOLS

SECRET_BYTES = 16


@dataclass(slots=True)
class Registry:
    """The schools of one store. ``rights`` is always the present state."""

    store: Store
    admins: frozenset[int] = frozenset()
    new_secret: Callable[[], str] = lambda: secrets.token_urlsafe(SECRET_BYTES)
    rights: Rights = field(init=False)

    def __post_init__(self) -> None:
        self.rights = Rights(admins=self.admins)

    async def load(self) -> None:
        """Read all schools; call once, when the store is open."""
        schools: dict[SchoolId, School] = {}
        for key in self.store.find(SCHOOLS, Where()):
            school: School | None = await self.store.get(SCHOOLS, key)
            if school:
                schools[school.id] = school
        self._know(schools)

    async def change(
        self, school: SchoolId, change: SchoolChange, by: int, now: datetime
    ) -> str | None:
        """Change a school, note it in the log, and return the secret of a one-time link made."""
        secret = self.new_secret()

        def decide(known: School | None) -> tuple[Write[School], tuple[School, School] | None]:
            if known is None:
                if not isinstance(change, Found):
                    return Keep(), None
                known = School(id=school, name=change.name, zone=change.zone, npsn=change.npsn)
            after = changed(known, change, by, secret, now)
            return Put(after), (known, after)

        done = await self.store.update(SCHOOLS, school, decide)
        if done is None:
            return None
        before, after = done
        self._know({**self.rights.schools, school: after})
        await self.note(school, _entry(before, after, change, by, now))
        return secret if isinstance(change, OfferHandover) else None

    async def note(self, school: SchoolId, entry: Entry) -> None:
        """Add an act to the school's log of this month."""
        month = month_of(entry.at)

        def decide(log: AuditLog | None) -> tuple[Write[AuditLog], None]:
            log = log or AuditLog(school=school, month=month)
            return Put(log.noting(entry)), None

        await self.store.update(AUDIT, log_key(school, month), decide)

    async def log(self, school: SchoolId, now: datetime) -> tuple[Entry, ...]:
        """Return the school's acts of the months that are kept, newest first."""
        entries: list[Entry] = []
        for back in range(MONTHS_KEPT + 1):
            month = month_of(datetime.combine(months_later(now.date(), -back), now.timetz()))
            found = await self.store.get(AUDIT, log_key(school, month))
            entries += reversed(found.entries if found else ())
        return tuple(entries)

    def _know(self, schools: dict[SchoolId, School]) -> None:
        self.rights = replace(self.rights, schools=schools)


def _entry(before: School, after: School, change: SchoolChange, by: int, now: datetime) -> Entry:
    """Return what the log says of a change."""
    if isinstance(change, RemoveCoordinator):
        return Entry(at=now, by=by, action=change.action, whom=change.person)
    gone = next((one.id for one in before.coordinators if not after.coordinator(one.id)), None)
    if gone is not None:
        return Entry(at=now, by=by, action=Action.REPLACE_COORDINATOR, whom=gone)
    return Entry(at=now, by=by, action=change.action)
