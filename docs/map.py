"""Writes the map of the code, docs/map.md, from the heads of rooms and files: ``make map``.

The heads are the one place where it is said what a file is for; this must add nothing of its own.
"""

# ruff: noqa: INP001 - a script, not a package

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MAP = ROOT / "docs" / "map.md"
START = """# The map

Every room and file with the first sentence of its head. Made by `make map`; do not edit. What may import what stands in
`pyproject.toml` and is drawn in [ARCHITECTURE.md](../ARCHITECTURE.md).
"""


def head(file: Path) -> str:
    """Return the first paragraph of a file's docstring on one line, "" for none."""
    told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return " ".join(told.split("\n\n", 1)[0].split())


def rooms(folder: Path) -> Iterator[Path]:
    """Yield a package and those in it, in the order of their names."""
    yield folder
    for inner in sorted(folder.iterdir()):
        if (inner / "__init__.py").is_file():
            yield from rooms(inner)


def drawn(package: Path) -> str:
    """Return the whole map as Markdown."""
    lines = [START]
    for room in rooms(package):
        lines += [f"## {room.relative_to(ROOT)}/", "", head(room / "__init__.py"), ""]
        files = (file for file in sorted(room.glob("*.py")) if file.name != "__init__.py")
        lines += [f"- `{file.name}`: {head(file)}" for file in files]
        lines += [""] if lines[-1] else []
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    MAP.write_text(drawn(ROOT / "bot"), encoding="utf-8")
    sys.stdout.write(f"{MAP.relative_to(ROOT)} written\n")
