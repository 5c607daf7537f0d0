"""What an update must look like before anything of it is looked at or stored.

Only what we read is checked, so whatever Telegram adds is let through. What PTB insists on although
we never read it is filled in: small servers that imitate Telegram leave it out. Bounds: the Bot API's own
(an id has at most 52 significant bits; update ids are 32-bit numbers).
"""

from collections.abc import Mapping
from typing import Annotated, Any, NotRequired, TypeGuard

from pydantic import Field, TypeAdapter, ValidationError
from typing_extensions import TypedDict

LAST_UPDATE = 2**31 - 1
_IDS = 2**52
_YEAR_9999 = 253_402_300_799

_UserId = Annotated[int, Field(gt=0, lt=_IDS)]
_ChatId = Annotated[int, Field(gt=-_IDS, lt=_IDS)]
_MessageId = Annotated[int, Field(ge=0, lt=_IDS)]
_Moment = Annotated[int, Field(ge=0, le=_YEAR_9999)]
_Place = Annotated[int, Field(ge=0, lt=1 << 20)]


class _User(TypedDict):
    id: _UserId
    first_name: str


class _Chat(TypedDict):
    id: _ChatId
    type: str


class _Entity(TypedDict):
    type: str
    offset: _Place
    length: _Place


class _File(TypedDict):
    file_id: str


class _Member(TypedDict):
    status: str


class _Button(TypedDict):
    callback_data: NotRequired[str]


class _Markup(TypedDict):
    inline_keyboard: list[list[_Button]]


class _Replied(TypedDict):
    message_id: _MessageId
    reply_markup: NotRequired[_Markup]


_Message = TypedDict(
    "_Message",
    {
        "message_id": _MessageId,
        "date": _Moment,
        "edit_date": NotRequired[_Moment],
        "chat": _Chat,
        "from": NotRequired[_User],
        "text": NotRequired[str],
        "entities": NotRequired[list[_Entity]],
        "caption": NotRequired[str],
        "caption_entities": NotRequired[list[_Entity]],
        "media_group_id": NotRequired[str],
        "photo": NotRequired[list[_File]],
        "document": NotRequired[_File],
        "voice": NotRequired[_File],
        "forward_origin": NotRequired[dict[str, Any]],
        "reply_to_message": NotRequired[_Replied],
    },
)


class _Labelled(_Button):
    text: str


class _Labels(TypedDict):
    inline_keyboard: list[list[_Labelled]]


class _Linked(_Entity):
    url: NotRequired[str]


class _Look(TypedDict):
    text: str
    entities: NotRequired[list[_Linked]]
    reply_markup: NotRequired[_Labels]


class _Pressed(TypedDict):
    message_id: NotRequired[_MessageId]
    chat: _Chat


_Press = TypedDict(
    "_Press",
    {"id": str, "from": _User, "data": NotRequired[str], "message": NotRequired[_Pressed]},
)
_Change = TypedDict("_Change", {"chat": _Chat, "from": _User, "new_chat_member": _Member})


class _Update(TypedDict):
    update_id: Annotated[int, Field(ge=0, le=LAST_UPDATE)]
    message: NotRequired[_Message]
    edited_message: NotRequired[_Message]
    callback_query: NotRequired[_Press]
    my_chat_member: NotRequired[_Change]


_UPDATES = TypeAdapter(_Update)
_LOOKS = TypeAdapter(_Look)
_MEDIA = frozenset({
    "animation", "audio", "caption", "document", "photo", "sticker", "video", "video_note", "voice",
})  # fmt: skip


def is_update_id(value: object) -> bool:
    """Whether this can be the number of an update."""
    return type(value) is int and 0 <= value <= LAST_UPDATE


def is_message_id(value: object) -> TypeGuard[int]:
    """Whether this can be the number of a message."""
    return type(value) is int and 0 <= value < _IDS


def completed(update: Mapping[str, Any]) -> dict[str, Any]:
    """Return a valid update with all that PTB needs; of a pressed message only what we read.

    Kinds that are not checked here are left out: nobody reads them, and their sender may be anything.
    """
    kinds = ("message", "edited_message", "callback_query", "my_chat_member")
    whole = {name: update[name] for name in ("update_id", *kinds) if name in update}
    for kind in kinds:
        if kind in whole:
            whole[kind] = {**whole[kind]}
            if "from" in whole[kind]:
                whole[kind]["from"] = {"is_bot": False, **whole[kind]["from"]}
    if press := whole.get("callback_query"):
        press.setdefault("chat_instance", "")
        pressed = press.pop("message", {})
        if "message_id" in pressed:
            named = {key: pressed[key] for key in ("message_id", "chat")}
            press["message"] = named | _look_of(pressed)
    return whole


def _look_of(pressed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a pressed message shows, as far as it can be read; dated 0 if it has no text.

    A file or picture has none. One that Telegram itself dates 0 is deleted or very old.
    """
    if pressed.get("date") == 0 or ("text" not in pressed and _MEDIA & pressed.keys()):
        return {"date": 0}
    try:
        look = _LOOKS.validate_python(pressed, strict=True)
    except ValidationError:
        look = _Look(text="")  # nobody knows; it may be edited all the same
    return {"date": 1, **look}


def fault_of(update: Mapping[str, Any]) -> str | None:
    """Return where an update is not what it must be, without what stands there; None if it is."""
    try:
        _UPDATES.validate_python(update, strict=True)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['type']}"
    return None
