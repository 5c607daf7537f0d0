"""Writes a backup: what it is to hold first, then every document, then the seal. Must not choose where."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import BinaryIO

from bot.store.backup.contents import (
    MANIFEST,
    SEAL,
    SUMS,
    BackedUpDocument,
    Manifest,
    sha256,
    sums_of,
)
from bot.store.backup.tarball import TarWriter


def pack(
    source: Callable[[], Iterator[BackedUpDocument]], sink: BinaryIO, made_at: datetime
) -> tuple[Manifest, dict[str, str]]:
    """Write all documents of a source, which is read twice and gives the same in the same order.

    Gives what the backup says of itself, and the sums of its documents.
    """
    sums = {document.name: document.sha256 for document in source()}
    manifest = Manifest.of(sums, made_at)
    heads = {MANIFEST: manifest.to_bytes(), SUMS: sums_of(sums)}
    tar = TarWriter(sink)
    for name, content in heads.items():
        tar.add(name, content)
    for document in source():
        tar.add(document.name, document.content)
    tar.add(SEAL, sums_of({name: sha256(content) for name, content in heads.items()}))
    tar.close()
    return manifest, sums
