"""One update that cannot be read costs itself: it is confirmed, and everybody else is answered."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import orjson
import pytest
import structlog

from bot.chat.model import Command, Press, Typed
from bot.simulator.server import Simulator
from bot.telegram.api.waits import Waits
from bot.telegram.receive.gather import Gather
from tests.each import each
from tests.telegram.echo import BUDI, IMPATIENT, SARI, Echo, edge_to, polling, simulator
from tests.telegram.test_webhook_simulator import hooked

USER = {"id": BUDI, "is_bot": False, "first_name": "Budi"}
CHAT = {"id": BUDI, "type": "private"}
MESSAGE = {"message_id": 7, "date": 1, "from": USER, "chat": CHAT}
PRESS = {"id": "1", "from": USER, "chat_instance": "1", "message": {**MESSAGE, "text": "x"}}
HOLE = "§"
"""Stands for bytes that a test puts in its place."""

LONE = rb"\ud83d"
NOT_UTF8 = b"\xff\xfe\x80"
CESU = b"\xed\xa0\xbd"


def message(**content: Any) -> bytes:
    return b'"message":' + orjson.dumps({**MESSAGE, **content})


def press(**content: Any) -> bytes:
    return b'"callback_query":' + orjson.dumps({**PRESS, **content})


def with_bytes(fields: bytes, content: bytes) -> bytes:
    return fields.replace(HOLE.encode(), content)


@asynccontextmanager
async def served(
    telegram: Simulator, conversation: Echo, *, webhook: bool, waits: Waits = IMPATIENT
) -> AsyncIterator[None]:
    if webhook:
        async with hooked(telegram, conversation, waits):
            yield
    else:
        async with (
            telegram.serve() as address,
            polling(edge_to(address, conversation, waits=waits)),
        ):
            yield


@contextmanager
def logged() -> Iterator[list[Any]]:
    with structlog.testing.capture_logs() as logs:
        yield logs


UNREADABLE = {
    "no JSON": b'"message":{"text":',
    "no JSON behind a brace": b'"message":{"text":"a"}}]',
    "a text without an end": b'"message":{"text":"a, b',
    "not a number": message(date=1).replace(b'"date":1', b'"date":NaN'),
    "an infinite number": message(date=1).replace(b'"date":1', b'"date":1e999'),
    "a number of 5,000 digits": message(date=1).replace(b'"date":1', b'"date":' + b"9" * 5_000),
    "nested 50,000 deep": b'"message":' + b"[" * 50_000 + b"]" * 50_000,
    "objects nested 50,000 deep": b'"message":' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "a message that is a number": b'"message":5',
    "a message that is a list": b'"message":[1]',
    "a message that is null": b'"message":null',
    "a text that is a number": message(text=5),
    "a text that is a list": message(text=["a"]),
    "a text that is an object": message(text={"a": 1}),
    "no date": b'"message":{"message_id":1,"chat":{"id":102,"type":"private"},"text":"a"}',
    "no chat": b'"message":{"message_id":1,"date":1,"text":"a"}',
    "a date in the year 50,000": message(date=1_500_000_000_000, text="a"),
    "a date before all": message(date=-(2**62), text="a"),
    "a sender in words": message(text="a", **{"from": {**USER, "id": "102"}}),
    "a sender in halves": message(text="a", **{"from": {**USER, "id": 102.5}}),
    "a sender who is yes": message(text="a", **{"from": {**USER, "id": True}}),
    "a sender beyond all": message(text="a", **{"from": {**USER, "id": 2**63}}),
    "a sender of 30 digits": message(text="a").replace(b'"id":102,', b'"id":' + b"1" * 30 + b","),
    "a sender below none": message(text="a", **{"from": {**USER, "id": -5}}),
    "a sender without a name": message(text="a", **{"from": {"id": BUDI, "is_bot": False}}),
    "a name that is a number": message(text="a", **{"from": {**USER, "first_name": 5}}),
    "a chat in words": message(text="a", chat={"id": "102", "type": "private"}),
    "an entity at half a place": message(
        text="abc", entities=[{"type": "bold", "offset": 0.5, "length": 1}]
    ),
    "an entity before the text": message(
        text="abc", entities=[{"type": "bold", "offset": -4, "length": 2}]
    ),
    "entities that are no list": message(text="abc", entities={"type": "bold"}),
    "a file whose id is a number": message(document={"file_id": 5, "file_unique_id": "u"}),
    "a photo that is an object": message(photo={"file_id": "a"}),
    "a press that is a list": b'"callback_query":[]',
    "a press whose data is a number": press(data=5),
    "a press whose data is an object": press(data={"a": "b"}),
    "a press of nobody": b'"callback_query":{"id":"1","chat_instance":"1","data":"x"}',
    "a membership without its states": b'"my_chat_member":{"chat":{"id":102,"type":"private"}}',
    "a reply whose buttons are words": message(
        text="a", reply_to_message={**MESSAGE, "reply_markup": "x"}
    ),
}


@each("webhook", [False, True])
async def test_what_cannot_be_read_is_confirmed_and_logged(webhook: bool) -> None:
    """Whoever wrote before and after it is answered, Telegram holds nothing back, the log has its number."""
    telegram, conversation = simulator(), Echo()
    sari, numbers = telegram.person(SARI), dict[str, int]()
    await sari.send("halo")
    with logged() as logs:
        async with served(telegram, conversation, webhook=webhook):
            assert (await sari.next_message())["text"] == "halo"
            for what, fields in UNREADABLE.items():
                await sari.send(f"sebelum {what}")
                numbers[what] = telegram.world.queue.add_written(fields)
                for text in (f"sesudah {what}", f"lalu {what}"):
                    await sari.send(text)
                for text in (f"sebelum {what}", f"sesudah {what}", f"lalu {what}"):
                    assert (await sari.next_message())["text"] == text
    assert len(telegram.world.queue) == 0
    assert conversation.events(BUDI) == []
    for what, number in numbers.items():
        told = [entry["event"] for entry in logs if entry.get("update") == number]
        assert told in (["update_unreadable"], ["update_failed"]), what


READABLE = {
    "half an emoji in a text": (message(text=f"halo {HOLE}"), Typed("halo \ufffd")),
    "half an emoji in a command": (message(text=f"/start {HOLE}"), Command("start", "\ufffd")),
    "half an emoji in a name": (
        message(text="halo", **{"from": {**USER, "first_name": f"Budi{HOLE}"}}),
        Typed("halo"),
    ),
    "half an emoji in a press": (press(data=f"a{HOLE}"), Press("a\ufffd")),
    "half an emoji where nobody looks": (message(text="halo", later=HOLE), Typed("halo")),
}


@each("webhook", [False, True])
async def test_what_is_no_text_is_read_without_it(webhook: bool) -> None:
    """Half an emoji or bytes that are no UTF-8 become the sign for that; the rest counts."""
    telegram, conversation = simulator(), Echo()
    cases = [
        (what, content, with_bytes(fields, content), event)
        for what, (fields, event) in READABLE.items()
        for content in (LONE, rb"\uDC00", NOT_UTF8, CESU)
    ]
    async with served(telegram, conversation, webhook=webhook):
        for what, content, written, event in cases:
            conversation.handled.clear()
            telegram.world.queue.add_written(written)
            await telegram.person(SARI).send("dua \N{GRINNING FACE} \\ud83d")
            await conversation.until_handled(2)
            (read,) = conversation.events(BUDI)
            assert plain(repr(read)) == plain(repr(event)), (what, content)
            assert conversation.events(SARI) == [Typed("dua \N{GRINNING FACE} \\ud83d")]
            assert all("\ud83d" not in incoming.first_name for incoming in conversation.handled)
    assert len(telegram.world.queue) == 0


def plain(text: str) -> str:
    """Return the text with one sign for what may be several bytes."""
    while "\ufffd\ufffd" in text:
        text = text.replace("\ufffd\ufffd", "\ufffd")
    return text


NEW_KINDS = {
    "a kind nobody knows": b'"telepathy":{"thought":"x"}',
    "a kind nobody knows that is a number": b'"telepathy":5',
    "no kind at all": b'"nothing":null',
    "business": b'"business_message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}',
    "a guest message": b'"guest_message":{"a":1}',
    "a kind nobody reads, of a sender who is an object": b'"purchased_paid_media":'
    b'{"from":{"id":{},"is_bot":true,"first_name":"x"},"paid_media_payload":"y"}',
    "a field nobody knows": message(text="a", ephemeral={"seconds": 5}, rich=[1, {"b": None}]),
}


@each("webhook", [False, True])
async def test_what_telegram_adds_later_harms_nobody(webhook: bool) -> None:
    """Unknown kinds and fields are passed over, and the next update is answered."""
    telegram, conversation = simulator(), Echo()
    async with served(telegram, conversation, webhook=webhook):
        for what, fields in NEW_KINDS.items():
            telegram.world.queue.add_written(fields)
            await telegram.person(SARI).send(what)
            assert (await telegram.person(SARI).next_message())["text"] == what
    assert len(telegram.world.queue) == 0


@each(
    "number",
    ["7", 7.0, True, None, -1, 2**31, 2**53, 2**63, 2**64, 10**30, [7], {"a": 7}],
)
async def test_an_update_with_a_number_that_is_none_changes_nothing(number: object) -> None:
    """A wrong-typed or huge number moves no offset and is stored nowhere; later updates are taken."""
    telegram, conversation = simulator(), Echo()
    written = number if not isinstance(number, int) or number < 2**64 else float(number)
    telegram.world.queue.add_raw({"update_id": written, "message": {**MESSAGE, "text": "angka"}})
    await telegram.person(SARI).send("satu")
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        await conversation.until_handled(1)
        await telegram.person(SARI).send("dua")
        await conversation.until_handled(2)
    assert conversation.events(BUDI) == []
    assert conversation.events(SARI) == [Typed("satu"), Typed("dua")]
    offsets = [int(call.get("offset", 0)) for name, call in telegram.calls if name == "getUpdates"]
    assert max(offsets) < 2**31
    assert len(telegram.world.queue) == 0


UNREAD = {
    "paid_media": 1, "checklist": {}, "forward_origin": {}, "animation": 5, "video": [1], "audio": "x",
    "poll": {"id": 1}, "game": 1, "via_bot": 7, "sender_chat": "x", "link_preview_options": 1,
    "reply_markup": 3, "quote": [], "external_reply": 1, "story": "x", "dice": {}, "contact": 1,
    "location": "x", "venue": {}, "sticker": [], "left_chat_member": 4, "web_app_data": 1,
    "reply_to_message": {"message_id": 3}, "users_shared": 0.5, "video_note": True, "invoice": [7],
    "chat": {"id": BUDI, "type": "private", "username": 5, "first_name": []},
    "from": {**USER, "username": 5, "language_code": []},
    "entities": [{"type": "text_mention", "offset": 0, "length": 1, "user": 5}],
}  # fmt: skip


@each("webhook", [False, True])
async def test_a_wrong_type_where_nobody_looks_costs_nothing(webhook: bool) -> None:
    """Her words are heard whatever stands in a field we never read, and the log holds no trace."""
    telegram, conversation = simulator(), Echo()
    for number, (field, odd) in enumerate(UNREAD.items()):
        told = {"text": f"langkah {number}", field: odd}
        telegram.world.queue.add_written(message(**told))
    telegram.world.queue.add_written(message(text="/hapus", forward_origin={}))
    reply = b',"reply_to_message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}'
    telegram.world.queue.add_written(message(text="dalam")[:-1] + reply * 900 + b"}" * 901)
    telegram.world.queue.add_written(message(photo=[{"file_id": "a"}], caption="Foto", poll=1))
    telegram.world.queue.add_written(
        b'"callback_query":' + orjson.dumps({**PRESS, "data": "go", "from": UNREAD["from"]})
    )
    with logged() as logs:
        async with served(telegram, conversation, webhook=webhook):
            await conversation.until_handled(len(UNREAD) + 4)
    events = conversation.events(BUDI)
    words = [event.text for event in events if isinstance(event, Typed)]
    assert {f"langkah {number}" for number in range(len(UNREAD))} | {"dalam"} <= {*words}
    assert Typed("/hapus", forwarded=True) in events
    assert Press("go") in events
    assert not [entry for entry in logs if entry["log_level"] == "error" or "exc_info" in entry]


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_an_update_that_cannot_be_placed_is_taken_by_itself(
    webhook: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in putting parts together costs nobody her words, and Telegram does not repeat it for ever."""

    def breaks(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(Gather, "place", breaks)
    telegram, conversation = simulator(), Echo()
    await telegram.person(SARI).send("satu")
    with logged() as logs:
        async with served(telegram, conversation, webhook=webhook):
            assert (await telegram.person(SARI).next_message())["text"] == "satu"
    assert not len(telegram.world.queue)
    assert [line["event"] for line in logs if line["log_level"] == "error"] == ["update_failed"]
