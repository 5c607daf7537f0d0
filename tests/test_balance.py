"""How the tests are shared among processes."""

from tests.balance import in_order


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
