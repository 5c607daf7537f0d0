"""Makes a backup of a store, tries to restore it into files, and only then gives it its name.

Works beside the bot or without it. Must not decide when, and must not know where documents come from.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from bot.errors import BackupFailed
from bot.store.backup.contents import BackedUpDocument, Manifest
from bot.store.backup.pack import pack
from bot.store.backup.seal import open_seal, seal
from bot.store.backup.unpack import Backup
from bot.store.tiny.copying.reading import documents
from bot.store.tiny.copying.restoring import sync, write

PARTIAL: Final = ".partial"
"""Ends the name of a file that is being written; it begins with a dot, too."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and tried."""

    manifest: Manifest
    size: int


@dataclass(frozen=True, slots=True)
class WantedCopy:
    """Which backup is wanted: where it goes, for whom it is encrypted, and when it is made."""

    file: Path
    recipient: str | None
    now: datetime


DocumentSource = Callable[[], Iterator[BackedUpDocument]]
"""Gives all documents, each time the same."""


def back_up(source: DocumentSource, place: Path, wanted: WantedCopy) -> Made:
    """Back all documents of a source up, working in a private place. Raises BackupFailed."""
    file = wanted.file
    unproven = file.with_name(f".{file.name}{PARTIAL}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            made = _make(source, place, unproven, wanted)
            unproven.replace(file)
            sync(file.parent)
        finally:
            unproven.unlink(missing_ok=True)
    except OSError as error:
        raise BackupFailed(f"{error.strerror or error} ({error.filename or file})") from error
    return made


def _make(source: DocumentSource, place: Path, unproven: Path, wanted: WantedCopy) -> Made:
    plain = place / "backup.tar.gz" if wanted.recipient else unproven
    with _private(plain) as sink:
        manifest, sums = pack(source, sink, wanted.now)
        _flush(sink)
    moment = None
    if wanted.recipient:
        with _private(unproven):
            moment = seal(plain, unproven, wanted.recipient)
        plain.unlink()
    prove(unproven, place, sums, moment)
    with unproven.open("rb") as file:
        os.fsync(file.fileno())
    return Made(manifest, unproven.stat().st_size)


def prove(file: Path, place: Path, sums: dict[str, str], moment: Any = None) -> None:
    """Restore a backup into a temporary folder and compare every sum with those of the data.

    ``moment`` opens an encrypted one. Raises BackupFailed, OSError.
    """
    plain = file
    if moment is not None:
        plain = place / "opened.tar.gz"
        if fault := open_seal(file, plain, moment):
            raise BackupFailed(fault)
    trial = place / "trial"
    with plain.open("rb") as stream:
        backup = Backup(stream)
        made_at = backup.manifest.made_at if backup.manifest else datetime.now().astimezone()
        write(trial, backup, made_at, durable=False)
    if backup.problems:
        raise BackupFailed(f"on trial it could not be read: {backup.problems[0]}")
    found = {each.name: each.sha256 for each in documents(trial)}
    if found != sums:
        wrong = sorted(name for name in {*found, *sums} if found.get(name) != sums.get(name))
        raise BackupFailed(f"on trial {len(wrong)} documents came back otherwise, first {wrong[0]}")


def _private(path: Path) -> BinaryIO:
    """Open a file for writing that only its owner may read."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    return os.fdopen(descriptor, "wb")


def _flush(sink: BinaryIO) -> None:
    sink.flush()
    os.fsync(sink.fileno())
