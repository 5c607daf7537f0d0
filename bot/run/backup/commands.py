"""What ``python -m bot verify`` and ``restore`` do; for a database see ``database``. Prints nothing."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import NotEmpty, StoreUnavailable
from bot.store.backup.contents import BackedUpDocument, BackupProblem, Manifest
from bot.store.backup.file import checked, opened
from bot.store.backup.unpack import NEWER, Backup
from bot.store.codec.farewells import FAREWELLS
from bot.store.codec.kinds import KINDS
from bot.store.tiny.copying.inspecting import Inspection
from bot.store.tiny.copying.reading import documents
from bot.store.tiny.copying.restoring import finish, is_empty, restore
from bot.store.tiny.copying.taking import take_data


def verify_data(data: Path) -> Inspection:
    """Look at every document of a data directory. Raises StoreUnavailable."""
    inspection = Inspection(data, KINDS)
    try:
        inspection.look()
    except OSError as error:
        raise StoreUnavailable(data, str(error)) from error
    return inspection


def verify_file(file: Path, key: Path | None) -> Backup:
    """Read a whole backup. Raises BackupUnusable."""
    return checked(file, key)


def restore_file(data: Path, file: Path, key: Path | None, *, replace: bool) -> Manifest:
    """Restore a backup into a data directory, all of it or nothing, when nothing is wrong with it.

    Raises BackupUnusable, BackupDamaged, NotEmpty, StoreBusy, StoreUnavailable.
    """
    if not replace and not is_empty(data):
        raise NotEmpty(data)
    with whole(file, key) as backup:
        lock = take_data(data)
        try:
            if not replace and not is_empty(data):
                raise NotEmpty(data)
            return _restore(data, backup)
        except OSError as error:
            raise StoreUnavailable(data, str(error)) from error
        finally:
            os.close(lock)


@contextmanager
def whole(file: Path, key: Path | None) -> Iterator[Backup]:
    """Give a backup in which nothing is wrong, to be read once. Raises BackupUnusable, BackupDamaged."""
    with opened(file, key) as (stream, problems):
        if problems := [*problems, *_problems_of(Backup(stream))]:
            raise BackupDamaged(problems)
        stream.seek(0)
        yield Backup(stream)


class BackupDamaged(Exception):  # noqa: N818 - what happened, as those of ``errors``
    """A backup is not as it was written, so nothing was restored."""

    def __init__(self, problems: list[BackupProblem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def _problems_of(backup: Backup) -> list[BackupProblem]:
    kinds = {kind.name for kind in KINDS}
    unknown = {document.kind for document in backup if document.kind not in kinds}
    newer = [BackupProblem(kind, "this program knows no such documents", NEWER) for kind in unknown]
    return [*backup.problems, *newer]


def _restore(data: Path, backup: Backup) -> Manifest:
    """Restore what was read and found good a moment ago; reading it again, it is checked again."""
    finish(data)  # what an earlier one has decided
    left = documents(data, FAREWELLS.name)
    kept = {one.name: one for one in left if not one.damaged}
    restore(data, with_farewells(unchanged(backup), kept), datetime.now(UTC))
    assert backup.manifest is not None  # noqa: S101 -- it was there when it was checked
    return backup.manifest


def with_farewells(
    backed_up: Iterator[BackedUpDocument], kept: Mapping[str, BackedUpDocument]
) -> Iterator[BackedUpDocument]:
    """Yield a backup's documents, with what is known since of those who left: no backup undoes that."""
    yield from (one for one in backed_up if one.name not in kept)
    yield from kept.values()


def unchanged(backup: Backup) -> Iterator[BackedUpDocument]:
    """Yield its documents; raises BackupDamaged after the last if the file has changed meanwhile."""
    yield from backup
    if backup.problems:
        raise BackupDamaged(backup.problems)
