"""A bucket that drains with time: how much at a stretch, how much for good, and when again."""

from datetime import datetime, timedelta

from bot.domain.allowance import ALLOWANCES, Allowance, LimitedUse, SpentAllowance, spent
from tests.each import each

THREE = Allowance(3, timedelta(minutes=10))


def used(allowance: Allowance, *moments: datetime) -> SpentAllowance:
    """Return what is spent after uses at these moments."""
    known = None
    for moment in moments:
        known = spent(known, allowance, moment)
    assert known
    return known


def test_so_many_at_a_stretch_and_then_one_at_a_time(now: datetime) -> None:
    """After three at once the next is free ten minutes later, all three after half an hour."""
    assert used(THREE, now, now).again(THREE, now) is None
    known = used(THREE, now, now, now)
    assert known.again(THREE, now) == now + timedelta(minutes=10)
    assert known.again(THREE, now + timedelta(minutes=10)) is None
    later = now + timedelta(minutes=30)
    assert used(THREE, now, now, now, later, later).again(THREE, later) is None


def test_the_moment_told_is_a_full_minute_at_which_it_is_free(now: datetime) -> None:
    """Seconds are rounded up, so that whoever comes at the minute she was told is not refused again."""
    began = now + timedelta(seconds=17)
    known = used(THREE, began, began, began)
    told = known.again(THREE, began)
    assert told == now + timedelta(minutes=11)
    assert known.again(THREE, told) is None


def test_trying_on_and_on_never_opens_nor_adds_up(now: datetime) -> None:
    """What was used up stays so while it is tried, and is free again after one pause of ten minutes."""
    last = now + timedelta(hours=5)
    moments = [now + timedelta(minutes=n) for n in range(301)]
    assert used(THREE, *moments).again(THREE, last) == last + timedelta(minutes=10)


@each("away", [timedelta(hours=3), timedelta(days=3650)])
def test_a_clock_that_ran_ahead_keeps_nothing_closed(now: datetime, away: timedelta) -> None:
    """What was noted hours or years ahead does not count once the clock is right again."""
    known = used(THREE, *[now + away] * 3)
    assert known.again(THREE, now) is None
    assert spent(known, THREE, now) == spent(None, THREE, now)


def test_each_use_has_an_allowance() -> None:
    """Nothing is counted that has no number."""
    assert set(ALLOWANCES) == set(LimitedUse)
