"""The days off, asked of a process of its own."""

from datetime import date

from bot.content.calendar import holidays


def test_a_process_started_ahead_tells_the_same() -> None:
    """Who is asked may have loaded its tables before, and is asked once."""
    ask = holidays.announced_holidays.__wrapped__
    holidays.prepare()
    (ahead,) = holidays._ready
    days = ask((2026, 2027))
    assert ahead.returncode == 0
    assert holidays._ready == []
    assert days == ask((2026, 2027))
    assert days[date(2027, 3, 8)].startswith("Hari Suci Nyepi")


def test_a_process_that_nobody_asks_ends_by_itself() -> None:
    """A start that is refused leaves nothing behind, and nothing is said."""
    holidays.prepare()
    process = holidays._ready.pop()
    said, _ = process.communicate(timeout=30)
    assert (process.returncode, said) == (0, b"")
