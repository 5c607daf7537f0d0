"""The updates that come all day as PTB's own objects, holding only what the update holds.

PTB sets each of the 110 fields of a message one by one, which takes longer than a turn needs to
decide. Here a field that is not set reads as PTB's default. Whatever is not plain words or a press
is left to PTB. Takes what ``valid`` has found valid and completed; must not know what it means.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from telegram import (
    CallbackQuery,
    Chat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    TelegramObject,
    Update,
    User,
)

Json = Mapping[str, Any]
Made = TypeVar("Made", bound=TelegramObject)

_PLAIN: Final = frozenset(
    {"message_id", "date", "edit_date", "from", "chat", "text", "entities", "reply_markup"}
)
_MESSAGES: Final = ("message", "edited_message")
_SEVERAL: Final = frozenset(
    {"caption_entities", "entities", "photo", "new_chat_members", "new_chat_photo"}
)
"""Of these PTB's default is none at all, not None."""


class _Sparse:
    """Gives what was not set: nothing."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return () if name in _SEVERAL else None


class _Update(_Sparse, Update):
    __slots__ = ()


class _Message(_Sparse, Message):
    __slots__ = ()


class _Query(_Sparse, CallbackQuery):
    __slots__ = ()


class _User(_Sparse, User):
    __slots__ = ()


class _Chat(_Sparse, Chat):
    __slots__ = ()


class _Entity(_Sparse, MessageEntity):
    __slots__ = ()


class _Markup(_Sparse, InlineKeyboardMarkup):
    __slots__ = ()


class _Button(_Sparse, InlineKeyboardButton):
    __slots__ = ()


def sparse(update: Json) -> Update | None:
    """Return the update, or None when PTB must read it."""
    if len(update) != 2:  # noqa: PLR2004 -- its number, and what has happened
        return None
    for kind in _MESSAGES:
        if kind in update:
            message = _message(update[kind])
            return _update(update, kind, message) if message else None
    if press := update.get("callback_query"):
        query = _query(press)
        return _update(update, "callback_query", query) if query else None
    return None


def _update(update: Json, kind: str, told: TelegramObject) -> Update:
    return _made(_Update, update_id=update["update_id"], **{kind: told})


def _query(press: Json) -> CallbackQuery | None:
    query = _made(_Query, id=press["id"], from_user=_made(_User, **press["from"]))
    _set(query, "chat_instance", press["chat_instance"])
    if "data" in press:
        _set(query, "data", press["data"])
    if pressed := press.get("message"):
        message = _message(pressed) if pressed["date"] else None
        if message is None:
            return None
        _set(query, "message", message)
    return query


def _message(told: Json) -> Message | None:
    if not told.keys() <= _PLAIN:
        return None
    message = _made(_Message, message_id=told["message_id"], chat=_made(_Chat, **told["chat"]))
    _set(message, "date", datetime.fromtimestamp(told["date"], UTC))
    if "edit_date" in told:
        _set(message, "edit_date", datetime.fromtimestamp(told["edit_date"], UTC))
    if "from" in told:
        _set(message, "from_user", _made(_User, **told["from"]))
    if "text" in told:
        _set(message, "text", told["text"])
    if "entities" in told:
        _set(message, "entities", tuple(_made(_Entity, **one) for one in told["entities"]))
    if "reply_markup" in told:
        _set(message, "reply_markup", _markup(told["reply_markup"]))
    return message


def _markup(told: Json) -> InlineKeyboardMarkup:
    rows = (tuple(_made(_Button, **one) for one in row) for row in told["inline_keyboard"])
    return _made(_Markup, inline_keyboard=tuple(rows))


def _made(kind: type[Made], /, **fields: Any) -> Made:
    """Return an object with these fields; one that PTB does not know is left out."""
    made = kind.__new__(kind)
    for name, value in fields.items():
        _set(made, name, value)
    return made


def _set(made: TelegramObject, name: str, value: Any) -> None:
    try:
        object.__setattr__(made, name, value)
    except AttributeError:  # Telegram's news
        return
