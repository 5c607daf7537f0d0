"""Looks for one person's number in every file of a data directory, whatever it is: raw bytes and names.

Knows nothing of what a document means, so it finds what no rule has thought of. Works beside the bot or
without it. What a backup under way holds counts as a backup's. Changes nothing.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.store.tiny.copying.view import WORK

LOOSE: Final = ""
"""The part of files that lie in the data directory itself."""


@dataclass(frozen=True, slots=True)
class FoundTrace:
    """A file that names her, and the part of the data it belongs to: a kind, or a folder of the bot's own."""

    part: str
    file: Path


def number_in(person: int) -> re.Pattern[bytes]:
    """Return what finds a number as such: no digit stands before or behind it."""
    return re.compile(rb"(?<!\d)%d(?!\d)" % person)


def traces_in(data: Path, person: int) -> Iterator[FoundTrace]:
    """Yield every file that names a person. Raises OSError when the directory cannot be listed."""
    wanted = number_in(person)
    for folder, folders, names in os.walk(data, onerror=_raise):
        inside = Path(folder).relative_to(data).parts
        if not inside and WORK in folders:
            folders.remove(WORK)
        for name in names:
            file = Path(folder, name)
            if wanted.search(os.fsencode(name)) or wanted.search(_content(file)):
                yield FoundTrace(inside[0] if inside else LOOSE, file)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # it has gone meanwhile, or nobody can read it
        return b""


def _raise(error: OSError) -> None:
    raise error
