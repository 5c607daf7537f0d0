"""What ``dataclasses`` writes for each class, kept compiled so that a start need not compile it again.

Python compiles a module once and keeps that beside its source. The methods of some 500 dataclasses it
compiles at every start, from text, which was a quarter of the time of all modules. They are kept in
the same folder, with the same right: who may write there may change the bot itself. Must never make a
start fail nor change what is run: the key is the whole text.
"""

import dataclasses
import marshal
import os
import sys
import zlib
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any, Final

FILE: Final = "dataclasses"
SUM_BYTES: Final = 4


class GeneratedCode:
    """The compiled texts of one Python, in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._kept()
        self._is_new = False

    def run(self, text: str, module: dict[str, Any], names: dict[str, Any]) -> None:
        """Do what ``exec`` does with a text."""
        key = blake2b(text.encode(), digest_size=16).digest()
        code = self._known.get(key)
        if code is None:
            code = compile(text, "<string>", "exec", dont_inherit=True)
            self._known[key] = code
            self._is_new = True
        exec(code, module, names)  # noqa: S102 -- in place of the library's own

    def save(self) -> None:
        """Keep what had to be compiled, if Python keeps what it compiles; where that fails, nothing is lost."""
        if not self._is_new or sys.dont_write_bytecode:
            return
        self._is_new = False
        whole = marshal.dumps((sys.version, dict(self._known)))
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            beside.write_bytes(zlib.crc32(whole).to_bytes(SUM_BYTES) + whole)
            beside.replace(self._path)

    def _kept(self) -> dict[bytes, CodeType]:
        try:
            kept = self._path.read_bytes()
            whole = kept[SUM_BYTES:]
            if zlib.crc32(whole).to_bytes(SUM_BYTES) != kept[:SUM_BYTES]:
                return {}
            version, known = marshal.loads(whole)  # noqa: S302 -- as trusted as all compiled code beside it
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return known if version == sys.version else {}


def place() -> Path:
    """Return where it is kept: among the compiled modules of this folder."""
    compiled = Path(cache_from_source(__file__))
    return compiled.with_name(f"{FILE}.{sys.implementation.cache_tag}.code")


_used: Final[list[GeneratedCode]] = []


def use(path: Path | None = None) -> None:
    """Have the library run its texts by what is kept at ``path``; it asks for ``exec`` by its name."""
    _used.append(GeneratedCode(path or place()))
    vars(dataclasses)["exec"] = _used[-1].run


def save() -> None:
    """Keep for the next start what this one had to compile, if it uses any."""
    for code in _used:
        code.save()
