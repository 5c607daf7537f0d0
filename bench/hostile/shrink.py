"""Finds a shorter update that still fails: takes out parts and puts simpler ones, as long as it helps.

Must not know what failing means; it is asked.
"""

import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final

from bench.hostile.spoiling import Path, paths

Fails = Callable[[Any], Awaitable[bool]]

MOST_TRIES: Final = 2_000


async def shrunk(told: Any, fails: Fails, most: int = MOST_TRIES) -> Any:
    """Return the shortest update that was found, from one that fails; ``most`` trials at most."""
    tries = 0
    better = True
    while better:
        better = False
        for simpler in _simpler(told):
            tries += 1
            if tries > most:
                return told
            if await fails(simpler):
                told, better = simpler, True
                break
    return told


def _simpler(told: Any) -> Iterator[Any]:
    """Yield updates with one thing less, the outermost first."""
    for path in sorted(paths(told), key=len):
        yield _changed(told, path, None, drops=True)
    for path in sorted(paths(told), key=len):
        value = _at(told, path)
        for simple in _values(value):
            yield _changed(told, path, simple)


def _values(value: Any) -> Iterator[Any]:
    if isinstance(value, str) and len(value) > 1:
        yield value[: len(value) // 2]
        yield value[len(value) // 2 :]
        yield ""
    elif isinstance(value, dict | list) and value:
        yield type(value)()
    elif isinstance(value, int | float) and not isinstance(value, bool) and value not in {0, 1}:
        yield 1


def _at(told: Any, path: Path) -> Any:
    for key in path:
        told = told[key]
    return told


def _changed(told: Any, path: Path, value: Any, *, drops: bool = False) -> Any:
    """Return a copy in which a way leads to another value, or nowhere."""
    copy = json.loads(json.dumps(told))
    inner = _at(copy, path[:-1])
    if drops:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return copy
