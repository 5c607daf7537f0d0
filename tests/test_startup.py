"""What a start leaves for later is there for whoever asks sooner."""

import asyncio
import gc
import threading
from collections.abc import Iterator

import pytest

from bot.run.start.later import preparing
from bot.run.start.startup import spare_the_start, spare_the_turns


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the collector of the tests as it was."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable()


def test_the_collector_is_off_only_until_people_are_served() -> None:
    """A start is not looked through for garbage; a running bot is, but for what the start made."""
    spare_the_start()
    assert not gc.isenabled()
    spare_the_turns()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


async def test_what_is_prepared_does_not_hold_up_the_loop() -> None:
    """Something is prepared in a thread of its own, and the end waits for it."""
    loop_has_run, prepared = threading.Event(), threading.Event()

    def prepare() -> None:
        assert loop_has_run.wait(10)
        prepared.set()

    async with preparing(prepare, breath=0):
        loop_has_run.set()
    assert prepared.is_set()


async def test_a_preparation_that_fails_ends_nothing() -> None:
    """The bot serves on; whoever needs it meets the fault."""

    def fail() -> None:
        raise MemoryError

    async with preparing(fail, breath=0):
        pass


async def test_nothing_is_prepared_before_the_first_answers() -> None:
    """Who waits for a start has the interpreter for herself; a process that ends soon prepares nothing."""
    begun: list[bool] = []
    async with preparing(lambda: begun.append(True)):
        await asyncio.sleep(0)
    assert begun == []
    async with preparing(lambda: begun.append(True), breath=0.001):
        async with asyncio.timeout(10):
            while not begun:  # noqa: ASYNC110 -- the thread tells nobody
                await asyncio.sleep(0.001)
    assert begun == [True]
