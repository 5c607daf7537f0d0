"""Pictures on their way: a photo, or a document where Telegram does not take a photo."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO

from PIL import Image

from bot.chat.model import Button, Picture, Screen
from bot.domain.broadcast.verdict import Refused, Sent
from bot.simulator.server import Simulator
from bot.telegram.send.sending import Sending
from tests.telegram.echo import SARI, Echo, edge_to, simulator, utc_now


def png() -> bytes:
    content = BytesIO()
    Image.new("RGB", (108, 150), "white").save(content, "PNG")
    return content.getvalue()


PICTURE = Picture("evaluasi.png", png(), "<i>Tingkat Anda</i>", ((Button("Menu", "menu"),),))


@asynccontextmanager
async def opened() -> AsyncIterator[tuple[Simulator, Sending]]:
    telegram = simulator()
    async with telegram.serve() as address:
        edge = edge_to(address, Echo())
        await edge.application.initialize()
        await telegram.person(SARI).send("/start")
        try:
            yield telegram, Sending(edge.bot, edge.limiter, utc_now, pauses=(0, 0, 0))
        finally:
            await edge.deliver.stop()
            await edge.application.shutdown()


async def test_a_picture_is_sent_as_a_photo_with_caption_and_buttons() -> None:
    """It arrives as a photo, its caption formatted, its buttons below."""
    async with opened() as (telegram, sending):
        verdict = await sending.show(SARI, PICTURE)
        message = telegram.person(SARI).messages[-1]
    assert verdict == Sent(message["message_id"])
    assert message["photo"]
    assert message["caption"] == "Tingkat Anda"
    assert message["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "menu"


async def test_a_photo_that_is_refused_comes_as_a_document() -> None:
    """What Telegram does not take as a photo still reaches her, under its name."""
    async with opened() as (telegram, sending):
        fault = {"method": "sendPhoto", "status": 400, "description": "Bad Request: PHOTO_INVALID"}
        telegram.world.faults.order({"errors": [{**fault, "times": 1}]})
        verdict = await sending.show(SARI, PICTURE)
        message = telegram.person(SARI).messages[-1]
    assert isinstance(verdict, Sent)
    assert message["document"]["file_name"] == "evaluasi.png"
    assert message["caption"] == "Tingkat Anda"


async def test_a_picture_refused_both_ways_is_refused() -> None:
    """When a document is not taken either, that is the verdict."""
    async with opened() as (telegram, sending):
        refusal = {"status": 400, "description": "Bad Request: not today", "times": 1}
        ways = [{"method": method, **refusal} for method in ("sendPhoto", "sendDocument")]
        telegram.world.faults.order({"errors": ways})
        assert isinstance(await sending.show(SARI, PICTURE), Refused)


async def test_the_screen_after_a_picture_is_a_message_of_its_own() -> None:
    """A button below a photo cannot turn the photo into text; the screen follows it."""
    async with opened() as (telegram, sending):
        photo = await sending.show(SARI, PICTURE)
        assert isinstance(photo, Sent)
        verdict = await sending.show(SARI, Screen("Menu"), edits=photo.message_id)
        assert isinstance(verdict, Sent)
        assert verdict.message_id != photo.message_id
        assert telegram.person(SARI).messages[-1]["text"] == "Menu"
