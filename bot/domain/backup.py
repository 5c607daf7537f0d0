"""How the backups stand, and when the next one is due. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

LATE: Final = timedelta(hours=48)
"""Whoever runs the bot is told when the newest backup is older: two nights were missed."""

PROMISED_DAYS: Final = 30
"""People are told that what they delete is gone from backups after so many days: no backup grows older."""

NIGHT_HOUR: Final = 19
"""In UTC: 02.00 in Jakarta, 04.00 in Jayapura. Hardly anybody writes to the bot."""

RETRY: Final = timedelta(hours=1)
"""After a failure: a full disk may have room again, and a night is not over yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """What there is of backups at one moment; a backup counts once it was restored on trial."""

    keep_days: int
    """For how many nights they are kept."""

    made_at: datetime | None = None
    """When the newest was made (UTC)."""

    oldest_at: datetime | None = None
    count: int = 0
    size: int = 0
    """Bytes of the newest."""

    failed_at: datetime | None = None
    """When making one failed, if none was made since."""

    reason: str = ""

    def age(self, now: datetime) -> timedelta | None:
        """Return how old the newest is."""
        return now - self.made_at if self.made_at else None

    def is_late(self, now: datetime) -> bool:
        """Whether there is one, and it is too old."""
        age = self.age(now)
        return age is not None and age > LATE

    @property
    def holds_until(self) -> datetime | None:
        """Until when what is deleted now may still be in a backup, as long as new ones are made."""
        return self.made_at + timedelta(days=self.keep_days) if self.made_at else None

    def is_due(self, now: datetime) -> bool:
        """Whether one is to be made now: none has been since the last night began."""
        if self.failed_at is not None and timedelta() <= now - self.failed_at < RETRY:
            return False
        # One from the future was named by a clock that was wrong.
        return self.made_at is None or not _night(now) <= self.made_at <= now


def _night(now: datetime) -> datetime:
    begin = now.replace(hour=NIGHT_HOUR, minute=0, second=0, microsecond=0)
    return begin if begin <= now else begin - timedelta(days=1)
