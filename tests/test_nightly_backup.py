"""Backups that the bot makes by itself: every night, tried, kept for a time, told of, and sent."""

import asyncio
import json
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.backup import PROMISED_DAYS, BackupState
from bot.run.backup import sending
from bot.run.backup.folder import BackupFolder
from bot.run.backup.keeper import COMMAND, Backups
from bot.run.serve import serve_bot
from bot.simulator.person import Person as SimulatedPerson
from bot.simulator.server import Profile, Simulator
from bot.store.backup.file import checked
from tests.forked import bot
from tests.shipped import served_world
from tests.store.note_files import files
from tests.test_alarm import Desk
from tests.test_cli_backup import fill, people
from tests.test_whole_bot import TOKEN, settings_for

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


async def test_a_bot_that_was_away_makes_one_and_deletes_none(tmp_path: Path) -> None:
    """After days without a tick the clock may have jumped: that is no reason to be without a backup for a week."""
    fill(tmp_path / "data", 3)
    tick = tmp_path / "data" / "ticks" / "a0" / "last.json"
    tick.parent.mkdir(parents=True)
    away = {"version": 1, "at": (NIGHT - timedelta(days=3)).isoformat()}
    tick.write_text(json.dumps({"_default": {"1": away}}))
    (tmp_path / "backups").mkdir()
    old = BackupFolder(tmp_path / "backups", 14).name(NIGHT - timedelta(days=20), sealed=False)
    old.write_text("x")
    simulator = Simulator(TOKEN, [Profile(id=ADMIN, first_name="Admin")])
    simulator.clock.set(NIGHT)
    async with serving(simulator, tmp_path):
        await _told_of(simulator.person(ADMIN), "sudah diuji pulih; tersimpan 2")
    assert old.exists()


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


@asynccontextmanager
async def serving(simulator: Simulator, tmp_path: Path, **other: Any) -> AsyncIterator[None]:
    """Run the real bot with nightly backups while the block lasts."""
    async with simulator.serve() as address:
        settings = settings_for(address, tmp_path / "data", None).model_copy(
            update={
                "backup_dir": tmp_path / "backups",
                "admin_ids": frozenset({ADMIN}),
                **other,
            }
        )
        stop, clock = asyncio.Event(), simulator.clock.now
        world = served_world(settings)
        running = asyncio.create_task(serve_bot(settings, stop, clock, health=False, world=world))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait_for(running, 10)


async def test_the_parts_in_the_chat_can_be_joined_and_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an admin gets, joined and restored by the commands that stand below it, is the data."""
    age = pytest.importorskip("pyrage", reason="the extra 'encryption' is not installed")
    identity = age.x25519.Identity.generate()
    (tmp_path / "kunci.txt").write_text(f"{identity}\n")
    monkeypatch.setattr(sending.BackupMail, "__init__", _small_parts(sending.BackupMail.__init__))
    fill(tmp_path / "data", 30)
    simulator = Simulator(TOKEN, [Profile(id=ADMIN, first_name="Admin")])
    simulator.clock.set(NIGHT)
    admin = simulator.person(ADMIN)
    for human in simulator.world.people.values():
        human.started = True
    recipient = str(identity.to_public())
    async with serving(simulator, tmp_path, backup_chat=ADMIN, backup_recipient=recipient):
        got, caption = await _parts_of_a_backup(simulator, admin)
    assert len(got) > 2
    (tmp_path / "phone").mkdir()
    for name, content in got.items():
        (tmp_path / "phone" / name).write_bytes(content)
    name = next(iter(got)).rsplit(".", 1)[0]
    join = f"cat {name}.* > {name}"
    assert all(words in caption for words in (join, f"restore {name} --key kunci.txt"))
    process = await asyncio.create_subprocess_shell(join, cwd=tmp_path / "phone")
    assert await process.wait() == 0
    words = ("restore", name, "--key", "../kunci.txt")
    done = await asyncio.to_thread(
        bot, *words, cwd=tmp_path / "phone", DATA_DIR=str(tmp_path / "new")
    )
    assert done.returncode == 0, done.stderr
    assert people(tmp_path / "new") == people(tmp_path / "data")
    (kept,) = files(tmp_path, "backups/*")
    assert kept.read_bytes() == b"".join(got[part] for part in sorted(got))


async def _parts_of_a_backup(
    simulator: Simulator, admin: SimulatedPerson
) -> tuple[dict[str, bytes], str]:
    """Return the files that the admin gets by their names, and what stands below the last."""
    got: dict[str, bytes] = {}
    parts = 1
    while len(got) < parts:
        message = await admin.next_message(timeout=30)
        parts = int(message["caption"].split("bagian ")[1].split()[2].rstrip("."))
        document = message["document"]
        file = simulator.world.files.get(document["file_id"])
        assert file
        got[document["file_name"]] = file.content
    return got, message["caption"]


def _small_parts(make: Any) -> Any:
    def made(self: sending.BackupMail, **fields: Any) -> None:
        make(self, **fields, most=1_000)

    return made


async def test_the_admin_sees_how_the_backups_stand(tmp_path: Path) -> None:
    """/admin tells when the newest was made and tried, and how many are kept."""
    fill(tmp_path / "data", 3)
    simulator = Simulator(TOKEN, [Profile(id=ADMIN, first_name="Admin")])
    simulator.clock.set(NIGHT)
    async with serving(simulator, tmp_path):
        await _told_of(simulator.person(ADMIN), "sudah diuji pulih; tersimpan 1")


async def _told_of(admin: SimulatedPerson, backups: str) -> None:
    """Return when an admin reads this about the bot."""
    await admin.send("/start")
    welcome = await admin.next_message(timeout=10)
    await admin.tap(welcome["message_id"], data="welcome:agree")
    await admin.next_message(timeout=10)
    shown = {"text": ""}
    async with asyncio.timeout(30):
        while backups not in shown["text"]:  # it is being made meanwhile
            await admin.send("/admin")
            menu = await admin.next_message(timeout=10)
            await admin.tap(menu["message_id"], data="admin:health")
            shown = await admin.next_message(timeout=10)
