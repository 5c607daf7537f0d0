"""The updates that come all day are read as PTB reads them, in everything that we look at."""

from typing import Any

from telegram import CallbackQuery, Message, Update

from bot.telegram.receive.edits import Edits
from bot.telegram.receive.formatting import html_of
from bot.telegram.receive.gather import _origin
from bot.telegram.receive.incoming import event_of_message, event_of_press, is_foreign
from bot.telegram.receive.sparse import sparse
from bot.telegram.receive.valid import completed, fault_of
from bot.telegram.send.appearance import _buttons, pressed_text
from tests.each import each

USER = {"id": 101, "is_bot": False, "first_name": "Sari", "language_code": "id"}
CHAT = {"id": 101, "type": "private", "first_name": "Sari"}
MESSAGE = {"message_id": 7, "date": 1_790_000_000, "from": USER, "chat": CHAT}
BOLD = {"type": "bold", "offset": 0, "length": 2}
LINK = {"type": "text_link", "offset": 3, "length": 2, "url": "https://contoh.id"}
NEW = {"type": "sparkling", "offset": 0, "length": 1, "sparks": 5}
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Ya", "callback_data": "a:b"}, {"text": "Baca", "url": "https://contoh.id"}],
        [{"text": "Lain", "style": "primary", "icon": {"kind": "new"}}],
    ]
}
SHOWN = {**MESSAGE, "from": {**USER, "is_bot": True}, "text": "Halo Ibu", "entities": [BOLD]}
PRESS = {"id": "9", "from": USER, "chat_instance": "1", "data": "steps:list"}

PLAIN: dict[str, dict[str, Any]] = {
    "a text": {"message": {**MESSAGE, "text": "halo"}},
    "a command": {"message": {**MESSAGE, "text": "/mulai ya", "entities": [{**BOLD, "type": "bot_command"}]}},
    "formatting": {"message": {**MESSAGE, "text": "ab cd & <i>", "entities": [BOLD, LINK, NEW]}},
    "a text in a group": {"message": {**MESSAGE, "chat": {**CHAT, "id": -5, "type": "supergroup"}, "text": "x"}},
    "a text of nobody": {"message": {"message_id": 7, "date": 1, "chat": CHAT, "text": "x"}},
    "a very small server": {"message": {"message_id": 7, "date": 1, "chat": {"id": 101, "type": "private"}, "from": {"id": 101, "first_name": "S"}, "text": "x"}},
    "no words": {"message": MESSAGE},
    "an edit": {"edited_message": {**MESSAGE, "edit_date": 1_790_000_060, "text": "halo bu"}},
    "news of Telegram in the user": {"message": {**MESSAGE, "from": {**USER, "kind": 1, "made": 2, "link": "x", "to_dict": 3}, "text": "x"}},
    "a press": {"callback_query": {**PRESS, "message": {**SHOWN, "reply_markup": KEYBOARD}}},
    "a press under a text without buttons": {"callback_query": {**PRESS, "message": SHOWN}},
    "a press in another's chat": {"callback_query": {**PRESS, "message": {**SHOWN, "chat": {**CHAT, "id": 5}}}},
    "a press without a message": {"callback_query": PRESS},
    "a press of a game": {"callback_query": {**PRESS, "data": None} | {"game_short_name": "x"}},
}  # fmt: skip
LEFT: dict[str, dict[str, Any]] = {
    "a photo": {"message": {**MESSAGE, "photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}},
    "forwarded": {"message": {**MESSAGE, "text": "x", "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "B"}}},
    "a reply": {"message": {**MESSAGE, "text": "x", "reply_to_message": {**SHOWN}}},
    "a note of Telegram": {"message": {**MESSAGE, "group_chat_created": True}},
    "news of Telegram": {"message": {**MESSAGE, "text": "x", "sparkle": True}},
    "a press under a file": {"callback_query": {**PRESS, "message": {**MESSAGE, "document": {"file_id": "f"}}}},
    "blocked": {"my_chat_member": {"chat": CHAT, "from": USER, "date": 1}},
    "two kinds": {"message": {**MESSAGE, "text": "x"}, "edited_message": {**MESSAGE, "text": "y"}},
}  # fmt: skip


def read(update: dict[str, Any]) -> tuple[Update, Update]:
    """Return an update as we build it and as PTB does."""
    raw = {"update_id": 5, **update}
    mine = sparse(completed(raw))
    assert mine is not None
    theirs = Update.de_json(completed(raw), None)
    return mine, theirs


def seen(update: Update) -> dict[str, Any]:
    """All that anybody looks at in an update."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    found: dict[str, Any] = {
        "id": update.update_id,
        "user": user and (user.id, user.first_name),
        "chat": chat and (chat.id, chat.type),
        "event": event_of_message(update),
        "membership": update.my_chat_member,
    }
    if isinstance(message, Message):
        found["message"] = seen_in(message)
    if update.callback_query:
        found["press"] = seen_in_press(update.callback_query)
    return found


def seen_in(message: Message) -> dict[str, Any]:
    edits = Edits()
    edits.note(message)
    return {
        "id": message.message_id,
        "dates": (message.date, message.edit_date),
        "text": (message.text, message.caption, html_of(message.text or "", message.entities)),
        "album": message.media_group_id,
        "origin": _origin(message),
        "reply": message.reply_to_message,
        "is the same": edits.changes(message),
    }


def seen_in_press(query: CallbackQuery) -> dict[str, Any]:
    pressed = pressed_text(query)
    return {
        "id": query.id,
        "event": event_of_press(query),
        "foreign": is_foreign(query),
        "shown": pressed and (pressed.message_id, seen_in(pressed), _buttons(pressed)),
    }


@each("update", PLAIN.values())
def test_what_is_looked_at_is_what_ptb_reads(update: dict[str, Any]) -> None:
    """Sender, chat, words, dates and buttons are the same, and so is the event."""
    mine, theirs = read(update)
    assert seen(mine) == seen(theirs)
    if "data" not in str(update) or update.get("callback_query", {}).get("data"):
        assert fault_of({"update_id": 5, **update}) is None


@each("update", LEFT.values())
def test_all_else_is_left_to_ptb(update: dict[str, Any]) -> None:
    """Files, replies, forwards, Telegram's own notes and whatever it invents."""
    assert sparse(completed({"update_id": 5, **update})) is None


def test_what_is_not_set_is_what_ptb_sets() -> None:
    """Every field of a message that we do not set is as empty as PTB's default, and as easily gone through."""
    mine, theirs = read(PLAIN["a text"])
    for update in (mine, theirs):
        assert update.message is not None
    names = [name for name in Message.__slots__ if not name.startswith("_")]
    assert len(names) > 100
    for name in names:
        if name not in {"chat", "from_user"}:
            told = getattr(mine.message, name), getattr(theirs.message, name)
            assert told[0] == told[1] or not any(told), name
            assert (told[0] == ()) == (told[1] == ()), name
