"""How somebody leaves: her school, or all that is kept of her. Pure."""

from dataclasses import dataclass, replace

from bot.domain.person.person import Person


@dataclass(frozen=True, slots=True)
class EraseOwnData:
    """Delete everything that is kept of the person who wishes it."""


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Agree no more: nothing is recorded or sent from now on, and no school is hers."""


def left(person: Person) -> Person:
    """Return the person without a school."""
    return replace(person, school=None, shown_name=None, joined_at=None, school_terms=1)
