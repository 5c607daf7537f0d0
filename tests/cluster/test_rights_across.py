"""What was taken away through one graph is gone in the other at once."""

from typing import Any

import pytest

from bot.chat.model import Press
from bot.chat.world import World
from bot.domain.school.access import Action
from bot.store.base import Changed, Kind, Put, Store
from bot.store.codec.schools import SCHOOLS
from tests.cluster.graphs import ADMIN, WAYS, pair_of_graphs
from tests.delivery.disks import BadDisk
from tests.delivery.schools import MADE, SCHOOL, keep
from tests.delivery.teachers import HandClock, teacher


@pytest.mark.parametrize(("shared", "hear"), WAYS, indirect=["shared"])
async def test_a_coordinator_removed_in_one_is_refused_by_the_other(
    world: World, clock: HandClock, hear: bool, shared: str | None
) -> None:
    """Her next tap changes nothing and shows nothing, whether or not a hint reached that process."""
    async with pair_of_graphs(world, clock, [MADE, ADMIN], hear=hear, database=shared) as pair:
        await pair.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
        await keep(pair.store, teacher(MADE))
        await keep(pair.store, teacher(ADMIN))
        opened = await pair.second.do(MADE, Press(f"school:open:{SCHOOL.id}"))
        assert "SDN 3" in opened.text
        await pair.first.do(ADMIN, Press(f"admin:removed:{SCHOOL.id}:{MADE}"))
        before = await pair.store.get(SCHOOLS, SCHOOL.id)
        assert before is not None
        assert before.coordinators == ()
        refused = await pair.second.do(MADE, Press(f"school:close:{SCHOOL.id}"))
        assert "SDN 3" not in refused.text
        assert await pair.store.get(SCHOOLS, SCHOOL.id) == before


class Late(BadDisk):
    """The store of a process that does not hear yet what others changed."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.changed = self.nothing_changed

    async def nothing_changed(self, kind: Kind[Any], since: int) -> Changed:
        del kind
        return Changed(since, frozenset())


async def test_a_process_that_has_not_heard_of_it_refuses_her_in_the_commit(
    world: World, clock: HandClock, shared: str | None
) -> None:
    """Her change is checked against the school itself, however old what that process knows."""
    async with pair_of_graphs(world, clock, [MADE, ADMIN], hear=False, database=shared) as pair:
        await pair.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
        await keep(pair.store, teacher(MADE))
        await keep(pair.store, teacher(ADMIN))
        await pair.second.do(MADE, Press(f"school:open:{SCHOOL.id}"))
        pair.second.parts.directory.store = Late(pair.store)
        await pair.first.do(ADMIN, Press(f"admin:removed:{SCHOOL.id}:{MADE}"))
        before = await pair.store.get(SCHOOLS, SCHOOL.id)
        assert pair.second.parts.directory.snapshot().may(MADE, Action.CLOSE_INVITE, SCHOOL.id)
        await pair.second.do(MADE, Press(f"school:close:{SCHOOL.id}"))
        assert await pair.store.get(SCHOOLS, SCHOOL.id) == before


async def test_a_tick_knows_the_schools_as_they_are_now(
    world: World, clock: HandClock, shared: str | None
) -> None:
    """A graph that takes no turns looks at what others changed before it sends anything."""
    async with pair_of_graphs(world, clock, [MADE], database=shared) as pair:
        await pair.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
        assert pair.second.parts.directory.snapshot().schools == {}
        await pair.second.delivery.worker.tick()
        assert set(pair.second.parts.directory.snapshot().schools) == {SCHOOL.id}
