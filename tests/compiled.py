"""What Python compiled of the project, lent to a copy of its files that would compile all of it anew. Tests nothing."""

import shutil
from pathlib import Path

from tests.shipped import ROOT

COMPILED = "__pycache__"


def lend_compiled(copy: Path) -> None:
    """Let a folder with a copy of the bot find compiled what is there: by their times its files seem to be ours.

    A file that the copy lacks is lacking, and one that is another is compiled.
    """
    for folder in (copy / "bot", *(copy / "bot").rglob("*/")):
        ours = ROOT / folder.relative_to(copy)
        for path in folder.glob("*.py"):
            if path.read_bytes() == (ours / path.name).read_bytes():
                shutil.copystat(ours / path.name, path)
        if (ours / COMPILED).is_dir():
            (folder / COMPILED).symlink_to(ours / COMPILED)
