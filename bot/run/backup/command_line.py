"""The commands ``python -m bot backup``, ``verify`` and ``restore`` as a person types them.

Prints what ``commands`` finds; decides nothing. No start of the bot waits for what they need.
"""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NoReturn

import click

from bot.errors import BotError, SettingsFaulty
from bot.run.settings import Settings, load_settings

PROBLEMS: Final = 1
"""Exit status when something is wrong with a backup or the data, or no backup could be made."""

UNUSABLE: Final = 2
"""Exit status when something cannot be looked at or restored, as for settings that cannot be used."""

MOST_TOLD: Final = 200
"""Problems that are printed one by one."""

PATH = click.Path(path_type=Path)
KEY = click.option("--key", type=PATH, help="File with the private key, for an encrypted backup.")


@click.command()
@click.argument("file", type=PATH)
def backup(file: Path) -> None:
    """Back DATA_DIR, or DATABASE_URL, up into one FILE, also while the bot runs, and try to restore it.

    Encrypted for BACKUP_RECIPIENT if that is set. Ends with status 1 when no backup was made.
    """
    from bot.run.backup.making import make_backup, make_database_backup  # noqa: PLC0415 -- see the head

    settings = _settings()
    recipient = settings.backup_recipient
    try:
        if url := _database(settings):
            made = make_database_backup(url, file, recipient)
        else:
            made = make_backup(settings.data_dir, file, recipient)
    except BotError as error:
        _fail(str(error))
    manifest = made.manifest
    click.echo(
        f"{file}: {manifest.documents} documents, {made.size} bytes; restored on trial, all agree."
    )
    if manifest.damaged:
        click.echo(
            f"{manifest.damaged} documents are damaged and were backed up as they are: python -m bot verify",
            err=True,
        )


@click.command()
@click.argument("file", type=PATH, required=False)
@KEY
def verify(file: Path | None, key: Path | None) -> None:
    """Say what is wrong with a backup FILE, or else with DATA_DIR or DATABASE_URL, and what to do.

    Ends with status 0 when all is well, 1 when something is wrong, and 2 when it cannot be looked at.
    """
    from bot.run.backup import commands  # noqa: PLC0415 -- see the head

    try:
        if file:
            found = commands.verify_file(file, key)
            problems, documents, name = found.problems, len(found.sums), file
        else:
            settings = _settings()
            name = settings.data_dir
            if url := _database(settings):
                from bot.run.backup.database import verify_database  # noqa: PLC0415 -- see the head

                name = Path("database")
                problems, documents = verify_database(url)
            else:
                looked = commands.verify_data(name)
                problems, documents = looked.problems, looked.documents
    except BotError as error:
        _refuse(str(error))
    _tell(problems)
    if problems:
        sys.exit(PROBLEMS)
    click.echo(f"{name}: {documents} documents, no problems found.")


@click.command()
@click.argument("file", type=PATH)
@KEY
@click.option("--replace", is_flag=True, help="Drop what DATA_DIR holds now.")
def restore(file: Path, key: Path | None, *, replace: bool) -> None:
    """Restore a backup FILE into DATA_DIR or DATABASE_URL, all of it or nothing, with the bot stopped.

    Ends with status 1 when something is wrong with the backup, and 2 when it cannot be restored here.
    """
    from bot.domain.person.farewell import KEPT  # noqa: PLC0415 -- see the head
    from bot.run.backup import commands  # noqa: PLC0415 -- see the head

    settings = _settings()
    data = settings.data_dir
    try:
        if url := _database(settings):
            from bot.run.backup.database import restore_database  # noqa: PLC0415 -- see the head

            data = Path("database")
            manifest = restore_database(url, file, key, replace=replace)
        else:
            manifest = commands.restore_file(data, file, key, replace=replace)
    except commands.BackupDamaged as damaged:
        _tell(damaged.problems)
        _fail("Nothing was restored.")
    except BotError as error:
        _refuse(str(error))
    if datetime.now(UTC) - manifest.made_at > KEPT:
        click.echo(
            f"It is older than {KEPT.days} days: who deleted her data before that is back. Ask her, or delete it.",
            err=True,
        )
    click.echo(
        f"{data}: {manifest.documents} documents of {manifest.made_at:%Y-%m-%d %H:%M} UTC restored."
    )


def _tell(problems: Sequence[object]) -> None:
    for problem in problems[:MOST_TOLD]:
        click.echo(str(problem))
    if len(problems) > MOST_TOLD:
        click.echo(f"… and {len(problems) - MOST_TOLD} more.")


def _settings() -> Settings:
    try:
        return load_settings()
    except SettingsFaulty as error:
        _refuse("\n".join(error.problems))


def _database(settings: Settings) -> str | None:
    """Return the address of the database, if that is where documents are kept."""
    return settings.database_url.get_secret_value() if settings.database_url else None


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(UNUSABLE)


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(PROBLEMS)


COMMANDS: Final = (backup, verify, restore)
