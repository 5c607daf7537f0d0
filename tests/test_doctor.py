"""`python -m bot doctor`: one line for each thing that matters on a host, with what to do about it."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.run.backup.folder import BackupFolder, outlived
from bot.run.doctor.database import of_database
from bot.run.doctor.finding import Finding, State
from bot.run.doctor.machine import (
    of_backups,
    of_backups_by_hand,
    of_content,
    of_disk,
    of_permissions,
    of_zones,
)
from bot.run.doctor.remote import of_clock, of_telegram
from bot.simulator.server import Simulator
from bot.store.codec.kinds import KINDS
from bot.store.postgres.schema import make_schema
from bot.telegram.api.app import Connection, bot_at
from tests.forked import bot

TOKEN = "123456789:pretended"
SECRET = "s" * 16
WEBHOOK = "https://bot.example.org/telegram"
HASTY = {"TELEGRAM_BOT_TOKEN": TOKEN, "CONTENT_DIR": "nowhere"}
"""With what a start ends as soon as it has looked at the host."""

NOW = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)


@pytest.fixture
async def api() -> AsyncIterator[str]:
    """The address of a small Telegram."""
    async with Simulator(TOKEN).serve() as address:
        yield address


async def asked(api: str, token: str = TOKEN, webhook: str | None = None) -> dict[str, Finding]:
    """Return what Telegram tells, by what it is about."""
    found = of_telegram(Connection(token=token, api_url=api), webhook)
    return {one.about: one async for one in found}


async def set_webhook(api: str, url: str) -> None:
    """Have updates sent to an address."""
    it = bot_at(Connection(token=TOKEN, api_url=api))
    async with it:
        await it.set_webhook(url, secret_token=SECRET)


async def test_a_right_token_is_known_by_the_bots_name(api: str) -> None:
    """The line names the bot, so that a token of another bot is noticed."""
    found = await asked(api)
    assert {one.state for one in found.values()} == {State.WELL}
    assert "@langkah_guru_bot" in found["token"].told


async def test_a_wrong_token_is_told_without_the_token(api: str) -> None:
    """Who issues tokens is said; the token itself stands in no line."""
    found = await asked(api, token="987654321:wrong-and-secret")
    assert found["token"].state is State.ILL
    assert "@BotFather" in found["token"].advice
    assert "wrong-and-secret" not in "".join(map(str, found.values()))


async def test_telegram_out_of_reach_is_told(unused_tcp_port: int) -> None:
    """Without an answer the network is to be looked at, and nothing more is asked."""
    found = await asked(f"http://127.0.0.1:{unused_tcp_port}")
    assert list(found) == ["API"]
    assert found["API"].state is State.ILL
    assert "firewall" in found["API"].advice
    assert "Connection refused" in found["API"].told


async def test_a_name_nobody_knows_is_told_as_such() -> None:
    """A slip in TELEGRAM_API_URL looks otherwise than a firewall."""
    found = await asked("http://telegram.invalid")
    assert "its name is not found" in found["API"].told


@pytest.mark.parametrize(
    ("set_to", "wanted", "state"),
    [
        ("", None, State.WELL),
        (WEBHOOK, WEBHOOK, State.WELL),
        (WEBHOOK, None, State.DOUBTFUL),
        ("", WEBHOOK, State.DOUBTFUL),
        (WEBHOOK, f"{WEBHOOK}2", State.DOUBTFUL),
    ],
)
async def test_updates_that_go_elsewhere_are_told(
    api: str, set_to: str, wanted: str | None, state: State
) -> None:
    """Where Telegram sends updates is compared with where this bot takes them."""
    if set_to:
        await set_webhook(api, set_to)
    assert (await asked(api, webhook=wanted))["webhook"].state is state


@pytest.mark.parametrize(
    ("off", "state"),
    [
        (timedelta(0), State.WELL),
        (timedelta(minutes=3), State.ILL),
        (timedelta(days=-2), State.ILL),
    ],
)
async def test_a_wrong_clock_is_told(api: str, off: timedelta, state: State) -> None:
    """A clock more than two minutes off sends reminders at the wrong minute."""
    assert (await of_clock(api, datetime.now(UTC) + off)).state is state


def test_a_folder_others_may_read_is_told_with_the_command_that_mends_it(tmp_path: Path) -> None:
    """What teachers wrote is for the bot's user only, and so is the token."""
    data, environment = tmp_path / "data", tmp_path / ".env"
    data.mkdir()
    data.chmod(0o755)
    environment.write_text("TELEGRAM_BOT_TOKEN=…")
    environment.chmod(0o644)
    advice = [found.advice for found in of_permissions(data, environment)]
    assert advice == [f"chmod 700 {data}", f"chmod 600 {environment}"]
    data.chmod(0o700)
    environment.chmod(0o600)
    assert [found.state for found in of_permissions(data, environment)] == [State.WELL]


def test_a_data_directory_that_is_not_there_yet_is_well(tmp_path: Path) -> None:
    """The first start makes it; nothing is made by looking."""
    found = list(of_disk(tmp_path / "not" / "yet"))
    assert State.ILL not in {one.state for one in found}
    assert "makes it" in found[0].told
    assert list(tmp_path.iterdir()) == []


def test_an_empty_data_directory_beside_backups_is_told(tmp_path: Path) -> None:
    """A slip in DATA_DIR, or a disk that is not mounted: else teachers would be the first to notice."""
    data, backups = tmp_path / "data", tmp_path / "backups"
    data.mkdir()
    (data / "LOCK").touch()
    assert outlived(data, backups) is None
    backups.mkdir()
    BackupFolder(backups, 14).name(NOW, sealed=False).touch()
    for lost in (data, tmp_path / "slip"):
        assert next(of_disk(lost, backups)).state is State.ILL
        told = bot("run", cwd=tmp_path, **HASTY, DATA_DIR=str(lost), BACKUP_DIR=str(backups))
        assert f"{lost} is empty, and there are 1 backups" in told.stderr
    (data / "people").mkdir()
    assert outlived(data, backups) is None


def test_a_disk_that_is_read_only_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """No owner can be given to it: root meets that too."""
    place = Path("/proc/self")
    assert [found.state for found in of_disk(place) if "read-only" in found.told] == []
    flags = SimpleNamespace(f_flag=os.ST_RDONLY)
    monkeypatch.setattr("os.statvfs", lambda _: flags)
    (found,) = of_disk(place)
    assert (found.state, "mounted read-only" in found.told) == (State.ILL, True)


def test_zones_and_content_are_looked_at(tmp_path: Path) -> None:
    """The zones are those of Indonesia; a folder without content is no content."""
    assert of_zones(NOW).state is State.WELL
    assert of_content(tmp_path, NOW.date()).state is State.ILL


def test_the_command_tells_all_it_can_and_ends_with_2_when_the_bot_cannot_run(
    tmp_path: Path,
) -> None:
    """Faulty settings keep the doctor from nothing that needs none of them."""
    done = bot("doctor", cwd=tmp_path, PORT="99999")
    assert done.returncode == 2
    lines = done.stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["FAIL", "settings"],
        ["FAIL", "settings"],
        ["ok", "time"],
        ["ok", "content"],
    ]


@pytest.mark.parametrize("token", ["", "abc"])
def test_without_a_token_the_machine_is_looked_at_all_the_same(tmp_path: Path, token: str) -> None:
    """The first look on a new host, before @BotFather was asked: Telegram is left out, nothing else."""
    done = bot("doctor", cwd=tmp_path, **({"TELEGRAM_BOT_TOKEN": token} if token else {}))
    assert done.returncode == 2
    lines = [line.split() for line in done.stdout.splitlines()]
    assert (lines[0][0], lines[0][2]) == ("FAIL", "TELEGRAM_BOT_TOKEN")
    assert {"disk", "permissions", "backups"} <= {line[1] for line in lines}
    assert not {"API", "token"} & {line[1] for line in lines}


def test_who_is_responsible_and_who_is_told_is_asked_for(tmp_path: Path) -> None:
    """The bot runs without either, but teachers then miss a name, and trouble is told to nobody."""
    wanted = {"OPERATOR": "KKG Contoh", "ADMIN_IDS": "301"}
    for given in ({}, wanted):
        lines = bot("doctor", cwd=tmp_path, **given).stdout.splitlines()
        told = {line.split()[2] for line in lines if line.startswith("warn  settings")}
        assert told == set(wanted) - set(given)


def test_old_or_missing_backups_are_told(tmp_path: Path) -> None:
    """None at all is doubtful, one older than 48 hours is a fault, a fresh one is well."""
    folder = BackupFolder(tmp_path, keep=14)
    assert of_backups(None, NOW).state is State.DOUBTFUL
    assert of_backups(folder, NOW).state is State.DOUBTFUL
    folder.name(NOW - timedelta(hours=50), sealed=False).write_bytes(b".")
    assert of_backups(folder, NOW).state is State.ILL
    folder.name(NOW - timedelta(hours=5), sealed=False).write_bytes(b".")
    found = of_backups(folder, NOW)
    assert (found.state, "5 hours" in found.told) == (State.WELL, True)


def test_backups_that_cannot_be_written_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first night would else be the first to say so; a folder that is not there yet would lie there."""
    monkeypatch.setattr("os.statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))
    found = of_backups(BackupFolder(tmp_path / "not" / "yet", keep=14), NOW)
    assert (found.state, found.told) == (State.ILL, f"{tmp_path} is mounted read-only")


def test_a_backup_by_hand_that_is_kept_for_too_long_is_told(tmp_path: Path) -> None:
    """The bot deletes only its own; teachers were told that what they delete is in none after 30 days."""
    folder = BackupFolder(tmp_path, keep=14)
    for name, days in (
        ("new.tar.gz", 29),
        ("old.tar.gz", 31),
        ("older.tar.gz.age", 99),
        ("notes.txt", 99),
    ):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, times=((NOW - timedelta(days=days)).timestamp(),) * 2)
    folder.name(NOW - timedelta(days=99), sealed=False).touch()
    told = [found.told.split()[0] for found in of_backups_by_hand(folder, NOW)]
    assert told == [str(tmp_path / "old.tar.gz"), str(tmp_path / "older.tar.gz.age")]


async def test_a_database_is_looked_at(
    new_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables that a start will make are no fault; a database out of reach is told without its password."""
    found = await of_database(new_database, makes_tables=True)
    assert (found.state, "the next start makes" in found.told) == (State.WELL, True)
    assert (await of_database(new_database, makes_tables=False)).state is State.ILL
    await make_schema(new_database, KINDS)
    found = await of_database(new_database, makes_tables=False)
    assert (found.state, "has its tables" in found.told) == (State.WELL, True)
    monkeypatch.setattr("bot.database.connections.PATIENCE_SECONDS", 0.1)
    away = f"postgresql://guru:a-secret@/guru?host={tmp_path}"
    found = await of_database(away, makes_tables=True)
    assert (found.state, "a-secret" in str(found)) == (State.ILL, False)
