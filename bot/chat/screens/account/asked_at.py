"""When something was asked, as the button that confirms it carries it: a confirmation gets old."""

from datetime import datetime, timedelta


def asked_at(now: datetime) -> str:
    """Return the mark of a question asked now."""
    return str(int(now.timestamp()))


def is_fresh(mark: str, now: datetime, within: timedelta) -> bool:
    """Say whether a question with this mark (digits) was asked no longer ago than that."""
    return 0 <= int(asked_at(now)) - int(mark) <= within.total_seconds()
