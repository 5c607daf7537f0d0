"""Slips of the pen: what was meant, and what is too far from anything."""

from hypothesis import given
from hypothesis import strategies as st

from bot.content.asking.slips import Slips, distance
from tests.each import each

WORDS = ("rubrik", "supervisi", "diferensiasi", "baca", "remedial", "motivasi", "perundungan")


@each(
    ("word", "meant"),
    [
        ("rubrk", "rubrik"),
        ("rubirk", "rubrik"),
        ("rubrik", "rubrik"),
        ("rubbrik", "rubrik"),
        ("lubrik", "rubrik"),
        ("supevisi", "supervisi"),
        ("suprvsii", "supervisi"),
        ("diferensiasai", "diferensiasi"),
        ("motivsi", "motivasi"),
        ("perundunggan", "perundungan"),
        ("bca", "baca"),
    ],
)
def test_one_or_two_letters_may_slip(word: str, meant: str) -> None:
    """Left out, put in, changed or swapped."""
    assert Slips(WORDS).nearest(word) == meant


@each("word", ["rbk", "kubus", "rubrikasi", "ba", "", "rubek", "superman", "zupervizi"])
def test_what_is_far_from_all_is_nothing(word: str) -> None:
    """A short word forgives one slip, a long one two, but not at its beginning."""
    assert Slips(WORDS).nearest(word) is None


@each(
    ("one", "other", "steps"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("abc", "acb", 1),
        ("abcd", "badc", 2),
        ("kuda", "dua", 2),
        ("satu", "lima", 4),
    ],
)
def test_the_distance_counts_a_swap_once(one: str, other: str, steps: int) -> None:
    """The optimal string alignment distance, as long as it is not above the limit."""
    assert distance(one, other, 3) == steps


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7))
def test_the_distance_is_the_same_both_ways(one: str, other: str) -> None:
    """It is zero for equals only, and never more than the longer word has letters."""
    steps = distance(one, other, 9)
    assert steps == distance(other, one, 9)
    assert (steps == 0) == (one == other)
    assert steps <= max(len(one), len(other))
