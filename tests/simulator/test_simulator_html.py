"""Telegram's HTML: what it means and how it is refused."""

import pytest

from bot.simulator.errors import ApiError, Json
from bot.simulator.message.formatted import read_formatted, read_text
from bot.simulator.message.html import HtmlError, parse_html
from tests.each import each

REFUSED = [
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("<BR/>", 'Unsupported start tag "br/" at byte offset 0'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<>", 'Unsupported start tag "" at byte offset 0'),
    ("😀é<p>x</p>", 'Unsupported start tag "p" at byte offset 6'),
    ("&lt;😀<ul>", 'Unsupported start tag "ul" at byte offset 8'),
    ("x <b", "Unclosed start tag at byte offset 2"),
    ("5 <", "Unclosed start tag at byte offset 2"),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ("<a href= ", 'Unclosed start tag "a" at byte offset 0'),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ('<a href="x"', "Unclosed start tag at byte offset 0"),
    ("<b / >x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
    ('é<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 2'),
    ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b></b></", "Unexpected end tag at byte offset 7"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<i>é</i   ", "Unclosed end tag at byte offset 5"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>x</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><code>x</code>", 'Can\'t find end tag corresponding to start tag "b"'),
    ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    ("&#57311;", ("Text contains invalid Unicode characters after decoding HTML entities, "
                 "check for unmatched surrogate code units")),
]  # fmt: skip

READ = [
    ("polos", "polos", []),
    ("a > b & c", "a > b & c", []),
    ("&lt;&gt;&amp;&quot;", '<>&"', []),
    ("&lt b &amp", "< b &", []),
    ("&#x27;&#39;", "''", []),
    ("&nbsp;&apos;&mdash;", "&nbsp;&apos;&mdash;", []),
    ("<b>a</b>", "a", [("bold", 0, 1)]),
    ("<STRONG>a</strong>", "a", [("bold", 0, 1)]),
    ("<b>a</>", "a", [("bold", 0, 1)]),
    ("<b></b>x", "x", []),
    ("😀<i>é</i>", "😀é", [("italic", 2, 1)]),
    ("<b>😀</b>", "😀", [("bold", 0, 2)]),
    ("<u>a<s>b</s></u>", "ab", [("underline", 0, 2), ("strikethrough", 1, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
    ('<a href="tidak ada">x</a>', "x", []),
    ("<a>x</a>", "x", []),
    ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", []),
]


@each(("text", "refusal"), REFUSED)
def test_a_faulty_text_is_refused_with_the_byte_where_the_fault_begins(
    text: str, refusal: str
) -> None:
    """A faulty text is refused in TDLib's words, offsets counted in bytes."""
    with pytest.raises(HtmlError) as caught:
        parse_html(text)
    assert str(caught.value) == refusal


@each(("text", "plain", "spans"), READ)
def test_a_text_is_read_with_offsets_in_utf16(
    text: str, plain: str, spans: list[tuple[str, int, int]]
) -> None:
    """Tags become entities whose offsets count UTF-16 units; other text stays."""
    read, entities = parse_html(text)
    assert read == plain
    assert [(one["type"], one["offset"], one["length"]) for one in entities] == spans


@each(
    ("text", "entity"),
    [
        ('<a href="https://contoh.id">x</a>', {"type": "text_link", "url": "https://contoh.id/"}),
        ('<a href="https://a.id/?a=1&amp;b=2">x</a>',
         {"type": "text_link", "url": "https://a.id/?a=1&b=2"}),
        ('<a href="tg://user?id=7">x</a>',
         {"type": "text_mention", "user": {"id": 7, "is_bot": False, "first_name": ""}}),
        ('<pre><code class="language-python">x</code></pre>',
         {"type": "pre", "language": "python"}),
        ('<code class="language-c">x</code>', {"type": "code"}),
    ],
)  # fmt: skip
def test_a_tag_hands_its_argument_to_its_entity(text: str, entity: Json) -> None:
    """Links, mentions and code blocks carry what their attribute says."""
    assert parse_html(text)[1] == [{"offset": 0, "length": 1, **entity}]


def test_a_text_is_trimmed_and_its_entities_move_along() -> None:
    """Blanks around a text go, and entities keep their words."""
    read = read_formatted("\n 😀 <b> a </b> \n", "html", "")
    assert read.text == "😀  a"
    assert read.entities == [{"type": "bold", "offset": 3, "length": 2}]


def test_carriage_returns_vanish() -> None:
    """A carriage return goes and what stands after it moves."""
    read = read_formatted("a\r\n<b>b</b>", "HTML", "")
    assert read == ("a\nb", [{"type": "bold", "offset": 2, "length": 1}])


def test_nothing_is_bold_inside_code() -> None:
    """Illegal nesting is no error: the style gives way to the code."""
    read = read_formatted("<b>a<code>b<i>c</i></code>d</b>", "HTML", "")
    spans = [(one["type"], one["offset"], one["length"]) for one in read.entities]
    assert spans == [("bold", 0, 1), ("code", 1, 2), ("bold", 3, 1)]


def test_a_quotation_in_a_quotation_is_dropped() -> None:
    """A quotation inside another is dropped without an error."""
    text = "<blockquote>a<blockquote>b</blockquote></blockquote>"
    assert len(read_formatted(text, "HTML", "").entities) == 1


def test_commands_and_links_are_found() -> None:
    """Commands, links, mentions and hashtags are marked, but not inside code."""
    read = read_formatted("😀 /mulai @siti #guru https://a.id <code>/x</code>", "HTML", "")
    kinds = [one["type"] for one in read.entities]
    assert kinds == ["bot_command", "mention", "hashtag", "url", "code"]
    assert read.entities[0] == {"type": "bot_command", "offset": 3, "length": 6}


@each(
    ("text", "mode", "refusal"),
    [
        ("", "", "message text is empty"),
        (" \n\u200b", "", "text must be non-empty"),
        ("<b></b>", "HTML", "text must be non-empty"),
        ("x" * 32769, "", "text is too long"),
        ("x", "bbcode", "unsupported parse_mode"),
        ("<p>", "HTML", 'can\'t parse entities: Unsupported start tag "p" at byte offset 0'),
    ],
)
def test_a_text_that_cannot_be_sent_is_refused(text: str, mode: str, refusal: str) -> None:
    """An empty, overlong or unreadable text is refused in the Bot API's words."""
    with pytest.raises(ApiError) as caught:
        read_text(text, mode, "")
    assert caught.value.description == f"Bad Request: {refusal}"


def test_markdown_is_refused_loudly() -> None:
    """The simulator says that it reads no Markdown instead of guessing."""
    with pytest.raises(ApiError, match="this simulator reads no MarkdownV2"):
        read_text("*x*", "MarkdownV2", "")
