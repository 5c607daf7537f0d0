"""Fuzzed updates, each the same for its seed and number: most of them spoiled, some odd but whole."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from bench.hostile.grown import GrowingUpdate, date_of
from bench.hostile.spoiling import broken, spoil

WHOLE: Final = 0.35  # of the updates
NO_JSON: Final = 0.08


class FuzzedUpdate(NamedTuple):
    """One update: its number, whose it was meant to be, its bytes, and what they say if they are JSON."""

    number: int
    person: int
    body: bytes
    told: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class UpdateFuzzer:
    """Makes updates of some people; the same again from the same seed."""

    seed: int
    people: Sequence[int]
    presses: Sequence[str]
    numbered: bool = True
    """Whether the number of each is whole, as Telegram's are."""

    def update(self, number: int) -> FuzzedUpdate:
        """Return the update of this number."""
        chance = random.Random(f"{self.seed}/{number}")
        person = chance.choice(self.people)
        told = GrowingUpdate(chance, person, self.presses, date_of(number)).grown(number)
        if chance.random() >= WHOLE:
            for _ in range(chance.randint(1, 3)):
                spoil(told, chance, numbered=self.numbered)
        body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        if chance.random() < NO_JSON:
            return FuzzedUpdate(number, person, broken(body, chance), None)
        return FuzzedUpdate(number, person, body, told)
