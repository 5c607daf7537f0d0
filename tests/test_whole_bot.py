"""The whole bot against the simulator over real sockets: store, conversation, edge."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from tinydb import TinyDB

from bot.domain.person.person import CONSENT_VERSION
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.simulator.people_side.person import Person
from bot.simulator.server import Profile, Simulator
from bot.store.tiny.store import TinyStore
from tests.free_port import free_port
from tests.shipped import served_world

TOKEN = "123456:a-pretend-token-of-the-tests"
SARI, YOSEF = 101, 102
REGISTRATION = (
    "welcome:agree",
    "ask:set:address:ibu:daftar",
    "ask:set:level:sd:daftar",
    "ask:skip:daftar",
    "ask:set:zone:WIB:daftar",
)


def settings_for(address: str, data: Path, webhook: str | None) -> Settings:
    return Settings(
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=address,
        data_dir=data,
        webhook_url=webhook,
        webhook_secret=SecretStr("a-secret-of-the-tests") if webhook else None,
        port=int(webhook.rsplit(":", 1)[1]) if webhook else 0,
        messages_per_second=math.inf,
        operator="KKG Contoh",
    )


@asynccontextmanager
async def bot_running(
    simulator: Simulator, address: str, data: Path, webhook: str | None = None, **other: Any
) -> AsyncIterator[None]:
    """Run the real bot while the block lasts, with these other settings."""
    settings = settings_for(address, data, webhook).model_copy(update=other)
    stop = asyncio.Event()
    world, clock = served_world(settings), simulator.clock.now
    bot = asyncio.create_task(serve_bot(settings, stop, clock, health=False, world=world))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(bot, 10)


@pytest.fixture(params=["polling", "webhook"])
def webhook(request: pytest.FixtureRequest) -> str | None:
    """Where updates are sent to, or None for polling."""
    return f"http://127.0.0.1:{free_port()}" if request.param == "webhook" else None


@pytest.fixture
def simulator() -> Simulator:
    return Simulator(
        TOKEN, [Profile(id=SARI, first_name="Sari"), Profile(id=YOSEF, first_name="Yosef")]
    )


async def say(person: Person, text: str) -> dict[str, Any]:
    """Send a text and return what the bot shows next."""
    await person.send(text)
    return await person.next_message(timeout=10)


async def tap(person: Person, message_id: int, data: str) -> dict[str, Any]:
    """Press a button and return what the bot shows next."""
    await person.tap(message_id, data=data)
    return await person.next_message(timeout=10)


async def asked_for(simulator: Simulator, method: str) -> None:
    """Return when the bot has called a method."""
    while method not in {called for called, _ in simulator.calls}:  # noqa: ASYNC110 -- the simulator tells calls by a list
        await asyncio.sleep(0.01)


async def register(person: Person) -> int:
    """Register and return the id of the message that now shows the end of the registration."""
    message = await say(person, "/start")
    for data in REGISTRATION:
        message = await tap(person, message["message_id"], data)
    return int(message["message_id"])


def stored(data: Path, person: int) -> dict[str, Any] | None:
    """Read a person's file the way anybody would."""
    path = next(data.glob(f"people/*/{person}.json"), None)
    if path is None:
        return None
    with TinyDB(path, access_mode="r") as database:
        return dict(database.all()[0])


async def test_a_teacher_goes_on_where_she_stopped(
    simulator: Simulator, tmp_path: Path, webhook: str | None
) -> None:
    """After a restart "Lanjutkan" leads to the very page she read last."""
    async with simulator.serve() as address:
        sari = simulator.person(SARI)
        async with bot_running(simulator, address, tmp_path, webhook):
            message_id = await register(sari)
            await tap(sari, message_id, "steps:page:rancang:makna")
            page = await tap(sari, message_id, "steps:page:rancang:contoh")
            assert page["message_id"] == message_id, "the pressed message is edited"
        async with bot_running(simulator, address, tmp_path, webhook):
            menu = await say(sari, "/mulai")
            first_button = menu["reply_markup"]["inline_keyboard"][0][0]
            assert first_button["callback_data"] == "steps:page:rancang:contoh"
            again = await tap(sari, menu["message_id"], first_button["callback_data"])
            assert again["text"] == page["text"]


async def test_nothing_is_stored_without_consent(simulator: Simulator, tmp_path: Path) -> None:
    """Somebody who only reads leaves no file; after agreeing there is one that TinyDB opens."""
    async with simulator.serve() as address, bot_running(simulator, address, tmp_path):
        sari = simulator.person(SARI)
        message = await say(sari, "/start")
        await tap(sari, message["message_id"], "welcome:later")
        await say(sari, "langkah 4")
        assert stored(tmp_path, SARI) is None
        await tap(sari, message["message_id"], "welcome:agree")
        document = stored(tmp_path, SARI)
        assert document is not None
        assert document["consent"]["version"] == CONSENT_VERSION


async def test_own_data_come_as_a_file_and_can_be_deleted(
    simulator: Simulator, tmp_path: Path
) -> None:
    """The copy is a JSON document and pages; after the second tap the file is gone from the store."""
    async with simulator.serve() as address, bot_running(simulator, address, tmp_path):
        sari = simulator.person(SARI)
        await register(sari)
        await sari.send("/unduh_data")
        first = await sari.next_message(timeout=10)
        pages = await sari.next_message(timeout=10)
        screen = await sari.next_message(timeout=10)
        assert first["document"]["file_name"].endswith(".json")
        assert pages["document"]["file_name"].endswith(".pdf")
        assert "text" in screen
        asked = await say(sari, "/hapus_data")
        buttons = [
            b["callback_data"] for row in asked["reply_markup"]["inline_keyboard"] for b in row
        ]
        confirm = next(data for data in buttons if data.startswith("privacy:erased:"))
        await tap(sari, asked["message_id"], confirm)
        assert stored(tmp_path, SARI) is None
        assert list(tmp_path.glob(f"people/*/{SARI}*")) == []


async def test_a_blocked_bot_leaves_the_person_alone_until_she_returns(
    simulator: Simulator, tmp_path: Path
) -> None:
    """Blocking marks the person unreachable in the store; writing again takes it back."""
    async with simulator.serve() as address:
        async with bot_running(simulator, address, tmp_path):
            await register(simulator.person(SARI))
            await simulator.person(SARI).block()
            await register(simulator.person(YOSEF))  # later updates, so the block was handled
        document = stored(tmp_path, SARI)
        assert document is not None
        assert document["reachable"] is False
        async with bot_running(simulator, address, tmp_path):
            await simulator.person(SARI).unblock()
            await say(simulator.person(SARI), "/mulai")
        document = stored(tmp_path, SARI)
        assert document is not None
        assert document.get("reachable", True) is True


async def test_a_damaged_file_harms_only_its_owner(simulator: Simulator, tmp_path: Path) -> None:
    """Whose file cannot be read is told so and not treated as new; all others are served."""
    async with simulator.serve() as address:
        async with bot_running(simulator, address, tmp_path):
            await register(simulator.person(SARI))
            await register(simulator.person(YOSEF))
        next(tmp_path.glob(f"people/*/{SARI}.json")).write_bytes(b"")
        async with bot_running(simulator, address, tmp_path):
            told = await say(simulator.person(SARI), "/mulai")
            assert "perlu diperbaiki" in told["text"]
            steps = await tap(simulator.person(SARI), told["message_id"], "steps:list")
            assert "13 langkah" in steps["text"], "she may still read"
            assert "KKG Contoh" in told["text"]
            served = await say(simulator.person(YOSEF), "/mulai")
            assert "Kemajuan" in served["text"]


async def test_a_start_without_the_cache_reads_the_rest_later(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a start has looked at in part only is read in full once people are served."""
    proved = asyncio.Event()

    async def noted(_: TinyStore) -> None:
        proved.set()

    monkeypatch.setattr(TinyStore, "prove", noted)
    async with simulator.serve() as address, bot_running(simulator, address, tmp_path):
        await asyncio.wait_for(proved.wait(), 10)


async def test_the_profile_is_announced_once(simulator: Simulator, tmp_path: Path) -> None:
    """Commands and descriptions are set at the first start and not again at the second."""
    async with simulator.serve() as address:
        for _ in range(2):
            async with bot_running(simulator, address, tmp_path):
                await say(simulator.person(SARI), "/mulai")
                await asyncio.wait_for(asked_for(simulator, "getMyShortDescription"), 10)
        calls = [method for method, _ in simulator.calls]
        assert calls.count("setMyCommands") == 1
        assert calls.count("setMyDescription") == 1
