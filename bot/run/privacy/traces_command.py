"""``python -m bot traces ID``: where the data and the backups name a person, file by file or row by row.

Changes nothing and may run beside the bot.
"""

import sys
from pathlib import Path
from typing import NoReturn

import click

from bot.errors import BackupUnusable, BotError, SettingsFaulty
from bot.run.settings import Settings, load_settings

FOUND, UNUSABLE = 1, 2


@click.command()
@click.argument("person", type=click.IntRange(min=1), metavar="ID")
@click.option("--key", type=click.Path(path_type=Path), help="Private key, for encrypted backups.")
def traces(person: int, key: Path | None) -> None:
    """Say where DATA_DIR, or DATABASE_URL, and BACKUP_DIR name the person with this Telegram id.

    Ends with status 0 when nothing but backups does, 1 when something does, and 2 when it cannot be read.
    """
    from bot.run.backup.folder import BackupFolder  # noqa: PLC0415 -- no start of the bot needs it

    try:
        settings = load_settings()
    except SettingsFaulty as error:
        _refuse("\n".join(error.problems))
    folder = settings.backup_dir
    try:
        found, place = _found(settings, person)
        backups = BackupFolder(folder, settings.backup_keep) if folder else None
        kept = [one.file for one in backups.kept()] + backups.made_by_hand() if backups else []
    except BotError as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"{error.filename}: {error.strerror}")
    click.echo("\n".join([*found, f"{place} name {person}."]))
    for one in kept:
        click.echo(f"{one}: {_named_in(one, person, key)}")
    sys.exit(FOUND if found else 0)


def _found(settings: Settings, person: int) -> tuple[list[str], str]:
    """Return every file or row that names a person, and how many of what in which place. Raises OSError, BotError."""
    if not settings.database_url:
        from bot.store.tiny.copying.tracing import traces_in  # noqa: PLC0415 -- as above

        files = sorted(str(one.file) for one in traces_in(settings.data_dir, person))
        return files, f"{settings.data_dir}: {len(files)} files"
    from bot.store.postgres import copying, tracing  # noqa: PLC0415 -- an extra brings its library

    with copying.snapshot(settings.database_url.get_secret_value()) as connection:
        traces = list(tracing.traces_in(connection, person))
    soon = " (gone within 10 minutes while a bot runs)"
    told = [f"{table} {key}".rstrip() + soon * (table == tracing.DROPPED) for table, key in traces]
    return told, f"database: {len(told)} rows"


def _named_in(file: Path, person: int, key: Path | None) -> str:
    """Return how many documents of a backup name a person, in words."""
    from bot.store.backup.file import opened  # noqa: PLC0415 -- as above
    from bot.store.backup.unpack import Backup  # noqa: PLC0415 -- as above
    from bot.store.tiny.copying.tracing import number_in  # noqa: PLC0415 -- as above

    wanted = number_in(person)
    try:
        with opened(file, key) as (stream, _):
            count = sum(
                bool(wanted.search(one.content) or wanted.search(one.key.encode()))
                for one in Backup(stream)
            )
    except BackupUnusable as error:
        return str(error)
    return f"{count} documents name {person}."


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(UNUSABLE)
