"""Backups that the bot makes by itself: every night, tried, kept for a time, and told of."""

import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.backup import PROMISED_DAYS, BackupState
from bot.run.backup.folder import BackupFolder
from bot.run.backup.keeper import COMMAND, Backups
from bot.store.backup.file import checked
from tests.store.note_files import files
from tests.test_alarm import Desk
from tests.test_cli_backup import fill

NIGHT = datetime(2026, 11, 30, 19, 0, 5, tzinfo=UTC)
ADMIN = 900
HOUR = timedelta(hours=1)


@pytest.fixture
def desk() -> Desk:
    """An alarm whose clock stands in the first minute of a night."""
    desk = Desk(now=NIGHT)
    desk.alarm.connect(desk.post)
    return desk


def keeper(desk: Desk, tmp_path: Path, keep: int = 3, **other: Any) -> Backups:
    """What makes the backups of three teachers."""
    fill(tmp_path / "data", 3)
    folder = BackupFolder(tmp_path / "backups", keep)
    return Backups(tmp_path / "data", folder, None, lambda: desk.now, desk.alarm, **other)


async def tick(backups: Backups) -> BackupState:
    """Have it look, let it finish what it began, and give how the backups stand."""
    await backups.look()
    await backups.settled()
    assert backups.state
    return backups.state


def names(tmp_path: Path) -> list[str]:
    return [file.name for file in files(tmp_path, "backups/*")]


async def test_one_is_made_every_night_and_kept_for_its_time(desk: Desk, tmp_path: Path) -> None:
    """Each night has one, whole and private; of five nights the last three are kept.

    What there is stands in the folder: a new start knows it, until the next night begins.
    """
    backups = keeper(desk, tmp_path)
    for night in range(5):
        made_at = desk.now
        state = await tick(backups)
        assert (state.made_at, state.failed_at) == (made_at, None)
        again = await tick(backups)
        assert again == state
        desk.now += 23 * HOUR
        backups = keeper(desk, tmp_path)
        state = await tick(backups)
        assert (state.made_at, state.age(desk.now)) == (made_at, 23 * HOUR)
        assert len(names(tmp_path)) == min(night + 1, 3)
        desk.now += HOUR
    kept = files(tmp_path, "backups/*")
    assert [file.name for file in kept] == [
        f"langkah-guru-2026120{day}T190005Z.tar.gz" for day in (2, 3, 4)
    ]
    assert checked(kept[-1]).problems == []
    assert stat.S_IMODE(kept[-1].stat().st_mode) == 0o600
    assert (backups.state and backups.state.count, desk.got) == (3, [])
    assert not (tmp_path / "data" / "backup-work").exists()


async def test_a_failure_is_told_once_a_day_and_tried_every_hour(
    desk: Desk, tmp_path: Path
) -> None:
    """The cause is said, no file pretends to be a backup, and when it works again all is well."""
    backups = keeper(desk, tmp_path)
    (tmp_path / "backups").write_text("a file where the folder should be")
    state = await tick(backups)
    assert (state.made_at, state.failed_at) == (None, NIGHT)
    assert "Not a directory" in state.reason
    for _ in range(3):
        desk.now += HOUR
        await tick(backups)
    await desk.alarm.finish(1)
    assert len(desk.got) == 1
    assert "belum ada" in desk.got[0]
    (tmp_path / "backups").unlink()
    assert (await tick(backups)).made_at is None  # not yet: an hour has not passed
    desk.now += HOUR
    assert (await tick(backups)).made_at == desk.now
    assert backups.state
    assert backups.state.failed_at is None


DYING = (sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")


async def test_a_process_that_dies_has_made_none(desk: Desk, tmp_path: Path) -> None:
    """Killed in the middle, it is a failure like any other, and told."""
    state = await tick(keeper(desk, tmp_path, command=DYING))
    assert (state.made_at, state.reason) == (None, "it died")
    await desk.alarm.finish(1)
    assert len(desk.got) == 1


async def test_one_that_is_older_than_two_days_is_told_once_a_day(
    desk: Desk, tmp_path: Path
) -> None:
    """Also while the next one hangs."""
    await tick(keeper(desk, tmp_path))
    backups = keeper(desk, tmp_path, command=(sys.executable, "-c", "import time; time.sleep(600)"))
    assert (await tick(backups)).made_at == NIGHT  # it learns what there is
    for _ in range(3):
        desk.now += 20 * HOUR
        await backups.look()
        await backups.look()
    await backups.stop()
    await desk.alarm.finish(1)
    assert len(desk.got) == 1
    assert "48 jam" in desk.got[0]


async def test_what_a_killed_one_left_goes_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    """Other people's files in the folder stay, and the newest backup while it may."""
    backups = keeper(desk, tmp_path, keep=1)
    (tmp_path / "backups").mkdir()
    for name in (
        ".langkah-guru-20261129T190000Z.tar.gz.partial",
        "langkah-guru-20260101T190000Z.tar.gz",
        "langkah-guru-20261102T190000Z.tar.gz.age",
        "langkah-guru-99999999T999999Z.tar.gz",
        "notes.txt",
    ):
        (tmp_path / "backups" / name).write_text("x")
    assert backups.folder
    backups.folder.prune(NIGHT)
    others = ["langkah-guru-99999999T999999Z.tar.gz", "notes.txt"]
    assert names(tmp_path) == ["langkah-guru-20261102T190000Z.tar.gz.age", *others]
    await tick(backups)
    assert names(tmp_path) == ["langkah-guru-20261130T190005Z.tar.gz", *others]


async def test_no_backup_grows_older_than_people_were_told(desk: Desk, tmp_path: Path) -> None:
    """Where none has been made for a month the newest goes too: what was deleted is gone everywhere."""
    backups = keeper(desk, tmp_path, keep=1)
    assert backups.folder
    (tmp_path / "backups").mkdir()
    newest = backups.folder.name(NIGHT - timedelta(days=PROMISED_DAYS), sealed=True)
    newest.write_text("x")
    backups.folder.prune(NIGHT)
    assert names(tmp_path) == [newest.name]
    backups.folder.prune(NIGHT + timedelta(seconds=1))
    assert names(tmp_path) == []


async def test_one_named_by_a_clock_that_was_wrong_is_none(desk: Desk, tmp_path: Path) -> None:
    """Each night has one all the same, and one only; when the clock is trusted again the wrong one goes."""
    backups = keeper(desk, tmp_path)
    assert backups.folder
    (tmp_path / "backups").mkdir()
    wrong = backups.folder.name(NIGHT + timedelta(days=400), sealed=False)
    wrong.write_text("x")
    for _ in range(2):
        await backups.look(prunes=False)
        await backups.settled()
    assert backups.state
    assert backups.state.made_at == NIGHT
    assert names(tmp_path) == ["langkah-guru-20261130T190005Z.tar.gz", wrong.name]
    backups.folder.prune(NIGHT)
    assert names(tmp_path) == ["langkah-guru-20261130T190005Z.tar.gz"]


async def test_without_a_folder_none_is_made(desk: Desk, tmp_path: Path) -> None:
    """Nothing is asked of the disk, and nothing is known of backups."""
    fill(tmp_path / "data", 1)
    backups = Backups(tmp_path / "data", None, None, lambda: desk.now, desk.alarm)
    await backups.look()
    await backups.settled()
    assert backups.state is None
    assert names(tmp_path) == []


def test_the_process_has_the_lowest_priority_once_the_data_are_linked(tmp_path: Path) -> None:
    """It imports what packs and tries only then: commits of a running bot wait for the links."""
    fill(tmp_path / "data", 1)
    script = (
        "import os, sys; from bot.run.backup import once; step = once._step_back\n"
        "def back():\n step()\n print(os.nice(0), 'orjson' in sys.modules, 'tarfile' in sys.modules)\n"
        "once._step_back = back; once.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "data", tmp_path / "b.tar.gz"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["19", "False", "False"]
    assert COMMAND[-1] == "bot.run.backup.once"
