"""Broadcasting through the whole bot: a photo by its file_id, a reply by Telegram's own means, and back."""

import asyncio
import math
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.cluster.clock import wall_clock
from bot.domain.broadcast.broadcast import Draft
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.simulator.people_side.person import Person
from bot.simulator.server import Profile, Simulator
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import tiny_store
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import teacher
from tests.shipped import served_world
from tests.simulator.bot_side import png

TOKEN = "123456:a-pretend-token-of-the-tests"
SARI = 1_001
WEDNESDAY = datetime(2026, 10, 21, 5, 0, tzinfo=UTC)


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Simulator]:
    """The running bot with Made, about to write a broadcast, and his teacher Sari.

    It is Wednesday noon whenever the tests run: nothing is due then that would come between.
    """
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    await store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
    made = teacher(MADE).at("siar.write", SCHOOL.id)
    draft = Draft(school=SCHOOL.id, important=True)
    await keep(store, replace(made, composing=draft, seen_at=WEDNESDAY))
    await keep(store, member(SARI, WEDNESDAY))
    await store.close()
    simulator = Simulator(
        TOKEN, [Profile(id=MADE, first_name="Made"), Profile(id=SARI, first_name="S")]
    )
    for person in (MADE, SARI):
        simulator.world.people[person].started = True
    stop, ahead = asyncio.Event(), WEDNESDAY - wall_clock()
    async with simulator.serve() as address:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=address,
            data_dir=tmp_path,
            messages_per_second=math.inf,
        )
        clock = lambda: wall_clock() + ahead  # noqa: E731 -- a time of day, going on
        bot = asyncio.create_task(
            serve_bot(settings, stop, clock, health=False, world=served_world(settings))
        )
        yield simulator
        stop.set()
        await asyncio.wait_for(bot, 10)


def data_of(message: dict[str, Any], start: str) -> str:
    """The data of the button that begins so."""
    rows = message["reply_markup"]["inline_keyboard"]
    return next(
        str(button["callback_data"])
        for row in rows
        for button in row
        if button["callback_data"].startswith(f"{start}:")
    )


async def until(person: Person, words: str) -> dict[str, Any]:
    """The next message or edit in which these words stand."""
    while True:
        message = await person.next_message(timeout=20)
        if words in (message.get("text") or message.get("caption") or ""):
            return message


async def test_a_photo_goes_out_and_answers_go_back_and_forth(telegram: Simulator) -> None:
    """Sent by its file_id with her name in it; both answers quote and name, and nothing is uploaded."""
    made, sari = telegram.person(MADE), telegram.person(SARI)
    photo = await made.photo(png(), "Untuk [nama] & semua")
    check = await until(made, "Periksa siaran")
    await made.tap(check["message_id"], f"{data_of(check, 'siar:send')}:ya")
    got = await until(sari, "Untuk Guru")
    assert got["caption"] == "Made · SDN 3 <Melati>\n\nUntuk Guru 1001 & semua"
    assert got["photo"][-1]["file_id"] == photo["photo"][-1]["file_id"]
    await sari.send("Siap & hadir", reply_to=got["message_id"])
    letter = await until(made, "Balasan dari Guru 1001")
    assert "Siap & hadir" in letter["text"]
    await made.tap(letter["message_id"], data_of(letter, "reply:to"))
    await until(made, "ketik balasan")
    await made.send("Terima kasih")
    back = await until(sari, "Balasan dari Made")
    assert "Terima kasih" in back["text"]
    await sari.tap(back["message_id"], data_of(back, "reply:to"))
    await until(sari, "ketik balasan")
    answer = await sari.photo(png(), "Ini <jadwalnya>")
    picture = await until(made, "Ini <jadwalnya>")
    assert picture["caption"].startswith("Balasan dari Guru 1001")
    assert picture["photo"][-1]["file_id"] == answer["photo"][-1]["file_id"]
    assert [name for name, _ in telegram.calls if name == "sendPhoto"] == ["sendPhoto"] * 2


async def test_formatting_arrives_as_it_was_typed(telegram: Simulator) -> None:
    """A link she typed stays a link; what looks like HTML stays words."""
    made, sari = telegram.person(MADE), telegram.person(SARI)
    await made.send("<b>Baca</b> https://contoh.id/a?b=1&c=2")
    check = await until(made, "Periksa siaran")
    await made.tap(check["message_id"], f"{data_of(check, 'siar:send')}:ya")
    got = await until(sari, "Baca")
    assert got["text"].endswith("<b>Baca</b> https://contoh.id/a?b=1&c=2")
    done = await until(made, "selesai")
    assert done["message_id"] == check["message_id"], "progress is shown where she watches"
