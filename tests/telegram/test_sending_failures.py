"""A server that fails, or a proxy before it: what may have gone out is not sent again."""

from typing import Any

from bot.chat.model import Attachment, File, MediaKind, Picture, Screen, Shown
from bot.domain.broadcast.verdict import Refused, RetryAt, Sent, Unknown
from tests.each import each
from tests.telegram.echo import SARI
from tests.telegram.test_deliver import HELLO, opened
from tests.telegram.test_pictures import PICTURE, png

FAILURES: list[dict[str, Any]] = [
    {"status": 500},
    {"status": 502},
    {"status": 503, "page": True},
    {"status": 504},
    {"status": 504, "page": True},
    {"status": 520, "page": True},
    {"status": 403, "page": True},
    {"status": 400, "page": True},
]


@each("done", [True, False])
@each("failure", FAILURES)
async def test_a_message_that_met_a_failing_server_is_not_sent_again(
    failure: dict[str, Any], done: bool
) -> None:
    """Nobody can tell whether a 5xx or a page came before or after the message, so it is unknown."""
    async with opened() as room:
        room.fault("sendMessage", times=9, done=done, **failure)
        assert isinstance(await room.show(HELLO), Unknown)
        assert room.calls("sendMessage") == 1
        assert len(room.texts()) == done


@each(
    ("method", "shown"),
    [
        ("sendPhoto", PICTURE),
        ("sendDocument", File("data.json", b"{}", "Data Anda")),
        ("sendVoice", Attachment(MediaKind.VOICE, "?", "")),
    ],
)
async def test_a_file_that_met_a_failing_server_is_not_sent_again(
    method: str, shown: Shown
) -> None:
    """What holds for words holds for pictures, documents and voices, and no other way is tried."""
    async with opened() as room:
        if isinstance(shown, Attachment):
            file = await room.telegram.person(SARI).voice(b"OggS")
            shown = Attachment(shown.kind, file["voice"]["file_id"], "")
        room.fault(method, 502, times=9, done=True)
        verdict = await room.sending.show(SARI, shown)
        assert isinstance(verdict, Unknown)
        assert [room.calls(name) for name in ("sendPhoto", "sendDocument", "sendVoice")].count(
            1
        ) == 1


@each("done", [True, False])
@each("failure", FAILURES)
async def test_an_edit_that_met_a_failing_server_is_repeated(
    failure: dict[str, Any], done: bool
) -> None:
    """An edit may be made twice, so a failing server is asked again until it is done."""
    async with opened() as room:
        message = await room.sent()
        room.fault("editMessageText", times=2, done=done, **failure)
        assert await room.show(Screen("baru"), edits=message) == Sent(message)
        assert room.calls("editMessageText") == (2 if done else 3)
        assert room.texts() == ["baru"]


async def test_an_edit_is_given_up_when_the_server_keeps_failing() -> None:
    """After a few tries the caller is told to try again later; no new message is sent instead."""
    async with opened() as room:
        message = await room.sent()
        room.fault("editMessageText", 502, times=9)
        assert isinstance(await room.show(Screen("baru"), edits=message), RetryAt)
        assert (room.calls("editMessageText"), room.calls("sendMessage")) == (4, 1)


async def test_a_page_that_says_too_large_is_a_refusal() -> None:
    """413 comes from the server before Telegram, and surely nothing went out."""
    async with opened() as room:
        room.fault("sendPhoto", 413, page=True, times=9)
        room.fault("sendDocument", 413, page=True, times=9)
        assert isinstance(await room.sending.show(SARI, Picture("a.png", png(), "")), Refused)
