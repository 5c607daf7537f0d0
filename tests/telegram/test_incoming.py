"""Telegram's updates in the words of the conversation, where a real chat would be slow to set up."""

from telegram import Update

from bot.chat.model import Media, MediaKind
from bot.telegram.receive.incoming import event_of_message


def test_a_photo_may_be_a_reply() -> None:
    """A photo that replies to a message of ours brings the data of the buttons under that message."""
    chat = {"id": 7, "type": "private"}
    button = {"text": "Balas", "callback_data": "reply:to:aaaaaaaa:bbbbbbbbbbbb"}
    replied = {
        "message_id": 1,
        "date": 0,
        "chat": chat,
        "text": "Rapat",
        "reply_markup": {"inline_keyboard": [[button]]},
    }
    size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
    message = {
        "message_id": 2,
        "date": 0,
        "chat": chat,
        "photo": [size],
        "caption": "Siap & hadir",
        "reply_to_message": replied,
    }
    update = Update.de_json({"update_id": 1, "message": message}, None)
    assert update
    expected = Media(
        MediaKind.PHOTO, "f", "Siap &amp; hadir", replies_to=("reply:to:aaaaaaaa:bbbbbbbbbbbb",)
    )
    assert event_of_message(update) == expected
