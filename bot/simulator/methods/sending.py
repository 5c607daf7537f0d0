"""sendMessage, sendChatAction, and what all methods that send have in common.

The order of the checks is the Bot API server's: text, reply, keyboard, chat, reply target,
length, button rules, then the server's own (see `telegram-bot-api`, do_send_message).
"""

from collections.abc import Callable

from bot.simulator.bot_side.wire import Call
from bot.simulator.chat import Chat
from bot.simulator.errors import Json, bad_request
from bot.simulator.message.formatted import Formatted, read_formatted, read_text
from bot.simulator.message.keyboard import check_markup, read_markup
from bot.simulator.methods.access import check_reach, find_chat
from bot.simulator.world import World

TEXT = 4096
CAPTION = 1024
_TYPING_SECONDS = 5.0
COPIED = frozenset({
    "text", "entities", "link_preview_options", "caption", "caption_entities", "photo",
    "document", "voice", "sticker", "location", "contact",
})  # fmt: skip
_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "record_audio", "upload_audio", "upload_document", "choose_sticker", "find_location",
    "pick_up_location", "record_video_note", "upload_video_note", "cancel",
})  # fmt: skip


def send_message(world: World, call: Call) -> Json:
    """Bot API sendMessage."""
    words = read_text(call.text("text"), call.text("parse_mode"), call.text("entities"))
    content = text_content(words, call)
    return deliver(world, call, content)


def text_content(words: Formatted, call: Call) -> Json:
    """The fields of a message with this text."""
    content: Json = {"text": words.text}
    if words.entities:
        content["entities"] = words.entities
    try:
        preview = call.json("link_preview_options")
    except ValueError as error:
        raise bad_request("can't parse link preview options JSON object") from error
    if preview is not None:
        content["link_preview_options"] = preview
    return content


def caption_content(call: Call) -> Json:
    """The fields of a message with the call's caption; none without one."""
    words = read_formatted(
        call.text("caption"), call.text("parse_mode"), call.text("caption_entities")
    )
    if not words.text:
        return {}
    found = {"caption_entities": words.entities} if words.entities else {}
    return {"caption": words.text, **found}


def deliver(
    world: World, call: Call, content: Json, media: Callable[[], Json] | None = None
) -> Json:
    """Make the checks that every send shares and put the message into its chat.

    `media` makes the fields of a file; it is called only once nothing refuses the message.
    """
    target, may_miss = _read_reply(call)
    raw_markup = call.text("reply_markup")
    markup = read_markup(raw_markup)
    chat = find_chat(world, call)
    reply = _reply(chat, target, may_miss=may_miss) if target else {}
    check_length(content)
    check_markup(raw_markup, private=chat.private)
    check_reach(world, chat)
    if media is not None:
        content = {**media(), **content}
    message = world.new_message(chat, world.bot.user, {**reply, **content})
    if call.flag("protect_content"):
        message["has_protected_content"] = True
    if markup is not None and markup.kind == "inline":
        message["reply_markup"] = markup.json
    fixed = markup is not None and markup.kind != "inline"
    world.post(chat, message, out=False, fixed=fixed)
    if markup is not None and fixed:
        world.show_keyboard(chat, None if markup.kind == "remove" else markup.json)
    return message


def copy_message(world: World, call: Call) -> Json:
    """Bot API copyMessage: the content without its keyboard; a new caption replaces the old."""
    if not call.text("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    caption = caption_content(call)
    source = find_chat(world, call, "from_chat_id")
    entry = source.entries.get(call.number("message_id"))
    if entry is None:
        raise bad_request("message to copy not found")
    if "has_protected_content" in entry.message:
        raise bad_request("message has protected content and can't be forwarded")
    content = {key: value for key, value in entry.message.items() if key in COPIED}
    if "caption" in call.fields and "text" not in content:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content.update(caption)
    message = deliver(world, call, content)
    return {"message_id": message["message_id"]}


def check_length(content: Json) -> None:
    """Characters are code points, counted after parsing and trimming. Raises ApiError."""
    if len(content.get("text", "")) > TEXT:
        raise bad_request("message is too long")
    if len(content.get("caption", "")) > CAPTION:
        raise bad_request("message caption is too long")


def _read_reply(call: Call) -> tuple[int, bool]:
    raw = call.text("reply_parameters")
    if not raw:
        allow = call.flag("allow_sending_without_reply")
        return call.number("reply_to_message_id"), allow
    try:
        value = call.json("reply_parameters")
    except ValueError as error:
        raise bad_request("can't parse reply parameters JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as reply parameters")
    if not isinstance(value.get("message_id", 0), int):
        raise bad_request(
            'can\'t parse reply parameters: Field "message_id" must be of type Number'
        )
    return value.get("message_id", 0), value.get("allow_sending_without_reply") is True


def _reply(chat: Chat, target: int, *, may_miss: bool) -> Json:
    entry = chat.entries.get(target)
    if entry is not None:
        return {"reply_to_message": entry.alone()}
    if may_miss:
        return {}
    raise bad_request("message to be replied not found")


def send_chat_action(world: World, call: Call) -> bool:
    """Bot API sendChatAction: shown for five seconds or until a message."""
    action = call.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = find_chat(world, call)
    if chat.private and world.people[chat.id].blocked:
        check_reach(world, chat)
    shown = 0.0 if action == "cancel" else _TYPING_SECONDS
    chat.typing_until = world.clock.seconds() + shown
    world.events.add("typing", person=chat.id, action=action)
    return True


METHODS = {
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
}
