"""Telegram's updates in the words of the conversation. Pure.

Whatever Telegram may invent later becomes "something else" or nothing, never an error.
"""

import re

from telegram import CallbackQuery, Update
from telegram.ext import filters

from bot.chat.model import Command, Event, Media, MediaKind, Press, Typed

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
        return _text(message.text, forwarded=message.forward_origin is not None)
    for name, kind in _KINDS.items():
        if getattr(message, name):
            return Media(kind)
    if filters.StatusUpdate.ALL.filter(update):
        return None
    return Media(MediaKind.OTHER)


def event_of_press(query: CallbackQuery) -> Event | None:
    """Return which button was pressed, or None for a button that carries no data (a game)."""
    return Press(query.data) if query.data else None


def is_foreign(query: CallbackQuery) -> bool:
    """Whether the pressed message stands in a chat that is not the presser's own."""
    return query.message is not None and query.message.chat.id != query.from_user.id


def _text(text: str, *, forwarded: bool) -> Event:
    """Read a command or plain text. A forwarded command is somebody else's and only text."""
    command = None if forwarded else _COMMAND.fullmatch(text)
    if command is None:
        return Typed(text, forwarded)
    return Command(command["word"].lower(), (command["argument"] or "").strip())
