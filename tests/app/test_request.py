"""A coordinator's request to remind is written with her turn, once, and names nobody who is gone."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.app.views.queries import Queries
from bot.chat.model import Command, Incoming, UpdateId
from bot.chat.world import World
from bot.domain.person.person import PersonId
from bot.domain.roster.nudge_request import NudgeRequest, RequestNudges, document_of
from bot.domain.school.access import Action
from bot.errors import StoreUnavailable
from bot.store.base import Drop, Put
from bot.store.codec.people import PEOPLE
from bot.store.codec.requests import REQUEST_DUE, REQUESTS
from bot.store.codec.schools import AUDIT
from tests.delivery.disks import sound
from tests.delivery.schools import MADE, SCHOOL, keep_wish, wish
from tests.delivery.teachers import HandClock
from tests.errand_desk import OTHER, ZUBAIDAH, Desk, cannot_write


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    """A school with two teachers on a real disk."""
    desk = await Desk(world, clock, tmp_path).open()
    yield desk
    await desk.store.close()


async def ask(desk: Desk, now: datetime) -> None:
    change = RequestNudges(wish(now, (ZUBAIDAH, OTHER)))
    assert await desk.turns.commits.act(PersonId(MADE), change, now) is None


async def requests(desk: Desk) -> list[NudgeRequest]:
    keys = await desk.store.find(REQUESTS)
    return [one for key in keys if (one := await desk.store.get(REQUESTS, key))]


async def test_a_request_and_its_line_in_the_log_are_written_at_once(desk: Desk) -> None:
    """The same tap again changes neither; it is found when it is due."""
    for _ in range(2):
        await ask(desk, desk.clock())
    (request,) = await requests(desk)
    assert (request.by, request.waiting, request.noted) == (MADE, (ZUBAIDAH, OTHER), True)
    acts = await desk.turns.directory.log(SCHOOL.id, desk.clock())
    assert [(act.action, act.by, act.count) for act in acts] == [(Action.REMIND, MADE, 2)]
    due = REQUEST_DUE.up_to(desk.clock().timestamp())
    assert await desk.store.find(REQUESTS, due) == [request.document]


async def test_a_turn_knows_the_coordinator_s_own_requests(desk: Desk) -> None:
    """What another coordinator has asked for counts for her alone."""
    await ask(desk, desk.clock())
    theirs = replace(wish(desk.clock(), (OTHER,)), by=OTHER)
    await desk.store.update(REQUESTS, theirs.document, lambda _: (Put(theirs), None))
    turns = desk.turns
    queries = Queries(turns.store, turns.directory, turns.looks, turns.limits, turns.notifier, str)
    incoming = Incoming(update=UpdateId(1), person=PersonId(MADE), event=Command("menu"))
    known = await queries.before(incoming, desk.clock())
    assert known.requests == {document_of(MADE, theirs.id)}


@pytest.mark.parametrize("kind", [AUDIT, REQUESTS], ids=lambda kind: kind.name)
async def test_a_request_that_cannot_be_noted_is_none(kind: object, desk: Desk) -> None:
    """If the log or the request itself cannot be written, neither is, and she may ask again."""
    desk.store.broken = cannot_write(getattr(kind, "name", ""))
    with pytest.raises(StoreUnavailable):
        await ask(desk, desk.clock())
    assert await requests(desk) == []
    assert await desk.turns.directory.log(SCHOOL.id, desk.clock()) == ()
    desk.store.broken = sound
    await ask(desk, desk.clock())
    assert len(await requests(desk)) == 1


async def test_who_is_gone_by_then_is_not_named(desk: Desk) -> None:
    """Between the page and the tap one teacher deleted her data."""
    await desk.store.update(PEOPLE, str(OTHER), lambda _: (Drop(), None))
    await ask(desk, desk.clock())
    assert [one.waiting for one in await requests(desk)] == [(ZUBAIDAH,)]


async def test_deleting_takes_her_out_of_requests(desk: Desk) -> None:
    """A teacher is in none any more; the coordinator's own go with her."""
    await ask(desk, desk.clock())
    await desk.do(ZUBAIDAH, await desk.erase(ZUBAIDAH))
    assert [one.waiting for one in await requests(desk)] == [(OTHER,)]
    await desk.do(MADE, await desk.erase(MADE))
    assert await requests(desk) == []


async def test_two_coordinators_may_wish_the_same(desk: Desk) -> None:
    """The same teachers in the same minute: each has a request of her own."""
    mine = wish(desk.clock(), (ZUBAIDAH,))
    await keep_wish(desk.store, mine)
    await keep_wish(desk.store, replace(mine, by=OTHER))
    assert len(await requests(desk)) == 2
