"""An update with nothing in it but what we read, for when PTB fails at what we never look at.

Takes what ``valid`` has found valid; PTB's own wishes are filled in. Must not lose that words were
forwarded: they are nobody's command.
"""

from collections.abc import Mapping
from typing import Any

_MESSAGE = ("message_id", "date", "edit_date", "text", "caption", "media_group_id")
_FILES = ("document", "voice")
_MESSAGES = ("message", "edited_message")
_PRESS = ("id", "data", "chat_instance", "message")

Json = Mapping[str, Any]


def bare(update: Json) -> dict[str, Any]:
    """Return a valid and completed update without what nobody reads."""
    told: dict[str, Any] = {"update_id": update["update_id"]}
    for kind in _MESSAGES:
        if kind in update:
            told[kind] = _message(update[kind])
    if press := update.get("callback_query"):
        told["callback_query"] = _some(press, _PRESS) | {"from": _user(press["from"])}
    if "my_chat_member" in update:
        told["my_chat_member"] = update["my_chat_member"]
    return told


def _message(message: Json) -> dict[str, Any]:
    told = _some(message, _MESSAGE) | {"chat": _some(message["chat"], ("id", "type"))}
    if "from" in message:
        told["from"] = _user(message["from"])
    for name in ("entities", "caption_entities"):
        if name in message:
            told[name] = [_some(one, ("type", "offset", "length")) for one in message[name]]
    if "photo" in message:
        told["photo"] = [_file(one) | {"width": 0, "height": 0} for one in message["photo"]]
    for name in _FILES:
        if name in message:
            told[name] = _file(message[name]) | {"duration": 0}
    if "forward_origin" in message:
        told["forward_origin"] = {
            "type": "hidden_user",
            "date": message["date"],
            "sender_user_name": "",
        }
    if replied := message.get("reply_to_message"):
        told["reply_to_message"] = _replied(replied, told)
    return told


def _replied(replied: Json, message: Json) -> dict[str, Any]:
    told = {"message_id": replied["message_id"], "date": message["date"], "chat": message["chat"]}
    if "reply_markup" in replied:
        rows = replied["reply_markup"]["inline_keyboard"]
        keyboard = [
            [{"text": "", "callback_data": one.get("callback_data", "")} for one in row]
            for row in rows
        ]
        told["reply_markup"] = {"inline_keyboard": keyboard}
    return told


def _user(user: Json) -> dict[str, Any]:
    return {"is_bot": user.get("is_bot") is True, **_some(user, ("id", "first_name"))}


def _file(file: Json) -> dict[str, Any]:
    return {"file_id": file["file_id"], "file_unique_id": ""}


def _some(source: Json, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: source[name] for name in names if name in source}
