"""The documents of a folder of files as a backup holds them, also of commits that are not settled yet.

Reads a view, or a folder that nobody writes to. Must not judge what a document means.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import orjson

from bot.errors import CommitTooNew
from bot.store.backup.contents import BackedUpDocument, canonical, record_in
from bot.store.base import KEY_PATTERN
from bot.store.tiny.commit.intent_files import INTENTS_NAME, from_bytes
from bot.store.tiny.copying.view import kinds_in
from bot.store.tiny.documents import Tables, record_of, tables_of
from bot.store.tiny.files import DAMAGED_MARK, SUFFIX
from bot.store.writer.atomic import Folder

DocumentPlace = tuple[str, str]
"""A kind and a key."""

CUT_SHORT: Final = b""
"""What is kept of a document whose file cannot even be read."""


def documents(folder: Path, only: str = "") -> Iterator[BackedUpDocument]:
    """Yield every document, by kind and key, or those of one kind. Raises CommitTooNew, OSError."""
    wanted = wanted_in(folder)
    there = {*kinds_in(folder), *(kind for kind, _ in wanted)}
    for kind in sorted(there & {only} if only else there):
        files = files_of(folder / kind)
        decided = {key for of, key in wanted if of == kind}
        for key in sorted({*files, *decided}):
            if key in decided:
                tables = wanted[kind, key]
                if tables is not None:
                    yield BackedUpDocument(kind, key, canonical(record_of(tables)))
            else:
                yield read(kind, key, files[key])


def wanted_in(folder: Path) -> dict[DocumentPlace, Tables | None]:
    """Return what unsettled commits want of documents; None for one that is to be deleted.

    A damaged intent has never happened.
    """
    wanted: dict[DocumentPlace, Tables | None] = {}
    intents = folder / INTENTS_NAME
    for file in sorted(intents.glob(f"*{SUFFIX}")):
        try:
            content = Folder(str(intents)).read(file.name)
            found = from_bytes(file, content) if content is not None else ()
        except CommitTooNew:
            raise
        except (ValueError, OSError):
            continue
        wanted.update({(each.kind, each.key): each.tables for each in found})
    return wanted


def files_of(kind: Path) -> dict[str, Path]:
    """Return the file of every document of a kind; of a damaged one that which was set aside last."""
    good: dict[str, Path] = {}
    aside: dict[str, Path] = {}
    for file in sorted(kind.glob(f"[0-9a-f][0-9a-f]/*{SUFFIX}*")):
        key, mark, rest = file.name.partition(SUFFIX)
        if not KEY_PATTERN.fullmatch(key):
            continue
        if not rest:
            good[key] = file
        elif f"{mark}{rest}".startswith(DAMAGED_MARK):
            aside[key] = file
    return {**aside, **good}


def read(kind: str, key: str, file: Path) -> BackedUpDocument:
    """Return a document as its file has it; the bytes as they are if it is damaged."""
    try:
        content = Folder(str(file.parent)).read(file.name) or CUT_SHORT
    except OSError:
        return BackedUpDocument(kind, key, CUT_SHORT, damaged=True)
    if file.name != f"{key}{SUFFIX}":
        return BackedUpDocument(kind, key, content, damaged=True)  # set aside earlier
    try:
        record = canonical(record_of(tables_of(content)))
        record_in(record)
        return BackedUpDocument(kind, key, record)
    except (ValueError, TypeError, AttributeError, orjson.JSONEncodeError):
        return BackedUpDocument(kind, key, content, damaged=True)
