"""The formatting of an incoming message as Telegram HTML of our own making. Pure.

Offsets and lengths of entities count UTF-16 units (Bot API: MessageEntity). Everything is escaped;
kinds we do not send ourselves (mentions, custom emoji) stay plain words.
"""

import re
from collections.abc import Iterable
from html import escape, unescape

from telegram import MessageEntity

_TAGS = {
    MessageEntity.BOLD: "b",
    MessageEntity.ITALIC: "i",
    MessageEntity.UNDERLINE: "u",
    MessageEntity.STRIKETHROUGH: "s",
    MessageEntity.SPOILER: "tg-spoiler",
    MessageEntity.CODE: "code",
    MessageEntity.PRE: "pre",
    MessageEntity.BLOCKQUOTE: "blockquote",
    MessageEntity.EXPANDABLE_BLOCKQUOTE: "blockquote",
}
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINKS = ("https://", "http://", "tg://")
_HTML_BYTES = 30_000
"""Telegram takes 32,768 bytes of a text with its markup; some room is for what stands around it."""


def html_of(text: str, entities: Iterable[MessageEntity]) -> str:
    """Return a text with its entities as Telegram HTML whose tags never cross.

    Where that is more than Telegram would take back, it is without them: a hundred long links.
    """
    units = text.encode("utf-16-le")
    known = [
        (one.offset, min(one.offset + one.length, len(units) // 2), *tags)
        for one in entities
        if (tags := _tags(one)) and one.length > 0
    ]
    if not known:
        return escape(text, quote=False)
    known.sort(key=lambda span: (span[0], -span[1]))
    cuts = sorted({0, len(units) // 2, *(s[0] for s in known), *(s[1] for s in known)})
    written: list[str] = []
    open_spans: list[tuple[int, int, str, str]] = []
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        _close(written, open_spans, start)
        for span in known:
            if span[0] == start < span[1]:
                written.append(span[2])
                open_spans.append(span)
        written.append(
            escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"), quote=False)
        )
    html = "".join(written)
    return html if len(html.encode()) <= _HTML_BYTES else escape(text, quote=False)


def without_markup(html: str) -> str:
    """Return the words of our HTML, however faulty its tags are."""
    return unescape(_TAG.sub("", html))


def _tags(entity: MessageEntity) -> tuple[str, str] | None:
    """Return the opening and the closing tag of an entity we can send, else None."""
    if tag := _TAGS.get(entity.type):
        return f"<{tag}>", f"</{tag}>"
    if entity.type == MessageEntity.TEXT_LINK and (entity.url or "").startswith(_LINKS):
        return f'<a href="{escape(entity.url or "")}">', "</a>"
    return None


def _close(written: list[str], open_spans: list[tuple[int, int, str, str]], at: int) -> None:
    """Close what ends here; what was opened within it and goes on is opened anew."""
    if all(span[1] > at for span in open_spans):
        return
    first = next(index for index, span in enumerate(open_spans) if span[1] <= at)
    ended = open_spans[first:]
    del open_spans[first:]
    written.extend(span[3] for span in reversed(ended))
    for span in ended:
        if span[1] > at:
            written.append(span[2])
            open_spans.append(span)
