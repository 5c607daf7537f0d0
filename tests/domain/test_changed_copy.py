"""A copy with changed fields is the one that `dataclasses.replace` makes."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import pytest

from bot.domain.broadcast.verdict import Gone
from bot.domain.changed_copy import changed
from bot.domain.person.person import Person, PersonId, Place, guest
from bot.store.codec.older_person import OlderPerson


def people(now: datetime) -> tuple[Person, ...]:
    """Return a guest, and a person as an older release left her."""
    older = OlderPerson(id=PersonId(2), consent=None, seen_at=now, nickname="Sari")
    return guest(PersonId(1), now), older


def test_each_field_can_be_changed_alone(now: datetime) -> None:
    """The copy has the other value there and the old ones elsewhere, and is of the same kind."""
    for person in people(now):
        for field in fields(person):
            other: dict[str, Any] = {field.name: "other"}
            copy = changed(person, **other)
            assert copy == replace(person, **other)
            assert type(copy) is type(person)


def test_several_fields_are_changed_at_once_and_the_value_stays(now: datetime) -> None:
    """A value is never changed itself."""
    for person in people(now):
        copy = changed(person, quiet=True, place=Place("x"))
        assert (copy.quiet, copy.place, copy.id) == (True, Place("x"), person.id)
        assert not person.quiet
        assert changed(person) == person


def test_a_field_there_is_not_is_refused(now: datetime) -> None:
    """A slip in a name is no silent loss."""
    slip: dict[str, Any] = {"quite": True}
    with pytest.raises(KeyError):
        changed(guest(PersonId(1), now), **slip)


def test_a_value_of_one_field_is_copied_too() -> None:
    """One field is no special case."""
    assert changed(Gone("blocked"), reason="deleted") == Gone("deleted")
