"""Editing and deleting messages (Client.cpp; TDLib, MessagesManager::can_edit_message)."""

from typing import Any

from bot.simulator.bot_side.wire import Call
from bot.simulator.chat import Chat, Entry
from bot.simulator.errors import ApiError, Json, bad_request
from bot.simulator.message.formatted import read_text
from bot.simulator.message.keyboard import Markup, check_markup, read_inline
from bot.simulator.methods.access import check_reach, find_chat, find_message
from bot.simulator.methods.sending import CAPTION, TEXT, caption_content, text_content
from bot.simulator.world import World

_MEDIA = ("photo", "document", "voice", "sticker")
_DELETE_SECONDS = 48 * 3600
_IDENTIFIERS = 100
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def edit_message_text(world: World, call: Call) -> Json:
    """Bot API editMessageText."""
    words = read_text(call.text("text"), call.text("parse_mode"), call.text("entities"))
    content = text_content(words, call)
    markup, chat, entry = _target(world, call)
    if "text" not in entry.message:
        raise bad_request("there is no text in the message to edit")
    if len(words.text) > TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    return _edit(world, chat, entry, content, markup)


def edit_message_caption(world: World, call: Call) -> Json:
    """Bot API editMessageCaption; without a caption the old one goes."""
    content = caption_content(call)
    markup, chat, entry = _target(world, call)
    if not any(kind in entry.message for kind in _MEDIA[:3]):
        raise bad_request("there is no caption in the message to edit")
    if len(content.get("caption", "")) > CAPTION:
        raise bad_request("MEDIA_CAPTION_TOO_LONG")
    media = {kind: entry.message[kind] for kind in _MEDIA if kind in entry.message}
    return _edit(world, chat, entry, {**media, **content}, markup)


def edit_message_reply_markup(world: World, call: Call) -> Json:
    """Bot API editMessageReplyMarkup; without a keyboard the old one goes."""
    markup, chat, entry = _target(world, call)
    return _edit(world, chat, entry, _content(entry.message), markup)


def _target(world: World, call: Call) -> tuple[Markup | None, Chat, Entry]:
    if call.text("inline_message_id"):
        raise bad_request("this simulator knows no inline messages")
    markup = read_inline(call.text("reply_markup"))
    chat, entry = find_message(world, call, "edit")
    if entry.out or entry.fixed or "forward_origin" in entry.message:
        raise bad_request("message can't be edited")
    check_markup(call.text("reply_markup"), private=chat.private)
    return markup, chat, entry


_FRAME = frozenset({
    "message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message",
    "has_protected_content", "media_group_id",
})  # fmt: skip


def _content(message: Json) -> Json:
    return {key: value for key, value in message.items() if key not in _FRAME}


def _edit(world: World, chat: Chat, entry: Entry, content: Json, markup: Markup | None) -> Json:
    old = entry.message
    keyboard = None if markup is None else markup.json
    if content == _content(old) and keyboard == old.get("reply_markup"):
        raise bad_request(_NOT_MODIFIED)
    check_reach(world, chat)
    frame = {key: value for key, value in old.items() if key in _FRAME and key != "reply_markup"}
    message = {**frame, "edit_date": world.date(), **content}
    if keyboard is not None:
        message["reply_markup"] = keyboard
    world.correct(chat, entry, message)
    return message


def delete_message(world: World, call: Call) -> bool:
    """Bot API deleteMessage: also the person's own messages, up to 48 hours old."""
    if not call.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    chat, entry = find_message(world, call, "delete")
    _delete(world, chat, entry)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Bot API deleteMessages: missing ones are skipped."""
    chat = find_chat(world, call)
    try:
        identifiers: Any = call.json("message_ids")
    except ValueError as error:
        raise bad_request("can't parse message identifiers JSON object") from error
    if not isinstance(identifiers, list) or not identifiers:
        raise bad_request("message identifiers are not specified")
    if len(identifiers) > _IDENTIFIERS:
        raise bad_request("too many message identifiers specified")
    for identifier in identifiers:
        entry = chat.entries.get(identifier) if isinstance(identifier, int) else None
        if entry is not None:
            _delete(world, chat, entry)
    return True


def _delete(world: World, chat: Chat, entry: Entry) -> None:
    if world.date() - entry.message["date"] > _DELETE_SECONDS:
        raise _too_old()
    message_id = entry.message["message_id"]
    chat.remove(message_id)
    world.events.add("deleted", person=chat.id, message_id=message_id)


def _too_old() -> ApiError:
    return bad_request("message can't be deleted for everyone")


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
