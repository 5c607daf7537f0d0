"""When a turn fails, cannot be saved, or is one of hundreds."""

import asyncio
from pathlib import Path

import pytest

from bot.chat.model import Incoming, Screen, Shown, Typed
from bot.errors import StoreUnavailable
from tests.telegram.echo import SARI, TEXTS, Echo, echo
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


async def test_however_many_turns_cannot_be_saved_the_process_goes_on() -> None:
    """A disk that is full for ten turns costs these ten, each person is told, and nobody else anything."""
    full = True

    async def forgetful(incoming: Incoming) -> tuple[Shown, ...]:
        if full and incoming.event != Typed("baca"):
            raise StoreUnavailable(Path("data"), "disk full")
        return await echo(incoming)

    async with talking(Echo(forgetful)) as room:
        for _ in range(10):
            await room.sari.send("halo")
            assert await room.text() == TEXTS.not_saved
        await room.sari.send("baca")
        assert await room.text() == "baca"
        full = False
        await room.sari.send("halo")
        assert await room.text() == "halo"
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
    monkeypatch.setattr("bot.telegram.send.deliver.MOST_UNDELIVERED", 200)
    people = 12
    async with talking(people=people) as room:
        room.edge.limiter.pause(60)
        for _ in range(50):
            for number in range(1, people):
                await room.telegram.person(SARI + number).send("!")
        await room.sari.send("halo")
        async with asyncio.timeout(10):
            while not room.conversation.events(SARI):  # noqa: ASYNC110 -- others are handled, too
                await asyncio.sleep(0.02)
        assert room.edge.deliver.undelivered < 200
        await room.edge.deliver.stop()
