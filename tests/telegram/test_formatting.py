"""Formatting of incoming messages as our own HTML: escaped, nested, by UTF-16 offsets."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.simulator.message.html import parse_html
from bot.telegram.receive.formatting import html_of
from tests.each import each


def entity(kind: str, offset: int, length: int, url: str | None = None) -> MessageEntity:
    return MessageEntity(type=kind, offset=offset, length=length, url=url)


@each(
    ("text", "entities", "html"),
    [
        ("a < b & c", [], "a &lt; b &amp; c"),
        ("tebal", [entity("bold", 0, 5)], "<b>tebal</b>"),
        ("👩‍🏫 guru", [entity("italic", 6, 4)], "👩‍🏫 <i>guru</i>"),
        ("ab", [entity("bold", 0, 2), entity("italic", 0, 2)], "<b><i>ab</i></b>"),
        ("abc", [entity("bold", 0, 2), entity("italic", 1, 2)], "<b>a<i>b</i></b><i>c</i>"),
        (
            "sini",
            [entity("text_link", 0, 4, 'https://a.id/?q="x"&y')],
            '<a href="https://a.id/?q=&quot;x&quot;&amp;y">sini</a>',
        ),
        ("sini", [entity("text_link", 0, 4, "javascript:alert(1)")], "sini"),
        ("@budi", [entity("mention", 0, 5)], "@budi"),
        ("/a", [entity("bot_command", 0, 2)], "/a"),
    ],
)
def test_entities_become_tags(text: str, entities: list[MessageEntity], html: str) -> None:
    """Each kind we can send gets its tag, everything else stays words."""
    assert html_of(text, entities) == html


@given(
    text=st.text(alphabet="ab<&👍\n", min_size=1, max_size=12),
    spans=st.lists(
        st.tuples(
            st.sampled_from(["bold", "italic", "code", "spoiler", "blockquote", "hashtag"]),
            st.integers(0, 12),
            st.integers(1, 12),
        ),
        max_size=5,
    ),
)
def test_any_entities_give_html_that_telegram_takes(
    text: str, spans: list[tuple[str, int, int]]
) -> None:
    """Whatever overlaps: tags are closed in order, and the words are the same."""
    html = html_of(text, [entity(*span) for span in spans])
    assert parse_html(html)[0].replace("\ufffd", "") in {
        text,
        parse_html(escape(text, quote=False))[0],
    } or any(ord(c) > 0xFFFF for c in text)


def test_markup_is_left_out_where_telegram_would_not_take_it_back() -> None:
    """A hundred long links are more than a message may have: the words stay."""
    links = [entity("text_link", at * 3, 2, "https://a.id/" + "x" * 400) for at in range(100)]
    assert html_of("ab " * 100, links[:50]).count("<a ") == 50
    assert html_of("ab " * 100, links) == "ab " * 100
