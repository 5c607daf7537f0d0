"""Backups as an admin of a running bot sees them: their parts in the chat, and how they stand."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.run.backup import sending
from bot.run.backup.folder import BackupFolder
from bot.simulator.people_side.person import Person as SimulatedPerson
from bot.simulator.server import Profile, Simulator
from tests.forked import bot
from tests.store.note_files import files
from tests.test_cli_backup import fill, people
from tests.test_nightly_backup import ADMIN, NIGHT
from tests.test_whole_bot import TOKEN, bot_running


@asynccontextmanager
async def serving(simulator: Simulator, tmp_path: Path, **other: Any) -> AsyncIterator[None]:
    """Run the real bot with nightly backups while the block lasts."""
    async with simulator.serve() as address:
        asked = {"backup_dir": tmp_path / "backups", "admin_ids": frozenset({ADMIN}), **other}
        async with bot_running(simulator, address, tmp_path / "data", **asked):
            yield


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
