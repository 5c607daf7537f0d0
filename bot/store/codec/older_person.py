"""A person as releases before the outbox stored her: her document also holds what goes to others.

It stays so until ``delivery/relay`` has written that into documents of its own; everybody else treats
her as any other person. Must not decide what is written of it.
"""

from dataclasses import dataclass, fields, replace

from bot.domain.broadcast.broadcast import Announced, Reply
from bot.domain.person.leaving import unnaming
from bot.domain.person.person import Person
from bot.domain.roster.nudge_request import NudgeRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderPerson(Person):
    """A person whose document of an older release also holds what goes to others."""

    asks: tuple[NudgeRequest, ...] = ()
    """Reminders a coordinator has asked for."""

    announced: tuple[Announced, ...] = ()
    """Broadcasts she has confirmed."""

    letters: tuple[Reply, ...] = ()
    """Replies to broadcasts."""


HELD_FOR_OTHERS = frozenset({"asks", "announced", "letters"})
"""What only an older document has."""


def older(
    person: Person,
    *,
    asks: tuple[NudgeRequest, ...] = (),
    announced: tuple[Announced, ...] = (),
    letters: tuple[Reply, ...] = (),
) -> Person:
    """Return a person who holds this for others; one who holds nothing is as any other."""
    kept = {field.name: getattr(person, field.name) for field in fields(Person)}
    if not (asks or announced or letters):
        return Person(**kept)
    return OlderPerson(**kept, asks=asks, announced=announced, letters=letters)


def unnamed(coordinator: Person, person: int) -> Person:
    """Return a coordinator whose place, requests and broadcasts on their way do not name somebody."""
    coordinator = unnaming(coordinator, person)
    if not isinstance(coordinator, OlderPerson):
        return coordinator
    asks = tuple(ask.without(person) for ask in coordinator.asks)
    announced = tuple(
        replace(one, recipients=tuple(each for each in one.recipients if each.id != person))
        for one in coordinator.announced
    )
    return replace(coordinator, asks=asks, announced=announced)
