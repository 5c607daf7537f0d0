"""The days off, asked of a process of its own, once for a release of the package."""

import sys
from datetime import date
from pathlib import Path

import pytest

from bot.content import derived
from bot.content.calendar import holidays

YEARS = 2026, 2027


@pytest.fixture
def keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where nothing is kept yet, with a Python that keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "days"


def test_a_process_started_ahead_tells_the_same(keeps: Path) -> None:
    """Who is asked may have loaded its tables before, and is asked once."""
    holidays.prepare(keeps)
    (ahead,) = holidays._ready
    days = holidays.holidays_kept(YEARS, keeps)
    assert ahead.returncode == 0
    assert holidays._ready == []
    keeps.unlink()
    assert days == holidays.holidays_kept(YEARS, keeps)
    assert days[date(2027, 3, 8)].startswith("Hari Suci Nyepi")


def test_what_was_told_is_not_asked_again(keeps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later start begins no process; other years are asked for."""
    days = holidays.holidays_kept(YEARS, keeps)
    holidays.prepare(keeps)
    assert holidays._ready == []
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", str(keeps.with_name("no-python")))
        assert holidays.holidays_kept(YEARS, keeps) == days
        with pytest.raises(OSError, match="no-python"):
            holidays.holidays_kept(YEARS[:1], keeps)
    fewer = holidays.holidays_kept(YEARS[:1], keeps)
    assert fewer == {day: name for day, name in days.items() if day.year == YEARS[0]}


def test_another_release_of_the_package_is_asked_anew(keeps: Path) -> None:
    """What another one said is not believed, whatever it was."""
    derived.save(keeps, b"another", {"years": YEARS, "days": {}})
    assert holidays.holidays_kept(YEARS, keeps)


def test_a_process_that_nobody_asks_ends_by_itself(keeps: Path) -> None:
    """A start that is refused leaves nothing behind, and nothing is said."""
    holidays.prepare(keeps)
    process = holidays._ready.pop()
    said, _ = process.communicate(timeout=30)
    assert (process.returncode, said) == (0, b"")
