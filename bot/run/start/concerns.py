"""What a start says of its host before anybody is served: data that will not stay, are not there, or are open to others.

Must not look at what takes long, nor stop anything: ``doctor`` looks at the rest.
"""

from collections.abc import Iterator

from bot.run.backup.folder import IS_IT_LOST, outlived
from bot.run.doctor.exposed import exposed
from bot.run.settings import ENVIRONMENT, Settings
from bot.store.tiny.mount import fleeting


def concerns(settings: Settings) -> Iterator[str]:
    """Yield a line for each thing that somebody should look at."""
    data, backups = settings.data_dir, settings.backup_dir
    if settings.database_url is None:
        if why := fleeting(data):
            advice = "mount a volume there, or set BACKUP_DIR, BACKUP_RECIPIENT and BACKUP_CHAT"
            yield f"DATA_DIR {data} {why}; {advice}."
        if lost := outlived(data, backups):
            yield f"{lost}: {IS_IT_LOST}."
    for found in exposed((data, backups, ENVIRONMENT)):
        yield f"{found.told}: {found.advice}"
