"""Cases within one test are as good as tests of their own."""

import asyncio
from pathlib import Path

import pytest

from tests.each import each


def test_every_case_is_tried_and_those_that_fail_are_told() -> None:
    """Also where several stand above one another, and whatever failed before."""
    tried = []

    @each("base", [1, 2])
    @each(("number", "square"), [(1, 1), (2, 5), (3, 9), (4, 15)])
    def test(number: int, square: int, base: int) -> None:
        tried.append((base, number))
        assert number * number == square

    with pytest.raises(ExceptionGroup, match="2 of 2 cases") as failed:
        test()
    assert tried == [(base, number) for base in (1, 2) for number in (1, 2, 3, 4)]
    told = [one for both in failed.value.exceptions for one in getattr(both, "exceptions", ())]
    assert [one.__notes__ for one in told] == [
        ["with {'number': 2, 'square': 5}"],
        ["with {'number': 4, 'square': 15}"],
    ] * 2


@each("case", "abc")
def test_fixtures_are_given_as_to_any_test(case: str, pytestconfig: pytest.Config) -> None:
    """What is not of the cases pytest provides."""
    assert case in "abc"
    assert pytestconfig.rootpath.is_dir()


def test_a_name_the_test_does_not_know_is_refused() -> None:
    """A slip of the pen must not make cases that nobody looks at."""
    with pytest.raises(KeyError):
        each("wrods", [1])(lambda words: None)  # noqa: ARG005 -- its name is the point
    with pytest.raises(AssertionError, match="without a case"):
        each("words", [])


def test_no_case_takes_the_others_with_it_by_skipping() -> None:
    """To pytest it would be the whole test that is skipped."""

    @each("number", [1, 2])
    def test(number: int) -> None:
        pytest.skip(str(number))

    with pytest.raises(AssertionError, match="skips all others too"):
        test()


async def test_cases_may_wait() -> None:
    """Those of a test that awaits something are awaited, and told as any."""
    tried = []

    @each("number", [1, 2, 3])
    async def test(number: int) -> None:
        await asyncio.sleep(0)
        tried.append(number)
        assert number != 2

    with pytest.raises(ExceptionGroup, match="1 of 3 cases"):
        await test()
    assert tried == [1, 2, 3]


def test_each_case_has_a_folder_of_its_own(tmp_path: Path) -> None:
    """What one leaves behind is not found by the next."""
    places = []

    @each("outer", "ab")
    @each("case", [1, 2])
    def test(outer: str, case: int, tmp_path: Path) -> None:
        assert list(tmp_path.iterdir()) == []
        (tmp_path / "left").write_text(f"{outer}{case}", encoding="utf-8")
        places.append(tmp_path)

    test(tmp_path=tmp_path)
    assert len(set(places)) == 4
