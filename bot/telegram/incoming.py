"""Telegram's updates in the words of the conversation. Pure.

Whatever Telegram may invent later becomes "something else" or nothing, never an error.
"""

import re
from html import escape

from telegram import CallbackQuery, Document, Message, PhotoSize, Update, Voice
from telegram.ext import filters

from bot.chat.model import Command, Event, Media, MediaKind, Press, Typed
from bot.telegram.formatting import html_of

_COMMAND = re.compile(r"/(?P<word>\w{1,32})(?:@\w+)?(?:\s+(?P<argument>.*))?", re.DOTALL)

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
            return Media(kind, _file(found), html, replies_to=_replied(message))
    if filters.StatusUpdate.ALL.filter(update):
        return None
    return Media(MediaKind.OTHER)


def event_of_press(query: CallbackQuery) -> Event | None:
    """Return which button was pressed, or None for a button that carries no data (a game)."""
    return Press(query.data) if query.data else None


def is_foreign(query: CallbackQuery) -> bool:
    """Whether the pressed message stands in a chat that is not the presser's own."""
    return query.message is not None and query.message.chat.id != query.from_user.id


def _file(found: object) -> str:
    """Return Telegram's id of a file; of a photo that of its largest size."""
    largest = found[-1] if isinstance(found, tuple) and found else found
    return largest.file_id if isinstance(largest, PhotoSize | Document | Voice) else ""


def _replied(message: Message) -> tuple[str, ...]:
    """Return the data of the buttons under the message that is replied to."""
    markup = message.reply_to_message.reply_markup if message.reply_to_message else None
    if markup is None:
        return ()
    buttons = (button for row in markup.inline_keyboard for button in row)
    return tuple(b.callback_data for b in buttons if isinstance(b.callback_data, str))


def _text(message: Message, text: str) -> Event:
    """Read a command or plain text. A forwarded command is somebody else's and only text."""
    forwarded = message.forward_origin is not None
    command = None if forwarded else _COMMAND.fullmatch(text)
    if command is None:
        html = html_of(text, message.entities)
        plain = html == escape(text, quote=False)
        return Typed(text, forwarded, html="" if plain else html, replies_to=_replied(message))
    return Command(command["word"].lower(), (command["argument"] or "").strip())
