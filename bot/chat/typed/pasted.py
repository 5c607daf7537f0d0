"""Finds the code of an invitation in what was pasted: a link to this bot, or the bare code.

Must not judge whether a code opens anything; ``join.arrive`` does.
"""

from html import unescape
from re import ASCII, IGNORECASE
from re import compile as pattern
from urllib.parse import unquote

from bot.chat.model import Command, Event, Media, Typed
from bot.domain.school.school import CODE_LENGTH, SCHOOL_ID_LENGTH, SECRET_LENGTH, Code

_ADDRESS = pattern(
    r"(?<![\w./@-])(?:https?://|tg:/*)?(?:[\w-]+\.)*(?:t\.me|telegram\.(?:me|dog)|resolve)\b\S{0,200}?\?\s*[^\s\"'<>“”)\]]*",
    IGNORECASE,
)
"""A link into Telegram, as far as its question mark and what follows on that line."""

_OWNER = pattern(
    r"(?:(?:t\.me|telegram\.(?:me|dog))/+(?P<path>\w+)|(?P<host>(?<!\w)(?!www\.)\w+)\.t\.me\b|[?&]domain=(?P<domain>\w+))",
    IGNORECASE | ASCII,
)
_START = pattern(rf"[?&]\s*start=\s*(?P<code>(?:[\w-]\n?){{{CODE_LENGTH}}}|[\w-]+)", ASCII)
"""The code of a link; one that a mail program broke into lines is put together again."""

_ANY_LINK = pattern(r"(?<!\S)(?:\S+://\S+|\S*\b(?:t\.me|telegram\.(?:me|dog))\b\S*)", IGNORECASE)
_BARE = pattern(
    rf"(?<![\w/-])[gk][a-z0-9]{{{SCHOOL_ID_LENGTH}}}[\w-]{{{SECRET_LENGTH}}}(?![\w-])", ASCII
)
_CODE_LIKE = pattern(r"(?=.*[\d_-]|.{12})[\w-]+", ASCII)
"""What may have been a code, also a cut one: one word with a digit or dash, or a long one."""

_BROKEN = 2 * CODE_LENGTH
"""How far behind a link its code may end, broken into lines."""

_INVISIBLE = {ord(c): None for c in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}


def code_in(text: str, username: str) -> str | None:
    """Return what stands for a code in a text: of a link to this bot, or a bare one; else None.

    ``username`` is the bot's own; a link to another bot, or one without a code, is none.
    """
    said = unquote(unescape(text)).translate(_INVISIBLE)
    found = [code for code in _linked(said, username) if code]
    found += _BARE.findall(_ANY_LINK.sub(" ", said))
    return next((code for code in found if Code.parse(code)), found[0] if found else None)


def code_of(event: Event, username: str) -> str | None:
    """Return the code an event brings, None if it brings none; also of a link behind a word."""
    match event:
        case Command(_, argument):
            return code_in(argument, username) or argument.strip() or None
        case Typed(text, _, html):
            return code_in(text, username) or code_in(html, username)
        case Media(_, _, html):
            return code_in(html, username)
        case _:
            return None


def is_code_like(argument: str) -> bool:
    """Say whether what stands behind /start may be meant as a code: not "bu", not "lagi dong"."""
    return _CODE_LIKE.fullmatch(argument) is not None


def _linked(text: str, username: str) -> list[str]:
    """Return the codes of all links to this bot, in order."""
    codes = []
    for link in _ADDRESS.finditer(text):
        owner = _OWNER.search(link[0])
        code = _START.search(text, link.start(), link.end() + _BROKEN)
        named = next(filter(None, owner.groups()), "") if owner else ""
        if code and code.start() < link.end() and named.lower() == username.lower():
            codes.append(code["code"].replace("\n", ""))
    return codes
