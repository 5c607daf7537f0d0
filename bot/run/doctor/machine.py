"""Looks at the machine: the data directory and its disk, who may read it, time zones, the content.

Asks nobody else, and changes nothing.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.domain.backup import PROMISED_DAYS
from bot.domain.person.zone import ZONES, Zone
from bot.run.backup.folder import IS_IT_LOST, BackupFolder, outlived
from bot.run.doctor.content import content_problems
from bot.run.doctor.exposed import exposed
from bot.run.doctor.finding import Finding, doubtful, ill, well
from bot.store.tiny.mount import fleeting, network_file_system

FREE_MEGABYTES = 200
"""Room for 10,000 teachers' documents and one backup of them, with as much again."""


def of_disk(data: Path, backups: Path | None = None) -> Iterator[Finding]:
    """Look at the data directory: is it the right one, may the bot write, is there room, is the disk local."""
    about = "disk"
    if lost := outlived(data, backups):
        yield ill(about, lost, IS_IT_LOST)
    if found := _refused(about, data):
        yield found
        return
    if not data.is_dir():
        yield well(about, f"{data} is not there yet; the first start makes it")
        data = _nearest(data)
    free = shutil.disk_usage(data).free // 2**20
    told = f"{free:,} MB are free for {data}"
    if free < FREE_MEGABYTES:
        yield doubtful(about, told, f"keep {FREE_MEGABYTES} MB free, or saving stops one day")
    else:
        yield well(about, told)
    if why := fleeting(data):
        yield doubtful(about, f"{data} {why}", "give it a disk of its own, or a volume")
    if kind := network_file_system(data):
        yield doubtful(
            about, f"{data} is on {kind}", "use a local disk: locks mean little over a network"
        )


def _nearest(place: Path) -> Path:
    """Return the folder itself, or where it would be made."""
    return next(each for each in (place, *place.absolute().parents) if each.is_dir())


def _refused(about: str, folder: Path) -> Finding | None:
    """Say why nothing can be written to a folder, there or not yet, if so."""
    place = _nearest(folder)
    if os.statvfs(place).f_flag & os.ST_RDONLY:
        told = f"{place} is mounted read-only"
        return ill(about, told, "mount it for writing, or look for a sick disk")
    if os.access(place, os.R_OK | os.W_OK | os.X_OK):
        return None
    if place != folder:
        return ill(about, f"{folder} is not there", f"make it for user {os.getuid()}")
    told = f"{place} may not be written by this user"
    return ill(about, told, f"chown it to user {os.getuid()}")


def of_permissions(*private: Path | None) -> Iterator[Finding]:
    """Look whether others on this machine may read what teachers wrote, or the token."""
    about = "permissions"
    found = list(exposed(private))
    for one in found:
        yield doubtful(about, one.told, one.advice)
    if not found:
        yield well(about, "data, backups and .env are for this user only")


def of_backups(folder: BackupFolder | None, now: datetime) -> Finding:
    """Look how old the newest backup is that was restored on trial."""
    about = "backups"
    if folder is None:
        return doubtful(about, "none are made", "set BACKUP_DIR, best on another disk")
    try:
        state = folder.state(now)
    except OSError as error:
        return ill(about, f"{folder.path} cannot be read ({error.strerror})", "look at BACKUP_DIR")
    if refused := _refused(about, folder.path):
        return refused
    age = state.age(now)
    if age is None:
        return doubtful(about, f"{folder.path} holds none yet", "a bot that runs makes one at once")
    told = f"the newest is {age // timedelta(hours=1)} hours old, {state.count} are kept"
    if state.is_late(now):
        return ill(about, told, "look into the log for backup_failed, and for room on the disk")
    return well(about, told)


def of_backups_by_hand(folder: BackupFolder, now: datetime) -> Iterator[Finding]:
    """Look whether one is kept for longer than people were told that any is; nobody else deletes it."""
    first = (now - timedelta(days=PROMISED_DAYS)).timestamp()
    with suppress(OSError):  # said by ``of_backups``
        for file in folder.made_by_hand():
            if file.stat().st_mtime < first:
                told = (
                    f"{file} is older than {PROMISED_DAYS} days, and people were told that none is"
                )
                yield doubtful("backups", told, "delete it")


def of_zones(now: datetime) -> Finding:
    """Look whether the time zones of Indonesia are known as they are (Keppres 41/1987)."""
    about = "time zones"
    for hours, zone in zip((7, 8, 9), Zone, strict=True):
        if ZONES[zone].utcoffset(now) != timedelta(hours=hours):
            told = f"{zone} is not {hours} hours ahead of UTC here"
            return ill(about, told, "install the package tzdata anew (make install)")
    return well(about, "WIB, WITA, WIT are 7, 8, 9 hours ahead of UTC")


def of_content(folder: Path, today: date) -> Finding:
    """Look whether steps, texts and calendar can be used."""
    about = "content"
    problems = content_problems(folder, today)
    faults = [problem for problem in problems if not problem.is_warning]
    if faults:
        return ill(about, f"{len(faults)} problems in {folder}", "see python -m bot check")
    if problems:
        return doubtful(about, f"{len(problems)} warnings in {folder}", "see python -m bot check")
    return well(about, f"{folder} has no problem")
