"""How sections become pages."""

from hypothesis import given
from hypothesis import strategies as st

from bot.content.programme.pages import PAGE_AIM, split_pages, visible_length
from bot.domain.programme.programme import Section, SectionKind


def section(*blocks: str, kind: SectionKind = SectionKind.MEANING) -> Section:
    return Section(kind=kind, title="Judul", blocks=blocks)


def test_visible_length_counts_what_telegram_counts() -> None:
    """Tags do not count and a reference counts as one character."""
    assert visible_length("<b>a &amp; b</b>") == 5


def test_short_sections_share_a_page() -> None:
    """Two sections that fit together are read on one page, each under its title."""
    pages = split_pages((section("satu"), section("dua", kind=SectionKind.REASON)))
    assert len(pages) == 1
    assert pages[0].sections == (SectionKind.MEANING, SectionKind.REASON)
    assert pages[0].html == "<b>Judul</b>\nsatu\n\n<b>Judul</b>\ndua"


def test_a_long_section_continues_on_numbered_pages() -> None:
    """A section longer than a page breaks between paragraphs."""
    pages = split_pages((section("a" * 600, "b" * 600, "c" * 50),))
    assert [page.name for page in pages] == ["makna", "makna.2"]
    assert pages[1].html == "b" * 600 + "\n\n" + "c" * 50


@given(st.lists(st.integers(1, PAGE_AIM - 10), min_size=1, max_size=30))
def test_pages_keep_everything_in_order(lengths: list[int]) -> None:
    """However long the paragraphs are, all of them appear once, in order, on pages within the aim."""
    blocks = [f"{number:03}" + "x" * length for number, length in enumerate(lengths)]
    pages = split_pages((section(*blocks),))
    text = "\n\n".join(page.html for page in pages)
    assert text == "<b>Judul</b>\n" + "\n\n".join(blocks)
    assert all(visible_length(page.html) <= PAGE_AIM for page in pages)
    assert len({page.name for page in pages}) == len(pages)
