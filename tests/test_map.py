"""The map of the code, its glossary, and what they are made of."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from re import MULTILINE
from re import compile as pattern
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
MOST_MODULES, MOST_FILES = 6, 13
"""Modules at the root of the code, and files of a folder with its head (design: 6, and 12 beside it)."""

BOT = ROOT / "bot"
BEGUN = pattern(r"^(?:class\s+|(?=[A-Z]\w*[a-z]\w*\s*[:=]))(\w+)", MULTILINE)
"""What a line at the margin begins with, if it may name a class or a type."""

APART = BOT / "simulator"
"""A world of its own that knows nothing of the bot: its person is not the bot's."""


@pytest.fixture
def maker() -> ModuleType:
    """The script that makes the map."""
    spec = spec_from_file_location("map_maker", ROOT / "docs" / "map.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_map_is_made_from_the_heads_as_they_are(maker: ModuleType) -> None:
    """Whoever changes a head or moves a file makes the map anew: `make map`."""
    assert maker.MAP.read_text(encoding="utf-8") == maker.drawn(ROOT / "bot")


def test_the_glossary_is_made_from_the_docstrings_as_they_are(maker: ModuleType) -> None:
    """Whoever changes what is said of one of its words makes it anew: `make map`."""
    told = maker.ARCHITECTURE.read_text(encoding="utf-8")
    assert told == maker.with_glossary(told)


def test_every_room_and_file_has_a_head(maker: ModuleType) -> None:
    """Each says what it is for in its first sentence."""
    files = list((ROOT / "bot").rglob("*.py"))
    assert [str(file) for file in files if not maker.head(file)] == []


def test_no_folder_is_crowded() -> None:
    """Each is a folder one can take in at a glance."""
    assert len(list((ROOT / "bot").glob("*.py"))) <= MOST_MODULES
    folders = {file.parent for file in (ROOT / "bot").rglob("*.py")}
    crowded = {
        str(folder.relative_to(ROOT)): count
        for folder in folders
        if (count := len(list(folder.glob("*.py")))) > MOST_FILES
    }
    assert crowded == {}


def named(file: Path) -> Iterator[str]:
    """Yield the classes and the named types of a module; what begins with "_" is its own affair."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name=name) if not name.startswith("_"):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)) if is_type(name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if is_type(name):
                if not ast.unparse(value).startswith("TypeVar("):
                    yield name


def is_type(name: str) -> bool:
    """Say whether a name is written as those of types are."""
    return name[:1].isupper() and not name.isupper()


def test_no_two_things_have_one_name() -> None:
    """Who reads a name in one room has met the same thing under it in every other."""
    files = [file for file in sorted(BOT.rglob("*.py")) if not file.is_relative_to(APART)]
    begun = {file: set(BEGUN.findall(file.read_text(encoding="utf-8"))) for file in files}
    often = Counter(name for names in begun.values() for name in names)
    places = defaultdict(list)
    for file in files:
        if any(
            often[name] > 1 for name in begun[file]
        ):  # a file that shares no name need not be read
            for name in named(file):
                places[name].append(str(file.relative_to(BOT)))
    twice = {name: files for name, files in places.items() if len(files) > 1}
    assert len(places) > len(twice)
    assert twice == {}
