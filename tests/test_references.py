"""What heads, docstrings and documents name of our own code is there."""

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = [
    path
    for place in ("bot", "bench", "docs", "tests")
    for path in sorted((ROOT / place).rglob("*.py"))
]
PROSE = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")]
ROOMS = [path.name for path in (ROOT / "bot").iterdir() if path.is_dir()]

MODULE = re.compile(rf"`((?:bot|bench|tests|{'|'.join(ROOMS)})(?:\.[a-z_]+)+)`")
FILE = re.compile(r"`([a-z_]+(?:/[a-z_]+)+\.py)`")
DATA = (".py", ".md", ".ftl", ".toml", ".html", ".js", ".css")


def _endings(path: Path) -> Iterator[str]:
    """Give the names a module may go by: with all folders above it, or without some."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return accumulate(reversed(parts), lambda below, above: f"{above}.{below}")


MODULES = {name for path in CODE for name in _endings(path)}
DOTTED = {name for name in MODULES if "." in name}
FOLDERS = {name for path in {file.parent for file in CODE} for name in _endings(path)}


def _named(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for path in (*CODE, *PROSE):
        place = path.relative_to(ROOT).as_posix()
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield from ((f"{place}:{line}", found) for found in pattern.findall(text))


def test_a_module_that_is_named_is_there() -> None:
    """A name with dots that begins with a room is a module, or something in one."""
    lost = [
        f"{place}: {name}"
        for place, name in _named(MODULE)
        if not name.endswith(DATA)
        and name not in MODULES | FOLDERS
        and name.rpartition(".")[0] not in DOTTED
    ]
    assert lost == []


def test_a_file_that_is_named_is_there() -> None:
    """A path of a Python file leads to one, read from the root or from a folder below it."""
    files = {f"/{path.relative_to(ROOT).as_posix()}" for path in CODE}
    lost = [
        f"{place}: {name}"
        for place, name in _named(FILE)
        if not any(file.endswith(f"/{name}") for file in files)
    ]
    assert lost == []
