"""Many quick cases of one rule within one test. Tests nothing.

To find, begin and report a test takes longer than most of these cases, and there are thousands of them.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Run a test with every case, as ``pytest.mark.parametrize`` does, but as one test.

    All cases are tried whatever becomes of those before; the error tells those that fail.
    """
    known = tuple(cases)
    assert known, "a test without a case shows nothing"

    def looped(test: Test) -> Test:
        @wraps(test)
        def all_of_them(**fixtures: Any) -> None:
            failed = []
            for case in known:
                given = {names: case} if isinstance(names, str) else _named(names, case)
                try:
                    test(**given, **fixtures)
                except pytest.skip.Exception as skipped:
                    raise AssertionError(f"skips all others too: {given}") from skipped
                except Exception as error:  # noqa: BLE001 -- told below, with all others
                    error.add_note(f"with {given}")
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(known)} cases", failed)

        all_of_them.__signature__ = _without(test, names)  # type: ignore[attr-defined]
        return all_of_them

    return looped


def _named(names: tuple[str, ...], case: Iterable[Any]) -> dict[str, Any]:
    return dict(zip(names, case, strict=True))


def _without(test: Test, names: str | tuple[str, ...]) -> inspect.Signature:
    """Return what is left for fixtures. Raises KeyError for a name that the test does not have."""
    wanted = inspect.signature(test)
    left = dict(wanted.parameters)
    for name in (names,) if isinstance(names, str) else names:
        del left[name]
    return wanted.replace(parameters=tuple(left.values()))
