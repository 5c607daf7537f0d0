"""The map of the code and what it is made of."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
MOST_MODULES, MOST_FILES = 6, 13
"""Modules at the root of the code, and files of a folder with its head (design: 6, and 12 beside it)."""


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


def test_every_room_and_file_has_a_head(maker: ModuleType) -> None:
    """Each says what it is for in its first sentence."""
    files = list((ROOT / "bot").rglob("*.py"))
    assert [str(file) for file in files if not maker.head(file)] == []


def test_no_folder_is_crowded() -> None:
    """A folder one can take in at a glance; the simulator, a program of its own, apart."""
    assert len(list((ROOT / "bot").glob("*.py"))) <= MOST_MODULES
    folders = {file.parent for file in (ROOT / "bot").rglob("*.py")}
    crowded = {
        str(folder.relative_to(ROOT)): count
        for folder in folders
        if folder.name != "simulator" and (count := len(list(folder.glob("*.py")))) > MOST_FILES
    }
    assert crowded == {}
