"""What is told of levels, looked at as somebody would who wants to know one teacher's.

She knows who answered, and the answers of any two: her own and one that was shared, say. A level can
be inferred when all schools that fit to what she knows and was told agree about it.
"""

from collections.abc import Sequence
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.roster.levels import CELL, HIGH, Halves, told
from tests.each import each

LEVELS = (1, 2, 3, 4)
KNOWN = CELL - 1
"""So many answers of others may be known."""


@each("answers", range(9))
def test_no_half_can_be_inferred_from_what_is_told(answers: int) -> None:
    """For every school of up to eight, every two who are known, and every one who is not."""
    schools = list(product((1, 4), repeat=answers))
    fitting: dict[Halves | None, list[tuple[int, ...]]] = {}
    for school in schools:
        fitting.setdefault(told(school), []).append(school)
    for possible in fitting.values():
        for known in combinations(range(answers), min(KNOWN, max(answers - 1, 0))):
            views: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
            for school in possible:
                views.setdefault(tuple(school[one] for one in known), []).append(school)
            for left in views.values():
                for one in set(range(answers)) - set(known):
                    assert {school[one] for school in left} == {1, 4}


@given(st.lists(st.sampled_from(LEVELS), max_size=40), st.data())
def test_within_a_half_levels_are_not_told_apart(school: list[int], data: st.DataObject) -> None:
    """Any answer may change to the other of its half, and what is told stays the same."""
    changed = [data.draw(st.sampled_from((3, 4) if one >= HIGH else (1, 2))) for one in school]
    assert told(changed) == told(school)


@given(st.lists(st.sampled_from(LEVELS), max_size=40))
def test_what_is_told_leaves_three_on_either_side(school: Sequence[int]) -> None:
    """A number below three is never told, neither outright nor as what is missing to the whole."""
    halves = told(school)
    low = sum(one < HIGH for one in school)
    assert halves in (None, (low, len(school) - low))
    if halves:
        assert min(halves) >= CELL


@each("school", [(3,) * 5, (2, 2, 2, 1, 1), (1, 1, 1, 2, 2), (4,) * 30, ()])
def test_agreement_is_not_told(school: tuple[int, ...]) -> None:
    """Neither one level chosen by all, nor one half; it looks as if too few had answered."""
    assert told(school) is None
