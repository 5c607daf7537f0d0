"""What is made of files that only a release changes, kept among the compiled modules so that it is made once.

As trusted as those are, and by the same signs (sizes and times of the files it was made of): who may write
there may change the bot itself. Must never make a start fail, and hold values only.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final

import orjson

from bot import __version__

SUM_BYTES: Final = 16

READABLE: Final = 0o644
"""Whoever installs the bot is mostly somebody else than who runs it."""


def place(name: str) -> Path:
    """Return where something of this name is kept: beside what Python compiled of this folder."""
    compiled = Path(cache_from_source(__file__))
    return compiled.with_name(f"{name}.{sys.implementation.cache_tag}.json")


def mark_of(folder: Path, files: Iterable[Path]) -> bytes:
    """Return what tells one state of these files of a folder from every other. Raises OSError without one."""
    whole = blake2b(f"{sys.version} {__version__}".encode())
    for path in files:
        stat = path.stat()
        name = path.relative_to(folder)
        whole.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return whole.digest()


def load(path: Path, mark: bytes) -> Any:
    """Return what is kept there under this mark; None where there is nothing good."""
    with suppress(OSError):
        kept = path.read_bytes()
        if kept[:SUM_BYTES] == _sum(mark, kept[SUM_BYTES:]):
            return orjson.loads(kept[SUM_BYTES:])
    return None


def save(path: Path, mark: bytes, value: Any) -> None:
    """Keep it if Python keeps what it compiles; where that fails, it is made again."""
    if sys.dont_write_bytecode:
        return
    content = orjson.dumps(value)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(_sum(mark, content) + content)
        beside.chmod(READABLE)
        beside.replace(path)


def _sum(mark: bytes, content: bytes) -> bytes:
    return blake2b(mark + content, digest_size=SUM_BYTES).digest()
