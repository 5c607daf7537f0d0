"""What a backup holds: documents by kind and key, each as JSON in one form, and what is said of them all.

The form is the same whatever backend kept a document, so that two backups of the same data have the same
sums. Must not know a file.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Self

import orjson

FORMAT: Final = "langkah-guru-backup"
CONTENTS_VERSION: Final = 1

MANIFEST: Final = "manifest.json"
SUMS: Final = "SHA256SUMS"  # as `sha256sum --check` reads it
SEAL: Final = "manifest.sha256"  # the same of the two above; ends every backup

DAMAGED_FOLDER: Final = "damaged/"
_MEMBER: Final = re.compile(r"(damaged/)?([a-z]{1,32})/([A-Za-z0-9_-]{1,64})\.json")
_SUM: Final = re.compile(r"([0-9a-f]{64})  ([ -~]+)")


@dataclass(frozen=True, slots=True)
class BackedUpDocument:
    """One stored document: its record as `canonical` writes it; or, if damaged, its bytes as they are."""

    kind: str
    key: str
    content: bytes
    damaged: bool = False

    @property
    def name(self) -> str:
        """Return the name of its member in a backup."""
        return f"{DAMAGED_FOLDER if self.damaged else ''}{self.kind}/{self.key}.json"

    @property
    def sha256(self) -> str:
        """Return its sum."""
        return sha256(self.content)


@dataclass(frozen=True, slots=True)
class BackupProblem:
    """What is wrong with a backup or a store, where, and what to do about it."""

    name: str
    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}. {self.advice}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    made_at: datetime
    documents: int
    damaged: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[str], made_at: datetime) -> Self:
        """Return the manifest of members with these names."""
        all_names = list(names)
        kinds = Counter(named[1] for name in all_names if (named := read_name(name)))
        damaged = sum(name.startswith(DAMAGED_FOLDER) for name in all_names)
        return cls(made_at, len(all_names), damaged, dict(sorted(kinds.items())))

    def to_bytes(self) -> bytes:
        """Return its JSON."""
        form = {
            "format": FORMAT,
            "form": CONTENTS_VERSION,
            "made_at": self.made_at.isoformat(),
            "documents": self.documents,
            "damaged": self.damaged,
            "kinds": self.kinds,
        }
        return orjson.dumps(form, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Read its JSON; raises ValueError for another thing or a newer form."""
        try:
            form = orjson.loads(content)
            if form["format"] != FORMAT:
                raise ValueError("is no manifest of a backup")
            if form["form"] > CONTENTS_VERSION:
                raise ValueError("was written by a newer program")
            made_at = datetime.fromisoformat(form["made_at"])
            return cls(made_at, form["documents"], form["damaged"], form["kinds"])
        except (LookupError, TypeError, orjson.JSONDecodeError) as error:
            raise ValueError("is no manifest of a backup") from error


def canonical(record: Mapping[str, Any]) -> bytes:
    """Return a record as JSON with its names in order: databases do not keep another one."""
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)


def record_in(content: bytes) -> dict[str, Any]:
    """Read what `canonical` wrote; raises ValueError if it is no record."""
    record = orjson.loads(content)
    if not isinstance(record, dict) or not isinstance(record.get("version"), int):
        raise ValueError("holds no record")  # noqa: TRY004 -- what it holds is wrong, not its type
    return record


def read_name(name: str) -> tuple[bool, str, str] | None:
    """Return what a member's name says: whether it is damaged, its kind and its key."""
    found = _MEMBER.fullmatch(name)
    return (bool(found[1]), found[2], found[3]) if found else None


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sums_of(sums: Mapping[str, str]) -> bytes:
    """Return names with their sums, a line each."""
    return "".join(f"{checksum}  {name}\n" for name, checksum in sums.items()).encode()


def read_sums(content: bytes) -> dict[str, str]:
    """Read what `sums_of` wrote; raises ValueError."""
    sums: dict[str, str] = {}
    for line in content.decode("ascii").splitlines():
        found = _SUM.fullmatch(line)
        if found is None or found[2] in sums:
            raise ValueError(f"line {len(sums) + 1} is no sum, or names what was named before")
        sums[found[2]] = found[1]
    return sums
