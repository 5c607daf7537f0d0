"""Files: uploads, their checks, reuse by file_id, and downloads."""

import io
from datetime import timedelta

import pytest

from bot.simulator.message.files import photo_dimensions
from tests.simulator.bot_side import BUDI, SITI, TOKEN, BotSide, png

PDF = b"%PDF-1.7 pretend" * 100_000


async def test_an_uploaded_photo_has_sizes(bot: BotSide) -> None:
    """A photo comes back as sizes in ascending order, each with its own identifier."""
    answer = await bot.upload("sendPhoto", "photo", png(), chat_id=str(SITI), caption="Bagan")
    sizes = answer["result"]["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(90, 68), (320, 240), (640, 480)]
    assert len({size["file_id"] for size in sizes}) == 3
    assert answer["result"]["caption"] == "Bagan"


async def test_a_file_is_sent_again_by_its_identifier(bot: BotSide) -> None:
    """A file_id sends the same file to someone else; a wrong one is refused."""
    answer = await bot.upload("sendDocument", "document", PDF, "rpp.pdf", chat_id=str(SITI))
    document = answer["result"]["document"]
    assert document["file_name"] == "rpp.pdf"
    again = await bot.ok("sendDocument", chat_id=BUDI, document=document["file_id"])
    assert again["document"] == document
    wrong = await bot.refused("sendDocument", chat_id=BUDI, document="AAA")
    assert wrong == "Bad Request: wrong file identifier/HTTP URL specified"
    other = await bot.refused("sendPhoto", chat_id=BUDI, photo=document["file_id"])
    assert other == "Bad Request: can't use file of type Document as Photo"


async def test_a_file_is_loaded_over_its_link(bot: BotSide) -> None:
    """The link of getFile gives the bytes for an hour."""
    message = await bot.siti.document("rpp.pdf", PDF, media_type="application/pdf")
    assert message["document"]["mime_type"] == "application/pdf"
    file = await bot.ok("getFile", file_id=message["document"]["file_id"])
    url = f"{bot.address}/file/bot{TOKEN}/{file['file_path']}"
    async with bot.session.get(url) as response:
        assert await response.read() == PDF
    bot.simulator.clock.advance(timedelta(hours=2))
    async with bot.session.get(url) as response:
        assert (await response.json())["error_code"] == 404


async def test_large_files_are_not_handed_out(bot: BotSide) -> None:
    """A bot loads at most 20 MB."""
    message = await bot.siti.document("film.zip", bytes((20 << 20) + 1))
    refusal = await bot.refused("getFile", file_id=message["document"]["file_id"])
    assert refusal == "Bad Request: file is too big"
    assert await bot.refused("getFile") == "Bad Request: file_id not specified"
    assert await bot.refused("getFile", file_id="AAA") == "Bad Request: invalid file_id"


async def test_an_upload_above_50_mb_is_stopped_by_the_front_server(bot: BotSide) -> None:
    """More than 50 MB is answered with a page and status 413."""
    url = f"{bot.address}/bot{TOKEN}/sendDocument"
    form = {"chat_id": str(SITI), "document": io.BytesIO(bytes((51 << 20) + 1))}
    async with bot.session.post(url, data=form) as response:
        assert response.status == 413
        assert response.content_type == "text/html"


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"", "a.png", "file must be non-empty"),
        (b"teks", "a.png", "IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "a.png", "PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "a.png", "PHOTO_INVALID_DIMENSIONS"),
        (png(), "a.pdf", ("photo has unsupported extension. "
         "Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp")),
    ],
)  # fmt: skip
async def test_a_faulty_photo_is_refused(
    bot: BotSide, content: bytes, name: str, refusal: str
) -> None:
    """A photo is looked at before it is sent."""
    answer = await bot.upload("sendPhoto", "photo", content, name, chat_id=str(SITI))
    assert answer["description"] == f"Bad Request: {refusal}"


async def test_a_photo_has_at_most_10_mb(bot: BotSide) -> None:
    """A larger one is refused with its size; as a document it passes."""
    content = png() + bytes(10 << 20)
    answer = await bot.upload("sendPhoto", "photo", content, chat_id=str(SITI))
    assert answer["description"] == (
        f"Bad Request: file of size {len(content)} bytes is too big for a photo; "
        "the maximum size is 10485760 bytes"
    )
    assert (await bot.upload("sendDocument", "document", content, chat_id=str(SITI)))["ok"]


def test_a_jpeg_tells_its_size() -> None:
    """The size of a JPEG is read from its frame header."""
    head = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc2\x00\x0b\x08\x01\x2c\x01\x90\x01\x01\x11\x00"
    assert photo_dimensions(head) == (400, 300)


async def test_a_missing_file_is_refused(bot: BotSide) -> None:
    """Without a file there is nothing to send, and links are not loaded."""
    refusal = await bot.refused("sendVoice", chat_id=SITI)
    assert refusal == "Bad Request: there is no voice in the request"
    link = await bot.refused("sendPhoto", chat_id=SITI, photo="https://a.id/x.png")
    assert link == "Bad Request: failed to get HTTP URL content"


async def test_a_caption_is_edited_and_limited(bot: BotSide) -> None:
    """A caption has 1024 characters; too long ones differ between send and edit."""
    refusal = await bot.upload("sendVoice", "voice", b"OggS", chat_id=str(SITI), caption="x" * 1025)
    assert refusal["description"] == "Bad Request: message caption is too long"
    voice = await bot.upload("sendVoice", "voice", b"OggS", chat_id=str(SITI), duration="3")
    assert voice["result"]["voice"]["duration"] == 3
    where = {"chat_id": SITI, "message_id": voice["result"]["message_id"]}
    edited = await bot.ok("editMessageCaption", **where, caption="<i>x</i>", parse_mode="HTML")
    assert edited["caption_entities"] == [{"type": "italic", "offset": 0, "length": 1}]
    assert edited["voice"] == voice["result"]["voice"]
    too_long = await bot.refused("editMessageCaption", **where, caption="x" * 1025)
    assert too_long == "Bad Request: MEDIA_CAPTION_TOO_LONG"
    text = await bot.refused("editMessageText", **where, text="x")
    assert text == "Bad Request: there is no text in the message to edit"


async def test_an_album_shares_one_number(bot: BotSide) -> None:
    """SendMediaGroup answers with its messages; they share media_group_id."""
    photo = (await bot.upload("sendPhoto", "photo", png(), chat_id=str(SITI)))["result"]["photo"]
    item = {"type": "photo", "media": photo[-1]["file_id"]}
    album = await bot.ok("sendMediaGroup", chat_id=SITI, media=[item, {**item, "caption": "x"}])
    assert len({message["media_group_id"] for message in album}) == 1
    assert album[1]["caption"] == "x"


@pytest.mark.parametrize(
    ("media", "refusal"),
    [
        ([], "there are no messages to send"),
        ([{"type": "animation", "media": "x"}],
         "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup"),
        ([{"type": "photo"}], "can't parse InputMedia: media not found"),
        ([{"type": "photo", "media": "attach://x"}], "can't parse InputMedia: media not found"),
    ],
)  # fmt: skip
async def test_a_faulty_album_is_refused(
    bot: BotSide, media: list[dict[str, str]], refusal: str
) -> None:
    """An album is read as a whole before anything is sent."""
    answer = await bot.refused("sendMediaGroup", chat_id=SITI, media=media)
    assert answer == f"Bad Request: {refusal}"
