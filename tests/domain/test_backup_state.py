"""When a backup is due, late, and until when one may hold what was deleted."""

from datetime import UTC, datetime, timedelta

from bot.domain.backup import BackupState
from tests.each import each


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC)


@each(
    ("made", "failed", "now", "is_due"),
    [
        (None, None, at(2, 8), True),  # the first one: at once
        (at(1, 19), None, at(2, 18, 59), False),
        (at(1, 19), None, at(2, 19), True),
        (at(1, 18, 59), None, at(2, 8), True),  # the night was missed
        (at(2, 8), None, at(2, 18, 59), False),
        (at(2, 8), None, at(2, 19), True),
        (at(1, 19), at(2, 19), at(2, 19, 59), False),  # it failed; in an hour again
        (at(1, 19), at(2, 19), at(2, 20), True),
        (None, at(2, 8), at(2, 8, 59), False),
        (at(5, 19), None, at(2, 8), True),  # named by a clock that was wrong
        (None, at(5, 8), at(2, 8), True),  # it failed in a future that never came
    ],
)
def test_one_is_due_once_a_night(
    made: datetime | None, failed: datetime | None, now: datetime, is_due: bool
) -> None:
    """At 02.00 in Jakarta, or as soon as the bot runs again; after a failure an hour later."""
    assert BackupState(keep_days=14, made_at=made, failed_at=failed).is_due(now) is is_due


def test_one_is_late_after_two_days() -> None:
    """Up to 48 hours a night may be missed; without any there is nothing to be late."""
    state = BackupState(keep_days=14, made_at=at(1, 19))
    assert not state.is_late(at(3, 19))
    assert state.is_late(at(3, 19, 1))
    assert not BackupState(keep_days=14).is_late(at(3, 19))


def test_what_is_deleted_may_be_in_a_backup_for_as_long_as_it_is_kept() -> None:
    """The newest goes last."""
    state = BackupState(keep_days=14, made_at=at(1, 19))
    assert state.holds_until == at(1, 19) + timedelta(days=14)
    assert BackupState(keep_days=14).holds_until is None
