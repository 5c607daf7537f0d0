"""The folder of nightly backups: which there are, and which have been kept for long enough.

Touches only files that bear a name of ours. Must not make a backup.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Self

from bot.domain.backup import PROMISED_DAYS, BackupState

NAME: Final = re.compile(r"langkah-guru-(\d{8}T\d{6}Z)\.tar\.gz(\.age)?")
NAME_FORMAT: Final = "%Y%m%dT%H%M%SZ"
PARTIALS: Final = ".langkah-guru-*.partial"


NOTHING: Final = frozenset({"LOCK", "lost+found"})
"""What also lies in a data directory that was never written to."""

IS_IT_LOST: Final = "everybody is new to the bot; mount the right disk, or restore one"

AHEAD: Final = timedelta(hours=1)
"""A name that is further ahead of the clock was given by one that was wrong."""


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """One backup in the folder."""

    made_at: datetime
    file: Path

    @classmethod
    def of(cls, file: Path) -> Self | None:
        """Return the backup a file is by its name."""
        found = NAME.fullmatch(file.name)
        with suppress(ValueError):  # digits that are no moment
            if found:
                return cls(datetime.strptime(found[1], NAME_FORMAT).replace(tzinfo=UTC), file)
        return None


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """A folder, and for how many nights backups are kept in it."""

    path: Path
    keep: int

    def name(self, now: datetime, *, sealed: bool) -> Path:
        """Return the file of a backup made now."""
        return self.path / f"langkah-guru-{now:{NAME_FORMAT}}.tar.gz{'.age' if sealed else ''}"

    def kept(self) -> list[Kept]:
        """Return the backups there are, oldest first. Raises OSError."""
        if not self.path.exists():
            return []
        return sorted(filter(None, map(Kept.of, self.path.iterdir())))

    def made_by_hand(self) -> list[Path]:
        """Return what looks like a backup and bears another name: nobody but a person deletes it. Raises OSError."""
        if not self.path.exists():
            return []
        files = (*self.path.glob("*.tar.gz"), *self.path.glob("*.tar.gz.age"))
        return sorted(each for each in files if Kept.of(each) is None)

    def state(self, now: datetime) -> BackupState:
        """Return what there is. Raises OSError."""
        kept = [one for one in self.kept() if one.made_at <= now + AHEAD]
        if not kept:
            return BackupState(keep_days=self.keep)
        return BackupState(
            keep_days=self.keep,
            made_at=kept[-1].made_at,
            oldest_at=kept[0].made_at,
            count=len(kept),
            size=kept[-1].file.stat().st_size,
        )

    def prune(self, now: datetime) -> int:
        """Delete what was kept long enough; say how many. Raises OSError.

        The newest stays until it is as old as people were told that any becomes; one from the future goes
        when there is another. Call while none is being made: what a killed one left goes, too.
        """
        for partial in self.path.glob(PARTIALS):
            partial.unlink(missing_ok=True)
        kept = self.kept()
        right = [one for one in kept if one.made_at <= now + AHEAD] or kept
        older, newest = right[:-1], right[-1:]
        first = now - timedelta(days=self.keep)
        spared = older[max(0, len(older) + 1 - self.keep) :]
        gone = [one for one in older if one not in spared or one.made_at < first]
        promised = now - timedelta(days=PROMISED_DAYS)
        gone += [one for one in newest if one.made_at < promised]
        gone += kept[len(right) :]
        for one in gone:
            one.file.unlink(missing_ok=True)
        return len(gone)


def outlived(data: Path, backups: Path | None) -> str | None:
    """Say so when there are backups of a data directory that holds nothing: mostly its disk is not mounted."""
    with suppress(OSError):  # whoever opens it says why
        if data.is_dir() and {each.name for each in data.iterdir()} - NOTHING:
            return None
        if backups and (count := len(BackupFolder(backups, PROMISED_DAYS).kept())):
            return f"{data} is empty, and there are {count} backups in {backups}"
    return None
