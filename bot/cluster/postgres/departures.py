"""What the processes of one token know of moments to leave, in the database: the newest row.

Whoever gives moments holds the token's lock for one transaction, reads the newest row, writes one after it and
takes the one before away. So nothing is looked for among rows that are gone, which stay as long as a
transaction of others holds vacuum back. Must not decide who leaves when.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Final, TypeVar

from bot.cluster.departures import Departures
from bot.database.connections import DatabaseConnection
from bot.database.statement import Statement, told

R = TypeVar("R")

MOST_SINGLE: Final = 100
"""So many moments are kept one by one; a thousand, where messages are paid for, are many to read and write."""

SPAN_SECONDS: Final = 0.02
"""Of those, all within such a span are kept as the last of them and how many there were: each counts a
little longer than it must.
"""

HELD_MILLISECONDS = 2_000
"""So long the database lets whoever holds the moments of all be silent: who is stopped in the middle (SIGSTOP,
a cut network) would else keep every process from sending.
"""

BEGIN: Final = (
    "BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL idle_in_transaction_session_timeout = %s"
)
ALONE: Final = "SELECT pg_advisory_xact_lock(hashtextextended('departures ' || %s, 0))"
NEWEST: Final = (
    "SELECT number, slots, bulk_from, paused_until FROM departures_given WHERE token = %s"
    " ORDER BY number DESC LIMIT 1"
)
NOW: Final = Statement("SELECT extract(epoch FROM clock_timestamp())::double precision")
WRITE: Final = (
    "INSERT INTO departures_given (token, number, slots, bulk_from, paused_until)"
    " VALUES (%s, %s, %s::double precision[], %s, %s)"
)
DROP: Final = "DELETE FROM departures_given WHERE token = %s AND number = %s"
COMMIT: Final = Statement("COMMIT")


@dataclass(frozen=True, slots=True)
class KnownDepartures:
    """What was given out, and until when all are silent; seconds by the clock of the database."""

    given: Departures = field(default_factory=Departures)
    paused_until: float = 0.0
    number: int = 0

    def pause(self, seconds: float, now: float) -> "KnownDepartures":
        """Return it with a silence of so many seconds, which ends none that lasts longer; 0 ends all."""
        until = max(self.paused_until, now + seconds) if seconds > 0 else 0.0
        return replace(self, paused_until=until)


def packed(slots: Sequence[float]) -> list[float]:
    """Give moments in the form in which they are kept: a negative number says how many more were at the one before it."""
    if len(slots) <= MOST_SINGLE:
        return list(slots)
    kept, counts = (
        list[float](),
        Counter(slots),
    )  # most are packed already: equal ones, one after another
    for _, some in groupby(counts, lambda slot: slot // SPAN_SECONDS):
        moments = [*some]
        more = sum(map(counts.__getitem__, moments)) - 1
        kept += (moments[-1], -float(more)) if more else (moments[-1],)
    return kept


def unpacked(kept: Iterable[float]) -> tuple[float, ...]:
    """Give the moments that are kept so."""
    slots = list[float]()
    for one in kept:
        slots += [slots[-1]] * -int(one) if one < 0 else (one,)
    return tuple(slots)


DeparturesChange = Callable[[KnownDepartures, float], tuple[KnownDepartures, R]]
"""Given what is known and the time there, returns what is known afterwards, and an answer."""


async def changed(connection: DatabaseConnection, token: str, change: DeparturesChange[R]) -> R:
    """Change what the processes of this token know, one after another; give the answer."""
    begin = Statement(BEGIN, (HELD_MILLISECONDS,))
    asked = [begin, Statement(ALONE, (token,)), Statement(NEWEST, (token,)), NOW]
    _, rows, [(now,)] = await told(connection, asked)
    known = KnownDepartures()
    for number, slots, bulk_from, paused_until in rows:
        known = KnownDepartures(Departures(unpacked(slots), bulk_from), paused_until, number)
    after, answer = change(known, now)
    values: tuple[Any, ...] = (
        token, known.number + 1, packed(after.given.slots), after.given.bulk_from, after.paused_until,
    )  # fmt: skip
    await told(
        connection, [Statement(WRITE, values), Statement(DROP, (token, known.number)), COMMIT]
    )
    return answer
