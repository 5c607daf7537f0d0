"""Documents put into a data directory all together, or not at all.

They are written beside the others first. One small file then decides; from there on whoever opens the data
next, the bot or another restore, carries it to its end, and before that takes it all away. Must not judge
the documents.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

import orjson

from bot.store.backup.contents import BackedUpDocument, record_in
from bot.store.tiny.commit.intent_files import INTENTS_NAME
from bot.store.tiny.copying.view import FOLDER, WORK, kinds_in
from bot.store.tiny.documents import DOCUMENT_ID
from bot.store.tiny.files import DAMAGED_MARK, FOLDERS, READABLE, SUFFIX, number_of
from bot.store.tiny.lock import LOCK_NAME
from bot.store.writer.atomic import Folder

RESTORE: Final = "restore-work"
"""Where a restore is made ready in the data directory; no kind can have this name."""

READY: Final = "READY"
NEW: Final = "new"
OLD: Final = "old"

BATCH: Final = 512
"""Documents that are in memory at a time."""

THREADS: Final = 32
"""As many as the writer has, and for the same reason: a slow disk merges fsyncs that wait."""

INDEX_CACHE: Final = "index-cache"
NOBODYS: Final = frozenset({LOCK_NAME, RESTORE, WORK})
"""What may lie in a directory that counts as empty."""


def is_empty(data: Path) -> bool:
    """Say whether a data directory holds nothing yet."""
    return not data.is_dir() or not {each.name for each in data.iterdir()} - NOBODYS


def restore(data: Path, documents: Iterable[BackedUpDocument], made_at: datetime) -> int:
    """Put these documents in place of all others; give how many. Call while holding the directory's lock.

    When the documents break off with an exception nothing has changed. Raises OSError.
    """
    finish(data)
    work = data / RESTORE
    work.mkdir(mode=0o700)
    try:
        count = write(work / NEW, documents, made_at, durable=True)
        for name in {*stores_in(data), INTENTS_NAME, INDEX_CACHE}:
            (work / NEW / name).mkdir(mode=0o700, exist_ok=True)
        sync(work / NEW)
        sync(work)
        sync(data)
        Folder(str(work)).replace(READY, made_at.isoformat().encode())
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    finish(data)
    return count


def is_unfinished(data: Path) -> bool:
    """Say whether a restore was cut off after it was decided."""
    return (data / RESTORE / READY).exists()


def finish(data: Path) -> bool:
    """Carry a restore that was decided to its end, and take away one that was not; say which.

    Harmless when there is none. Raises OSError.
    """
    work = data / RESTORE
    if not work.is_dir():
        return False
    decided = is_unfinished(data)
    if decided:
        _switch(data, work)
    shutil.rmtree(work)
    return decided


def _switch(data: Path, work: Path) -> None:
    """Put each new folder in its place. What is no longer among the new ones is in its place."""
    (work / OLD).mkdir(mode=0o700, exist_ok=True)
    for new in sorted((work / NEW).iterdir()) if (work / NEW).is_dir() else ():
        place, old = data / new.name, work / OLD / new.name
        with suppress(FileNotFoundError):
            place.rename(old)
        new.rename(place)
    sync(data)
    Folder(str(work)).remove(READY)


def stores_in(data: Path) -> Iterator[str]:
    """Name the folders that hold documents, of whatever kind."""
    for kind in kinds_in(data):
        if any(FOLDER.fullmatch(each.name) for each in (data / kind).iterdir()):
            yield kind


def write(
    folder: Path, documents: Iterable[BackedUpDocument], made_at: datetime, *, durable: bool
) -> int:
    """Write the files of documents into a new folder and say how many there were. Raises OSError."""
    folder.mkdir(mode=0o700)
    folders, count, rest = {folder}, 0, iter(documents)
    with ThreadPoolExecutor(THREADS) as pool:
        at_once = pool.map if durable else map
        while batch := list(islice(rest, BATCH)):
            places = [_place(folder, each, made_at) for each in batch]
            for place in places:
                if place.parent not in folders:
                    for each in (place.parent.parent, place.parent):
                        each.mkdir(mode=0o700, exist_ok=True)
                        folders.add(each)
            contents = map(_content, batch)
            count += sum(1 for _ in at_once(partial(_write, durable=durable), places, contents))
        if durable:
            list(pool.map(sync, folders))
    return count


def _place(folder: Path, document: BackedUpDocument, made_at: datetime) -> Path:
    name = document.key + SUFFIX
    if document.damaged:
        name = f"{document.key}{DAMAGED_MARK}{made_at:%Y%m%dT%H%M%SZ}"
    return folder / document.kind / f"{number_of(document.key) % FOLDERS:02x}" / name


def _content(document: BackedUpDocument) -> bytes:
    if document.damaged:
        return document.content
    tables = {"_default": {str(DOCUMENT_ID): record_in(document.content)}}
    return orjson.dumps(tables, option=READABLE)


def _write(place: Path, content: bytes, *, durable: bool) -> None:
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync(folder: Path) -> None:
    """Make what a folder lists durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
