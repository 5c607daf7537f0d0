"""When a turn fails, cannot be saved, or is one of hundreds."""

import asyncio
from pathlib import Path

import pytest

from bot.chat.model import Incoming, Screen, Shown, Typed
from bot.errors import StoreUnavailable
from bot.telegram.run import run_polling
from tests.telegram.echo import PROFILE, SARI, TEXTS, Echo, echo, edge_to, simulator
from tests.telegram.talk import talking


class SecretError(Exception):
    """Repeats what a person wrote, as foreign exceptions do."""


async def test_a_failed_turn_is_told_to_the_person_and_does_not_come_back() -> None:
    """A fault of ours costs one turn; the next one works."""

    async def failing(incoming: Incoming) -> tuple[Shown, ...]:
        if incoming.event == Typed("rahasia"):
            raise SecretError("rahasia")
        return await echo(incoming)

    async with talking(Echo(failing)) as room:
        await room.sari.send("rahasia")
        assert await room.text() == TEXTS.failure
        await room.sari.send("halo")
        assert await room.text() == "halo"
    assert room.conversation.events(SARI) == [Typed("halo")]


async def test_a_turn_that_could_not_be_saved_is_to_be_repeated() -> None:
    """The person is asked to do it again, and the process goes on."""
    failures = 2

    async def forgetful(_: Incoming) -> tuple[Shown, ...]:
        nonlocal failures
        failures -= 1
        if failures >= 0:
            raise StoreUnavailable(Path("data"), "disk full")
        return (Screen("tersimpan"),)

    async with talking(Echo(forgetful)) as room:
        for answer in (TEXTS.not_saved, TEXTS.not_saved, "tersimpan"):
            await room.sari.send("halo")
            assert await room.text() == answer


async def test_three_turns_in_a_row_that_cannot_be_saved_stop_the_process() -> None:
    """A disk that is gone is said loudly instead of to every teacher."""

    async def forgetful(_: Incoming) -> tuple[Shown, ...]:
        raise StoreUnavailable(Path("data"), "disk gone")

    telegram = simulator()
    for _ in range(3):
        await telegram.person(SARI).send("halo")
    async with telegram.serve() as address:
        running = run_polling(edge_to(address, Echo(forgetful)), PROFILE)
        with pytest.raises(StoreUnavailable, match="disk gone"):
            await asyncio.wait_for(running, 10)


async def test_turns_that_only_read_do_not_hide_a_disk_that_is_gone() -> None:
    """Guests are answered between three saves that fail; the process ends all the same."""

    async def reading(incoming: Incoming) -> tuple[Shown, ...]:
        if incoming.event == Typed("baca"):
            return await echo(incoming)
        raise StoreUnavailable(Path("data"), "disk full")

    telegram = simulator()
    async with telegram.serve() as address:
        running = asyncio.create_task(run_polling(edge_to(address, Echo(reading)), PROFILE))
        for _ in range(3):
            await telegram.person(SARI + 1).send("simpan")
            await telegram.person(SARI).send("baca")
            await telegram.person(SARI).next_message()
        with pytest.raises(StoreUnavailable, match="disk full"):
            await asyncio.wait_for(running, 10)


async def test_a_save_that_succeeds_forgives_those_that_failed() -> None:
    """Single mishaps between saves never add up to a disk that is gone."""

    async def unlucky(incoming: Incoming) -> tuple[Shown, ...]:
        if incoming.event == Typed("gagal"):
            raise StoreUnavailable(Path("data"), "a mishap")
        conversation.written += 1
        return await echo(incoming)

    conversation = Echo(unlucky)
    async with talking(conversation) as room:
        for _ in range(4):
            for words in ("gagal", "halo"):
                await room.sari.send(words)
                await room.text()
        assert not room.edge.stop.is_set()


async def test_a_flood_gets_one_notice_and_delays_nobody() -> None:
    """Of 400 messages of one person those beyond the cap are dropped, beside 20 who are served."""
    people = 21
    async with talking(people=people) as room:
        others = [room.telegram.person(SARI + number) for number in range(1, people)]
        for _ in range(400):
            await room.sari.send("!")
        for person in others:
            await person.send("halo")
        answers = await asyncio.gather(*(person.next_message() for person in others))
        assert {answer["text"] for answer in answers} == {"halo"}
        await room.edge.intake.finish()
        await room.edge.deliver.finish()
    texts = [message["text"] for message in room.sari.messages if message["from"]["is_bot"]]
    assert texts.count(TEXTS.flood) == 1
    assert 50 <= len(texts) < 400


async def test_many_who_flood_leave_room_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Together they could fill all room for replies; a teacher is served while theirs still wait."""
    monkeypatch.setattr("bot.telegram.deliver.MOST_UNDELIVERED", 200)
    people = 12
    async with talking(people=people) as room:
        room.edge.lanes.pause(60)
        for _ in range(50):
            for number in range(1, people):
                await room.telegram.person(SARI + number).send("!")
        await room.sari.send("halo")
        async with asyncio.timeout(10):
            while not room.conversation.events(SARI):  # noqa: ASYNC110 -- others are handled, too
                await asyncio.sleep(0.02)
        assert room.edge.deliver.undelivered < 200
        await room.edge.deliver.stop()
