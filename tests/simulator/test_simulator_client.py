"""The answers as python-telegram-bot's own parsers read them."""

from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    MenuButtonCommands,
    Message,
    ReplyKeyboardMarkup,
    TelegramObject,
    Update,
)
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError

from tests.simulator.bot_side import BUDI, SITI, TOKEN, BotSide, png

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="ya")]])


@pytest.fixture
async def client(bot: BotSide, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """A client pointed at the simulator of `bot`."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the client warns at every duration it reads
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)  # httpx refuses a file without certificates
    base = bot.address
    async with Bot(TOKEN, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as client:
        yield client


async def test_every_update_is_understood(bot: BotSide, client: Bot) -> None:
    """All kinds of updates are parsed without a field left over."""
    shown = await client.send_message(SITI, "Mulai?", reply_markup=KEYBOARD)
    gone = await client.send_message(SITI, "x", reply_markup=KEYBOARD)
    await client.delete_message(SITI, gone.message_id)
    sent = await bot.siti.send("/mulai", reply_to=shown.message_id, forward=True)
    own = await bot.siti.send("halo")
    await bot.siti.edit(own["message_id"], "halo!")
    await bot.siti.photo(png(), "papan")
    await bot.siti.document("rpp.pdf", b"%PDF", media_type="application/pdf")
    await bot.siti.voice(b"OggS")
    await bot.siti.sticker()
    await bot.siti.location()
    await bot.siti.contact()
    await bot.siti.tap(shown.message_id, "ya")
    await bot.siti.tap(gone.message_id, "ya")
    await bot.siti.block()
    updates = await client.get_updates(timeout=0)
    assert len(updates) == 12
    assert [_strange(update) for update in updates] == [[]] * 12
    first = updates[0].message
    assert first is not None
    assert (first.message_id, first.text) == (sent["message_id"], "/mulai")
    assert first.forward_origin is not None
    inaccessible = updates[10].callback_query
    assert inaccessible is not None
    assert inaccessible.message is not None
    assert not inaccessible.message.is_accessible
    member = updates[11].my_chat_member
    assert member is not None
    assert member.new_chat_member.status == ChatMemberStatus.BANNED


async def test_every_result_is_understood(client: Bot) -> None:
    """Results of all methods are parsed without a field left over."""
    text = await client.send_message(SITI, "<b>x</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    photo = await client.send_photo(SITI, png(), caption="a", reply_markup=KEYBOARD)
    document = await client.send_document(SITI, b"%PDF", filename="a.pdf")
    voice = await client.send_voice(SITI, b"OggS", duration=2)
    edited = await text.edit_text("y", reply_markup=KEYBOARD)
    captioned = await photo.edit_caption("b")
    assert document.document is not None
    items = [InputMediaDocument(document.document), InputMediaDocument(b"%PDF", filename="b.pdf")]
    album = await client.send_media_group(SITI, items)
    keyboard = await client.send_message(SITI, "x", reply_markup=ReplyKeyboardMarkup([["Menu"]]))
    forced = await client.send_message(SITI, "x", reply_markup=ForceReply())
    assert isinstance(edited, Message)
    assert isinstance(captioned, Message)
    results: list[TelegramObject] = [
        text, photo, document, voice, edited, captioned, *album, keyboard, forced,
        await client.get_me(), await client.get_chat(SITI), await client.get_webhook_info(),
        await document.document.get_file(), await text.copy(BUDI),
        await client.get_chat_menu_button(), await client.get_my_description(),
        await client.get_my_short_description(), await client.get_my_name(),
    ]  # fmt: skip
    assert [_strange(result) for result in results] == [[]] * len(results)
    assert isinstance(await client.get_chat_menu_button(), MenuButtonCommands)


async def test_a_file_comes_back_byte_by_byte(bot: BotSide, client: Bot) -> None:
    """The client loads what a person sent."""
    sent = await bot.siti.document("rpp.pdf", b"%PDF-1.7")
    file = await client.get_file(sent["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"


async def test_commands_travel_both_ways(client: Bot) -> None:
    """What the client sets it gets back."""
    commands = (BotCommand("mulai", "Mulai"), BotCommand("bantuan", "Bantuan"))
    await client.set_my_commands(commands, language_code="id")
    assert await client.get_my_commands(language_code="id") == commands


async def test_refusals_become_the_clients_errors(bot: BotSide, client: Bot) -> None:
    """Refusals arrive as the errors that python-telegram-bot has for them."""
    with pytest.raises(BadRequest, match="Can't parse entities: unsupported start tag"):
        await client.send_message(SITI, "<p>", parse_mode="HTML")
    await bot.siti.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await client.send_message(SITI, "x")
    await bot.post("/sim/faults", {"errors": [{"method": "*", "status": 502}]})
    with pytest.raises(NetworkError):
        await client.send_message(BUDI, "x")
    with pytest.raises(InvalidToken):
        async with Bot("2:WRONG", base_url=f"{bot.address}/bot"):
            pytest.fail("a wrong token must not be taken")


def _strange(value: TelegramObject) -> list[str]:
    """The fields that the client does not know, in the object and all that it holds."""
    found = list(value.api_kwargs)
    for name in value.to_dict():
        part = getattr(value, "from_user" if name == "from" else name, None)
        parts = part if isinstance(part, tuple) else (part,)
        found += [f for one in parts if isinstance(one, TelegramObject) for f in _strange(one)]
    return found


def test_a_strange_field_would_be_seen() -> None:
    """The check of the tests above finds a field that the client does not know."""
    update = Update.de_json(
        {"update_id": 1, "message": {"message_id": 1, "date": 1, "moon": 1,
                                     "chat": {"id": 1, "type": "private"}}}
    )  # fmt: skip
    assert _strange(update) == ["moon"]
