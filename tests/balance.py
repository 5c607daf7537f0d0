"""How `make test` shares the tests among its processes: the long ones first, and each for itself.

The tests of the page stay together, so that one browser does for all of them, and with them the
transcripts, whose screens one of them measures. A file of quick tests stays together too, because
each unit of work costs the one who hands it out.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import SupportsIndex

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

BROWSER = "tests/e2e"
TRANSCRIPTS = "tests/chat/test_transcripts.py"

LONG = (
    "tests/store/test_store_crash.py",
    "tests/delivery/test_year.py",
    BROWSER,
    "tests/cluster/test_chaos.py",
    "tests/simulation/test_simulation.py",  # never waits, beside those that often do
    "tests/test_operasi*.py",
    "tests/test_container.py",
    "tests/test_*.py",  # whole bots and real processes
    "tests/store/*.py",
    "tests/store/postgres/*.py",
    "tests/telegram/test_gather*.py",
    "tests/delivery/test_broadcast_*.py",
)
"""What takes seconds, the longest first."""

APART = ("tests/store/test_store_crash.py", "tests/test_*.py", "tests/store/test_store_[iw]*.py")
"""Whose tests are handed out one by one."""


def in_order(nodeids: Sequence[str]) -> list[int]:
    """Return the places of these tests in the order in which they are to begin."""
    return sorted(range(len(nodeids)), key=lambda place: _rank(_file(nodeids[place])))


class Numbered(list[str]):
    """The names of tests, each found without a look at all before it."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(names)
        self._places = {name: place for place, name in enumerate(self)}

    def index(self, name: str, /, *_between: SupportsIndex) -> int:
        """Return the place of a test."""
        return self._places[name]


class Balanced(LoadScopeScheduling):  # type: ignore[misc] # xdist ships no types
    """Hands out work in the order of the collection.

    What its base does for each test takes longer the more tests there are; here it does not.
    """

    def add_node_collection(self, node: WorkerController, collection: Sequence[str]) -> None:
        """Take the tests that a process has found."""
        super().add_node_collection(node, collection)
        if found := self.registered_collections.get(node):
            self.registered_collections[node] = Numbered(found)

    def mark_test_complete(
        self,
        node: WorkerController,
        item_index: int,
        duration: float = 0,  # noqa: ARG002 -- xdist's
    ) -> None:
        """Note that a process is done with a test; of a unit that is done nothing is kept."""
        name = self.registered_collections[node][item_index]
        units = self.assigned_work[node]
        unit = units[scope := self._split_scope(name)]
        unit[name] = True
        if False not in unit.values():
            del units[scope]
        self._reschedule(node)

    def _split_scope(self, nodeid: str) -> str:
        """Return the name of the unit a test belongs to."""
        return _unit_of(_file(nodeid)) or nodeid


def _file(nodeid: str) -> str:
    return nodeid.split("::", 1)[0]


@cache
def _unit_of(name: str) -> str | None:
    """Return the unit of all tests of a file; None where each is one for itself."""
    file = PurePosixPath(name)
    if file.is_relative_to(BROWSER) or name == TRANSCRIPTS:
        return BROWSER
    return None if any(map(file.match, APART)) else name


@cache
def _rank(name: str) -> int:
    """Return the place of a file's kind among the long ones, or the one behind them all."""
    file = PurePosixPath(name)
    found = (place for place, form in enumerate(LONG) if _is_of(file, form))
    return next(found, len(LONG))


def _is_of(file: PurePosixPath, form: str) -> bool:
    return file.match(form) or file.is_relative_to(form)
