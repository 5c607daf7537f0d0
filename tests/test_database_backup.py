"""A database backed up into the same file as files are, verified, and restored, by the same commands."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.run.backup.folder import BackupFolder
from bot.run.backup.keeper import Backups
from bot.store.backup.file import checked
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.postgres.store import postgres_store
from bot.store.tiny.copying.reading import documents
from tests.store.postgres.test_schema import do
from tests.test_moving import PEOPLE_COUNT, filled

Run = Callable[..., Result]


@pytest.fixture
def run(database: str) -> Run:
    """The commands as a person types them, on a database in which something is kept."""
    asyncio.run(filled(postgres_store(database, KINDS)))
    return lambda *words, **more: CliRunner(env={"DATABASE_URL": database, **more}).invoke(
        main, list(map(str, words))
    )


def people(database: str) -> int:
    with psycopg.connect(database) as connection:
        row = connection.execute("SELECT count(*) FROM documents_people").fetchone()
    return int(row[0]) if row else 0


def test_what_is_backed_up_is_restored(run: Run, database: str, tmp_path: Path) -> None:
    """All of it comes back into the database, and into files, since a backup does not say where it was made."""
    file = tmp_path / "b.tar.gz"
    made = run("backup", file)
    assert made.exit_code == 0, made.output
    assert f"{PEOPLE_COUNT + 1} documents" in made.output
    assert len(checked(file).sums) == PEOPLE_COUNT + 1
    refused = run("restore", file)
    assert (refused.exit_code, "with --replace" in refused.output) == (2, True)
    do(database, "DELETE FROM documents_people WHERE key <> '7'")
    assert run("restore", file, "--replace").exit_code == 0
    assert people(database) == PEOPLE_COUNT
    assert run("verify").output == f"database: {PEOPLE_COUNT + 1} documents, no problems found.\n"
    in_files = run("restore", file, DATABASE_URL="", DATA_DIR=str(tmp_path / "data"))
    assert in_files.exit_code == 0, in_files.output
    assert len(list(documents(tmp_path / "data"))) == PEOPLE_COUNT + 1


def test_damage_is_named_and_restored_is_all_or_nothing(
    run: Run, database: str, tmp_path: Path
) -> None:
    """Verify names the row; a backup with a document that makes no sense changes nothing."""
    file = tmp_path / "b.tar.gz"
    do(database, """UPDATE documents_people SET document = '{"id": "x"}' WHERE key = '7'""")
    found = run("verify")
    assert found.exit_code == 1
    assert "people/7.json: it is damaged" in found.output
    assert run("backup", file).exit_code == 0
    refused = run("restore", file, "--replace")
    assert refused.exit_code == 2
    assert "a document of people cannot be read" in refused.output
    assert people(database) == PEOPLE_COUNT


def test_a_database_without_tables_is_not_backed_up(new_database: str, tmp_path: Path) -> None:
    """There is nothing to back up, and that is said in one line."""
    runner = CliRunner(env={"DATABASE_URL": new_database})
    made = runner.invoke(main, ["backup", str(tmp_path / "b.tar.gz")])
    assert made.exit_code == 1
    assert made.output.startswith("No backup was made")
    assert len(made.output.splitlines()) == 1


class Silent:
    """Nobody is told."""

    def backup_failed(self, reason: str, last: datetime | None) -> None:
        raise AssertionError(reason, last)

    def backup_late(self, last: datetime) -> None:
        raise AssertionError(last)


async def test_the_nightly_backup_is_of_the_database(new_database: str, tmp_path: Path) -> None:
    """The process that makes it is told the address, and not on its command line."""
    await filled(postgres_store(new_database, KINDS))
    folder = BackupFolder(tmp_path / "backups", 3)
    night = datetime(2026, 11, 30, 19, 30, tzinfo=UTC)
    backups = Backups(tmp_path, folder, None, lambda: night, Silent(), database=new_database)
    await backups.look()
    await backups.settled()
    (made,) = (tmp_path / "backups").iterdir()
    assert sum(name.startswith(PEOPLE.name) for name in checked(made).sums) == PEOPLE_COUNT
