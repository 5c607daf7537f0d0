"""What one person may ask for at a stretch: a bucket that drains with time. A pure value.

So that no one person keeps the machine busy for all. An honest teacher meets none of these numbers,
not even on the day on which she prints everything. Must not know who is counted, nor what is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MINUTE = timedelta(minutes=1)


class LimitedUse(StrEnum):
    """What is counted; each but ``CODE`` has words, ``limit-<value>``."""

    CODE = "kode"
    """A code of an invitation is tried."""

    UPLOAD = "kiriman"
    """A file is sent to the bot; an album counts as one."""

    FILE = "berkas"
    """Pages, a workbook, a copy of her data is made for her."""

    AGAIN = "lihat"
    """What was sent before, up to a whole album, is sent to her once more."""

    LETTER = "balasan"
    """An answer is sent to somebody of her school."""

    PICTURE = "gambar"
    SEARCH = "cari"


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at a stretch, and one more each time ``every`` has passed."""

    most: int
    every: timedelta


ALLOWANCES: Mapping[LimitedUse, Allowance] = {
    # Somebody whose link is broken tries it a few times; whoever guesses needs very many.
    LimitedUse.CODE: Allowance(5, 12 * MINUTE),
    # More than the evidence of all 13 steps with a full album each.
    LimitedUse.UPLOAD: Allowance(150, MINUTE),
    # Her data, the three papers and the practice of each of 13 steps, twice; or a workbook of 40 schools.
    LimitedUse.FILE: Allowance(40, 3 * MINUTE),
    # Every try of all 13 steps looked through at one go; an album is ten files.
    LimitedUse.AGAIN: Allowance(60, 2 * MINUTE),
    # A head who answers each of sixty teachers, and some of them twice.
    LimitedUse.LETTER: Allowance(100, MINUTE),
    LimitedUse.PICTURE: Allowance(40, 3 * MINUTE),
    # Nobody reads two answers a minute for an hour.
    LimitedUse.SEARCH: Allowance(120, MINUTE / 2),
}


@dataclass(frozen=True, slots=True)
class SpentAllowance:
    """What a person has used of one allowance: all of it is hers again at ``whole_at`` (UTC)."""

    whole_at: datetime

    def again(self, allowance: Allowance, now: datetime) -> datetime | None:
        """Return the next full minute (UTC) at which one more may be used; None: now.

        What a clock noted that ran ahead does not count.
        """
        waits = self.whole_at - now - (allowance.most - 1) * allowance.every
        if not timedelta(0) < waits <= allowance.every:
            return None
        free = now + waits
        minute = free.replace(second=0, microsecond=0)
        return minute if minute == free else minute + MINUTE


def spent(known: SpentAllowance | None, allowance: Allowance, now: datetime) -> SpentAllowance:
    """Return what is used after one use more; what was used up stays so."""
    ends = allowance.most * allowance.every
    whole_at = known.whole_at if known else now
    if not timedelta(0) <= whole_at - now <= ends:
        whole_at = now
    return SpentAllowance(min(whole_at + allowance.every, now + ends))
