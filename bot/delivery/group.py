"""Works that go on together: given up before all have ended, what has ended by then is not forgotten.

Must not know what they are.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any, TypeVar

Item = TypeVar("Item")
R = TypeVar("R")


async def together(
    works: Mapping[Item, Coroutine[Any, Any, R]],
    given_up: Callable[[Mapping[Item, R]], Awaitable[object]],
) -> dict[Item, R]:
    """Return what each of the works gives; when cancelled, cancel them, and hand on what has ended."""
    tasks = {item: asyncio.ensure_future(work) for item, work in works.items()}
    try:
        await asyncio.gather(*tasks.values())
    except asyncio.CancelledError:
        ended = {item: task for item, task in tasks.items() if not task.cancelled()}
        await given_up(
            {item: task.result() for item, task in ended.items() if not task.exception()}
        )
        raise
    return {item: task.result() for item, task in tasks.items()}
