"""Telegram's HTML: a text with tags → a plain text and its entities.

The rules and the refusals are those of TDLib's parse_html (MessageEntity.cpp); offsets in a
refusal count bytes of the UTF-8 input, offsets of entities count UTF-16 units. This module is
pure. It does not trim, limit or repair what it read: `formatted` does.
"""

import re
from dataclasses import dataclass

from bot.simulator.errors import Json
from bot.simulator.message.link import checked_url, user_id

_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "span": "spoiler", "tg-spoiler": "spoiler",
}  # fmt: skip
_TAGS = frozenset(_STYLES) | {"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_END = "\0"
# TDLib counts the NUL that ends its strings as a space, so every scan stops there.
_SPACES = " \t\r\n\v\0"
_PLAIN = re.compile(r"[^<&\0]+")
_NAME = re.compile(r"[^ \t\r\n\v\0>]*")
_ATTRIBUTE = re.compile(r"[^ \t\r\n\v\0>=/\"']*")
_BLANKS = re.compile(r"[ \t\r\n\v]*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]*));?")
_LAST_CODE_POINT = 0x10FFFF
_REFERENCE_BYTES = 10
_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


class HtmlError(ValueError):
    """The text is not Telegram's HTML; the message says why, in TDLib's words."""


@dataclass(slots=True)
class _Tag:
    name: str
    offset: int
    part: int
    begin: int
    argument: str = ""
    unix: str = ""


def parse_html(text: str) -> tuple[str, list[Json]]:
    """`text` without its tags, and its entities ordered by offset, the longer first.

    Raises HtmlError.
    """
    if "<" not in text and "&" not in text:
        return text, []
    reader = _Reader(text)
    reader.read()
    reader.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(reader.parts), reader.entities


def utf16_length(text: str) -> int:
    """How many UTF-16 units `text` takes: the unit of entity offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Reader:
    def __init__(self, text: str) -> None:
        self.source = text.replace(_END, " ") + _END
        self.at = 0
        self.width = 0
        self.parts: list[str] = []
        self.open: list[_Tag] = []
        self.entities: list[Json] = []
        self.languages: dict[int, str] = {}

    def read(self) -> None:
        last = len(self.source) - 1
        while self.at < last:
            if plain := _PLAIN.match(self.source, self.at):
                self._put(plain.group())
                self.at = plain.end()
            elif self.source[self.at] == "&":
                self._put(self._reference() or self._next())
            elif self.source[self.at + 1] == "/":
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            name = self.open[-1].name
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{name}"')
        if any("\ud800" <= part <= "\udfff" for part in self.parts):
            raise HtmlError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.width += utf16_length(text)

    def _next(self) -> str:
        self.at += 1
        return self.source[self.at - 1]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _error(self, text: str, begin: int, after: str = "") -> HtmlError:
        return HtmlError(f"{text} at byte offset {self._bytes(begin)}{after}")

    def _reference(self) -> str:
        """The character that the reference at this place stands for; "" when it is text."""
        match = _REFERENCE.match(self.source, self.at)
        if match is None:
            return ""
        hexadecimal, decimal, name = match.groups()
        if name is not None:
            character = _NAMED.get(name, "")
        else:
            length = len(match.group().removesuffix(";"))
            digits, base = (decimal, 10) if hexadecimal is None else (hexadecimal, 16)
            code = int(digits or "0", base) if length < _REFERENCE_BYTES else 0
            character = chr(code) if 0 < code < _LAST_CODE_POINT else ""
        if character:
            self.at = match.end()
        return character

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        name = self._skip(_NAME).translate(_CAPITALS)
        if self.source[self.at] == _END:
            raise self._error("Unclosed start tag", begin)
        if name not in _TAGS:
            raise self._error(f'Unsupported start tag "{name}"', begin)
        tag = _Tag(name, self.width, len(self.parts), begin)
        while self.source[self.at] != ">":
            self._skip(_BLANKS)
            if self.source[self.at] != ">":
                self._attribute(tag)
        self.at += 1
        if name == "span" and tag.argument != "spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(tag)

    def _attribute(self, tag: _Tag) -> None:
        name = self._skip(_ATTRIBUTE)
        if not name:
            raise self._error(f'Empty attribute name in the tag "{tag.name}"', tag.begin)
        self._skip(_BLANKS)
        if self.source[self.at] not in ("=", _END):
            if (tag.name, name) == ("blockquote", "expandable"):
                tag.argument = "1"
            return
        if self.source[self.at] == "=":
            self.at += 1
            self._skip(_BLANKS)
        if self.source[self.at] == _END:
            raise self._error(f'Unclosed start tag "{tag.name}"', tag.begin)
        value = self._quoted() if self.source[self.at] in "'\"" else self._token()
        if self.source[self.at] == _END:
            raise self._error("Unclosed start tag", tag.begin)
        _use(tag, name, value)

    def _token(self) -> str:
        begin = self.at
        value = self._skip(_TOKEN).translate(_CAPITALS)
        if self.source[self.at] not in _SPACES + ">":
            raise self._error("Unexpected end of name token", begin)
        return value

    def _quoted(self) -> str:
        quote = self._next()
        value = []
        while self.source[self.at] not in (quote, _END):
            character = self._reference() if self.source[self.at] == "&" else ""
            value.append(character or self._next())
        if self.source[self.at] == quote:
            self.at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._error("Unexpected end tag", begin)
        self.at += 2
        name = self._skip(_NAME).translate(_CAPITALS)
        self._skip(_BLANKS)
        if self.source[self.at] != ">":
            raise self._error("Unclosed end tag", begin)
        self.at += 1
        tag = self.open.pop()
        if name and name != tag.name:
            found = f', expected "</{tag.name}>", found "</{name}>"'
            raise self._error("Unmatched end tag", begin, found)
        if self.width > tag.offset:
            self._close(tag)

    def _close(self, tag: _Tag) -> None:
        span = {"offset": tag.offset, "length": self.width - tag.offset}
        if tag.name in _STYLES:
            self.entities.append({"type": _STYLES[tag.name], **span})
        elif tag.name == "a":
            self._link(tag, span)
        elif tag.name in ("pre", "code"):
            self._code(tag, span)
        elif tag.name == "blockquote":
            kind = "expandable_blockquote" if tag.argument else "blockquote"
            self.entities.append({"type": kind, **span})
        elif tag.name == "tg-emoji":
            # A bot without a bought username may not send custom emoji: the text stays.
            if not tag.argument.isdecimal() or int(tag.argument) == 0:
                raise HtmlError("Invalid custom emoji identifier specified")
        else:
            self._time(tag, span)

    def _link(self, tag: _Tag, span: Json) -> None:
        url = tag.argument or "".join(self.parts[tag.part :])
        if (person := user_id(url)) is not None:
            user = {"id": person, "is_bot": False, "first_name": ""}
            self.entities.append({"type": "text_mention", **span, "user": user})
        elif checked := checked_url(url):
            self.entities.append({"type": "text_link", **span, "url": checked})

    def _code(self, tag: _Tag, span: Json) -> None:
        """`<pre><code class="language-x">` in either order is one block in that language."""
        last = self.entities[-1] if self.entities else {}
        same = span.items() <= last.items()
        if tag.name == "pre":
            language = self.languages.get(len(self.entities) - 1, "")
            if same and last["type"] == "code" and language:
                self.entities[-1] = {"type": "pre", **span, "language": language}
            else:
                self.entities.append({"type": "pre", **span})
        elif same and last["type"] == "pre" and "language" not in last and tag.argument:
            self.entities[-1] = {"type": "pre", **span, "language": tag.argument}
        else:
            self.languages[len(self.entities)] = tag.argument
            self.entities.append({"type": "code", **span})

    def _time(self, tag: _Tag, span: Json) -> None:
        if not _TIME_FORMAT.fullmatch(tag.argument):
            raise HtmlError("Invalid date format used")
        if tag.unix.isdecimal() and int(tag.unix) > 0:
            time = {"type": "date_time", **span, "unix_time": int(tag.unix)}
            self.entities.append(
                {**time, "date_time_format": tag.argument} if tag.argument else time
            )


def _use(tag: _Tag, name: str, value: str) -> None:
    match tag.name, name:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "format"):
            tag.argument = value
        case ("code", "class") if value.startswith("language-"):
            tag.argument = value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            tag.argument = value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            tag.argument = "1"
        case ("tg-time", "unix"):
            tag.unix = value
        case _:
            pass
