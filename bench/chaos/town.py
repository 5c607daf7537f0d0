"""Who lives in a run: teachers who write, a school that is written to, teachers who are due a reminder.

Makes their documents before any process starts. Must not decide what is right.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Final

from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Rhythm, Wishes
from bot.domain.school.school import SECRET_LENGTH, Coordinator, Invite, School, SchoolId
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.schools import SCHOOLS
from bot.store.postgres.store import postgres_store
from tests.delivery.teachers import put, teacher
from tests.shipped import shipped_world

BEGINS: Final = datetime(2026, 11, 3, 8, 0, tzinfo=UTC)
"""By the database's clock: Tuesday, 3 November 2026, 15.00 WIB, when the quarter's evaluation opens for all here."""

ADMIN: Final = 1
MADE: Final = 90
SCHOOL: Final = SchoolId("aaaaaaaa")
OTHER_SCHOOL: Final = SchoolId("bbbbbbbb")
"""Its coordinators are removed one by one."""

FIRST_HAND, FIRST_MEMBER, FIRST_WRITER, FIRST_DUE = 10_000, 20_000, 30_000, 40_000
LATE: Final = time(19, 0)
"""Nobody but those who are due is reminded of anything before."""

JOINED: Final = BEGINS - timedelta(days=30)
OPEN: Final = Invite(secret="x" * SECRET_LENGTH, made_at=JOINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """How many there are of each."""

    members: int = 60
    writers: int = 24
    due: int = 120
    removed: int = 1
    seconds: float
    """Over so long the reminders fall due."""

    @property
    def hands(self) -> range:
        """Coordinators who are removed, one after another."""
        return range(FIRST_HAND, FIRST_HAND + self.removed)

    @property
    def recipients(self) -> range:
        """Teachers of the school that is written to."""
        return range(FIRST_MEMBER, FIRST_MEMBER + self.members)

    @property
    def writing(self) -> range:
        """Teachers who write in their journals."""
        return range(FIRST_WRITER, FIRST_WRITER + self.writers)

    @property
    def reminded(self) -> range:
        """Teachers who are due a reminder, one after another."""
        return range(FIRST_DUE, FIRST_DUE + self.due)

    @property
    def everybody(self) -> list[int]:
        """All who have a chat with the bot."""
        return [ADMIN, MADE, *self.hands, *self.recipients, *self.writing, *self.reminded]

    def people(self) -> list[Person]:
        """Return them as they are stored."""
        found = [_quiet(number) for number in (ADMIN, MADE, *self.hands, *self.writing)]
        for number in self.recipients:
            member = replace(_quiet(number), school=SCHOOL, shown_name=f"Guru {number}")
            found.append(replace(member, joined_at=JOINED, school_terms=2))
        for nth, number in enumerate(self.reminded):
            after = timedelta(seconds=round(self.seconds * (nth + 1) / self.due))
            hour = (BEGINS + timedelta(hours=7) + after).time()  # WIB
            found.append(teacher(number, Wishes(rhythm=Rhythm.OFF, hour=hour)))
        return found

    def schools(self) -> list[School]:
        """Return the schools as they are stored."""
        hands = tuple(Coordinator(number, f"Guru {number}") for number in self.hands)
        return [
            School(
                id=SCHOOL,
                name="SDN 3 Melati",
                zone=Zone.WIB,
                coordinators=(Coordinator(MADE, "Made"),),
            ),
            School(
                id=OTHER_SCHOOL, name="SDN 8 Mawar", zone=Zone.WIB, coordinators=hands, invite=OPEN
            ),
        ]


def _quiet(number: int) -> Person:
    return teacher(number, Wishes(rhythm=Rhythm.OFF, hour=LATE, digest=False))


def _put(school: School, _: School | None) -> tuple[Put[School], None]:
    return Put(school), None


async def found(url: str, town: Town) -> None:
    """Store everybody."""
    store, world = postgres_store(url, KINDS), shipped_world()
    await store.open()
    try:
        for school in town.schools():
            await store.update(SCHOOLS, school.id, partial(_put, school))
        for person in town.people():
            await put(store, world, person, BEGINS)
    finally:
        await store.close()
