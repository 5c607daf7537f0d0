"""Values become JSON and come back: the stored form of people, its older versions, and of ticks.

Schools and the outbox have files of their own. Must not decide anything about the values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from typing import Any, cast

import orjson
from pydantic import TypeAdapter, ValidationError

from bot.domain.person.lapse import looked_at_on
from bot.domain.person.old_files import oldest_file_at
from bot.domain.person.person import Person
from bot.store.base import Kind
from bot.store.codec.older_person import HELD_FOR_OTHERS, OlderPerson
from bot.store.codec.plain_kind import faults_of
from bot.store.facts import Equal, Ranged

PERSON_VERSION = 5

DAYS_KEPT = 1_024
"""Midnights that are kept: those of 10,000 people lie within a year and a bit."""

_FILING = frozenset({"held", "composing"})
"""Where, besides the coaching, an id of a file may stand."""

_PERSON = TypeAdapter(Person)


@cache
def _older() -> TypeAdapter[OlderPerson]:
    """Return what reads and writes people of older releases: no start waits for it where there is none."""
    return TypeAdapter(OlderPerson)


def encode_person(person: Person) -> dict[str, Any]:
    """Return the JSON form of a person; moments as ISO 8601 in UTC, empty fields left out."""
    adapter: TypeAdapter[Any] = _older() if isinstance(person, OlderPerson) else _PERSON
    return cast("dict[str, Any]", adapter.dump_python(person, mode="json", exclude_defaults=True))


def decode_person(form: dict[str, Any]) -> Person:
    """Return the person of a JSON form. Raises ValueError when it makes no sense."""
    try:
        person = (_PERSON if HELD_FOR_OTHERS.isdisjoint(form) else _older()).validate_python(form)
    except ValidationError as error:
        raise faults_of(error) from None
    if any(moment is not None and moment.tzinfo is None for moment in _moments(person)):
        raise ValueError("a moment without a zone")  # no two of which can be compared
    return person


def _moments(person: Person) -> tuple[datetime | None, ...]:
    """Return the moments that every turn compares."""
    given = person.consent.given_at if person.consent else None
    return person.seen_at, given, person.outbound.due_at, person.wishes.paused_until


def _due(person: Person) -> float | None:
    due = person.outbound.due_at if person.reachable else None
    return due.timestamp() if due else None


def _stored_due(form: Mapping[str, Any]) -> float | None:
    due = form.get("outbound", {}).get("due_at") if form.get("reachable", True) else None
    return None if due is None else datetime.fromisoformat(due).timestamp()


PERSON_DUE: Ranged[Person, float] = Ranged("due", float, _due, _stored_due)
"""When she is to be written to next; none while she cannot be reached."""

PERSON_SCHOOL: Equal[Person, str] = Equal(
    "school", str, lambda person: person.school, lambda form: form.get("school")
)
INVITED: Equal[Person, str] = Equal(
    "invited", str, lambda person: person.invited, lambda form: form.get("invited")
)
"""The code of an invitation she has not answered yet."""

REACHABLE: Equal[Person, bool] = Equal(
    "reachable", bool, lambda person: person.reachable, lambda form: form.get("reachable", True)
)


def _oldest_file(person: Person) -> float | None:
    since = oldest_file_at(person)
    return since.timestamp() if since else None


def _stored_oldest_file(form: Mapping[str, Any]) -> None:
    """Return None where no id is kept. Raises LookupError where one may be: only the person tells since when."""
    draft = form.get("place", {}).get("draft", ())
    coaching = orjson.dumps(form["coaching"]) if "coaching" in form else b""
    if not _FILING.isdisjoint(form) or any(one.endswith("files") for one in draft):
        raise LookupError
    if b'voice":' in coaching or b'files":' in coaching:
        raise LookupError


FILES_SINCE: Ranged[Person, float] = Ranged("files", float, _oldest_file, _stored_oldest_file)
"""Since when the oldest id of a photo, document or voice note is kept."""


@lru_cache(DAYS_KEPT)
def _midnight(day: date) -> float:
    return datetime.combine(day, time(0), UTC).timestamp()


def _lapses(person: Person) -> float:
    return _midnight(looked_at_on(person.seen_at, person.outbound.lapse_told_at))


def _stored_lapses(form: Mapping[str, Any]) -> float:
    told = form.get("outbound", {}).get("lapse_told_at")
    seen_at, told_at = (
        datetime.fromisoformat(form["seen_at"]),
        told and datetime.fromisoformat(told),
    )
    return _midnight(looked_at_on(seen_at, told_at))


LAPSES: Ranged[Person, float] = Ranged("lapses", float, _lapses, _stored_lapses)
"""From when on it is worth a look whether she has been away for too long."""

OUTGOING: Equal[Person, int] = Equal(
    "outgoing",
    int,
    lambda person: 1 if isinstance(person, OlderPerson) else None,
    lambda form: None if HELD_FOR_OTHERS.isdisjoint(form) else 1,
)
"""1 for those who hold something for others, as older releases left it: found without a walk."""


def _several_updates(form: dict[str, Any]) -> dict[str, Any]:
    """From version 1, which kept only the last update's id, to 2, which keeps several."""
    kept = {name: value for name, value in form.items() if name != "last_update"}
    last = form.get("last_update")
    return kept if last is None else {**kept, "updates": [last]}


def _unchanged(form: dict[str, Any]) -> dict[str, Any]:
    """From version 2 to 3, 4 and 5: what changed were facts, which had no version of their own."""
    return form


PEOPLE: Kind[Person] = Kind(
    name="people",
    version=PERSON_VERSION,
    encode=encode_person,
    decode=decode_person,
    facts=(PERSON_DUE, PERSON_SCHOOL, INVITED, REACHABLE, OUTGOING, FILES_SINCE, LAPSES),
    upgrades={
        1: _several_updates,
        2: _unchanged,
        3: _unchanged,
        4: _unchanged,
    },
    key_of=lambda person: str(person.id),
)


CLOCK_TRUSTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
"""This program is years younger than any earlier moment: a board without a battery starts in 1970."""


@dataclass(frozen=True, slots=True)
class Tick:
    """When the last tick ran, in UTC: what shows that ticks were missed."""

    at: datetime
    doubtful_until: datetime | None = None
    """After the clock jumped: before this moment it is not trusted with what cannot be undone."""


def _tick_form(tick: Tick) -> dict[str, Any]:
    doubt = {"doubtful_until": tick.doubtful_until.isoformat()} if tick.doubtful_until else {}
    return {"at": tick.at.isoformat(), **doubt}


def _tick_of(form: dict[str, Any]) -> Tick:
    doubt = form.get("doubtful_until")
    until = datetime.fromisoformat(doubt) if doubt else None
    return Tick(datetime.fromisoformat(form["at"]), until)


LAST_TICK = "last"
"""The key of the one document of its kind."""

TICKS: Kind[Tick] = Kind(
    name="ticks",
    version=1,
    encode=_tick_form,
    decode=_tick_of,
)
