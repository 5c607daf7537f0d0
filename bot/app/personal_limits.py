"""Counts what each person uses, so that nobody can guess a code or keep the machine busy for all.

In memory: what a restart forgets, an hour would have given back. Must not decide what is said.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from bot.domain.allowance import ALLOWANCES, LimitedUse, SpentAllowance, spent

PEOPLE_KEPT = 10_000
"""Of more, those who used something longest ago are forgotten; some megabytes."""

NOTHING: Mapping[LimitedUse, datetime] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PersonalLimits:
    """Remembers what each person has used of each allowance."""

    _people: OrderedDict[int, dict[LimitedUse, SpentAllowance]] = field(default_factory=OrderedDict)

    def used_up(self, person: int, now: datetime) -> Mapping[LimitedUse, datetime]:
        """Return what she may use no more for now, each with the moment it is hers again."""
        known = self._people.get(person)
        if not known:
            return NOTHING
        moments = ((use, one.again(ALLOWANCES[use], now)) for use, one in known.items())
        return {use: again for use, again in moments if again is not None}

    def note(self, person: int, uses: Iterable[LimitedUse], now: datetime) -> None:
        """Count what she used."""
        for use in uses:
            known = self._people.setdefault(person, {})
            known[use] = spent(known.get(use), ALLOWANCES[use], now)
            self._people.move_to_end(person)
        while len(self._people) > PEOPLE_KEPT:
            self._people.popitem(last=False)

    def take(self, person: int, use: LimitedUse, now: datetime) -> bool:
        """Say whether she may use it now, and count it, also when she may not."""
        may = use not in self.used_up(person, now)
        self.note(person, (use,), now)
        return may
