"""How the bot itself fares, for whoever runs it: numbers without anybody's name. Pure."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.backup import BackupState
from bot.domain.breach import BreachState


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The state of the data and of the work that waits, at one moment."""

    people: int
    unreachable: int
    unreadable: int
    """People's documents that cannot be served: damaged, or written by a newer program."""

    unreadable_schools: int = 0
    unreadable_others: int = 0
    """The same of all other kinds: broadcasts, their deliveries, logs."""

    due: int
    """Messages of the bot's own whose moment has come and that wait for their turn."""

    broadcasts: int
    """Broadcasts that have something left to send now or later."""

    ticked_at: datetime | None
    """The last tick (UTC); None before the first."""

    breaches: tuple[BreachState, ...] = ()
    """The notices of a breach that were sent, newest first."""

    backup: BackupState | None = None
    """How the nightly backups stand; None when none are made."""
