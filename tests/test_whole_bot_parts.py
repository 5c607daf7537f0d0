"""The whole bot and what arrives in parts: long texts, albums, edits; also when it is killed between."""

import asyncio
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.domain.person.person import Place
from bot.simulator.people_side.person import Person
from bot.simulator.server import Profile, Simulator
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.held import HELD
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING
from tests.forked import Running, process
from tests.free_port import free_port
from tests.telegram.test_handlers import PHOTO
from tests.test_whole_bot import SARI, TOKEN, bot_running, say
from tests.test_whole_bot_trouble import stored

WROTE = "bbbbbbbbbbbb"
WRITING = Place("siar.write", (SCHOOL.id, "baru"))
ANSWERING = Place("reply.write", (SCHOOL.id, WROTE))
CIRCULAR = " ".join(f"Butir {number} dari undangan rapat." for number in range(1, 400))[:4_513]


@pytest.fixture(params=["polling", "webhook"])
def webhook(request: pytest.FixtureRequest) -> str | None:
    """Where updates are sent to, or None for polling."""
    return f"http://127.0.0.1:{free_port()}" if request.param == "webhook" else None


@pytest.fixture
async def simulator() -> Simulator:
    simulator = Simulator(
        TOKEN, [Profile(id=MADE, first_name="Made"), Profile(id=SARI, first_name="Sari")]
    )
    simulator.clock.set(OPENING)
    for human in simulator.world.people.values():
        human.started = True
    return simulator


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """A school whose coordinator is asked for a broadcast, and whose teacher for an answer.

    The bot begins nothing with either: what is due today must not come between the answers.
    """
    head = replace(member(MADE, OPENING), place=WRITING, seen_at=OPENING, quiet=True)
    teacher = replace(member(SARI, OPENING), place=ANSWERING, seen_at=OPENING, quiet=True)
    async with stored(tmp_path) as store:
        await store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
        await keep(store, head)
        await keep(store, teacher)
    return tmp_path


async def look(data: Path, number: int) -> Any:
    async with stored(data) as store:
        assert await store.find(HELD) == [], "nothing is held back any more"
        return await store.get(PEOPLE, str(number))


async def sends(data: Path) -> bool:
    """Whether anybody has sent anything to others."""
    async with stored(data) as store:
        return bool(await store.find(BROADCASTS))


def texts(person: Person) -> list[str]:
    """Everything the bot has sent to somebody."""
    return [
        message.get("text", "")
        for message in person.messages
        if message["from"]["is_bot"]
    ]  # fmt: skip


async def test_a_broadcast_too_long_for_one_message_is_refused_as_a_whole(
    simulator: Simulator, data: Path, webhook: str | None
) -> None:
    """Its end does not become the draft; she is told once how long it is."""
    made = simulator.person(MADE)
    async with simulator.serve() as address, bot_running(simulator, address, data, webhook):
        await made.paste(CIRCULAR)
        answer = await made.next_message(timeout=10)
        assert "4.513" in answer["text"] or "4513" in answer["text"] or "4512" in answer["text"]
        await say(made, "Rapat besok.")
    person = await look(data, MADE)
    assert person.composing.content.text == "Rapat besok."
    assert sum("Panjangnya" in text for text in texts(made)) == 1


async def test_a_letter_too_long_for_one_message_is_refused_as_a_whole(
    simulator: Simulator, data: Path, webhook: str | None
) -> None:
    """Its end does not leave as the answer."""
    sari = simulator.person(SARI)
    async with simulator.serve() as address, bot_running(simulator, address, data, webhook):
        await sari.paste(CIRCULAR)
        await sari.next_message(timeout=10)
    person = await look(data, SARI)
    assert not await sends(data)
    assert person.place.screen == ANSWERING.screen
    assert len(person.updates) == 2
    assert len(texts(sari)) == 1


async def test_an_album_is_one_broadcast_and_one_answer(
    simulator: Simulator, data: Path, webhook: str | None
) -> None:
    """Of ten photos the first is taken, with the caption of whichever has one, and she is told so."""
    made = simulator.person(MADE)
    async with simulator.serve() as address, bot_running(simulator, address, data, webhook):
        messages = await made.album(*[("photo", PHOTO, "")] * 9, ("photo", PHOTO, "Foto rapat"))
        answer = await made.next_message(timeout=10)
    assert "Dari 10 foto, siaran memuat satu: foto pertama" in answer["text"]
    assert len(texts(made)) == 1
    person = await look(data, MADE)
    assert person.composing.content.file == messages[0]["photo"][-1]["file_id"]
    assert person.composing.content.text == "Foto rapat"
    assert len(person.updates) == 10


async def test_an_album_where_none_is_taken_gets_one_answer(
    simulator: Simulator, data: Path, webhook: str | None
) -> None:
    """Ten photos at the menu are answered once."""
    sari = simulator.person(SARI)
    async with simulator.serve() as address, bot_running(simulator, address, data, webhook):
        await say(sari, "/mulai")
        await sari.album(*[("photo", PHOTO, "")] * 10)
        answer = await sari.next_message(timeout=10)
    assert "10 foto" in answer["text"]
    assert len(texts(sari)) == 2


async def test_a_reaction_is_no_edit(simulator: Simulator, data: Path, webhook: str | None) -> None:
    """An edit that changes nothing gets no answer; one that does is answered without blame."""
    sari = simulator.person(SARI)
    async with simulator.serve() as address, bot_running(simulator, address, data, webhook):
        await say(sari, "/mulai")
        message = await sari.send("langkah 1")
        await sari.next_message(timeout=10)
        await sari.touch(message["message_id"])
        await sari.edit(message["message_id"], "langkah 2")
        answer = await sari.next_message(timeout=10)
    assert "pesan baru" in answer["text"]
    assert len(texts(sari)) == 3


def killed(address: str, data: Path, webhook: str | None) -> AbstractContextManager[Running]:
    """Return the bot as a process of its own, killed at the end."""
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATA_DIR": str(data),
        "MESSAGES_PER_SECOND": "inf",
    }
    if webhook:
        port = webhook.rsplit(":", 1)[1]
        secret = "a-secret-of-the-tests"
        settings |= {"WEBHOOK_URL": webhook, "WEBHOOK_SECRET": secret, "PORT": port}
    return process("run", cwd=data.parent, **settings)


async def called(simulator: Simulator, method: str, times: int = 1) -> None:
    """Return when the bot has called a method so often."""
    async with asyncio.timeout(30):
        while sum(name == method for name, _ in simulator.calls) < times:  # noqa: ASYNC110 -- the simulator tells calls by a list
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("writer", [MADE, SARI], ids=["broadcast", "letter"])
async def test_a_kill_between_two_parts_loses_neither(
    simulator: Simulator, data: Path, webhook: str | None, writer: int
) -> None:
    """After kill -9 the first part comes again, or was kept, and is joined with the second."""
    person = simulator.person(writer)
    first, second = CIRCULAR[:4_096], CIRCULAR[4_096:]
    async with simulator.serve() as address:
        with killed(address, data, webhook):
            await called(simulator, "setWebhook" if webhook else "getUpdates")
            await person.send(first)
            if webhook:
                async with asyncio.timeout(10):
                    while len(simulator.world.queue):  # noqa: ASYNC110 -- nothing is told of it
                        await asyncio.sleep(0.01)
            else:
                await called(simulator, "getUpdates", 3)
        assert texts(person) == []
        await person.send(second)
        async with bot_running(simulator, address, data, webhook):
            await person.next_message(timeout=20)
    after = await look(data, writer)
    assert len(after.updates) == 2
    assert len(texts(person)) == 1
    assert not await sends(data)
    assert after.composing is None or after.composing.content.is_empty


async def test_nothing_of_a_guest_is_kept(simulator: Simulator, tmp_path: Path) -> None:
    """Somebody without a consent pastes a long text by webhook: it is answered, and not on disk."""
    webhook = f"http://127.0.0.1:{free_port()}"
    sari = simulator.person(SARI)
    async with simulator.serve() as address, bot_running(simulator, address, tmp_path, webhook):
        await sari.send("x" * 4_096)
        async with asyncio.timeout(10):
            while len(simulator.world.queue):  # noqa: ASYNC110 -- nothing is told of it
                await asyncio.sleep(0.01)
        assert list(tmp_path.glob("held/**/*.json")) == []
        await sari.send("akhir")
        await sari.next_message(timeout=10)
