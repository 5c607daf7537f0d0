"""Work beside whoever began it: its failures are logged, and it ends with its owner."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.cluster.background import Background, beside


class BrokenError(Exception):
    """What a piece of work fails with."""


async def fail() -> None:
    raise BrokenError


@pytest.fixture
def background() -> Background:
    return Background("tests")


async def test_a_failure_is_logged_with_its_owner(background: Background) -> None:
    """What goes wrong in a task that nobody awaits is said in the log, with its trace."""
    with capture_logs() as lines:
        background.begin(fail())
        await background.finish()
    assert [(line["event"], line["owner"], type(line["exc_info"])) for line in lines] == [
        ("background_failed", "tests", BrokenError)
    ]


async def test_the_others_go_on_after_a_failure(background: Background) -> None:
    """One task that fails neither cancels the others nor keeps ``finish`` from waiting for them."""
    going, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await going.wait()
        ended.set()

    with capture_logs():
        background.begin(fail())
        background.begin(work())
        asyncio.get_running_loop().call_soon(going.set)
        await background.finish()
    assert ended.is_set()


async def test_finish_waits_for_what_is_begun_meanwhile(background: Background) -> None:
    """Work that begins more work is waited for to the end of both."""
    done: list[str] = []

    async def second() -> None:
        done.append("second")

    async def first() -> None:
        background.begin(second())
        done.append("first")

    background.begin(first())
    await background.finish()
    assert done == ["first", "second"]
    assert len(background) == 0


async def test_who_gives_up_waiting_cancels_nothing(background: Background) -> None:
    """A ``finish`` that is cut off leaves the work going on."""
    going = asyncio.Event()
    task = background.begin(going.wait())
    waiting = asyncio.ensure_future(background.finish())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert not task.done()
    going.set()
    assert await task


@pytest.mark.parametrize("seconds", [0.0, 0.01])
async def test_stop_leaves_nothing_behind(background: Background, seconds: float) -> None:
    """What has not finished in time is cancelled, cleans up, and nothing of it outlives ``stop``."""
    cleaned, begun = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.set()

    task = background.begin(work())
    await begun.wait()
    with capture_logs():
        await background.stop(seconds)
    assert task.cancelled()
    assert cleaned.is_set()
    assert len(background) == 0


async def test_stop_gives_work_the_time_it_was_promised(background: Background) -> None:
    """What finishes within the seconds that are given is not cancelled."""
    going = asyncio.Event()
    task = background.begin(going.wait())
    asyncio.get_running_loop().call_soon(going.set)
    await background.stop(60)
    assert task.result() is True


async def test_the_answer_can_be_awaited(background: Background) -> None:
    """Whoever wants to know what came of it awaits the task that ``begin`` returns."""

    async def answer() -> int:
        return 42

    assert await background.begin(answer()) == 42


async def test_work_beside_a_block_ends_with_it() -> None:
    """What goes on beside a block is cancelled at its end, also when the block fails."""
    begun, cancelled = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async def block() -> None:
        async with beside(work(), "tests"):
            await begun.wait()
            raise BrokenError

    with pytest.raises(BrokenError):
        await block()
    assert cancelled.is_set()
