"""An event loop without a system below it: time is virtual, and all that comes from outside is an agenda.

Callbacks that are ready run in the order in which they became ready, as asyncio promises. What differs from
seed to seed is when an answer from outside comes; the loop finds out by asking `Moments`. See decision 42.
"""

import asyncio
from asyncio import base_events
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tests.simulation.moments import STEP_SECONDS, Moments

MOST_ROUNDS = 2_000
"""How long those who were killed may take to unwind; nothing they do has any effect."""


class Killed(BaseException):
    """The process was killed."""


class Selector:
    """Lets virtual time pass where a loop would wait for the system."""

    def __init__(self, moments: Moments) -> None:
        self.moments = moments

    def select(self, timeout: float | None) -> list[Any]:
        """Wait for the next thing from outside, at most so long. Raises Killed."""
        moments = self.moments
        moments.now += STEP_SECONDS
        if timeout is None:
            moments.pass_until(moments.next_due)
        else:
            moments.pass_until(moments.now + timeout)
        return []


class Deaf:
    """Lets no time pass: for those who are dead."""

    def select(self, timeout: float | None) -> list[Any]:
        """Return at once."""
        del timeout
        return []


class SimulatedLoop(base_events.BaseEventLoop):
    """One life of the process."""

    _run_once: Callable[[], None]
    _ready: deque[Any]
    _scheduled: list[Any]

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._selector: Selector | Deaf = Selector(moments)
        self._clock_resolution = 1e-9

    def time(self) -> float:
        """Return the virtual monotonic moment."""
        return self._moments.now

    def _process_events(self, event_list: list[Any]) -> None:
        """Nothing comes this way."""

    def _write_to_self(self) -> None:
        """Nobody else runs."""

    def run_in_executor(  # type: ignore[override] # whatever it is, it is done here
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> "asyncio.Future[Any]":
        """Do what a thread would do, a moment later, all at once."""
        del executor
        done: asyncio.Future[Any] = self.create_future()

        def work() -> None:
            if done.cancelled():
                return
            try:
                done.set_result(func(*args))
            except Exception as error:  # noqa: BLE001 - it is theirs who wait
                done.set_exception(error)

        self._moments.after(0.001, work, dies=True)
        return done

    def bury(self) -> None:
        """Unwind everybody who was killed. The outside must be deaf to them by now."""
        self._selector = Deaf()
        self.set_exception_handler(lambda _loop, _context: None)
        asyncio.events._set_running_loop(self)
        try:
            for _ in range(MOST_ROUNDS):
                left = asyncio.all_tasks(self)
                if not left:
                    break
                for task in left:
                    task.cancel()
                self._run_once()
            for task in asyncio.all_tasks(self):
                with suppress(RuntimeError):
                    task.get_coro().close()
        finally:
            asyncio.events._set_running_loop(None)
        self._ready.clear()
        self._scheduled.clear()
        self.close()
