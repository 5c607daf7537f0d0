"""A changed copy: as ``dataclasses.replace`` makes it."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime

import pytest

from bot.domain.changed import changed
from bot.domain.person.person import MENU, Person, PersonId, guest
from bot.store.codec.older_person import OlderPerson

NOW = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
SARI = guest(PersonId(101), NOW)


def test_a_changed_copy_equals_that_of_dataclasses() -> None:
    """Every field is carried over as the same object, but for those that are named."""
    copy = changed(SARI, place=MENU, nickname="Sari")
    assert copy == replace(SARI, place=MENU, nickname="Sari")
    assert type(copy) is Person
    for one in fields(SARI):
        if one.name not in {"place", "nickname"}:
            assert getattr(copy, one.name) is getattr(SARI, one.name)
    assert guest(PersonId(101), NOW) == SARI


def test_a_copy_has_the_class_of_what_was_copied() -> None:
    """What a person of an older release holds for others is carried over too."""
    older = OlderPerson(id=PersonId(101), consent=None, seen_at=NOW)
    assert changed(older, place=MENU) == replace(older, place=MENU)


def test_what_is_no_field_is_refused() -> None:
    """A misspelt name is an error, as with ``dataclasses.replace``."""
    with pytest.raises(AttributeError):
        changed(SARI, nickname_of_hers="Sari")


def test_a_class_that_checks_its_fields_is_refused() -> None:
    """Where fields are checked when a value is made, no copy may go past that."""

    @dataclass(frozen=True, slots=True)
    class Checked:
        one: int
        two: int

        def __post_init__(self) -> None:
            raise ValueError

    with pytest.raises(TypeError):
        changed(object.__new__(Checked), one=2)
