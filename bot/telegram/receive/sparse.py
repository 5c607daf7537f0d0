"""The updates that come all day as PTB's own objects, holding only what the update holds.

PTB sets each of the 110 fields of a message one by one, which takes longer than a turn needs to
decide. Here what nobody reads is left out, and reads as PTB's default. Whatever is not plain words
or a press is left to PTB. Takes what ``valid`` has found valid and completed; must not know what it means.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, TypeVar, cast

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

from bot.telegram.receive.bare import Json

Made = TypeVar("Made", bound=TelegramObject)

_MESSAGE_FIELDS: Final = frozenset(
    {"message_id", "date", "edit_date", "from", "chat", "text", "entities", "reply_markup"}
)
_MESSAGES: Final = ("message", "edited_message")
_DEFAULTS: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("caption_entities", "photo", "new_chat_members", "new_chat_photo"), ()),
    "api_kwargs": {},
    "_id_attrs": (),
}
"""What PTB gives a field that is not set, where it is not None."""


def _holding(kind: type[Made], *held: str) -> type[Made]:
    """Return one of PTB's classes whose objects hold these fields; all others are the class's own."""
    fields = {name for base in kind.__mro__ for name in getattr(base, "__slots__", ())}
    unset = {name: _DEFAULTS.get(name) for name in fields.difference(held)}
    return cast("type[Made]", type(kind.__name__, (kind,), {"__slots__": (), **unset}))


_EFFECTIVE: Final = tuple(f"_effective_{what}" for what in ("user", "chat", "message", "sender"))
"""Where PTB keeps what it has once looked for."""

_UPDATE = _holding(Update, "update_id", *_MESSAGES, "callback_query", *_EFFECTIVE)
_MESSAGE = _holding(
    Message,
    "message_id",
    "date",
    "edit_date",
    "from_user",
    "chat",
    "text",
    "entities",
    "reply_markup",
)
_QUERY = _holding(CallbackQuery, "id", "from_user", "chat_instance", "data", "message")
_USER = _holding(User, "id", "is_bot", "first_name")
_CHAT = _holding(Chat, "id", "type")
_ENTITY = _holding(MessageEntity, "type", "offset", "length", "url")
_MARKUP = _holding(InlineKeyboardMarkup, "inline_keyboard")
_BUTTON = _holding(InlineKeyboardButton, "text", "callback_data")


def sparse(update: Json) -> Update | None:
    """Return the update, or None when PTB must read it."""
    if len(update) != 2:  # noqa: PLR2004 -- its number, and what has happened
        return None
    for kind in _MESSAGES:
        if kind in update:
            message = _message(update[kind])
            return _update(update, kind, message, message) if message else None
    if press := update.get("callback_query"):
        return _pressed(update, press)
    return None


def _update(update: Json, kind: str, told: TelegramObject, message: Message | None) -> Update:
    user = told.from_user if isinstance(told, Message | CallbackQuery) else None
    return _made(
        _UPDATE,
        update_id=update["update_id"],
        **{**dict.fromkeys((*_MESSAGES, "callback_query")), kind: told},
        _effective_user=user,
        _effective_chat=message and message.chat,
        _effective_message=message,
        _effective_sender=None,
    )


def _pressed(update: Json, press: Json) -> Update | None:
    message = None
    if pressed := press.get("message"):
        message = _message(pressed) if pressed["date"] else None
        if message is None:
            return None
    query = _made(
        _QUERY,
        id=press["id"],
        from_user=_user(press["from"]),
        chat_instance=press["chat_instance"],
        data=press.get("data"),
        message=message,
    )
    return _update(update, "callback_query", query, message)


def _message(told: Json) -> Message | None:
    if not told.keys() <= _MESSAGE_FIELDS:
        return None
    edited, sender, markup = told.get("edit_date"), told.get("from"), told.get("reply_markup")
    return _made(
        _MESSAGE,
        message_id=told["message_id"],
        date=datetime.fromtimestamp(told["date"], UTC),
        edit_date=None if edited is None else datetime.fromtimestamp(edited, UTC),
        chat=_made(_CHAT, id=told["chat"]["id"], type=told["chat"]["type"]),
        from_user=_user(sender) if sender else None,
        text=told.get("text"),
        entities=tuple(_entity(one) for one in told.get("entities", ())),
        reply_markup=_markup(markup) if markup else None,
    )


def _user(told: Json) -> User:
    return _made(_USER, id=told["id"], is_bot=told["is_bot"], first_name=told["first_name"])


def _entity(told: Json) -> MessageEntity:
    kind, offset, length = told["type"], told["offset"], told["length"]
    return _made(_ENTITY, type=kind, offset=offset, length=length, url=told.get("url"))


def _markup(told: Json) -> InlineKeyboardMarkup:
    rows = (
        tuple(
            _made(_BUTTON, text=one["text"], callback_data=one.get("callback_data")) for one in row
        )
        for row in told["inline_keyboard"]
    )
    return _made(_MARKUP, inline_keyboard=tuple(rows))


def _made(kind: type[Made], /, **fields: Any) -> Made:
    """Return an object with these fields, all that its class holds."""
    made = kind.__new__(kind)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made
