"""How the tests are shared among processes."""

from types import SimpleNamespace

import pytest
from xdist.remote import Producer

from tests.balance import Balanced, in_order


def test_the_long_ones_begin_first() -> None:
    """Kills and the year before the page, whole bots before the store, and all else in its order."""
    names = [
        "tests/chat/test_b.py::test_x[tests/e2e/a.py]",
        "tests/chat/test_a.py::test_x",
        "tests/store/test_atomic.py::test_x",
        "tests/test_whole_bot.py::test_x[a::b]",
        "tests/e2e/test_page_chat.py::test_x",
        "tests/delivery/test_year.py::test_x",
        "tests/store/test_store_crash.py::test_x",
    ]
    assert in_order(names) == [6, 5, 4, 3, 2, 0, 1]


class Hands:
    """A process of the tests, as far as work is handed to it."""

    shutting_down = False
    gateway = SimpleNamespace(id="gw")

    def __init__(self) -> None:
        self.given: list[int] = []

    def send_runtest_some(self, places: list[int]) -> None:
        self.given += places

    def shutdown(self) -> None:
        self.shutting_down = True


def test_each_test_is_handed_out_once_and_nothing_is_kept_of_what_is_done(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes get everything between them, and in the end there is nothing to look through."""
    names = [f"tests/chat/test_{file}.py::test_{nth}" for file in "abc" for nth in range(4)]
    monkeypatch.setattr(pytestconfig.option, "tx", ["2*popen"])
    balanced, hands = Balanced(pytestconfig, Producer("none", enabled=False)), (Hands(), Hands())
    for one in hands:
        balanced.add_node(one)
        balanced.add_node_collection(one, names)
    balanced.schedule()
    done: dict[Hands, int] = dict.fromkeys(hands, 0)
    while any(done[one] < len(one.given) for one in hands):
        for one in hands:
            for place in one.given[done[one] :]:
                done[one] += 1
                balanced.mark_test_complete(one, place)
    assert sorted(hands[0].given + hands[1].given) == list(range(len(names)))
    assert balanced.tests_finished
    assert all(one.shutting_down for one in hands)
    assert list(balanced.assigned_work.values()) == [{}, {}]
