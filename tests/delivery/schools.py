"""A school with a coordinator and teachers in a store, for tests of what a coordinator sends.

Must not decide what is right; the tests do.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.roster.nudge_request import NudgeRequest, TeacherGroup
from bot.domain.school.access import Rights
from bot.domain.school.school import Coordinator, School, SchoolId
from bot.store.base import Put, Store
from bot.store.codec.people import PEOPLE
from bot.store.codec.requests import REQUESTS
from tests.delivery.teachers import teacher

SCHOOL = School(
    id=SchoolId("aaaaaaaa"),
    name="SDN 3 <Melati>",
    zone=Zone.WIB,
    coordinators=(Coordinator(90, "Made"),),
)
RIGHTS = Rights(schools={SCHOOL.id: SCHOOL})
MADE = 90


def member(number: int, now: datetime) -> Person:
    """A teacher of the school who joined two weeks ago and did nothing since."""
    joined = now - timedelta(days=14)
    return replace(
        teacher(number), school=SCHOOL.id, shown_name=f"Guru {number:03}", seen_at=joined
    )


def wish(
    now: datetime, whom: tuple[int, ...], group: TeacherGroup = TeacherGroup.NOT_BEGUN
) -> NudgeRequest:
    """A wish of Made's to remind some teachers, just confirmed."""
    return NudgeRequest(
        id="aaaaaaaa-1-abc",
        school=SCHOOL.id,
        group=group,
        asked_at=now,
        due_at=now,
        waiting=whom,
        by=MADE,
    )


async def keep_wish(store: Store, asked: NudgeRequest) -> None:
    """Store a wish as it is."""
    await store.update(REQUESTS, asked.document, lambda _: (Put(asked), None))


async def keep(store: Store, person: Person) -> None:
    """Store a person as she is."""
    await store.update(PEOPLE, str(person.id), lambda _: (Put(person), None))
