"""Toasts, reactions and "typing…": how the edge shows what needs no message, and what it does without."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.chat.button import Emoji, Toast
from bot.chat.model import Button, Incoming, Press, Reaction, Response, Screen
from tests.each import each
from tests.telegram.echo import SARI, Echo
from tests.telegram.talk import Room, talking

PAGE = Screen("Pilih dua", ((Button("A", "a"),),))
LIMIT = Toast("Paling banyak <b>2</b> fokus")
LOVE = Reaction(Emoji.THANKED, "Sama-sama.")


async def limited(incoming: Incoming) -> tuple[Response, ...]:
    """Draw a page; a press shows it again with a line over the chat."""
    return (LIMIT, PAGE) if isinstance(incoming.event, Press) else (PAGE,)


async def loved(_: Incoming) -> tuple[Response, ...]:
    """Love whatever is written."""
    return (LOVE,)


async def press(room: Room) -> None:
    """Have a page shown and press its button."""
    await room.sari.send("halo")
    message = await room.sari.next_message()
    await room.sari.tap(message["message_id"], data="a")
    await room.conversation.until_handled(2)
    await room.edge.handlers.finish()
    await room.edge.deliver.finish()


async def write(room: Room, *texts: str) -> None:
    """Write and wait until everything is answered."""
    for text in texts:
        await room.sari.send(text)
    await room.conversation.until_handled(len(texts))
    await room.edge.deliver.finish()


def fault(room: Room, method: str, description: str, **more: Any) -> None:
    error = {"method": method, "status": 400, "description": f"Bad Request: {description}", **more}
    room.telegram.world.faults.order({"errors": [error]})


async def until(is_so: Callable[[], bool]) -> None:
    """Return when what the other side sees has come about."""
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 -- the simulator has no event for it
            await asyncio.sleep(0.01)


async def test_a_remark_is_the_answer_to_the_press() -> None:
    """Its words come in plain text with the answer every press gets; nothing is sent besides."""
    async with talking(Echo(limited)) as room:
        await press(room)
        assert [answer["text"] for answer in room.sari.answers] == ["Paling banyak 2 fokus"]
        assert room.sari.answers[0]["show_alert"] is False
        assert not room.calls("editMessageText")
        assert len(room.calls("sendMessage")) == 1


async def test_a_remark_to_a_press_that_is_too_old_is_a_message() -> None:
    """What Telegram takes no more as an answer is said in the chat."""
    async with talking(Echo(limited)) as room:
        fault(room, "answerCallbackQuery", "query is too old and response timeout expired")
        await press(room)
        assert room.sari.messages[-1]["text"] == "Paling banyak 2 fokus"


async def test_a_remark_that_comes_late_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """The spinner does not turn for ever: a turn that takes long says its remark in the chat."""
    monkeypatch.setattr("bot.telegram.send.presses.REMARK_SECONDS", 0.01)
    answered = asyncio.Event()

    async def slow(incoming: Incoming) -> tuple[Response, ...]:
        if isinstance(incoming.event, Press):
            await answered.wait()
        return await limited(incoming)

    async with talking(Echo(slow)) as room:
        await room.sari.send("halo")
        message = await room.sari.next_message()
        await room.sari.tap(message["message_id"], data="a")
        await until(lambda: bool(room.sari.answers))
        answered.set()
        assert await room.text() == "Paling banyak 2 fokus"
        assert [answer["text"] for answer in room.sari.answers] == [""]


async def test_a_remark_without_a_press_is_a_message() -> None:
    """Typed words have no answer a line could come with."""

    async def typed(_: Incoming) -> tuple[Response, ...]:
        return (LIMIT,)

    async with talking(Echo(typed)) as room:
        await write(room, "tiga")
        assert room.sari.messages[-1]["text"] == "Paling banyak 2 fokus"


async def test_a_press_whose_turn_fails_is_answered() -> None:
    """The spinner stops whatever becomes of the turn."""

    async def failing(incoming: Incoming) -> tuple[Response, ...]:
        if incoming.event == Press("a"):
            raise RuntimeError
        return (PAGE,)

    async with talking(Echo(failing)) as room:
        await room.sari.send("halo")
        message = await room.sari.next_message()
        await room.sari.tap(message["message_id"], data="a")
        await room.sari.next_message()
        await room.edge.handlers.finish()
        assert [answer["text"] for answer in room.sari.answers] == [""]


async def test_a_reaction_stands_under_her_message() -> None:
    """One call, and no message."""
    async with talking(Echo(loved)) as room:
        await write(room, "terima kasih")
        assert room.sari.reactions == [(room.sari.messages[0]["message_id"], "❤")]
        assert not room.calls("sendMessage")


@each(
    ("status", "description"),
    [
        (404, "Not Found: method not found"),
        (400, "Bad Request: REACTION_INVALID"),
        (400, "Bad Request: something nobody has heard of"),
    ],
)
async def test_a_refused_reaction_is_words_from_then_on(status: int, description: str) -> None:
    """The method is tried once; the words stand for it in this process."""
    async with talking(Echo(loved)) as room:
        fault(room, "setMessageReaction", "", status=status)
        room.telegram.world.faults._refusals[0].description = description
        await write(room, "terima kasih", "makasih")
        assert len(room.calls("setMessageReaction")) == 1
        assert [m["text"] for m in room.sari.messages if m["from"]["is_bot"]] == ["Sama-sama."] * 2


async def test_a_message_that_is_gone_gives_nothing_up() -> None:
    """She deleted what she wrote: these words are words, the next is a reaction again."""
    async with talking(Echo(loved)) as room:
        fault(room, "setMessageReaction", "message to react not found")
        await write(room, "terima kasih", "makasih")
        assert len(room.calls("setMessageReaction")) == 2
        assert len(room.sari.reactions) == 1


async def test_an_older_server_hears_of_no_reactions() -> None:
    """A server of before reactions costs one refused call."""
    async with talking(Echo(loved)) as room:
        room.telegram.world.faults.order({"older": True})
        await write(room, "terima kasih", "makasih", "trims")
        assert len(room.telegram.refusals) == 1
        assert len(room.calls("sendMessage")) == 3


async def test_work_that_takes_longer_than_a_moment_is_announced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """She sees "typing…" while her turn goes on, and no more after it."""
    monkeypatch.setattr("bot.telegram.send.working.AFTER_SECONDS", 0.01)
    monkeypatch.setattr("bot.telegram.send.working.EVERY_SECONDS", 0.01)
    done = asyncio.Event()

    async def slow(_: Incoming) -> tuple[Response, ...]:
        await done.wait()
        return (PAGE,)

    async with talking(Echo(slow)) as room:
        await room.sari.send("halo")
        await until(lambda: len(room.calls("sendChatAction")) >= 2)
        done.set()
        await room.text()
        assert {(call["chat_id"], call["action"]) for call in room.calls("sendChatAction")} == {
            (str(SARI), "typing")
        }
        assert not len(room.edge.deliver.working._saying)


async def test_quick_work_is_not_announced() -> None:
    """No call is made for what is done at once."""
    async with talking() as room:
        await room.sari.send("halo")
        await room.text()
        assert not room.calls("sendChatAction")


async def test_a_refused_announcement_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that knows no chat actions is asked once, and the work goes on."""
    monkeypatch.setattr("bot.telegram.send.working.AFTER_SECONDS", 0.0)
    done = asyncio.Event()

    async def slow(_: Incoming) -> tuple[Response, ...]:
        await done.wait()
        return (PAGE,)

    async with talking(Echo(slow)) as room:
        room.telegram.world.faults.order({"errors": [{"method": "sendChatAction", "status": 404}]})
        await room.sari.send("halo")
        await until(lambda: room.edge.deliver.working._is_refused)
        done.set()
        await room.text()
        await room.sari.send("halo lagi")
        await room.text()
        assert len(room.calls("sendChatAction")) == 1


async def kept(_: Incoming) -> tuple[Response, ...]:
    """Keep whatever is written and ask the next question."""
    return (Reaction(Emoji.HEARD, "Tersimpan.", PAGE),)


async def test_a_reaction_stands_beside_the_next_question() -> None:
    """The question comes without a word about it, and her message bears the sign that it is kept."""
    async with talking(Echo(kept)) as room:
        await write(room, "9 murid")
        assert room.sari.reactions == [(room.sari.messages[0]["message_id"], "👍")]
        assert [m["text"] for m in room.sari.messages if m["from"]["is_bot"]] == ["Pilih dua"]


async def test_the_words_stand_above_the_next_question_where_there_are_no_reactions() -> None:
    """A server of before reactions costs one refused call; nobody gets a second message for it."""
    async with talking(Echo(kept)) as room:
        room.telegram.world.faults.order({"older": True})
        await write(room, "9 murid", "10 murid")
        assert len(room.telegram.refusals) == 1
        said = [m["text"] for m in room.sari.messages if m["from"]["is_bot"]]
        assert said == ["Pilih dua", "Tersimpan.\n\nPilih dua"]


async def test_a_question_is_not_asked_twice_for_a_reaction_that_fails() -> None:
    """What becomes of the emoji changes nothing about the question it stands beside."""
    async with talking(Echo(kept)) as room:
        fault(room, "setMessageReaction", "bad gateway", status=502)
        await write(room, "9 murid")
        assert len(room.calls("sendMessage")) == 1
        assert not room.sari.reactions
