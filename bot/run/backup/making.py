"""Makes one backup: for the command, and for the bot in a process of its own.

What packs and tries it is imported only when the data are linked: commits of a running bot wait for that
moment, so it must come at once. Must not print anything.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.errors import BackupFailed, StoreUnavailable
from bot.store.tiny.copying.rest import NoRest
from bot.store.tiny.copying.view import take_view, working

if TYPE_CHECKING:
    from bot.store.tiny.copying.backing_up import Made


def make_backup(
    data: Path,
    file: Path,
    recipient: str | None,
    copied: Callable[[], None] = lambda: None,
) -> "Made":
    """Back a data directory up into a file, tried; ``copied`` is called when nobody waits any more.

    Raises BackupFailed, CommitTooNew.
    """
    if not data.is_dir():
        raise BackupFailed(f"there is no data directory {data}")
    if file.is_dir():
        raise BackupFailed(f"{file} is a folder; name a file in it")
    try:
        with working(data) as place:
            view = take_view(data, place)
            copied()
            from bot.store.tiny.copying import backing_up  # noqa: PLC0415 -- see the head
            from bot.store.tiny.copying.reading import documents  # noqa: PLC0415 -- the same

            return backing_up.back_up(
                partial(documents, view),
                place,
                backing_up.WantedCopy(file, recipient, datetime.now(UTC)),
            )
    except NoRest as error:
        raise BackupFailed(str(error)) from error
    except OSError as error:
        raise BackupFailed(f"{error.strerror or error} ({error.filename or data})") from error


def make_database_backup(url: str, file: Path, recipient: str | None) -> "Made":
    """Back a database up into a file as it is at one moment, tried. Raises BackupFailed."""
    from bot.store.codec.kinds import KINDS  # noqa: PLC0415 -- see the head
    from bot.store.postgres import copying  # noqa: PLC0415 -- an extra brings its library
    from bot.store.tiny.copying import backing_up  # noqa: PLC0415 -- see the head

    if file.is_dir():
        raise BackupFailed(f"{file} is a folder; name a file in it")
    wanted = backing_up.WantedCopy(file, recipient, datetime.now(UTC))
    try:
        with (
            copying.snapshot(url) as connection,
            TemporaryDirectory(prefix="langkah-guru-") as place,
        ):
            source = partial(copying.documents, connection, KINDS)
            return backing_up.back_up(source, Path(place), wanted)
    except StoreUnavailable as error:
        raise BackupFailed(error.cause) from error
    except OSError as error:
        raise BackupFailed(f"{error.strerror or error} ({error.filename or file})") from error
