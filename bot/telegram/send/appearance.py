"""What our messages show at the moment, so that none is edited into what it shows already.

Telegram answers such an edit with 400 ("message is not modified"). Pure but for what it remembers;
knows no calls.
"""

from collections import OrderedDict
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from telegram import CallbackQuery, Message

from bot.chat.model import Rows, Screen
from bot.chat.routes import place_of
from bot.chat.screens.replies.routes import REPLY_TO
from bot.telegram.receive.formatting import html_of

MOST_REMEMBERED = 10_000
"""Messages whose look is remembered; of older ones the press itself tells."""

SentContent = Mapping[str, Any]
"""The parameters that show a screen (``content_of``)."""

Appearance = int | Message
"""The mark of a screen, or the message as a press brought it."""


class Appearances:
    """Remembers what each message was last made to show."""

    def __init__(self) -> None:
        self._looks: OrderedDict[tuple[int, int], Appearance] = OrderedDict()

    def note(self, chat: int, message: int, content: SentContent) -> None:
        """Remember that a message shows this content of a screen now."""
        self._put((chat, message), _mark(content))

    def learn(self, message: Message) -> None:
        """Remember what a pressed message showed, unless more is known of it: after a restart."""
        key = message.chat.id, message.message_id
        if message.text and key not in self._looks:
            self._put(key, message)

    def forget(self, chat: int, message: int) -> None:
        """Know no longer what a message shows: an edit is on its way."""
        self._looks.pop((chat, message), None)

    def shows(self, chat: int, message: int, screen: Screen, content: SentContent) -> bool:
        """Say whether a message surely shows this screen, with this content, already."""
        look = self._looks.get((chat, message))
        if isinstance(look, Message):
            return _is_shown(look, screen)
        return look is not None and look == _mark(content)

    def _put(self, key: tuple[int, int], look: Appearance) -> None:
        self._looks[key] = look
        self._looks.move_to_end(key)
        if len(self._looks) > MOST_REMEMBERED:
            self._looks.popitem(last=False)


def pressed_text(query: CallbackQuery) -> Message | None:
    """Return the pressed message if its text can be edited.

    A file or picture has none; of what is too old or deleted Telegram tells no more than the id. What
    can be answered are somebody's words to her: no screen takes their place.
    """
    message = query.message
    if not isinstance(message, Message) or message.text is None:
        return None
    pressed = (data for row in _buttons(message) for _, data in row if isinstance(data, str))
    return None if any(REPLY_TO.at(place_of(data)) for data in pressed) else message


def _mark(content: SentContent) -> int:
    """Return the mark of what is sent: of two texts, where a screen has a dozen buttons to go through."""
    return hash((content["text"], content["reply_markup"]))


def _is_shown(message: Message, screen: Screen) -> bool:
    if _buttons(message) != _labels(screen.rows):
        return False
    reader = _Reader()
    reader.feed(screen.text)
    reader.close()
    told = _Reader()
    told.feed(html_of(message.text or "", message.entities))
    told.close()
    return reader.marks() == told.marks()


def _labels(rows: Rows) -> list[list[tuple[str, Any]]]:
    return [[(button.label, button.data) for button in row] for row in rows]


def _buttons(message: Message) -> list[list[tuple[str, Any]]]:
    markup = message.reply_markup
    rows = markup.inline_keyboard if markup else ()
    return [[(button.text, button.callback_data or "") for button in row] for row in rows]


_SAME = {"strong": "b", "em": "i", "ins": "u", "strike": "s", "del": "s"}


class _Reader(HTMLParser):
    """Reads our HTML into characters, each with the tags it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._marks: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a format; a link with its address. A moment is told by its words."""
        link = dict(attrs).get("href") if tag == "a" else None
        self._open.append(f"a {link}" if link else _SAME.get(tag, tag) if tag != "tg-time" else "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the parser's signature
        """End the format begun last."""
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take characters. Telegram trims formats at spaces, so spaces have none."""
        formats = tuple(sorted(set(self._open) - {""}))
        self._marks += [(one, () if one.isspace() else formats) for one in data]

    def marks(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return what was read, without the space around it."""
        first, last = 0, len(self._marks)
        while first < last and self._marks[first][0].isspace():
            first += 1
        while last > first and self._marks[last - 1][0].isspace():
            last -= 1
        return self._marks[first:last]
