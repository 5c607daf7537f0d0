"""Values become JSON and come back: the stored form of people, its older versions, and of ticks.

Schools and the outbox have files of their own. Must not decide anything about the values.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from bot.domain.coaching.progress import Status
from bot.domain.person.person import Person
from bot.store.base import Kind, Summary
from bot.store.codec.plain_kind import faults_of

PERSON_VERSION = 5

_PERSON = TypeAdapter(Person)


def encode_person(person: Person) -> dict[str, Any]:
    """Return the JSON form of a person; moments as ISO 8601 in UTC, empty fields left out."""
    return cast("dict[str, Any]", _PERSON.dump_python(person, mode="json", exclude_defaults=True))


def decode_person(form: dict[str, Any]) -> Person:
    """Return the person of a JSON form. Raises ValueError when it makes no sense."""
    try:
        person = _PERSON.validate_python(form)
    except ValidationError as error:
        raise faults_of(error) from None
    if any(moment is not None and moment.tzinfo is None for moment in _moments(person)):
        raise ValueError("a moment without a zone")  # no two of which can be compared
    return person


def _moments(person: Person) -> tuple[datetime | None, ...]:
    """Return the moments that every turn compares."""
    given = person.consent.given_at if person.consent else None
    return person.seen_at, given, person.outbound.due_at, person.wishes.paused_until


def summarise_person(person: Person) -> Summary:
    """Return the facts about a person that questions over all people need."""
    done = sum(entry.status is Status.DONE for entry in person.progress.values())
    due = person.outbound.due_at if person.reachable else None
    return Summary(
        due=due.timestamp() if due else None,
        school=person.school,
        invited=person.invited,
        level=person.level,
        step=person.bookmark.step if person.bookmark else None,
        done=done,
        reachable=person.reachable,
        seen=person.seen_at.timestamp(),
        outgoing=bool(person.announced or person.letters or person.asks),
    )


def _several_updates(form: dict[str, Any]) -> dict[str, Any]:
    """From version 1, which kept only the last update's id, to 2, which keeps several."""
    kept = {name: value for name, value in form.items() if name != "last_update"}
    last = form.get("last_update")
    return kept if last is None else {**kept, "updates": [last]}


def _summarised_anew(form: dict[str, Any]) -> dict[str, Any]:
    """From version 2 to 3 and 4, whose facts told of requests and of invitations, and to 5.

    Since 5 nobody's document holds what goes to others: its facts say in whose that still is to be
    carried over, see ``relay``.
    """
    return form


PEOPLE: Kind[Person] = Kind(
    name="people",
    version=PERSON_VERSION,
    encode=encode_person,
    decode=decode_person,
    summarise=summarise_person,
    upgrades={
        1: _several_updates,
        2: _summarised_anew,
        3: _summarised_anew,
        4: _summarised_anew,
    },
    key_of=lambda person: str(person.id),
)


EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
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
    summarise=lambda _: Summary(),
)
