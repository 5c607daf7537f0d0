"""What a screen becomes in a call of the Bot API. Must not call."""

from collections.abc import Mapping
from typing import Any

import orjson
from telegram import InputFile

from bot.chat.model import Attachment, Button, File, MediaKind, Picture, Rows, Screen
from bot.telegram.receive.formatting import without_markup

NO_PREVIEW = '{"is_disabled":true}'


def content_of(screen: Screen) -> dict[str, Any]:
    """Return the parameters that show a screen, in a new message or in place of one."""
    return {
        "text": screen.text,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        "reply_markup": keyboard_of(screen.rows) if screen.rows else None,
    }


def keyboard_of(rows: Rows) -> str:
    """Return the buttons under a message as Telegram wants them."""
    keyboard = [
        [
            {"text": one.label, "callback_data": one.data}
            if one.style is None and not one.copied  # nearly all: no call for each of a dozen
            else _button(one)
            for one in row
        ]
        for row in rows
    ]
    return orjson.dumps({"inline_keyboard": keyboard}).decode()


def _button(button: Button) -> dict[str, Any]:
    told: dict[str, Any] = {"text": button.label}
    if button.copied:
        told["copy_text"] = {"text": button.copied}
    else:
        told["callback_data"] = button.data
    if button.style:
        told["style"] = button.style
    return told


def reaction_of(message: int, emoji: str) -> dict[str, Any]:
    """Return the parameters that put an emoji under a message."""
    return {"message_id": message, "reaction": [{"type": "emoji", "emoji": emoji}]}


METHODS = {
    MediaKind.PHOTO: ("sendPhoto", "photo"),
    MediaKind.DOCUMENT: ("sendDocument", "document"),
    MediaKind.VOICE: ("sendVoice", "voice"),
}
"""How what Telegram keeps is sent: the method, and its name there."""


def kept_of(attachment: Attachment) -> dict[str, Any]:
    """Return the parameters that send a file Telegram keeps already by its id."""
    _, part = METHODS[attachment.kind]
    return {
        part: attachment.file,
        "caption": attachment.caption,
        "parse_mode": "HTML",
        "reply_markup": keyboard_of(attachment.rows) if attachment.rows else None,
    }


def upload_of(part: str, file: File | Picture) -> dict[str, Any]:
    """Return the parameters that send a file as a photo or document."""
    buttons = file.rows if isinstance(file, Picture) else ()
    return {
        part: InputFile(file.content, filename=file.name),
        "caption": file.caption,
        "parse_mode": "HTML",
        "reply_markup": keyboard_of(buttons) if buttons else None,
    }


def plain_of(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same parameters with their text free of markup."""
    plain = dict(parameters, parse_mode=None)
    for name in ("text", "caption"):
        if name in plain:
            plain[name] = without_markup(plain[name])
    return plain
