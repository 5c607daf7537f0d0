"""Whom fuzzed updates come from: teachers, a coordinator, whoever runs the bot, and strangers."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from bench.hostile.grown import presses_in
from bench.processes import ROOT
from bench.teachers import person_id, store_teachers
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.school.school import Coordinator, Invite, School, SchoolId
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import tiny_store

SCHOOL: Final = SchoolId("aaaaaaaa")
"""The school that the known buttons speak of."""

ADMIN, COORDINATOR = person_id(0), person_id(1)


def plant(data: Path, teachers: int) -> list[int]:
    """Fill a data directory; returns everybody, a quarter more people than there are teachers."""
    store_teachers(data, teachers)
    asyncio.run(_found(data, teachers // 4))
    return [person_id(number) for number in range(teachers + teachers // 4)]


async def _found(data: Path, members: int) -> None:
    """Store a school with some of the teachers."""
    store = tiny_store(data, KINDS)
    await store.open()
    now = datetime.now(UTC)
    school = School(
        id=SCHOOL,
        name="SDN Contoh",
        zone=Zone.WIB,
        coordinators=(Coordinator(COORDINATOR, "Made"),),
        invite=Invite(secret="s" * 22, made_at=now),
    )
    await store.update(SCHOOLS, school.id, lambda _: (Put(school), None))
    for number in range(2, members + 2):
        person = await store.get(PEOPLE, str(person_id(number)))
        assert person
        joined = replace(person, school=SCHOOL, shown_name=f"Guru {number}", joined_at=now)
        await store.update(PEOPLE, str(person.id), partial(_put, joined))
    await store.close()


def _put(person: Person, _: Person | None) -> tuple[Put[Person], None]:
    return Put(person), None


def presses() -> tuple[str, ...]:
    """Return what the bot's own buttons carry."""
    known = ROOT / "tests" / "chat" / "known_routes" / "buttons.txt"
    return presses_in(known.read_text(encoding="utf-8"))
