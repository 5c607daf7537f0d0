"""Places and button data as typed values: the one codec that writes and reads both.

A route is a name with what it carries, such as ``steps.page`` with a step and a page. As a place it
is ``Place("steps.page", ("murid", "contoh"))``, as button data ``steps:page:murid:contoh``. Both
outlive a release: names and the order of what is carried never change, new fields come last with a
default. Must not know what a place shows or a button does.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cached_property, lru_cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NewType,
    ParamSpec,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from bot.chat.button import Style
from bot.chat.model import BUTTON_DATA_BYTES, Button
from bot.domain.broadcast.broadcast import is_id
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.person import Place
from bot.domain.school.school import SchoolId

P = ParamSpec("P")
A = TypeVar("A")

DIGITS = 18
"""The longest number; Telegram's ids have 52 bits, moments 10 or 11 digits."""

SECONDS_DIGITS = 11
"""Seconds since 1970 with more digits lie thousands of years ahead."""

WRITTEN_KEPT = 128
"""So many places of a route are kept: a screen draws the same few buttons again and again."""

DATA_KEPT = 1_024
"""So much button data is kept, for the same reason."""

Reader = Callable[[str], Any]
WriteArgument = Callable[[Any], str]


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= DIGITS):
        raise ValueError(text)
    return int(text)


def _signed(text: str) -> int:
    return -_natural(text[1:]) if text.startswith("-") else _natural(text)


def _moment(text: str) -> datetime:
    if len(text) > SECONDS_DIGITS:
        raise ValueError(text)
    return datetime.fromtimestamp(_natural(text), UTC)


def _seconds(moment: datetime) -> str:
    return str(int(moment.timestamp()))


def _day(text: str) -> date:
    if len(text) != len("2026-12-24"):
        raise ValueError(text)
    return date.fromisoformat(text)


def _compact_day(text: str) -> date:
    _natural(text)
    return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 -- a day of no zone


def _hour(text: str) -> time:
    _natural(text)
    return datetime.strptime(text, "%H%M").time()  # noqa: DTZ007 -- an hour of no day


def _quarter(text: str) -> str:
    return str(Quarter.parse(text))


def _broadcast(text: str) -> str:
    if not is_id(text):
        raise ValueError(text)
    return text


Signed = Annotated[int, _signed, str]
"""A number that may be below zero; a plain ``int`` may not."""

CompactDay = Annotated[date, _compact_day, "{:%Y%m%d}".format]
"""A day like 20261224; a plain ``date`` is like 2026-12-24."""

BroadcastId = Annotated[str, _broadcast, str]
"""The id of a broadcast."""

QuarterName = Annotated[str, _quarter, str]
"""A quarter like 2026-Q4."""

_KINDS: dict[Any, tuple[Reader, WriteArgument]] = {
    str: (str, str),
    int: (_natural, str),
    datetime: (_moment, _seconds),
    date: (_day, str),
    time: (_hour, "{:%H%M}".format),
}


def _codec(kind: Any) -> tuple[Reader, WriteArgument]:
    """Return how a value of a kind is read (or ValueError is raised) and written."""
    if get_origin(kind) is Annotated:
        reader, writer = kind.__metadata__
        return reader, writer
    if get_origin(kind) in (UnionType, Union):
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
        return _codec(kind)
    if get_origin(kind) is tuple:
        return _codec(get_args(kind)[0])
    if get_origin(kind) is Literal:
        return {one: one for one in get_args(kind)}.__getitem__, str
    if isinstance(kind, NewType):
        return _codec(kind.__supertype__)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind, str
    return _KINDS[kind]


_STYLES: dict[str, Style] = {}
"""How buttons look that are not like all others, by name; filled as routes are made."""


def _mark(name: str, style: Style | None) -> None:
    if style:
        _STYLES[name] = style


class Route(Generic[P, A]):
    """The name of a place or button, and the dataclass of what it carries."""

    def __init__(self, name: str, carries: Callable[P, A], style: Style | None = None) -> None:
        """Take the name, such as ``steps.page``, and a frozen dataclass of readable fields.

        With a style every button of this name has it, wherever it stands.
        """
        self.name = name
        _mark(name, style)
        self.carries = carries
        self._kept: Callable[..., Place] = lru_cache(WRITTEN_KEPT)(self._place)

    @cached_property
    def _kinds(self) -> dict[str, Any]:
        """What each field is. Looked at by the first who uses the route: no start waits for a hundred."""
        return get_type_hints(self.carries, include_extras=True)

    @cached_property
    def _fields(self) -> list[tuple[str, Reader, WriteArgument]]:
        names = [one.name for one in fields(self.carries)]  # type: ignore[arg-type] # a dataclass
        return [(name, *_codec(self._kinds[name])) for name in names]

    @cached_property
    def _has_rest(self) -> bool:
        return bool(self._fields) and get_origin(self._kinds[self._fields[-1][0]]) is tuple

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Place:
        """Return the place, which is also what a button leads to (``data_of``)."""
        return self._kept(*args, **kwargs)

    def _place(self, *args: P.args, **kwargs: P.kwargs) -> Place:
        value = self.carries(*args, **kwargs)
        written: list[str | None] = []
        for at, (name, _, write) in enumerate(self._fields, start=1):
            one = getattr(value, name)
            if at == len(self._fields) and self._has_rest:
                written += map(write, one)
            else:
                written.append(None if one is None else write(one))
        while written and written[-1] is None:
            written.pop()
        return Place(self.name, tuple(one or "" for one in written))

    def read(self, args: tuple[str, ...], *, exact: bool = False) -> A | None:
        """Return what a place or button carries; None where that is nothing of this route.

        More than is known comes of another release: of a place it is passed over, a button with it
        (``exact``) is none of ours.
        """
        known = len(self._fields)
        if exact and len(args) > known and not self._has_rest:
            return None
        values: dict[str, Any] = {}
        try:
            for at, (name, read, _) in enumerate(self._fields[: len(args)], start=1):
                if at == known and self._has_rest:
                    values[name] = tuple(map(read, args[at - 1 :]))
                elif args[at - 1] or read is str:
                    values[name] = read(args[at - 1])
            return self.carries(**values)  # type: ignore[call-arg] # checked by itself: TypeError
        except (ValueError, LookupError, OverflowError, TypeError):
            return None

    def at(self, place: Place) -> A | None:
        """Return what a place carries if it is one of this route."""
        return self.read(place.args) if place.screen == self.name else None


class Bare:
    """The name of a place or button that carries nothing."""

    def __init__(self, name: str, style: Style | None = None) -> None:
        """Take the name, such as ``menu.main``, and how buttons of this name look."""
        self.name = name
        _mark(name, style)
        self._place = Place(name)

    def __call__(self) -> Place:
        """Return the place."""
        return self._place


@dataclass(frozen=True, slots=True)
class OfSchool:
    """What all routes about a school carry first."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class OfBroadcast(OfSchool):
    """What all routes about a broadcast carry first."""

    broadcast: BroadcastId


def data_of(place: Place) -> str:
    """Return a place as button data. Raises ValueError where Telegram or we could not take it back."""
    return _data(place.screen, place.args)


@lru_cache(DATA_KEPT)
def _data(screen: str, args: tuple[str, ...]) -> str:
    data = ":".join((screen.replace(".", ":", 1), *args))
    if data.count(":") != 1 + len(args) or len(data.encode()) > BUTTON_DATA_BYTES:
        raise ValueError(f"no button data: {data}")
    return data


def button_to(label: str, to: Place) -> Button:
    """Return a button with this label that leads to a place, or does what its route says."""
    return Button(label, data_of(to), _STYLES.get(to.screen))


def place_of(data: str) -> Place:
    """Return button data as a place, whatever it is."""
    family, _, rest = data.partition(":")
    name, *args = rest.split(":")
    return Place(f"{family}.{name}", tuple(args))
