"""Telegram's updates in the words of the conversation. Pure.

Whatever Telegram may invent later becomes "something else" or nothing, never an error.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise

from telegram import CallbackQuery, Document, Message, PhotoSize, Update, Voice
from telegram.ext import filters

from bot.chat.model import Command, Event, Media, MediaKind, Press, Typed
from bot.telegram.receive.formatting import html_of

_COMMAND = re.compile(r"/(?P<word>\w{1,32})(?:@\w+)?(?:\s+(?P<argument>.*))?", re.DOTALL)

FULL = 4_096
"""The longest message, in UTF-16 units: where the apps cut at the latest."""

_LINE_ENDS = frozenset(".!?:;")
_QUOTES = "\"')\u201d\u2019"
_SENT_ON = frozenset({MediaKind.PHOTO, MediaKind.DOCUMENT, MediaKind.VOICE})

_KINDS = {
    "photo": MediaKind.PHOTO,
    "document": MediaKind.DOCUMENT,
    "voice": MediaKind.VOICE,
    "sticker": MediaKind.STICKER,
    "location": MediaKind.LOCATION,
    "venue": MediaKind.LOCATION,
    "contact": MediaKind.CONTACT,
}


def event_of_message(update: Update) -> Event | None:
    """Return what a new message says, or None for Telegram's own notes ("pinned a message")."""
    message = update.message
    if message is None:
        return None
    if message.text is not None:
        return _text(message, message.text)
    for name, kind in _KINDS.items():
        if found := getattr(message, name):
            html = html_of(message.caption or "", message.caption_entities)
            size = _size(found)
            return Media(kind, _file(found), html, replies_to=_replied(message), size=size)
    if message.media_group_id:
        html = html_of(message.caption or "", message.caption_entities)
        return Media(MediaKind.OTHER, html=html, replies_to=_replied(message))
    if filters.StatusUpdate.ALL.filter(update):
        return None
    return Media(MediaKind.OTHER)


def event_of_act(updates: Sequence[Update]) -> Event | None:
    """Return what somebody did at once, in however many messages it arrived."""
    messages = sorted(
        (update.message for update in updates if update.message), key=lambda one: one.message_id
    )
    ordered = sorted(updates, key=lambda one: one.message.message_id if one.message else 0)
    events = [event_of_message(update) for update in ordered]
    if len(events) <= 1:
        return events[0] if events else None
    if messages[0].media_group_id:
        return _album([event for event in events if isinstance(event, Media)])
    first, *rest = (message.text or "" for message in messages)
    text = "".join((first, *(_gap(before) + after for before, after in pairwise((first, *rest)))))
    match events[0]:
        case Command(word, argument):
            return Command(word, argument + text[len(first.rstrip()) :])
        case Typed() as typed:
            html = "".join(
                _html_of(message)
                + (_gap(message.text or "") if message is not messages[-1] else "")
                for message in messages
            )
            html = "" if html == escape(text, quote=False) else html
            return replace(typed, text=text, html=html)
        case other:
            return other


def is_command(message: Message) -> bool:
    """Whether a message is a command, which is never the rest of a text."""
    return isinstance(_text(message, message.text or ""), Command)


def event_of_press(query: CallbackQuery) -> Event | None:
    """Return which button was pressed, or None for a button that carries no data (a game)."""
    return Press(query.data) if query.data else None


def is_foreign(query: CallbackQuery) -> bool:
    """Whether the pressed message stands in a chat that is not the presser's own."""
    return query.message is not None and query.message.chat.id != query.from_user.id


def _file(found: object) -> str:
    """Return Telegram's id of a file; of a photo that of its largest size."""
    largest = _largest(found)
    return largest.file_id if largest else ""


def _size(found: object) -> int:
    """Return the bytes of a file; 0 where Telegram does not tell."""
    largest = _largest(found)
    return (largest.file_size or 0) if largest else 0


def _largest(found: object) -> PhotoSize | Document | Voice | None:
    largest = found[-1] if isinstance(found, tuple) and found else found
    return largest if isinstance(largest, PhotoSize | Document | Voice) else None


def _replied(message: Message) -> tuple[str, ...]:
    """Return the data of the buttons under the message that is replied to."""
    markup = message.reply_to_message.reply_markup if message.reply_to_message else None
    if markup is None:
        return ()
    buttons = (button for row in markup.inline_keyboard for button in row)
    return tuple(b.callback_data for b in buttons if isinstance(b.callback_data, str))


def _album(items: Sequence[Media]) -> Media | None:
    """Return an album as the first of it that can be sent on, with its caption wherever it stood."""
    kept = next((one for one in items if one.kind in _SENT_ON), items[0] if items else None)
    if kept is None:
        return None
    html = next((one.html for one in items if one.html), "")
    replies_to = next((one.replies_to for one in items if one.replies_to), ())
    others = (one.file for one in items if one is not kept and one.kind is kept.kind and one.file)
    return replace(
        kept,
        html=html,
        replies_to=replies_to,
        album=tuple(one.kind for one in items),
        others=tuple(others),
        size=max(one.size for one in items),
    )


def _html_of(message: Message) -> str:
    return html_of(message.text or "", message.entities)


def _gap(text: str) -> str:
    """Return what the app has left out where it cut a text after these words.

    A full part was cut in the middle of a word; else at a line's end or at a blank, which Telegram
    strips.
    """
    if len(text.encode("utf-16-le")) >= 2 * FULL:
        return ""
    return "\n" if text.rstrip(_QUOTES)[-1:] in _LINE_ENDS else " "


def _text(message: Message, text: str) -> Event:
    """Read a command or plain text. A forwarded command is somebody else's and only text."""
    forwarded = message.forward_origin is not None
    command = None if forwarded else _COMMAND.fullmatch(text)
    if command is None:
        html = html_of(text, message.entities)
        plain = html == escape(text, quote=False)
        return Typed(text, forwarded, html="" if plain else html, replies_to=_replied(message))
    return Command(command["word"].lower(), (command["argument"] or "").strip())
