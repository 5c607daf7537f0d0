"""All that the doctor looks at, in one order: settings, machine or database, Telegram.

Must not change anything; a thing that cannot be looked at is a finding too.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import datetime

from pydantic import ValidationError

from bot.errors import SettingsFaulty
from bot.run.backup.folder import BackupFolder
from bot.run.doctor.finding import Finding, doubtful, ill, well
from bot.run.doctor.machine import (
    of_backups,
    of_backups_by_hand,
    of_content,
    of_disk,
    of_permissions,
    of_zones,
)
from bot.run.doctor.remote import of_clock, of_telegram
from bot.run.settings import ENVIRONMENT, Settings, content_place, load_serving_settings, misnamed
from bot.telegram.api.app import Connection


async def findings(now: datetime) -> AsyncIterator[Finding]:
    """Yield what is found, one thing after the other; ``now`` in UTC."""
    settings: Settings | None = None
    has_token = False
    try:
        settings = load_serving_settings()
        has_token = True
        yield well("settings", "all can be used")
    except SettingsFaulty as error:
        for problem in error.problems:
            yield ill("settings", problem, "set it in .env or in the environment")
        with suppress(ValidationError):  # more than the token is wrong
            settings = Settings(telegram_bot_token=None)
    for found in _of_settings(settings):
        yield found
    yield of_zones(now)
    with suppress(SettingsFaulty):  # said already
        yield of_content(content_place(), now.date())
    if settings is None:
        return
    data, kept = settings.data_dir, settings.backup_dir
    if address := settings.database_url:
        from bot.run.doctor.database import of_database  # noqa: PLC0415 -- an extra brings its library

        yield await of_database(address.get_secret_value(), makes_tables=settings.migrate_at_start)
    else:
        for found in of_disk(data, kept):
            yield found
    for found in (*of_permissions(data, kept, ENVIRONMENT), *_of_backups(settings, now)):
        yield found
    if not has_token:
        return
    yield await of_clock(settings.telegram_api_url, now)
    async for found in of_telegram(_connection(settings), settings.webhook_url):
        yield found


def _of_settings(settings: Settings | None) -> Iterator[Finding]:
    about = "settings"
    with suppress(SettingsFaulty):  # said already
        for one in misnamed():
            yield doubtful(about, one.fault, one.advice)
    if settings is None:
        return
    if not settings.operator:
        told = "OPERATOR is not set: people are not told who keeps their data"
        yield doubtful(about, told, "set it to a name and a contact")
    if not settings.admin_ids:
        told = "ADMIN_IDS is not set: nobody is told of trouble, nor can make a school"
        yield doubtful(about, told, "set it to your Telegram id")


def _of_backups(settings: Settings, now: datetime) -> Iterator[Finding]:
    folder = settings.backup_dir
    backups = BackupFolder(folder, settings.backup_keep) if folder else None
    yield of_backups(backups, now)
    if backups:
        yield from of_backups_by_hand(backups, now)


def _connection(settings: Settings) -> Connection:
    token = settings.telegram_bot_token
    return Connection(
        token=token.get_secret_value() if token else "", api_url=settings.telegram_api_url
    )
