"""What every world begins with: a school, its people, and one teacher on her own, as stored documents."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from bot.domain.reminders.outbound import Wishes
from bot.domain.school.school import Coordinator
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.schools import SCHOOLS
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import put, teacher
from tests.shipped import shipped_world
from tests.simulation.disk import Place, VirtualDisk, store_on
from tests.simulation.ledger import Ledger
from tests.simulation.loop import SimulatedLoop
from tests.simulation.moments import STARTS, Chance, Moments
from tests.simulation.plan import ADMIN, MADE, SARI, TEACHERS, TONO

JOINED = STARTS - timedelta(days=14)


@cache
def founded() -> dict[Place, bytes]:
    """Return the documents with which every world begins."""
    moments = Moments()
    disk = VirtualDisk(moments, Chance(0), Ledger(moments))
    loop = SimulatedLoop(moments)
    loop.run_until_complete(_found(disk))
    loop.close()
    return disk.durable


async def _found(disk: VirtualDisk) -> None:
    store, world = store_on(disk, KINDS), shipped_world()
    await store.open()
    hands = (Coordinator(MADE, "Made"), Coordinator(TONO, "Tono"))
    school = replace(SCHOOL, coordinators=hands)
    await store.update(SCHOOLS, school.id, lambda _: (Put(school), None))
    for number in TEACHERS:
        one = replace(teacher(number, Wishes()), school=SCHOOL.id, shown_name=f"Guru {number}")
        await put(store, world, replace(one, joined_at=JOINED, school_terms=2))
    for number in (MADE, TONO, ADMIN, SARI):
        await put(store, world, teacher(number, Wishes()))
    await store.close()
