"""The stored form of a person: readable, complete, and readable again in later versions."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.domain.coaching.attempt import Attempt, Choice
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Said
from bot.domain.coaching.progress import Status, mark
from bot.domain.person.lapse import looked_at_on
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
from bot.domain.school.school import Handover, School, SchoolId
from bot.store.codec.people import (
    PEOPLE,
    PERSON_DUE,
    PERSON_VERSION,
    decode_person,
    encode_person,
)
from bot.store.codec.record import from_record, to_record, values_in
from bot.store.codec.schools import SCHOOLS

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
    looked = datetime.combine(looked_at_on(person.seen_at, None), time(0), UTC)
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


def some_people(now: datetime) -> dict[str, Person]:
    """People who differ in what they are searched by, by what is told of each."""
    one, later = teacher(now), now + timedelta(days=1)
    voiced = Attempt(choice=Choice(own="x"), begun_at=now, rehearsal=Said(voice="v1"))
    return {
        "plain": one,
        "due": replace(one, outbound=Outbound(due_at=later)),
        "unreachable": replace(one, outbound=Outbound(due_at=later), reachable=False),
        "of a school": replace(one, school=SchoolId("s1"), invited="abc"),
        "told that she lapses": replace(one, outbound=Outbound(lapse_told_at=later)),
        "back since she was told": replace(
            one, seen_at=later, outbound=Outbound(lapse_told_at=now)
        ),
        "coached": replace(
            one, coaching=Coaching(active=Cycle(step=StepSlug("murid"), begun_at=now))
        ),
        "heard": replace(
            one,
            coaching=Coaching(
                active=Cycle(step=StepSlug("murid"), begun_at=now, attempts=(voiced,))
            ),
        ),
        "with files in a draft": replace(one, place=Place("history.piece", (), {"files": "f1"})),
    }


def test_the_stored_form_tells_the_same_facts(now: datetime) -> None:
    """A start finds in the form what the person would tell, or leaves it to the person."""
    told = {}
    for name, person in some_people(now).items():
        record = orjson.loads(orjson.dumps(to_record(PEOPLE, person)))
        told[name] = values_in(PEOPLE, record)
        assert told[name] in {None, PEOPLE.values_of(person)}, name
    assert {name for name, values in told.items() if values is None} == {
        "heard",
        "with files in a draft",
    }


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("person-*.json")), ids=lambda p: p.stem)
def test_an_older_form_tells_no_facts(path: Path) -> None:
    """Only the newest form is looked at without an upgrade; what it tells is what the person would."""
    record: dict[str, Any] = orjson.loads(path.read_bytes())
    told = values_in(PEOPLE, record)
    if record["version"] < PERSON_VERSION:
        assert told is None
    else:
        assert told in {None, PEOPLE.values_of(from_record(PEOPLE, str(record["id"]), record))}


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


def test_a_link_keeps_the_name_of_its_fingerprint(now: datetime) -> None:
    """Schools that earlier releases stored are read as they were, and by them as they will be."""
    link = Handover(fingerprint="d" * 64, made_by=101, made_at=now, expires_at=now)
    school = School(id=SchoolId("s1"), name="SD Contoh", zone=Zone.WIB, handovers=(link,))
    form = orjson.loads(orjson.dumps(SCHOOLS.encode(school)))
    assert form["handovers"][0]["digest"] == "d" * 64
    assert "fingerprint" not in form["handovers"][0]
    assert SCHOOLS.decode(form) == school
