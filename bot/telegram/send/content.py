"""What a screen becomes in a call of the Bot API. Must not call."""

from typing import Any

import orjson

from bot.chat.model import Rows, Screen

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
        [{"text": button.label, "callback_data": button.data} for button in row] for row in rows
    ]
    return orjson.dumps({"inline_keyboard": keyboard}).decode()
