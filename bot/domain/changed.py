"""A changed copy of a frozen value, as ``dataclasses.replace`` makes it, for what every turn changes.

``replace`` gives every field to the class's own ``__init__`` again, by loops of Python: of a person's 29 fields
that takes two and a half times as long. Elsewhere use ``replace``, whose words are checked by mypy.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")

_put = object.__setattr__


def changed(value: T, /, **changes: object) -> T:
    """Return the same value with some fields changed. Raises AttributeError for what is no field."""
    kind: Any = type(value)
    names, read = _fields_of(kind)
    made: T = object.__new__(kind)
    deque(map(_put, repeat(made), names, read(value)), maxlen=0)  # a loop without a step of Python
    for name, field in changes.items():
        _put(made, name, field)
    return made


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    """Return the fields of a class, of which there are several, and what reads all of them.

    Raises TypeError for a class that does more than to take its fields.
    """
    if hasattr(kind, "__post_init__") or not hasattr(kind, "__slots__"):
        raise TypeError(f"{kind.__name__} is made by its own __init__")
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)
