"""Entries of words are looked through quickly, and find what a look at each of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.typed.entry import Entries, Lists, PhraseEntry, SaidText
from bot.chat.typed.heard import About, Heard
from bot.chat.world import World
from tests.each import each

WORDS = st.sampled_from(["capek", "murid", "saya", "guru", "kelas", "saya capek"])
PARTS = st.lists(st.frozensets(WORDS, min_size=1, max_size=3), min_size=1, max_size=3)
ENTRIES = st.lists(
    st.builds(
        PhraseEntry,
        words=PARTS.map(tuple),
        is_alone=st.booleans(),
        is_soft=st.booleans(),
        is_hard=st.booleans(),
    ),
    max_size=5,
)
SAID = st.builds(
    SaidText,
    lines=st.just(("", "", "")),
    phrases=st.frozensets(WORDS, max_size=4),
    bare=st.just(()),
    alone=st.frozensets(WORDS, max_size=2),
)


@given(entries=ENTRIES, said=SAID)
def test_no_entry_is_passed_over(entries: list[PhraseEntry], said: SaidText) -> None:
    """Those that fit are yielded in their order, whatever one look at all of them has told."""
    found = Entries(entries)
    assert list(found.fitting(said)) == [one for one in entries if one.fits(said)]
    assert found.fit(said) == any(one.fits(said) for one in entries)


@each("text", ["", "!", "capek", "Murid saya capek sekali, Bu", "x" * 5_000])
def test_a_text_looked_at_again_says_the_same(world: World, text: str) -> None:
    """What is remembered of a text is what is found in it anew, also in a long one."""
    hearing, lists = world.hearing, Lists(world.texts, world.wording)
    for _ in range(2):
        assert world.wording.spelt(text) == list(world.wording._all_spelt(text))
        assert world.wording.bare(text) == list(world.wording._all_bare(text))
        assert lists.said(text) == lists._made_ready(text)
        assert hearing.heard(text) in {None, *Heard}
        assert hearing.about(text) in {None, *About}
