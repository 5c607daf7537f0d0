"""What the bot writes is for its own user only, and whoever left a door open is told."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.domain.person.person import Consent, Person, PersonId
from bot.run.backup.making import make_backup
from bot.run.settings import Settings
from bot.run.wiring import build
from bot.store.base import Put
from bot.store.codec.people import PEOPLE
from tests.forked import bot
from tests.shipped import ROOT
from tests.test_cli import TOKEN

TEMPLATE = ROOT / "content" / "breach_id.toml"
NOW = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
SITI = Person(id=PersonId(7), consent=Consent(version=2, given_at=NOW), seen_at=NOW)


@pytest.fixture
def generous() -> Iterator[None]:
    """A system that would let everybody read what a program makes."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
async def test_root_leaves_nothing_that_the_bots_own_user_cannot_read(tmp_path: Path) -> None:
    """A forgotten `sudo -u` is refused with the user to name; an order about a breach is given to the owner."""
    data, order = tmp_path / "data", tmp_path / "order.toml"
    data.mkdir()
    for words in (("backup", "one.tar.gz"), ("restore", "--replace", "one.tar.gz")):
        assert bot(*words, cwd=tmp_path).returncode == 0
    for each in (data, *data.rglob("*")):
        os.chown(each, 65534, -1)
    for taking in (("restore", "--replace", "one.tar.gz"), ("run",)):
        refused = bot(*taking, cwd=tmp_path, TELEGRAM_BOT_TOKEN=TOKEN)
        assert refused.returncode == 2
        assert re.search(r"sudo -u (nobody|#65534)$", refused.stderr.strip())
    filled = re.sub(
        r'^(k|d|b|p|s)(\w+) = ""', r'\1\2 = "apa saja"', TEMPLATE.read_text(), flags=re.MULTILINE
    )
    order.write_text(
        filled.replace('diketahui = "apa saja"', "diketahui = 2026-11-30T08:00:00+07:00")
    )
    assert bot("breach", "--yes", "order.toml", cwd=tmp_path).returncode == 0
    assert {each.stat().st_uid for each in (data, *data.rglob("*"))} == {65534}


@pytest.mark.usefixtures("generous")
async def test_data_caches_and_backups_are_for_their_owner_only(tmp_path: Path) -> None:
    """Every file is 0600 and every folder 0700, whatever the system would have given them."""
    data, backups = tmp_path / "data", tmp_path / "backups"
    parts = build(Settings(data_dir=data), lambda: NOW)
    await parts.store.open()
    await parts.store.update(PEOPLE, "7", lambda _: (Put(SITI), None))
    make_backup(data, backups / "one.tar.gz", None)
    await parts.store.close()
    found = {path: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    wrong = {
        str(path.relative_to(tmp_path)): oct(mode)
        for path, mode in found.items()
        if mode != (0o700 if path.is_dir() else 0o600)
    }
    assert wrong == {}
    assert {path.name for path in found} >= {"7.json", "people.jsonl", "one.tar.gz", "LOCK"}


@pytest.mark.usefixtures("generous")
def test_every_command_keeps_what_it_writes_private(tmp_path: Path) -> None:
    """A library that gives a file no mode of its own cannot open it to others either."""
    CliRunner().invoke(main, ["calendar", "--from", "never"])
    (tmp_path / "any").write_text("of a library")
    assert (tmp_path / "any").stat().st_mode & 0o777 == 0o600


def test_a_start_warns_of_doors_that_are_open(tmp_path: Path) -> None:
    """Data, backups and `.env` that others may read are told one a line, with the command that mends it."""
    for name in ("data", "backups"):
        (tmp_path / name).mkdir()
        (tmp_path / name).chmod(0o755)
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n")
    (tmp_path / ".env").chmod(0o644)
    (tmp_path / "nothing").mkdir()
    done = bot("run", cwd=tmp_path, BACKUP_DIR="backups", CONTENT_DIR="nothing")
    told = [line for line in done.stderr.splitlines() if "chmod" in line]
    assert [line.partition(": ")[2] for line in told] == [
        "chmod 700 data",
        "chmod 700 backups",
        "chmod 600 .env",
    ]
    assert TOKEN not in done.stderr
