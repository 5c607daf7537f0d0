"""The tests are found once for all processes, and none gets lost by it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.finding import find

OPTIONS = """[pytest]
addopts = --import-mode=importlib
asyncio_default_fixture_loop_scope = function
"""

GOOD = "def test_it(): pass"


@pytest.fixture
def names(tmp_path: Path) -> Iterator[set[str]]:
    """The modules that have come since, without any directory; they are gone afterwards."""
    (tmp_path / "pytest.ini").write_text(OPTIONS)
    (tmp_path / "test_good_one.py").write_text(GOOD)
    yield (found := {"test_good_one", "test_other_one"})
    for name in found:
        sys.modules.pop(name, None)


def test_tests_that_are_found_stay_imported(tmp_path: Path, names: set[str]) -> None:
    """A module that pytest has read is there for whoever reads it again."""
    (tmp_path / "test_other_one.py").write_text(GOOD)
    find([f"--rootdir={tmp_path}", str(tmp_path)], tmp_path)
    assert names <= sys.modules.keys()


@pytest.mark.parametrize(
    "source",
    [
        "import nothing_there",
        "def test_it(: pass",
        'import pytest; pytest.skip("not here", allow_module_level=True)',
    ],
)
def test_a_module_that_breaks_off_is_read_again(
    tmp_path: Path, names: set[str], source: str
) -> None:
    """None stays imported beside one that breaks off, so that each process tells what is the matter."""
    (tmp_path / "test_other_one.py").write_text(source)
    find([f"--rootdir={tmp_path}", str(tmp_path)], tmp_path)
    assert not names & sys.modules.keys()
