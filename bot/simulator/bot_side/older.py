"""A Bot API server of before buttons had styles: which calls it refuses, and in which words.

On order only. It must not carry out anything.
"""

import json
import re

from bot.simulator.bot_side.wire import Call
from bot.simulator.errors import ApiError, Json, bad_request

_UNKNOWN_METHODS = frozenset({"setmessagereaction"})
_BUTTON = "can't parse inline keyboard button: "
_TAG = re.compile(r"<tg-time\b")


def check_older(call: Call) -> None:
    """Refuse what an older server does not know. Raises ApiError."""
    if call.method in _UNKNOWN_METHODS:
        raise ApiError(404, "Not Found: method not found")
    if call.text("parse_mode").lower() == "html":
        for field in ("text", "caption"):
            if found := _TAG.search(call.text(field)):
                at = len(call.text(field)[: found.start()].encode())
                wording = f'Unsupported start tag "tg-time" at byte offset {at}'
                raise bad_request(f"can't parse entities: {wording}")
    for button in _buttons(call.text("reply_markup")):
        if "style" in button:
            raise bad_request(_BUTTON + 'Field "style" is unknown')
        if "copy_text" in button:
            raise bad_request(_BUTTON + "Text buttons are unallowed in the inline keyboard")


def _buttons(raw: str) -> list[Json]:
    try:
        rows = json.loads(raw).get("inline_keyboard", ()) if raw else ()
        return [button for row in rows for button in row if isinstance(button, dict)]
    except (ValueError, AttributeError, TypeError):
        return []  # the keyboard's own checks say what is wrong with it
