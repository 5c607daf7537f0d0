"""A value with some of its fields changed, in a third of the time `dataclasses.replace` takes.

A turn makes half a dozen such copies of a person of thirty fields. Only for dataclasses with slots all of
whose fields are given when they are made, and which look at none of them then.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from itertools import repeat
from operator import attrgetter, call
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["changed"]

Value = TypeVar("Value")
_Put = Callable[[object, object], None]

if TYPE_CHECKING:  # so that fields and their types are checked
    from dataclasses import replace as changed
else:

    def changed(value: Value, /, **changes: object) -> Value:
        """Return a copy with other values in these fields. Raises KeyError for a field there is not."""
        kind = type(value)
        read, puts = _fields_of(kind)
        copy = object.__new__(kind)
        deque(map(call, puts.values(), repeat(copy), read(value)), maxlen=0)
        for name, other in changes.items():
            puts[name](copy, other)
        return copy


@cache
def _fields_of(kind: Any) -> tuple[Callable[[object], tuple[object, ...]], Mapping[str, _Put]]:
    """Return what reads all fields of a kind of values, and what puts each, in their order.

    The kind itself is read behind them, so that a single field comes in a tuple, too.
    """
    names = [field.name for field in fields(kind)]
    return attrgetter(*names, "__class__"), {name: getattr(kind, name).__set__ for name in names}
