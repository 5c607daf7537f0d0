"""The questions about a person that are answered by one of a few values. Must not draw them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.person.own_clock import with_zone
from bot.domain.person.person import Address, Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """A question answered by one of a few values."""

    name: str
    values: type[StrEnum]
    columns: int
    set: Callable[[Person, str], Person]
    is_alone: bool = False
    """Few words may stand beside a value: "bu" is in many sentences that name no form of address."""


CHOICES: Mapping[str, ChoiceQuestion] = {
    choice.name: choice
    for choice in (
        ChoiceQuestion(
            "address", Address, 2, lambda p, v: replace(p, address=Address(v)), is_alone=True
        ),
        ChoiceQuestion("level", SchoolLevel, 2, lambda p, v: replace(p, level=SchoolLevel(v))),
        ChoiceQuestion("zone", Zone, 1, lambda p, v: with_zone(p, Zone(v))),
    )
}
