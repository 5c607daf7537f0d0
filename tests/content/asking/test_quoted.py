"""Lines of a step are quoted only to whoever asks for what they say, or names it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.content.asking.quote import plain
from bot.content.library import Library
from bot.content.search import quote
from bot.domain.programme.programme import SchoolLevel
from tests.each import each

NONSENSE = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)
DAILY = st.sampled_from(["saya", "tadi", "murid", "kelas", "guru", "rapat", "hujan", "sudah", "32"])


def told(library: Library) -> list[str]:
    """Return the words of all steps as they stand there."""
    texts = [
        block
        for step in library.programme
        for one in step.sections.values()
        for block in one.blocks
    ]
    return sorted({word for text in texts for word in plain(text).split()})


@given(data=st.data(), asks=st.booleans(), level=st.sampled_from(SchoolLevel))
def test_what_is_quoted_says_what_was_typed(
    data: st.DataObject, asks: bool, level: SchoolLevel, library: Library
) -> None:
    """Each place says a third of the words, none of them guessed; where nothing is asked it says the very words."""
    word = st.one_of(NONSENSE, DAILY, st.sampled_from(told(library)))
    text = " ".join(data.draw(st.lists(word, min_size=1, max_size=5)))
    search = library.search
    terms = search.vocabulary.terms(text)
    for hit in search.ask(text, level, asks=asks).hits:
        step = library.programme.step(hit.step)
        assert step
        lines = quote(step, hit, level, search.best_lines(step, hit, level, text))
        said = {
            one for one in terms if one.weight == 1 and one.word in search.vocabulary.words(lines)
        }
        assert len(said) > len(terms) / 3


@each(
    ("text", "asks"),
    [
        ("asdfgh", True),
        ("bagaimana kalau asdfgh", True),
        ("tadi anak-anak senang", False),
        ("kelas 5 ada 32 anak", False),
        ("murid saya 32", False),
        ("saya suka kopi", False),
        ("tadi rapat sampai sore", False),
        ("saya guru matematika", False),
        ("alah dicubo", False),
        ("ketunda", False),
        ("senang", False),
    ],
)
def test_nothing_is_quoted_where_nothing_is_asked(text: str, asks: bool, library: Library) -> None:
    """Neither to nonsense nor to a story, though words of it stand in the steps."""
    assert library.search.ask(text, SchoolLevel.SD, asks=asks).hits == ()
