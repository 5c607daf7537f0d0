"""How somebody leaves: her school, what others have asked for her, or all that is kept of her. Pure."""

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


def unnamed(coordinator: Person, person: int) -> Person:
    """Return a coordinator whose wishes and broadcasts on their way do not name somebody."""
    asks = tuple(ask.without(person) for ask in coordinator.asks)
    announced = tuple(
        replace(one, recipients=tuple(each for each in one.recipients if each.id != person))
        for one in coordinator.announced
    )
    return replace(coordinator, asks=asks, announced=announced)
