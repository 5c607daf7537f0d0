"""Whether a text is the HTML that Telegram takes, or plain where nothing is formatted.

Judges one finished text. Must not know which text it is, nor where it stands.
"""

from collections.abc import Iterator
from re import ASCII
from re import compile as pattern

FORMS = frozenset(
    (
        *("b", "strong", "i", "em", "u", "ins", "s", "strike", "del"),
        *("code", "pre", "blockquote", "tg-spoiler"),
    )
)
"""The elements without attributes that Telegram formats (Bot API: HTML style)."""

_SIGN = pattern(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>(?: [^<>]*)?)>|[<&]", ASCII)
_LINK = pattern(r' href="[^"<>]*"')
_ENTITY = pattern(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-f]{1,6});", ASCII)
_FORMATTING = pattern(r"</?[a-z][^<>]*>|&(?:lt|gt|amp|quot|#\w+);", ASCII)

CLOSE_ALL = "close every tag, the last one opened first"
ESCAPE = "write &lt; for < and &amp; for &"


def html_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield what Telegram would refuse in a message, as (fault, advice)."""
    opened: list[str] = []
    for sign in _SIGN.finditer(text):
        name = sign["name"]
        if sign[0] == "&":
            if not _ENTITY.match(text, sign.start()):
                yield "a bare '&'", ESCAPE
        elif name is None:
            yield "a bare '<'", ESCAPE
        elif not _is_known(name, sign["rest"], is_close=bool(sign["close"])):
            yield f"unknown tag '{sign[0]}'", f"use <b>, <i>, <code> and the like, or {ESCAPE}"
        elif not sign["close"]:
            opened.append(name)
        elif not opened or opened.pop() != name:
            yield f"'{sign[0]}' closes what is not open", CLOSE_ALL
            return
    if opened:
        yield f"<{opened[-1]}> is left open", CLOSE_ALL


def plain_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first sign people would see as it is written, as (fault, advice)."""
    if sign := _FORMATTING.search(text):
        yield f"'{sign[0]}' would be shown as it is", "write plain text, and & and < as they are"


def _is_known(name: str, rest: str, *, is_close: bool) -> bool:
    if name == "a":
        return not rest if is_close else _LINK.fullmatch(rest) is not None
    may_be_folded = name == "blockquote" and not is_close and rest == " expandable"
    return name in FORMS and (not rest or may_be_folded)
