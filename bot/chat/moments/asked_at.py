"""When something was asked, as the button that confirms it carries it: a confirmation gets old."""

from datetime import datetime, timedelta


def asked_at(now: datetime) -> int:
    """Return the mark of a question asked now."""
    return int(now.timestamp())


def is_fresh(asked: int, now: datetime, within: timedelta) -> bool:
    """Say whether a question was asked then, no longer ago than that."""
    return 0 <= asked_at(now) - asked <= within.total_seconds()
