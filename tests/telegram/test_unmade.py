"""What is still being made of an answer holds up neither Telegram's next updates nor her next turns."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.app.views.unmade import Replies, Unmade
from bot.chat.model import Incoming, Press, Response, Screen, Toast, Typed
from bot.telegram.send.in_order import MOST_WAITING, InOrder
from tests.telegram.echo import SARI, Echo, echo, edge_to, polling, simulator, waiting
from tests.telegram.talk import talking


def made_when(free: asyncio.Event) -> Callable[[Incoming], Awaitable[Replies]]:
    """Return a conversation whose answer to "gambar" is made when that is set."""

    async def make() -> tuple[Response, ...]:
        await free.wait()
        return (Screen("ini gambarnya"), Screen("dan artinya"))

    async def answered(incoming: Incoming) -> Replies:
        if incoming.event == Typed("gambar"):
            return Unmade(make)
        return await echo(incoming)

    return answered


async def test_what_is_being_made_holds_up_no_update() -> None:
    """Her next turns are taken and all is confirmed while a picture is drawn; she gets all in order."""
    free = asyncio.Event()
    telegram, conversation = simulator(), Echo(made_when(free))
    sari = telegram.person(SARI)
    async with telegram.serve() as address, polling(edge_to(address, conversation)):
        for words in ("gambar", "satu", "dua"):
            await sari.send(words)
        await conversation.until_handled(3)
        async with asyncio.timeout(10):
            while waiting(telegram):  # noqa: ASYNC110 -- the simulated Telegram tells nobody
                await asyncio.sleep(0.01)
        assert not free.is_set()
        free.set()
        got = [str((await sari.next_message())["text"]) for _ in range(4)]
    assert got == ["ini gambarnya", "dan artinya", "satu", "dua"]


async def test_what_cannot_be_made_is_told_in_its_place() -> None:
    """She learns that something went wrong, and what she wrote afterwards is answered after that."""
    free = asyncio.Event()

    async def fails() -> tuple[Response, ...]:
        await free.wait()
        raise ValueError("no ink")

    async def answered(incoming: Incoming) -> Replies:
        if incoming.event == Typed("jatuh"):
            raise ValueError("before it is saved")
        return Unmade(fails) if incoming.event == Typed("gambar") else await echo(incoming)

    async with talking(Echo(answered)) as room:
        for words in ("gambar", "satu", "jatuh"):
            await room.sari.send(words)
        await room.conversation.until_handled(2)
        free.set()
        failure = "Ada yang salah di pihak kami."
        assert [await room.text() for _ in range(3)] == [failure, "satu", failure]


async def test_a_remark_of_what_is_made_at_once_still_answers_the_press() -> None:
    """The spinner stops with the words of its turn although the turn had ended before they were made."""

    async def make() -> tuple[Response, ...]:
        return (Toast("Tersimpan"), Screen("ini gambarnya"))

    async def answered(incoming: Incoming) -> Replies:
        return Unmade(make) if isinstance(incoming.event, Press) else await echo(incoming)

    async with talking(Echo(answered)) as room:
        await room.sari.send("halo")
        message = await room.sari.next_message()
        await room.sari.tap(message["message_id"], "again")
        assert await room.text() == "ini gambarnya"
        await room.edge.handlers.finish()
    (answer,) = room.calls("answerCallbackQuery")
    assert answer["text"] == "Tersimpan"


async def test_replies_of_one_person_are_made_one_after_the_other() -> None:
    """Two people's replies are made together, one person's in order; all are handed on in the end."""
    order, told = InOrder(2), list[str]()
    gates = {name: asyncio.Event() for name in ("a1", "a2", "b1")}

    def work(name: str) -> Callable[[], Awaitable[None]]:
        async def make() -> None:
            await gates[name].wait()
            told.append(name)

        return make

    for person, name in ((1, "a1"), (1, "a2"), (2, "b1")):
        order.add(person, work(name))
    assert (order.waiting(1), order.waiting(2), order.waiting(3)) == (2, 1, 0)
    gates["a2"].set()
    gates["b1"].set()
    for _ in range(10):
        await asyncio.sleep(0)
    assert told == ["b1"]
    gates["a1"].set()
    await order.finish()
    assert told == ["b1", "a1", "a2"]
    assert order.waiting(1) == 0


async def test_turns_wait_when_very_much_is_to_be_made() -> None:
    """What waits in memory is bounded, and there is room again when some of it is given up or made."""
    order = InOrder(1)
    for person in range(MOST_WAITING):
        order.add(person, asyncio.Event().wait)  # type: ignore[arg-type] # what it returns is nobody's
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0):
            await order.room()
    await order.stop()
    await order.room()
    assert order.waiting(0) == 0
