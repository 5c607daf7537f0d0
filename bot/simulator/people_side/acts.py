"""What people do: write, correct, press, send files, block — each with its update to the bot.

It must not know how such an act arrives (a page or a test), nor what the bot may do.
"""

from bot.simulator.chat import Chat
from bot.simulator.errors import ApiError, Json, PersonError
from bot.simulator.message.formatted import detected
from bot.simulator.people import Human
from bot.simulator.world import World

_TEXT = 4096
_CAPTION = 1024
_FORWARDED_FROM = "Seorang teman"
_LOCATION = {"latitude": -6.2, "longitude": 106.816666}


def say(
    world: World, person: int, text: str, *, forward: bool = False, reply_to: int | None = None
) -> Json:
    """Write a text; the message. Raises PersonError."""
    text = text.strip(" \n")
    if not 0 < len(text) <= _TEXT:
        raise PersonError(f"a message has 1 to {_TEXT} characters")
    content: Json = {}
    if forward:
        origin = {"type": "hidden_user", "sender_user_name": _FORWARDED_FROM, "date": world.date()}
        content["forward_origin"] = origin
    return _send(world, person, {**content, **_worded(text)}, reply_to)


def correct(world: World, person: int, message_id: int, text: str) -> Json:
    """Edit an own text or caption; the message. Raises PersonError."""
    chat = _open_chat(world, person)
    entry = chat.entries.get(message_id)
    if entry is None or not entry.out or "forward_origin" in entry.message:
        raise PersonError("only one's own messages can be edited")
    old = entry.message
    words = _worded(text.strip(" \n"), "text" if "text" in old else "caption")
    kept = {key: value for key, value in old.items() if key not in ("entities", "caption_entities")}
    message = {**kept, "edit_date": world.date(), **words}
    world.correct(chat, entry, message)
    world.publish("edited_message", message, chat.lane)
    return message


def tap(world: World, person: int, message_id: int, data: str) -> Json:
    """Press a button of a message of the bot, also one that is not there any more.

    Returns `callback_query_id`. Raises PersonError when there never was such a message.
    """
    chat = _open_chat(world, person)
    entry = chat.entries.get(message_id)
    if entry is not None and entry.out:
        raise PersonError("only the bot's messages have buttons")
    if entry is None and not 0 < message_id <= world.last_message_id:
        raise PersonError(f"there is no message {message_id}", status=404)
    gone = {"message_id": message_id, "chat": chat.card, "date": 0}
    message = gone if entry is None else entry.message
    query_id = world.open_query(person, message_id)
    chat.log.append(("pressed", {"label": _label(message, data)}))
    query = {
        "id": query_id,
        "from": world.human(person).user,
        "message": message,
        "chat_instance": str(chat.id * 7_919 + world.bot.id),
        "data": data,
    }
    world.publish("callback_query", query, ("press", person))
    return {"callback_query_id": query_id}


def upload(
    world: World, person: int, kind: str, content: bytes, *,
    name: str = "", media_type: str = "", caption: str = "", album: str = "",
    reply_to: int | None = None,
) -> Json:  # fmt: skip
    """Send a photo, a document, a video or a voice note; the message. Raises PersonError.

    ``album`` is what the items of one album have in common.
    """
    if not content:
        raise PersonError("an empty file cannot be sent")
    if len(caption) > _CAPTION:
        raise PersonError(f"a caption has at most {_CAPTION} characters")
    _open_chat(world, person)
    words = _worded(caption.strip(" \n"), "caption") if caption else {}
    media = _media(world, kind, content, name, media_type)
    grouped = {"media_group_id": album} if album else {}
    return _send(world, person, {**grouped, **media, **words}, reply_to)


def attach(world: World, person: int, kind: str) -> Json:
    """Send a sticker, a place or one's own contact; the message. Raises PersonError."""
    human = world.human(person)
    match kind:
        case "sticker":
            file = world.files.keep("sticker", b"RIFF\x00\x00\x00\x00WEBP", media_type="image/webp")
            shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
            sticker = {**file.sizes(), **shape, "type": "regular", "emoji": "👍"}
            return _send(world, person, {"sticker": sticker})
        case "location":
            return _send(world, person, {"location": _LOCATION})
        case "contact":
            contact = {
                "phone_number": f"+62812{person:08d}",
                "first_name": human.profile.first_name,
                "user_id": person,
            }
            return _send(world, person, {"contact": contact})
        case _:
            raise PersonError(f"nobody can attach a {kind!r}")


def block(world: World, person: int, *, blocked: bool) -> Json:
    """Block or unblock the bot; the person. Nothing happens when it is so already."""
    human = world.human(person)
    if human.blocked != blocked:
        human.blocked = blocked
        was, now = ("member", "kicked") if blocked else ("kicked", "member")
        _membership(world, world.chats[person], human, was, now)
        world.people_changed()
    return human.public


def found_group(world: World, title: str, people: list[int]) -> Json:
    """Found a group with the bot in it; its id. The first of the people added the bot."""
    if not people:
        raise PersonError("a group needs people")
    chat = world.found_group(title, people)
    _membership(world, chat, world.human(people[0]), "left", "member")
    return {"id": chat.id}


def say_in_group(world: World, group: int, person: int, text: str) -> Json:
    """Write into a group. The bot hears commands, mentions and replies only (privacy mode)."""
    chat, human = world.chat(group), world.human(person)
    if chat.private or person not in chat.members:
        raise PersonError("only its members write into a group")
    message = world.new_message(chat, human.user, _worded(text))
    world.post(chat, message, out=True)
    heard = text.startswith("/") or f"@{world.bot.username}" in text
    if heard and not chat.left:
        world.publish("message", message, chat.lane)
    return message


def _open_chat(world: World, person: int) -> Chat:
    if world.human(person).blocked:
        raise PersonError("this person has blocked the bot; unblock first", status=409)
    return world.chats[person]


def _send(world: World, person: int, content: Json, reply_to: int | None = None) -> Json:
    chat, human = _open_chat(world, person), world.human(person)
    if reply_to is not None:
        replied = chat.entries.get(reply_to)
        if replied is None:
            raise PersonError(f"there is no message {reply_to}", status=404)
        content = {**content, "reply_to_message": replied.alone()}
    human.started = True
    message = world.new_message(chat, human.user, content)
    world.post(chat, message, out=True)
    world.publish("message", message, chat.lane)
    return message


def _worded(text: str, field: str = "text") -> Json:
    if not text:
        raise PersonError("a message needs a text")
    entities = detected(text)
    key = "entities" if field == "text" else "caption_entities"
    return {field: text, key: entities} if entities else {field: text}


def _media(world: World, kind: str, content: bytes, name: str, media_type: str) -> Json:
    match kind:
        case "photo":
            try:
                return {"photo": world.files.keep_photo(content, name=name)}
            except ApiError as error:
                raise PersonError(f"this is no photo: {error.description}") from error
        case "document":
            media_type = media_type or "application/octet-stream"
            file = world.files.keep("document", content, name=name, media_type=media_type)
            named = {"file_name": name} if name else {}
            return {"document": {**file.sizes(), **named, "mime_type": media_type}}
        case "video":
            file = world.files.keep("video", content, name=name, media_type="video/mp4")
            return {"video": {**file.sizes(), "width": 16, "height": 16, "duration": 1}}
        case "voice":
            file = world.files.keep("voice", content, media_type=media_type or "audio/ogg")
            return {"voice": {**file.sizes(), "duration": 1, "mime_type": file.media_type}}
        case _:
            raise PersonError(f"nobody can upload a {kind!r}")


def _label(message: Json, data: str) -> str:
    for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
        for button in row:
            if button.get("callback_data") == data:
                return str(button["text"])
    return data


def _membership(world: World, chat: Chat, human: Human, was: str, now: str) -> None:
    bot = world.bot.user
    states = {"member": {}, "left": {}, "kicked": {"until_date": 0}}
    change = {
        "chat": chat.card,
        "from": human.user,
        "date": world.date(),
        "old_chat_member": {"user": bot, "status": was, **states[was]},
        "new_chat_member": {"user": bot, "status": now, **states[now]},
    }
    world.publish("my_chat_member", change, ("member", chat.id))
