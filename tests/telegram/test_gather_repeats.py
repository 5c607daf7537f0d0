"""What Telegram sends again: edits without a change, parts that come twice, and what one process left to the next."""

import asyncio
from typing import Any

import pytest
from telegram import Chat, Message, Update, User

from bot.app.holding import Holding
from bot.chat.model import Edited, Media, Typed
from bot.store.base import Put
from bot.store.codec.held import HELD
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import memory_store
from bot.telegram.api.waits import Waits
from bot.telegram.receive.gather import Gather
from tests.delivery.teachers import teacher
from tests.telegram.echo import SARI, Echo, edge_to, polling, simulator, utc_now
from tests.telegram.test_gather import WAYS, done
from tests.telegram.test_handlers import PHOTO
from tests.telegram.test_unreadable import served


@WAYS
@pytest.mark.parametrize("dated", [True, False])
async def test_an_edit_without_a_change_says_nothing(webhook: bool, dated: bool) -> None:
    """A reaction, a link's preview or a moving place is an edit to Telegram and none to us."""
    telegram, conversation = simulator(), Echo()
    sari = telegram.person(SARI)
    async with served(telegram, conversation, webhook=webhook):
        text = await sari.send("halo https://contoh.id")
        photo = await sari.photo(PHOTO, "Foto")
        place = await sari.location()
        for message in (text, photo, place):
            await sari.touch(message["message_id"], dated=dated)
        await sari.edit(text["message_id"], "halo bu")
        await sari.touch(text["message_id"], dated=dated)
        await sari.send("selesai")
        await done(telegram, conversation, 5)
    assert [type(event) for event in conversation.events(SARI)] == [
        Typed,
        Media,
        Media,
        Edited,
        Typed,
    ]


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
@pytest.mark.parametrize("dated", [True, False])
async def test_an_edit_of_what_an_earlier_process_saw_says_nothing(
    webhook: bool, dated: bool
) -> None:
    """Whether words changed cannot be known after a restart, so nobody is told they did."""
    telegram, before, conversation = simulator(), Echo(), Echo()
    sari = telegram.person(SARI)
    async with served(telegram, before, webhook=webhook):
        text = await sari.send("/bantuan")
        photo = await sari.photo(PHOTO, "Foto")
        album = await sari.album(("photo", PHOTO, "Album"), ("photo", PHOTO, ""))
        await done(telegram, before, 3)
    async with served(telegram, conversation, webhook=webhook):
        for message in (text, photo, *album):
            await sari.touch(message["message_id"], dated=dated)
        # Now the words are known.
        await sari.edit(text["message_id"], "/bantuan bu")
        await sari.touch(text["message_id"], dated=dated)
        await done(telegram, conversation, 1)
        await sari.send("selesai")
        await done(telegram, conversation, 2)
    assert conversation.events(SARI) == [Edited(), Typed("selesai")]


async def test_a_poll_is_not_repeated_sooner_than_telegram_likes() -> None:
    """From the same offset it would bring one update only, so the second part would not be seen."""
    telegram, conversation = simulator(), Echo()
    async with served(telegram, conversation, webhook=False, waits=Waits()):
        await telegram.person(SARI).send("x" * 4_096)
        async with asyncio.timeout(10):
            while sum(name == "getUpdates" for name, _ in telegram.calls) < 3:  # noqa: ASYNC110 -- as above
                await asyncio.sleep(0.02)
        await telegram.person(SARI).send("akhir")
        await done(telegram, conversation, 1)
    assert conversation.events(SARI) == [Typed("x" * 4_096 + "akhir")]


async def test_stopping_leaves_an_unfinished_text_to_the_next_process() -> None:
    """What is held back when the process stops is not confirmed, and joined by the next one."""
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, Echo())
        async with polling(edge):
            await telegram.person(SARI).send("x" * 4_096)
            async with asyncio.timeout(10):
                while not edge.intake.holds:  # noqa: ASYNC110 -- nothing is told of it
                    await asyncio.sleep(0.01)
        assert len(telegram.world.queue) == 1
        await telegram.person(SARI).send("akhir")
        async with polling(edge_to(address, conversation)):
            await done(telegram, conversation, 1)
    assert conversation.events(SARI) == [Typed("x" * 4_096 + "akhir")]


@WAYS
async def test_a_part_that_comes_twice_is_one_part(webhook: bool) -> None:
    """Telegram repeats what it has no answer to, also while the rest of the text is waited for."""
    conversation = Echo()
    edge = edge_to("http://127.0.0.1:1", conversation)
    take = edge.intake.receive if webhook else edge.intake.take
    user = {"id": SARI, "is_bot": False, "first_name": "Sari"}
    first, last = (
        {
            "update_id": number,
            "message": {
                "message_id": number,
                "date": 1,
                "from": user,
                "text": text,
                "chat": {"id": SARI, "type": "private"},
            },
        }
        for number, text in ((1, "x" * 4_096), (2, "akhir"))
    )
    await asyncio.gather(*(take(raw) for raw in (first, first, last, last)))
    await conversation.until_handled(1)
    assert conversation.events(SARI)[0] == Typed("x" * 4_096 + "akhir")


async def test_the_last_part_that_comes_again_belongs_to_its_act() -> None:
    """Until an act is taken, none of its parts is an act by itself, though nothing more is waited for."""
    gather, user = Gather(), User(SARI, "Sari", is_bot=False)
    first, last, again = (
        Update(
            number,
            message=Message(number, utc_now(), Chat(SARI, "private"), from_user=user, text=text),
        )
        for number, text in ((1, "x" * 4_096), (2, "akhir"), (2, "akhir"))
    )
    act = gather.place(first)
    assert act is not None
    assert gather.place(last) is act
    assert act.is_whole
    assert gather.place(again) is act
    assert act.updates == [first, last]
    gather.forget(act)
    assert gather.place(again) is None


async def test_a_part_too_deep_to_be_written_down_is_waited_for() -> None:
    """By webhook a part that no file could hold is taken all the same, and not refused for ever."""
    deep: Any = "x"
    for _ in range(400):
        deep = [deep]
    store = memory_store([HELD, PEOPLE])
    await store.open()
    await store.update(PEOPLE, str(SARI), lambda _: (Put(teacher(SARI)), None))
    conversation = Echo()
    edge = edge_to("http://127.0.0.1:1", conversation)
    edge.intake._keeper = Holding(store)
    message = {"message_id": 1, "date": 1, "from": {"id": SARI, "first_name": "Sari"}, "baru": deep}
    told = {**message, "chat": {"id": SARI, "type": "private"}, "text": "x" * 4_000}
    await edge.intake.receive({"update_id": 1, "message": told})
    assert conversation.events(SARI) == [Typed("x" * 4_000)]
    await store.close()
