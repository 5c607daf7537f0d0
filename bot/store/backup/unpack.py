"""Reads a backup and names everything in it that is not as it was written. Must not restore anything."""

from collections.abc import Iterator
from typing import BinaryIO, Final

import orjson

from bot.store.backup.contents import (
    MANIFEST,
    SEAL,
    SUMS,
    BackedUpDocument,
    BackupProblem,
    Manifest,
    read_name,
    read_sums,
    record_in,
    sha256,
    sums_of,
)
from bot.store.backup.tarball import TarReader, Unreadable

FILE: Final = "the backup"
"""What is named when no part of it can be."""

OTHER: Final = "Use another backup; of this one nothing is restored"
NEWER: Final = "Use the program that wrote it, or a newer one"
NAMED: Final = 20
"""Missing documents that are named one by one."""


class Backup:
    """One reading of a backup: iterate it to its end, then look at what it said and what is wrong."""

    def __init__(self, stream: BinaryIO) -> None:
        self.manifest: Manifest | None = None
        self.sums: dict[str, str] = {}
        self.problems: list[BackupProblem] = []
        self._tar = TarReader(stream)
        self._heads: dict[str, bytes] = {}
        self._names: list[str] = []
        self._places: dict[str, int] = {}
        self._seen: set[str] = set()
        self._last = -1
        self._at = MANIFEST

    def __iter__(self) -> Iterator[BackedUpDocument]:
        """Yield the documents that are whole."""
        try:
            for name, content in self._tar:
                if content is None:
                    self._found(name, "it is no file")
                elif name in (MANIFEST, SUMS, SEAL):
                    self._take_head(name, content)
                elif document := self._taken(name, content):
                    yield document
        except Unreadable as error:
            self._found(self._at, str(error))
        if not self._tar.head_is_ours:
            self._found(FILE, "its first bytes are not as they were written")
        self._name_missing()

    def _found(self, name: str, what: str, advice: str = OTHER) -> None:
        told = name if name.isprintable() else ascii(name)
        self.problems.append(BackupProblem(told, what, advice))

    def _take_head(self, name: str, content: bytes) -> None:
        if name in self._heads:
            self._found(name, "it is there twice")
            return
        if name != SEAL and self._seen:
            self._found(name, "it stands in the wrong place")
        self._heads[name] = content
        try:
            self._understand(name, content)
        except (ValueError, UnicodeDecodeError) as error:
            advice = NEWER if "newer" in str(error) else OTHER
            self._found(name, f"it cannot be understood: {error}", advice)

    def _understand(self, name: str, content: bytes) -> None:
        if name == MANIFEST:
            self.manifest, self._at = Manifest.from_bytes(content), SUMS
        elif name == SUMS:
            self.sums = read_sums(content)
            self._names = list(self.sums)
            self._places = {each: place for place, each in enumerate(self._names)}
            self._at = self._after(-1)
        else:
            self._at = FILE
            heads = {each: sha256(self._heads.get(each, b"")) for each in (MANIFEST, SUMS)}
            if content != sums_of(heads):
                wrong = [
                    each for each, checksum in heads.items() if checksum not in content.decode()
                ]
                self._found(wrong[0] if wrong else SEAL, f"it is not what {SEAL} says")

    def _taken(self, name: str, content: bytes) -> BackedUpDocument | None:
        """Return the document of a member if it is the one that was written."""
        if name in self._seen:
            self._found(name, "it is there twice")
            return None
        place = self._places.get(name)
        named = read_name(name)
        if place is None or named is None:
            self._found(name, "it does not belong to this backup")
            return None
        self._seen.add(name)
        if place < self._last:
            self._found(name, "it stands in the wrong place")
        self._last = max(place, self._last)
        self._at = self._after(place)
        if sha256(content) != self.sums[name]:
            self._found(name, "it is not what was written (its SHA-256 is another)")
            return None
        return self._understood(BackedUpDocument(named[1], named[2], content, named[0]))

    def _after(self, place: int) -> str:
        return self._names[place + 1] if place + 1 < len(self._names) else SEAL

    def _understood(self, document: BackedUpDocument) -> BackedUpDocument | None:
        try:
            if not document.damaged:
                record_in(document.content)
        except (ValueError, orjson.JSONDecodeError) as error:
            self._found(document.name, f"it cannot be understood: {error}")
            return None
        return document

    def _name_missing(self) -> None:
        """Name what should have been there."""
        missing = [name for name in (MANIFEST, SUMS) if name not in self._heads]
        documents = [name for name in self.sums if name not in self._seen]
        missing += documents[:NAMED]
        if SEAL not in self._heads:
            missing.append(SEAL)
        for name in missing:
            self._found(name, "it is missing")
        if len(documents) > NAMED:
            self._found(FILE, f"{len(documents) - NAMED} more documents are missing")
        if self.manifest and self.sums and self.manifest.documents != len(self.sums):
            self._found(MANIFEST, "it counts other documents than there are sums")
