"""The whole bot while its disk is against it: it stays, says what is true, and goes on by itself."""

import asyncio
import math
import os
import resource
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.domain.person.zone import Zone
from bot.domain.school.school import School, SchoolId
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.run.wiring import Wiring
from bot.simulator.people_side.person import Person
from bot.simulator.server import Profile, Simulator
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import tiny_store
from tests.free_port import free_port
from tests.shipped import served_world
from tests.store.test_store_writer import writer_of
from tests.test_whole_bot import TOKEN, register, say

ADMIN, SARI, YOSEF = 1, 101, 102


@dataclass
class House:
    """A bot being served on a disk that a test spoils."""

    simulator: Simulator
    parts: Wiring
    data: Path
    port: int
    task: "asyncio.Task[None]"

    @property
    def sari(self) -> Person:
        return self.simulator.person(SARI)

    @property
    def yosef(self) -> Person:
        return self.simulator.person(YOSEF)

    def told(self, words: str) -> int:
        """How many messages with these words whoever runs the bot has got."""
        messages = self.simulator.person(ADMIN).messages
        return sum(words in message.get("text", "") for message in messages)

    async def until(self, found: Callable[[], Any]) -> None:
        """Return when something is so."""
        async with asyncio.timeout(20):
            while not found():  # noqa: ASYNC110 - nobody tells of it
                await asyncio.sleep(0.05)

    async def health(self) -> tuple[int, dict[str, Any]]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}/health") as response,
        ):
            return response.status, await response.json()

    def limit_files(self, size: int) -> None:
        """Let the writer write no file larger than this: a full disk, as it sees it."""
        _, hard = resource.prlimit(writer_of(self.parts.store), resource.RLIMIT_FSIZE)
        resource.prlimit(writer_of(self.parts.store), resource.RLIMIT_FSIZE, (size, hard))

    def freeze(self) -> None:
        """Stop the writer, as a disk that hangs does."""
        os.kill(writer_of(self.parts.store), signal.SIGSTOP)

    def file_of(self, person: int) -> Path:
        return next(self.data.glob(f"people/*/{person}.json"))


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that hangs is found after a second, and a full disk is tried again as soon."""
    monkeypatch.setattr("bot.store.writer.line.LOOK_SECONDS", 0.2)
    monkeypatch.setattr("bot.store.pulse.TRY_SECONDS", 1.0)


@asynccontextmanager
async def a_house(
    data: Path, *, admins: frozenset[int] = frozenset({ADMIN})
) -> AsyncIterator[House]:
    """Run the real bot by polling, with its health page, for two teachers and one who runs it."""
    names = {ADMIN: "Admin", SARI: "Sari", YOSEF: "Yosef"}
    simulator = Simulator(TOKEN, [Profile(id=one, first_name=name) for one, name in names.items()])
    simulator.world.human(ADMIN).started = True
    stop, port, found = asyncio.Event(), free_port(), list[Wiring]()

    async def prepare(parts: Wiring) -> None:
        found.append(parts)

    async with simulator.serve() as address:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=address,
            data_dir=data,
            admin_ids=admins,
            port=port,
            messages_per_second=math.inf,
            operator="KKG Contoh",
        )
        task = asyncio.create_task(
            serve_bot(settings, stop, prepare=prepare, world=served_world(settings))
        )
        try:
            await simulator.person(SARI).send("/start")
            await simulator.person(SARI).next_message(timeout=20)
            yield House(simulator, found[0], data, port, task)
            assert not task.done()
        finally:
            stop.set()
            async with asyncio.timeout(5):
                await task


async def test_a_full_disk_ends_nothing_and_is_told(tmp_path: Path) -> None:
    """Each one hears that hers was not saved, /health and the admin know, and all mends by itself."""
    async with a_house(tmp_path) as house:
        await register(house.sari)
        house.limit_files(64)
        for _ in range(5):
            assert "belum tersimpan" in (await say(house.sari, "/mulai"))["text"]
        await house.until(lambda: house.told("tidak ada yang dapat disimpan"))
        _, facts = await house.health()
        assert (facts["ok"], facts["people"]) == (False, 1)
        house.limit_files(1 << 30)
        await house.until(lambda: house.told("berjalan lagi"))
        assert "Kemajuan" in (await say(house.sari, "/mulai"))["text"]
        assert (await house.health())[1]["ok"]
        assert (house.told("tidak ada yang dapat disimpan"), house.told("berjalan lagi")) == (1, 1)


async def test_a_writer_that_hangs_costs_nobody_her_turn(tmp_path: Path) -> None:
    """Everybody who wrote meanwhile is answered and saved, and the admin knows of it."""
    async with a_house(tmp_path) as house:
        await register(house.sari)
        house.freeze()
        assert "Kemajuan" in (await say(house.sari, "/mulai"))["text"]
        await house.until(lambda: house.told("macet"))


async def test_a_bot_whose_writer_hangs_stops_when_told(tmp_path: Path) -> None:
    """With a turn waiting for a writer that is stopped, the end comes within its 5 seconds."""
    async with a_house(tmp_path) as house:
        await register(house.sari)
        house.freeze()
        await house.sari.send("/mulai")


@pytest.mark.parametrize("spoiled", ["folder", "empty", "pipe", "gone"])
async def test_a_document_spoiled_while_the_bot_runs_is_told_truly(
    tmp_path: Path, spoiled: str
) -> None:
    """Its owner reads that the admin was told once that is so; however often she taps, all else goes on."""
    async with a_house(tmp_path) as house:
        await register(house.sari)
        await register(house.yosef)
        path = house.file_of(SARI)
        if spoiled == "empty":
            path.write_bytes(b"")
        else:
            path.unlink()
        if spoiled == "folder":
            path.mkdir()
        elif spoiled == "pipe":
            os.mkfifo(path)
        for _ in range(5):
            text = (await say(house.sari, "/mulai"))["text"]
            assert "perlu diperbaiki" in text
            assert "Pengelola sudah diberi tahu" in text
        assert house.told(f"{SARI}.json") == 1
        assert "Kemajuan" in (await say(house.yosef, "/mulai"))["text"]
        assert (await house.health())[1]["unreadable"] == 1


async def test_nobody_is_promised_what_was_not_done(tmp_path: Path) -> None:
    """Without anybody to tell, her message does not say that somebody was told."""
    async with a_house(tmp_path, admins=frozenset()) as house:
        await register(house.sari)
        house.file_of(SARI).write_bytes(b"{")
        text = (await say(house.sari, "/mulai"))["text"]
        assert "perlu diperbaiki" in text
        assert "diberi tahu" not in text
        assert "KKG Contoh" in text


async def test_a_damaged_school_is_called_a_school(tmp_path: Path) -> None:
    """The admin reads of a school, not of a teacher, and her list shows the other schools."""
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    for number in (1, 2):
        school = School(id=SchoolId(f"{number:010x}"), name=f"SD Negeri {number}", zone=Zone.WIB)
        await store.update(SCHOOLS, school.id, lambda _, s=school: (Put(s), None))  # type: ignore[misc] # bound by its default
    await store.close()
    next(tmp_path.glob("schools/*/0000000001.json")).write_bytes(b"{")
    async with a_house(tmp_path) as house:
        await house.until(lambda: house.told("1 catatan sekolah"))
        assert house.told("catatan guru") == 0
        admin = house.simulator.person(ADMIN)
        await register(admin)
        await admin.send("/admin")
        await house.until(lambda: house.told("1 catatan sekolah tidak dapat dibaca"))
        assert "SD Negeri 2" in str(admin.messages)
