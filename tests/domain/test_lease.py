"""A lease has one owner at a time, and says how often it has changed hands."""

from datetime import UTC, datetime, timedelta

from bot.domain.lease import Lease, taken
from tests.each import each

NOW = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
LENGTH = timedelta(minutes=2)
OURS = Lease("we", 1, NOW + LENGTH)


def theirs(until: timedelta, epoch: int = 1) -> Lease:
    return Lease("they", epoch, NOW + until)


@each(
    ("known", "is_dead", "expected"),
    [
        (None, False, OURS),
        (Lease("we", 3, NOW - LENGTH), False, Lease("we", 3, NOW + LENGTH)),
        (theirs(timedelta(seconds=1)), False, None),
        (theirs(LENGTH), False, None),
        (theirs(timedelta(seconds=1)), True, Lease("we", 2, NOW + LENGTH)),
        (theirs(timedelta(0)), False, Lease("we", 2, NOW + LENGTH)),
        (theirs(-LENGTH, epoch=4), False, Lease("we", 5, NOW + LENGTH)),
        (theirs(timedelta(days=365)), False, Lease("we", 2, NOW + LENGTH)),
    ],
)  # fmt: skip
def test_a_lease_is_taken_when_nobody_else_has_it(
    known: Lease | None, is_dead: bool, expected: Lease | None
) -> None:
    """Another's is left alone until it has run out, or its owner is known to be dead."""
    assert taken(known, "we", NOW, LENGTH, is_dead=is_dead) == expected


def test_the_epoch_rises_only_when_it_changes_hands() -> None:
    """Whoever renews her own keeps the epoch; whoever takes it over is newer than all before."""
    first = taken(None, "we", NOW, LENGTH)
    again = taken(first, "we", NOW + LENGTH, LENGTH)
    other = taken(again, "they", NOW + 3 * LENGTH, LENGTH)
    back = taken(other, "we", NOW + 5 * LENGTH, LENGTH)
    assert [one.epoch for one in (first, again, other, back) if one] == [1, 1, 2, 3]
