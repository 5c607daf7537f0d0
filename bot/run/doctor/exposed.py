"""What other users of this machine may read of the bot's: its data, its backups, the file with the token.

A folder that only its owner may enter protects all that is in it, whatever the modes inside; so only
the folders are looked at. Changes nothing: the modes of what is there are the operator's.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO
PRIVATE_FOLDER, PRIVATE_FILE = "700", "600"


@dataclass(frozen=True, slots=True)
class Exposed:
    """A file or folder that others on this machine may get at, and the mode it should have."""

    path: Path
    mode: str

    @property
    def told(self) -> str:
        """What is wrong, in words."""
        return f"{self.path} may be read by other users of this machine"

    @property
    def advice(self) -> str:
        """The command that mends it."""
        return f"chmod {self.mode} {self.path}"


def exposed(paths: Iterable[Path | None]) -> Iterator[Exposed]:
    """Yield those of these that others may get at; what is not there (yet) is not."""
    for path in paths:
        try:
            mode = path.stat().st_mode if path else 0
        except OSError:
            continue
        if path and mode & OTHERS:
            yield Exposed(path, PRIVATE_FOLDER if stat.S_ISDIR(mode) else PRIVATE_FILE)


def keep_private() -> None:
    """Have every file and folder this process and its children make be for its owner only."""
    os.umask(OTHERS)
