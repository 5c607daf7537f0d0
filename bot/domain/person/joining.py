"""How a teacher comes into a school: by its open invitation, under a name she agreed to. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.person.person import SCHOOL_TERMS, Person
from bot.domain.school.school import Code


@dataclass(frozen=True, slots=True)
class JoinSchool:
    """Join the school an invitation's code opens; she leaves the one before."""

    code: Code
    name: str


def joined(person: Person, wish: JoinSchool, now: datetime) -> Person:
    """Return the person as a teacher of the school."""
    return replace(
        person,
        school=wish.code.school,
        shown_name=wish.name,
        joined_at=now,
        school_terms=SCHOOL_TERMS,
        invited=None,
    )
