"""Replies on their way to a simulated Telegram that refuses, breaks and blocks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.chat.model import Button, File, Screen
from bot.cluster.send_window import Limits
from bot.domain.broadcast.verdict import Gone, Refused, RetryAt, Sent, Unknown, Verdict
from bot.simulator.server import Limits as TelegramLimits
from bot.simulator.server import Simulator
from bot.telegram.api.app import Edge
from bot.telegram.send.sending import Sending
from tests.each import each
from tests.telegram.echo import BUDI, SARI, Echo, edge_to, simulator, utc_now

HELLO = Screen("Halo <b>Bu Sari</b>", ((Button("Lanjut", "go"),),))


class Room:
    """A connected edge, the Telegram behind it, and one chat that has been opened."""

    def __init__(self, telegram: Simulator, edge: Edge, conversation: Echo) -> None:
        self.telegram, self.edge, self.conversation = telegram, edge, conversation
        self.sending = Sending(edge.bot, edge.limiter, utc_now, pauses=(0, 0, 0))

    def fault(self, method: str, status: int, times: int = 1, **more: Any) -> None:
        error = {"method": method, "status": status, "times": times, **more}
        self.telegram.world.faults.order({"errors": [error]})

    def lose_answers(self, times: int) -> None:
        self.telegram.world.faults.order({"lost_answers": times})

    async def show(self, screen: Screen | File, edits: int | None = None) -> Verdict:
        return await self.sending.show(SARI, screen, edits=edits)

    async def sent(self) -> int:
        verdict = await self.show(HELLO)
        assert isinstance(verdict, Sent)
        return verdict.message_id

    def texts(self, person: int = SARI) -> list[str]:
        chat = self.telegram.person(person).messages
        return [message.get("text", "") for message in chat if message["from"]["is_bot"]]

    def calls(self, method: str) -> int:
        return sum(name == method for name, _ in self.telegram.calls)


@asynccontextmanager
async def opened(
    *,
    limits: Limits | None = None,
    telegram_limits: TelegramLimits | None = None,
    people: int = 2,
) -> AsyncIterator[Room]:
    telegram, conversation = simulator(people=people, limits=telegram_limits), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation, limits=limits)
        await edge.application.initialize()
        for person in range(SARI, SARI + people):
            await telegram.person(person).send("/start")
        try:
            yield Room(telegram, edge, conversation)
        finally:
            await edge.deliver.stop()
            await edge.application.shutdown()


async def test_a_screen_is_sent_with_its_buttons_and_without_a_link_preview() -> None:
    """HTML becomes formatting, rows become buttons, links get no preview."""
    async with opened() as room:
        assert isinstance(await room.show(HELLO), Sent)
        message = room.telegram.person(SARI).messages[-1]
        _, parameters = room.telegram.calls[-1]
    assert message["text"] == "Halo Bu Sari"
    assert message["entities"][0]["type"] == "bold"
    keyboard = message["reply_markup"]["inline_keyboard"]
    assert keyboard == [[{"text": "Lanjut", "callback_data": "go"}]]
    assert parameters["link_preview_options"] == '{"is_disabled":true}'


async def test_a_file_is_sent_with_its_caption() -> None:
    """A file arrives as a document with name, bytes and caption."""
    async with opened() as room:
        verdict = await room.show(File("data.json", b'{"a":1}', "<i>Data Anda</i>"))
        message = room.telegram.person(SARI).messages[-1]
    assert verdict == Sent(message["message_id"])
    assert (message["document"]["file_name"], message["caption"]) == ("data.json", "Data Anda")


async def test_an_edit_that_changes_nothing_counts_as_sent() -> None:
    """An answer "message is not modified" means that the person sees what she should."""
    async with opened() as room:
        message = await room.sent()
        assert await room.show(HELLO, edits=message) == Sent(message)
        assert len(room.texts()) == 1


@each(
    "description",
    [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: there is no text in the message to edit",
    ],
)
async def test_what_cannot_be_edited_is_sent(description: str) -> None:
    """When the pressed message is gone or of another kind, the screen comes as a new one."""
    async with opened() as room:
        message = await room.sent()
        room.fault("editMessageText", 400, description=description)
        verdict = await room.show(Screen("baru"), edits=message)
        assert isinstance(verdict, Sent)
        assert verdict.message_id != message
        assert room.texts()[-1] == "baru"


async def test_faulty_markup_is_sent_once_more_as_plain_text() -> None:
    """A fault in our HTML costs the formatting, not the message."""
    async with opened() as room:
        verdict = await room.show(Screen("<b>Satu</b> &amp; <i>dua", HELLO.rows))
        assert isinstance(verdict, Sent)
        assert room.texts() == ["Satu & dua"]
        assert room.telegram.person(SARI).messages[-1]["reply_markup"]


async def test_a_text_that_is_too_long_is_refused() -> None:
    """Too long a text is a fault of ours that no repetition mends."""
    async with opened() as room:
        assert isinstance(await room.show(Screen("x" * 4097)), Refused)
        assert room.calls("sendMessage") == 1


async def test_somebody_who_blocked_the_bot_is_gone() -> None:
    """A blocked bot gives up at once."""
    async with opened() as room:
        await room.telegram.person(SARI).block()
        assert isinstance(await room.show(HELLO), Gone)
        assert room.calls("sendMessage") == 1


async def test_an_unknown_chat_is_gone() -> None:
    """A person Telegram does not know is as unreachable as one who blocked us."""
    async with opened() as room:
        assert isinstance(await room.sending.show(999, HELLO), Gone)


async def test_a_lost_answer_to_a_message_is_not_sent_again() -> None:
    """When the answer is lost the message may have arrived, so it is not repeated."""
    async with opened() as room:
        room.lose_answers(1)
        assert isinstance(await room.show(HELLO), Unknown)
        assert room.texts() == ["Halo Bu Sari"]


async def test_a_lost_answer_to_an_edit_is_repeated() -> None:
    """An edit may be repeated: the second one changes nothing, which is as good as sent."""
    async with opened() as room:
        message = await room.sent()
        room.lose_answers(1)
        assert await room.show(Screen("baru"), edits=message) == Sent(message)
        assert room.calls("editMessageText") == 2
        assert room.texts() == ["baru"]


async def test_a_server_that_is_away_may_be_tried_later() -> None:
    """A connection that is never made is tried a few times and then left for later."""
    away = edge_to("http://127.0.0.1:1", Echo())
    await away.bot.request.initialize()
    sending = Sending(away.bot, away.limiter, utc_now, pauses=(0, 0, 0))
    assert isinstance(await sending.show(SARI, HELLO), RetryAt)
    await away.bot.request.shutdown()


async def test_of_waiting_edits_only_the_newest_is_sent() -> None:
    """Quick presses lead to one edit with the last screen."""
    async with opened() as room:
        message = await room.sent()
        for number in range(20):
            room.edge.deliver.show(SARI, (Screen(f"layar {number}"),), pressed=message)
        await room.edge.deliver.finish()
        assert room.texts() == ["layar 19"]
        assert room.calls("editMessageText") == 1


async def test_a_chat_sees_its_replies_in_order() -> None:
    """Replies to one chat arrive in the order they were queued, while chats go in parallel."""
    async with opened() as room:
        room.telegram.world.faults.order({"latency_seconds": 0.005})
        for number in range(10):
            for person in (SARI, BUDI):
                room.edge.deliver.show(person, (Screen(str(number)),))
        await room.edge.deliver.finish()
        expected = [str(number) for number in range(10)]
        assert (room.texts(SARI), room.texts(BUDI)) == (expected, expected)


async def test_only_the_first_screen_takes_the_place_of_the_pressed_message() -> None:
    """A file and further screens come as messages of their own."""
    async with opened() as room:
        message = await room.sent()
        shown = (File("a.txt", b"a", ""), Screen("satu"), Screen("dua"))
        room.edge.deliver.show(SARI, shown, pressed=message)
        await room.edge.deliver.finish()
        assert room.texts() == ["satu", "", "dua"]


async def test_whoever_is_gone_is_recorded_and_spared_the_rest() -> None:
    """The first refusal empties the queue and is told to the conversation, once."""
    async with opened() as room:
        await room.telegram.person(SARI).block()
        room.edge.deliver.show(SARI, (HELLO, HELLO, HELLO))
        await room.edge.deliver.finish()
        assert room.conversation.unreachable == [SARI]
        assert room.calls("sendMessage") == 1
        assert room.edge.deliver.undelivered_to(SARI) == 0


async def test_updates_wait_while_too_many_replies_do() -> None:
    """room() holds back whoever brings updates until replies have left."""
    async with opened() as room:
        deliver = room.edge.deliver
        room.telegram.world.faults.order({"latency_seconds": 0.2})
        deliver.show(SARI, [HELLO] * 2_000)
        waiting = asyncio.create_task(deliver.room())
        await asyncio.sleep(0)
        assert not waiting.done()
        await deliver.stop()
        await waiting
        assert deliver.undelivered == 0
