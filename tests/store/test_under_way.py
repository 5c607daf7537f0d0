"""Pieces of work of a store: brought to their end, whoever gives up waiting."""

import asyncio
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.store.under_way import UnderWay


async def test_who_waits_gets_what_the_work_gives_or_raises() -> None:
    """What a piece of work gives, or raises, is handed on; nothing is under way afterwards."""
    failed: list[StoreUnavailable] = []
    work = UnderWay(failed.append)

    async def give() -> int:
        await asyncio.sleep(0)
        return 7

    async def fail() -> None:
        await asyncio.sleep(0)
        raise StoreUnavailable(Path("data"), "no room")

    assert await work.to_its_end(give()) == 7
    with pytest.raises(StoreUnavailable):
        await work.to_its_end(fail())
    assert len(failed) == 1
    await asyncio.wait_for(work.finish(), 5)


async def test_work_is_done_when_nobody_waits_any_more() -> None:
    """Whoever is cancelled leaves the work to go on; `finish` waits for it."""
    failed: list[StoreUnavailable] = []
    work, go_on, done = UnderWay(failed.append), asyncio.Event(), asyncio.Event()

    async def write() -> None:
        await go_on.wait()
        done.set()
        raise StoreUnavailable(Path("data"), "no room")

    waiting = asyncio.ensure_future(work.to_its_end(write()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not done.is_set()
    go_on.set()
    await work.finish()
    assert done.is_set()
    assert len(failed) == 1


async def test_work_that_is_cancelled_before_it_begins_is_not_under_way() -> None:
    """As when the process ends in the moment in which it was asked for."""
    work = UnderWay(lambda _: None)

    async def write() -> None:
        await asyncio.sleep(0)

    before = asyncio.all_tasks()
    waiting = asyncio.ensure_future(work.to_its_end(write()))
    asyncio.get_running_loop().call_soon(lambda: _cancel(asyncio.all_tasks() - before - {waiting}))
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await asyncio.wait_for(work.finish(), 5)


def _cancel(tasks: set["asyncio.Task[None]"]) -> None:
    assert tasks
    for task in tasks:
        task.cancel()
