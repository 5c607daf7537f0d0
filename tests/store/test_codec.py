"""The stored form of a person: readable, complete, and readable again in later versions."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.domain.coaching.progress import Status, mark
from bot.domain.person.lapse import looked_at_from
from bot.domain.person.person import (
    CONSENT_VERSION,
    Address,
    Bookmark,
    Consent,
    Person,
    PersonId,
    Place,
)
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel, StepSlug
from bot.domain.reminders.outbound import Outbound
from bot.domain.school.school import SchoolId
from bot.store.codec.people import (
    PEOPLE,
    PERSON_DUE,
    PERSON_VERSION,
    decode_person,
    encode_person,
)

VERSIONS = Path(__file__).parent / "versions"


def teacher(now: datetime) -> Person:
    return Person(
        id=PersonId(101),
        consent=Consent(version=CONSENT_VERSION, given_at=now),
        seen_at=now,
        address=Address.NICKNAME,
        nickname="Bu Sari 🌱",
        level=SchoolLevel.SD,
        subject="Kelas 4",
        subject_asked=True,
        zone=Zone.WITA,
        progress=mark({}, StepSlug("murid"), Status.DONE, now),
        bookmark=Bookmark(StepSlug("rancang"), "contoh"),
        place=Place("steps.page", ("rancang", "contoh"), {"offered": "Sari"}),
        updates=(5, 7),
    )


def test_a_person_survives_the_round_trip(now: datetime) -> None:
    """What is stored comes back equal, also through the text of JSON."""
    form = orjson.loads(orjson.dumps(encode_person(teacher(now))))
    assert decode_person(form) == teacher(now)


def test_the_stored_form_is_readable(now: datetime) -> None:
    """A human who opens the file finds plain words and moments, and nothing that is empty."""
    form = encode_person(teacher(now))
    assert form["level"] == "sd"
    assert form["progress"]["murid"]["status"] == "selesai"
    assert form["consent"]["given_at"] == "2026-11-20T05:00:00Z"
    assert "quiet" not in form


def test_facts_are_those_of_the_document(now: datetime) -> None:
    """What is kept of a person beside her document; whoever cannot be reached is not due."""
    person = replace(
        teacher(now), outbound=Outbound(due_at=now), school=SchoolId("s1"), invited="abc"
    )
    looked = looked_at_from(person)
    assert PEOPLE.values_of(person) == (
        now.timestamp(),
        "s1",
        "abc",
        True,
        None,
        None,
        looked.timestamp(),
    )
    assert PERSON_DUE.of(replace(person, reachable=False)) is None


@pytest.mark.parametrize(
    "form",
    [{}, {"id": "x"}, {"id": 1, "consent": None, "seen_at": "kemarin"}, {"id": 1, "progress": []}],
)
def test_a_form_that_makes_no_sense_is_refused(form: dict[str, Any]) -> None:
    """A faulty form is an error of value, which the store reports as damage."""
    with pytest.raises(ValueError):  # noqa: PT011 -- the contract names no more than ValueError
        decode_person(form)


def test_an_error_does_not_quote_what_is_stored() -> None:
    """What is wrong with a document is told without its contents, because errors are logged."""
    with pytest.raises(ValueError, match="seen_at") as caught:
        decode_person({"id": 1, "consent": None, "seen_at": "Bu Sari"})
    assert "Sari" not in str(caught.value)


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("person-*.json")), ids=lambda p: p.stem)
def test_every_old_version_is_still_read(path: Path) -> None:
    """A document of every version ever stored becomes a person of today."""
    form: dict[str, Any] = orjson.loads(path.read_bytes())
    version = form.pop("version")
    for step in range(version, PERSON_VERSION):
        form = PEOPLE.upgrades[step](form)
    person = decode_person(form)
    assert person.consent is not None
    assert 12 in person.updates
