"""Every route is read back as it was written, and whatever else comes is nothing of ours."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import screens
from bot.chat.model import BUTTON_DATA_BYTES
from bot.chat.routes import (
    Bare,
    BroadcastId,
    CompactDay,
    OfSchool,
    QuarterName,
    Route,
    Signed,
    data_of,
    place_of,
)
from bot.domain.programme.programme import SchoolLevel, StepSlug
from bot.domain.school.school import SchoolId
from tests.each import each

MODULES = [
    import_module(found.name)
    for found in walk_packages(screens.__path__, f"{screens.__name__}.")
    if found.name.endswith(".routes")
]
ROUTES = {
    f"{module.__name__}.{name}": one
    for module in MODULES
    for name, one in vars(module).items()
    if isinstance(one, Route)
}
WORDS = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=12)
MOMENTS = st.integers(0, 99_999_999_999).map(lambda at: datetime.fromtimestamp(at, UTC))
STRATEGIES: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(0, 10**17),
    date: st.dates(),
    time: st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    datetime: MOMENTS,
    Signed: st.integers(-(10**17), 10**17),
    CompactDay: st.dates(min_value=date(1000, 1, 1)),
    QuarterName: st.builds("{}-Q{}".format, st.integers(1000, 8999), st.integers(1, 4)),
    BroadcastId: st.text("0123456789abcdef", min_size=12, max_size=12),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return values of a field's kind."""
    if kind in STRATEGIES:
        return STRATEGIES[kind]
    if get_origin(kind) in (UnionType, Union):
        return st.one_of(*(values(one) for one in get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0]), max_size=4).map(tuple)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if isinstance(kind, NewType):
        return values(kind.__supertype__)
    if kind is NoneType:
        return st.none()
    assert issubclass(kind, Enum)
    return st.sampled_from(list(kind))


def form_of(route: Route[..., Any]) -> type[Any]:
    """Return the dataclass of what a route carries."""
    form = route.carries
    assert isinstance(form, type)
    return form


def carried(form: type[Any]) -> st.SearchStrategy[Any]:
    """Return values of what a route carries; what is left out is left out to the end."""
    kinds = get_type_hints(form, include_extras=True)
    names = [one.name for one in fields(form)]

    def made(some: tuple[Any, ...]) -> Any:
        kept = dict(zip(names, some, strict=True))
        missing = False
        for name in names:
            missing = missing or kept[name] is None
            if missing:
                kept[name] = () if get_origin(kinds[name]) is tuple else None
        return form(**kept)

    return st.tuples(*(values(kinds[name]) for name in names)).map(made)


FORMS: dict[type[Any], list[str]] = {}
"""The names of all routes that carry the same; each value that is made is tried with all of them."""

TOGETHER = 8
"""So many of them are made at once: what Hypothesis does besides takes longer than to make one."""

for name, route in ROUTES.items():
    FORMS.setdefault(form_of(route), []).append(name)


@each("forms", [list(FORMS)[at : at + TOGETHER] for at in range(0, len(FORMS), TOGETHER)])
def test_what_is_written_is_read_back(forms: list[type[Any]]) -> None:
    """Whatever a place or a button carries is the same after it was stored or sent."""

    @settings(max_examples=25)
    @given(values=st.tuples(*map(carried, forms)))
    def same(values: tuple[Any, ...]) -> None:
        for form, value in zip(forms, values, strict=True):
            for name in FORMS[form]:
                assert_read_back(ROUTES[name], value, name)

    same()


def assert_read_back(route: Route[..., Any], value: Any, name: str) -> None:
    place = route(*(getattr(value, one.name) for one in fields(value)))
    assert place.screen == route.name, name
    assert route.read(place.args, exact=True) == value, name
    assert route.at(place) == value, name
    if len(":".join((route.name, *place.args))) <= BUTTON_DATA_BYTES:
        assert place_of(data_of(place)) == place, name


@given(data=st.text(max_size=70) | st.lists(st.text(max_size=20)).map(":".join))
def test_junk_is_nothing_of_ours(data: str) -> None:
    """Whatever stands in a button or a place, reading it tells what it is, and fails never."""
    place = place_of(data)
    for route in ROUTES.values():
        for exact in (True, False):
            found = route.read(place.args, exact=exact)
            assert found is None or isinstance(found, form_of(route))


@each(
    "junk",
    [
        *("٣", "-1", "+1", " 1", "1_0", "1.0", "", "9" * 19, "\ud800", "2026-13-01", "x"),
        *("2026-Q5", "٢٠٢٦-Q4", "0001-Q1", "9999-Q4"),
    ],
)
def test_figures_are_plain_figures(junk: str) -> None:
    """A number, a day, an hour or a quarter that we would not have written is none."""
    plain = Route("x.y", Figures)
    for at in range(5):
        good = ["1", "2026-12-24", "20261224", "1530", "2026-Q4"]
        assert plain.read(tuple(good)) is not None
        good[at] = junk
        assert plain.read(tuple(good)) is None


def test_what_is_older_or_newer_is_read_as_far_as_it_goes() -> None:
    """What an older release left out has its default; what a newer adds counts in places only."""
    page = Route("steps.page", Page)
    short, whole, longer = (
        ("murid", "contoh"),
        ("murid", "contoh", "sd"),
        ("murid", "contoh", "sd", "x"),
    )
    assert page.read(short, exact=True) == Page(StepSlug("murid"), "contoh")
    assert page.read(whole, exact=True) == Page(StepSlug("murid"), "contoh", SchoolLevel.SD)
    assert page.read(longer) == page.read(whole)
    assert page.read(longer, exact=True) is None
    assert page.read(("murid",)) is None
    assert page.read(("murid", "contoh", "x")) is None
    assert page.at(Bare("steps.list")()) is None


@each("said", ["a:b", "x" * 60, "ä" * 30])
def test_no_button_is_made_that_does_not_come_back(said: str) -> None:
    """Data that Telegram would not take, or we could not take back, is refused as it is made."""
    page = Route("steps.page", Page)
    with pytest.raises(ValueError, match="no button data"):
        data_of(page(StepSlug("murid"), said))
    assert data_of(page(StepSlug("murid"), "contoh")) == "steps:page:murid:contoh"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, for these tests."""

    step: StepSlug
    page: str
    level: SchoolLevel | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All kinds of figures, for these tests."""

    number: int
    day: date
    compact: CompactDay
    hour: time
    quarter: QuarterName


def test_a_school_is_carried_first() -> None:
    """Whatever is about a school names it first, so that what must be loaded is known by it."""
    for name, route in ROUTES.items():
        names = [one.name for one in fields(form_of(route))]
        assert "school" not in names or issubclass(form_of(route), OfSchool), name
        assert "school" not in names or names[0] == "school"
    assert Route("school.home", OfSchool)(SchoolId("a")).args == ("a",)
