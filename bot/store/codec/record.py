"""A record: the stored form of a document with the version of that form.

Turns values into records and records of any known version into values. Must not know where
records are kept.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from bot.errors import DocumentTooNew
from bot.store.base import Kind
from bot.store.facts import Values

T = TypeVar("T")

VERSION: Final = "version"

MISSHAPEN: Final = (
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    OSError,
)
"""What upgrades, decoders and facts raise that trip over a missing or misshapen field; OSError comes
of moments no clock can tell.
"""


def to_record(kind: Kind[T], value: T) -> dict[str, Any]:
    """Give the record of a value: its version first, then its fields as `encode` orders them."""
    return {VERSION: kind.version, **kind.encode(value)}


def from_record(kind: Kind[T], key: str, record: dict[str, Any]) -> T:
    """Give the value of a record, upgraded to the newest version.

    Raises DocumentTooNew for a version this program does not know, ValueError if the record makes
    no sense.
    """
    fields = dict(record)
    version = fields.pop(VERSION, None)
    if not isinstance(version, int) or version < 1:
        raise ValueError(f"no version but {version!r}")
    if version > kind.version:
        raise DocumentTooNew(kind=kind.name, key=key, version=version, known=kind.version)
    try:
        while version < kind.version:
            fields = kind.upgrades[version](fields)
            version += 1
        value = kind.decode(fields)
    except MISSHAPEN as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    if kind.key_of and kind.key_of(value) != key:
        raise ValueError(f"belongs to {kind.key_of(value)}")
    return value


def values_of(kind: Kind[T], value: T) -> Values:
    """Give the facts of a value that was read; raises ValueError if they make no sense."""
    try:
        return kind.values_of(value)
    except MISSHAPEN as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def values_in(kind: Kind[Any], record: Mapping[str, Any]) -> Values | None:
    """Give the facts as a record tells them without being decoded; None if it must be for them."""
    if record.get(VERSION) != kind.version:
        return None
    try:
        return kind.values_in(record)
    except (*MISSHAPEN, ValueError):
        return None  # decoding will say what is wrong
