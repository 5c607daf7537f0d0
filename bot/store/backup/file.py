"""A backup's file, encrypted or not: opened and read to its end. Must not know where data are kept."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from bot.errors import BackupUnusable
from bot.store.backup.contents import BackupProblem
from bot.store.backup.seal import identity_in, is_sealed, open_seal
from bot.store.backup.unpack import FILE, OTHER, Backup


@contextmanager
def opened(file: Path, key: Path | None = None) -> Iterator[tuple[BinaryIO, list[BackupProblem]]]:
    """Give a backup as a plain stream, and what is wrong with its encryption.

    ``key`` is a file with the private key, for an encrypted one. Raises BackupUnusable.
    """
    try:
        sealed = is_sealed(file)
    except OSError as error:
        raise BackupUnusable(file, f"it cannot be read: {error.strerror or error}") from error
    if not sealed:
        with file.open("rb") as stream:
            yield stream, []
        return
    if key is None:
        raise BackupUnusable(file, "it is encrypted; name the private key: --key FILE")
    identity = identity_in(key)
    with tempfile.TemporaryDirectory(prefix="langkah-guru-") as folder:
        plain = Path(folder) / "backup.tar.gz"
        fault = open_seal(file, plain, identity)
        with plain.open("rb") as stream:
            yield stream, [BackupProblem(FILE, fault, OTHER)] if fault else []


def checked(file: Path, key: Path | None = None) -> Backup:
    """Read a whole backup and give what it says and what is wrong with it. Raises BackupUnusable."""
    with opened(file, key) as (stream, problems):
        backup = Backup(stream)
        for _ in backup:
            pass
        backup.problems.extend(problems)
        return backup
