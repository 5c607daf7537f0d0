"""Sending photos, documents and voice notes, by upload or by file_id, and handing files out.

Links are not loaded: the simulator reaches no network.
"""

from typing import Any

from bot.simulator.bot_side.wire import Call, Upload
from bot.simulator.chat import Chat
from bot.simulator.errors import ApiError, Json, bad_request, too_many_requests
from bot.simulator.message.files import DOWNLOAD_BYTES, File, photo_dimensions
from bot.simulator.message.formatted import read_formatted
from bot.simulator.methods.access import check_reach, find_chat
from bot.simulator.methods.sending import caption_content, check_length, deliver
from bot.simulator.world import World

_ALBUM = 10
_MIXABLE = frozenset({"photo", "video"})
# Clients name a nameless upload application.octet-stream, and Telegram takes it.
_EXTENSIONS = frozenset({"jpg", "jpeg", "gif", "png", "tif", "bmp", "octet-stream"})
_WRONG_ID = "wrong file identifier/HTTP URL specified"


def send_photo(world: World, call: Call) -> Json:
    """Bot API sendPhoto."""
    return _send(world, call, "photo")


def send_document(world: World, call: Call) -> Json:
    """Bot API sendDocument."""
    return _send(world, call, "document")


def send_voice(world: World, call: Call) -> Json:
    """Bot API sendVoice."""
    return _send(world, call, "voice")


def _send(world: World, call: Call, kind: str) -> Json:
    source = _source(world, call, kind, call.text(kind))
    caption = caption_content(call)
    if isinstance(source, Upload):
        _check_uploads(world, source)
        if kind == "photo":
            _check_photo(source)
    # The file is kept only once nothing else refuses the message.
    return deliver(world, call, caption, lambda: {kind: _media(world, call, kind, source)})


def _source(world: World, call: Call, kind: str, named: str) -> Upload | File:
    upload = call.files.get(named.removeprefix("attach://") if named else kind)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return upload
    if not named or named.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = world.files.get(named)
    if file is None:
        raise bad_request(_WRONG_ID)
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def _check_uploads(world: World, upload: Upload) -> None:
    if world.throttle is not None:
        wait = world.throttle.upload(len(upload.content), world.clock.seconds())
        if wait is not None:
            raise too_many_requests(wait)


def _check_photo(upload: Upload) -> None:
    _, dot, extension = upload.name.rpartition(".")
    if dot and extension.lower() not in _EXTENSIONS:
        raise bad_request(
            "photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp"
        )
    photo_dimensions(upload.content)


def _media(world: World, call: Call, kind: str, source: Upload | File) -> Any:
    if kind == "photo":
        name = source.name
        return (
            world.files.photo_sizes(source)
            if isinstance(source, File)
            else world.files.keep_photo(source.content, name=name)
        )
    if isinstance(source, Upload):
        media_type = "audio/ogg" if kind == "voice" else source.media_type
        source = world.files.keep(kind, source.content, name=source.name, media_type=media_type)
    if kind == "voice":
        duration = call.number("duration")
        return {**source.sizes(), "duration": duration, "mime_type": source.media_type}
    named = {"file_name": source.name} if source.name else {}
    return {**source.sizes(), **named, "mime_type": source.media_type}


def get_file(world: World, call: Call) -> Json:
    """Bot API getFile: a link that holds for an hour, for files of up to 20 MB."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = world.files.get(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**file.sizes(), "file_path": world.files.link(file)}


def send_media_group(world: World, call: Call) -> list[Json]:
    """Bot API sendMediaGroup: 2 to 10 photos, or as many documents."""
    items = _album(world, call)
    chat = find_chat(world, call)
    for number, (_, _, content) in enumerate(items, 1):
        try:
            check_length(content)
        except ApiError as error:
            raise _item_error(number, error) from error
    for _ in items:
        check_reach(world, chat)
    group = str(world.last_message_id + 1)
    return [_post_item(world, call, chat, group, item) for item in items]


def _post_item(
    world: World, call: Call, chat: Chat, group: str, item: tuple[str, Upload | File, Json]
) -> Json:
    kind, source, caption = item
    content = {"media_group_id": group, kind: _media(world, call, kind, source), **caption}
    message = world.new_message(chat, world.bot.user, content)
    world.post(chat, message, out=False)
    return message


def _album(world: World, call: Call) -> list[tuple[str, Upload | File, Json]]:
    try:
        media = call.json("media")
    except ValueError as error:
        raise bad_request("can't parse media JSON object") from error
    if media is not None and not isinstance(media, list):
        raise bad_request("expected an Array of InputMedia")
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > _ALBUM:
        raise bad_request("too many messages to send as an album")
    items = [_item(world, call, item) for item in media]
    kinds = {kind for kind, _, _ in items}
    if len(kinds) > 1 and not kinds <= _MIXABLE:
        raise bad_request("document can't be mixed with other media types")
    return items


def _item(world: World, call: Call, item: Any) -> tuple[str, Upload | File, Json]:
    fault = "can't parse InputMedia: "
    if not isinstance(item, dict) or not isinstance(item.get("type"), str):
        raise bad_request(f'{fault}Can\'t find field "type"')
    kind = item["type"]
    if kind not in ("photo", "document"):
        raise bad_request(f'{fault}type "{kind}" can\'t be used in sendMediaGroup')
    named = item.get("media")
    if not isinstance(named, str) or not named:
        raise bad_request(f"{fault}media not found")
    if named.startswith("attach://") and named.removeprefix("attach://") not in call.files:
        raise bad_request(f"{fault}media not found")
    source = _source(world, call, kind, named)
    if isinstance(source, Upload) and kind == "photo":
        _check_photo(source)
    words = read_formatted(str(item.get("caption", "")), str(item.get("parse_mode", "")), "")
    caption: Json = {"caption": words.text} if words.text else {}
    if words.text and words.entities:
        caption["caption_entities"] = words.entities
    return kind, source, caption


def _item_error(number: int, error: ApiError) -> ApiError:
    text = error.description.removeprefix("Bad Request: ")
    return bad_request(f'failed to send message #{number} with the error message "{text}"')


METHODS = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "getFile": get_file,
    "sendMediaGroup": send_media_group,
}
