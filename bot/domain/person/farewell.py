"""What is remembered of those who deleted their data or agreed no more, so that a restored backup undoes neither. Pure.

Of whom it is tells only a mark: made from her number with a secret that lies in no backup. Must not know
where it is kept.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final, Self

from bot.domain.backup import PROMISED_DAYS
from bot.domain.person.person import Person

KEPT: Final = timedelta(days=PROMISED_DAYS)
"""No backup of the bot's grows older, so nothing has to be remembered for longer."""

MARK_LENGTH: Final = 32
LETTERS: Final = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
"""A mark has no digits: whoever looks for a number in raw files finds numbers only."""


class FarewellKind(StrEnum):
    """What somebody did."""

    ERASED = "erased"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Farewell:
    """That somebody left, when (UTC), and when she had agreed to what she ended."""

    kind: FarewellKind
    said_at: datetime
    agreed_at: datetime

    @classmethod
    def of(cls, person: Person, kind: FarewellKind, now: datetime) -> Self:
        """Return what is to be remembered of somebody who leaves now."""
        return cls(kind, now, person.consent.given_at if person.consent else now)

    def is_undone_in(self, person: Person) -> bool:
        """Say whether she stands there as before; who agreed anew since has come back by her own will.

        Compares two consents and no clock: one that ran ahead when she left must not delete her later.
        """
        consent = person.consent
        if consent is not None and consent.given_at > self.agreed_at:
            return False
        return self.kind is FarewellKind.ERASED or person.may_be_stored

    def is_over(self, now: datetime) -> bool:
        """Say whether no backup can hold her any more."""
        return now > self.said_at + KEPT


@dataclass(frozen=True, slots=True)
class FarewellMarks:
    """Makes marks. Without a secret whoever has one can find its number by trying them all."""

    secret: bytes = b""

    def of(self, person: int) -> str:
        """Return what stands for somebody."""
        told = hmac.digest(self.secret, b"farewell %d" % person, sha256)
        return told.hex()[:MARK_LENGTH].translate(LETTERS)


def farewell_key(mark: str, kind: FarewellKind) -> str:
    """Return under which key it is kept that somebody left in this way."""
    return f"{mark}-{kind}"
