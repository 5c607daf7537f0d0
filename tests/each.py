"""Many quick cases of one rule within one test. Tests nothing.

To find, begin and report a test takes longer than most of these cases, and there are thousands of them.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

Test = Callable[..., Any]


def each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Run a test with every case, as ``pytest.mark.parametrize`` does, but as one test.

    All cases are tried whatever becomes of those before; the error tells those that fail. Of the fixtures
    only ``tmp_path`` is another one for each.
    """
    known = tuple(cases)
    assert known, "a test without a case shows nothing"

    def looped(test: Test) -> Test:
        def all_cases(fixtures: dict[str, Any]) -> Iterator[dict[str, Any]]:
            for nth, case in enumerate(known):
                given = {names: case} if isinstance(names, str) else _named(names, case)
                yield {**given, **_own(fixtures, nth)}

        @wraps(test)
        def all_of_them(**fixtures: Any) -> None:
            with _told(len(known)) as failed:
                for given in all_cases(fixtures):
                    with _tried(given, names, failed):
                        test(**given)

        @wraps(test)
        async def all_awaited(**fixtures: Any) -> None:
            with _told(len(known)) as failed:
                for given in all_cases(fixtures):
                    with _tried(given, names, failed):
                        await test(**given)

        joined: Test = all_awaited if inspect.iscoroutinefunction(test) else all_of_them
        joined.__signature__ = _without(test, names)  # type: ignore[attr-defined]
        return joined

    return looped


@contextmanager
def _told(count: int) -> Iterator[list[Exception]]:
    """Give a list of what fails, and raise it all at the end."""
    failed: list[Exception] = []
    yield failed
    if failed:
        raise ExceptionGroup(f"{len(failed)} of {count} cases", failed)


@contextmanager
def _tried(
    given: dict[str, Any], names: str | tuple[str, ...], failed: list[Exception]
) -> Iterator[None]:
    """Note what one case raises, with the values of the case."""
    case = {name: given[name] for name in ((names,) if isinstance(names, str) else names)}
    try:
        yield
    except pytest.skip.Exception as skipped:
        raise AssertionError(f"skips all others too: {case}") from skipped
    except Exception as error:  # noqa: BLE001 -- told at the end, with all others
        error.add_note(f"with {case}")
        failed.append(error)


def _own(fixtures: dict[str, Any], nth: int) -> dict[str, Any]:
    """Return the fixtures for a case: its folder lies in that of the test."""
    place: Path | None = fixtures.get("tmp_path")
    if place is None:
        return fixtures
    (own := place / str(nth)).mkdir()
    return {**fixtures, "tmp_path": own}


def _named(names: tuple[str, ...], case: Iterable[Any]) -> dict[str, Any]:
    return dict(zip(names, case, strict=True))


def _without(test: Test, names: str | tuple[str, ...]) -> inspect.Signature:
    """Return what is left for fixtures. Raises KeyError for a name that the test does not have."""
    wanted = inspect.signature(test)
    left = dict(wanted.parameters)
    for name in (names,) if isinstance(names, str) else names:
        del left[name]
    return wanted.replace(parameters=tuple(left.values()))
