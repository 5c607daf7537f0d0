"""What somebody did at once is one event, in however many updates it arrives; all else passes."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.chat.model import Command, Event, Incoming, Media, MediaKind, Typed
from bot.domain.person.person import PersonId
from bot.simulator.server import Simulator
from bot.telegram.api.waits import Waits
from bot.telegram.receive.gather import MOST_TEXTS, TOGETHER_SECONDS
from tests.telegram.echo import BUDI, SARI, Echo, simulator
from tests.telegram.test_handlers import PHOTO
from tests.telegram.test_unreadable import served

WAYS = pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
FOR_EVER = Waits(part=3_600)
PHOTO_ITEM = ("photo", PHOTO, "")
SENTENCES = " ".join(f"Kalimat ke-{number} tentang rapat besok." for number in range(1, 400))
LINES = "\n".join(f"{number}. Butir rapat yang cukup panjang." for number in range(1, 400))
BLOCKS = "\n\n".join("Paragraf undangan rapat. " * 8 for _ in range(60))


async def done(telegram: Simulator, conversation: Echo, count: int) -> None:
    """Return when so many events were handled, and everything is confirmed."""
    await conversation.until_handled(count)
    async with asyncio.timeout(10):
        while len(telegram.world.queue):  # noqa: ASYNC110 -- the simulator tells nobody of confirmations
            await asyncio.sleep(0.02)


def words(text: str) -> str:
    return " ".join(text.split())


CUT = {
    "two parts": SENTENCES[:4_513],
    "full": SENTENCES[:8_000],
    "three parts": SENTENCES[:9_000],
    "x": "x" * 4_097,
    "xxx": "x" * 9_000,
    "lines": LINES[:6_000],
    "blocks": BLOCKS[:7_000],
    "emoji": "\N{GRINNING FACE}" * 2_000 + "x" * 2_500,
    "command": "/bantuan " + SENTENCES[:6_000],
}


@WAYS
async def test_a_text_the_app_has_cut_is_one_event(webhook: bool) -> None:
    """Two or three messages become the text that was written, with every update noted."""
    telegram, conversation = simulator(people=len(CUT)), Echo()
    async with served(telegram, conversation, webhook=webhook):
        sent = [
            await telegram.person(SARI + at).paste(text) for at, text in enumerate(CUT.values())
        ]
        await done(telegram, conversation, len(CUT))
    taken = {incoming.person: incoming for incoming in conversation.handled}
    assert len(taken) == len(conversation.handled) == len(CUT)
    for at, ((what, text), messages) in enumerate(zip(CUT.items(), sent, strict=True)):
        incoming = taken[PersonId(SARI + at)]
        event = incoming.event
        said = (
            f"/{event.word} {event.argument}" if isinstance(event, Command) else typed(event).text
        )
        assert words(said) == words(text), what
        assert len(said) >= len(text) - len(messages), what
        assert len(updates_of(incoming)) == len(messages) > 1, what
        assert len(set(updates_of(incoming))) == len(messages), what


def updates_of(incoming: Incoming) -> tuple[int, ...]:
    return (*incoming.parts, incoming.update)


def typed(event: Event) -> Typed:
    assert isinstance(event, Typed)
    return event


@WAYS
async def test_the_formatting_of_every_part_is_kept(webhook: bool) -> None:
    """Bold words in the second message stay bold, and what looks like a tag stays text."""
    telegram, conversation = simulator(), Echo()
    sari = telegram.person(SARI)
    async with served(telegram, conversation, webhook=webhook):
        first = await sari.send("a <b> " * 600 + "x" * 20)
        second = {
            **{key: first[key] for key in ("from", "chat", "date")},
            "message_id": first["message_id"] + 1,
            "text": "penting sekali",
            "entities": [{"type": "bold", "offset": 0, "length": 7}],
        }
        telegram.world.publish("message", second, telegram.world.chat(SARI).lane)
        await done(telegram, conversation, 1)
    html = typed(conversation.handled[0].event).html
    assert html.startswith("a &lt;b&gt; ")
    assert html.endswith(" <b>penting</b> sekali")


@WAYS
async def test_a_long_answer_to_a_message_is_one_answer(webhook: bool) -> None:
    """Only the first message of a cut text is Telegram's reply; it is one for the whole."""
    telegram, conversation = simulator(), Echo()
    sari = telegram.person(SARI)
    async with served(telegram, conversation, webhook=webhook):
        await sari.send("halo")
        shown = await sari.next_message()
        await sari.paste(SENTENCES[:6_000], reply_to=shown["message_id"])
        await done(telegram, conversation, 2)
    assert typed(conversation.handled[1].event).replies_to == ("again",)


@WAYS
async def test_texts_typed_quickly_are_events_of_their_own(webhook: bool) -> None:
    """Three short messages, or many of 3,400 characters, are not joined and not held back."""
    telegram, conversation = simulator(), Echo()
    texts = ["halo", "bu", "x" * 3_400, "y" * 3_400, "selesai"]
    async with served(telegram, conversation, webhook=webhook):
        for text in texts:
            await telegram.person(SARI).send(text)
        await done(telegram, conversation, len(texts))
    assert conversation.events(SARI) == [Typed(text) for text in texts]


@WAYS
async def test_a_long_text_alone_is_taken_soon(webhook: bool) -> None:
    """A single text of 3,600 characters waits for no second one for ever."""
    telegram, conversation = simulator(), Echo()
    async with served(telegram, conversation, webhook=webhook):
        await telegram.person(SARI).send("x" * 3_600)
        await done(telegram, conversation, 1)
    assert conversation.events(SARI) == [Typed("x" * 3_600)]


AFTER = {
    "a command": lambda sari, _: sari.send("/batal"),
    "a press": lambda sari, shown: sari.tap(shown, data="again"),
    "a photo": lambda sari, _: sari.photo(PHOTO),
    "a forwarded text": lambda sari, _: sari.send("oke siap", forward=True),
    "a block": lambda sari, _: sari.block(),
}


@WAYS
@pytest.mark.parametrize("act", AFTER.values(), ids=AFTER.keys())
async def test_another_act_ends_the_wait_and_comes_after_it(act: Any, webhook: bool) -> None:
    """What she does next is no part of the text, and is handled after it, without the wait."""
    telegram, conversation = simulator(), Echo()
    sari = telegram.person(SARI)
    async with served(telegram, conversation, webhook=webhook, waits=FOR_EVER):
        await sari.send("halo")
        shown = await sari.next_message()
        await sari.send("x" * 4_000)
        await act(sari, shown["message_id"])
        await done(telegram, conversation, 3)
    assert conversation.events(SARI)[1] == Typed("x" * 4_000)
    assert len(conversation.events(SARI)) == 3


@WAYS
async def test_what_was_written_hours_apart_is_not_one_text(webhook: bool) -> None:
    """After an outage a long text and the word that followed an hour later arrive together."""
    telegram, conversation = simulator(), Echo()
    await telegram.person(SARI).send("x" * 4_000)
    telegram.clock.advance(timedelta(hours=1))
    await telegram.person(SARI).send("terima kasih")
    async with served(telegram, conversation, webhook=webhook):
        await done(telegram, conversation, 2)
    assert conversation.events(SARI) == [Typed("x" * 4_000), Typed("terima kasih")]


async def test_what_others_wrote_later_ends_the_wait_while_polling(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Telegram tells in order, so after an outage no long text holds up all that was written since."""
    monkeypatch.setattr("bot.telegram.receive.intake.UNHEARD_SECONDS", 3_600)
    telegram, conversation = simulator(), Echo()
    await telegram.person(SARI).send("x" * 4_000)
    telegram.clock.advance(timedelta(seconds=TOGETHER_SECONDS + 1))
    await telegram.person(BUDI).send("halo")
    async with served(telegram, conversation, webhook=False, waits=FOR_EVER):
        await done(telegram, conversation, 2)
    assert conversation.events(SARI) == [Typed("x" * 4_000)]


@WAYS
async def test_nobody_waits_for_the_parts_of_another(webhook: bool) -> None:
    """While one person's text is held back, everybody else is answered."""
    telegram, conversation = simulator(people=90), Echo()
    async with served(telegram, conversation, webhook=webhook):
        for number in range(70):  # more than turns are taken at once
            await telegram.person(SARI + 5 + number).send("x" * 4_000)
        await telegram.person(BUDI).send("halo")
        await conversation.until_handled(1)
        assert conversation.handled[0].person == BUDI
        await done(telegram, conversation, 71)


@WAYS
async def test_two_people_who_paste_at_once_are_told_apart(webhook: bool) -> None:
    """Each text is joined with its own parts only."""
    telegram, conversation = simulator(), Echo()
    async with served(telegram, conversation, webhook=webhook):
        for part in ("x" * 4_096, "x" * 10):
            await telegram.person(SARI).send(part)
            await telegram.person(BUDI).send(part.replace("x", "y"))
        await done(telegram, conversation, 2)
    assert conversation.events(SARI) == [Typed("x" * 4_106)]
    assert conversation.events(BUDI) == [Typed("y" * 4_106)]


@WAYS
async def test_a_text_without_end_is_taken_in_pieces(webhook: bool) -> None:
    """Somebody who sends full messages without end is not held back without end."""
    telegram, conversation = simulator(), Echo()
    async with served(telegram, conversation, webhook=webhook, waits=FOR_EVER):
        for _ in range(MOST_TEXTS):
            await telegram.person(SARI).send("x" * 4_096)
        await done(telegram, conversation, 1)
    assert conversation.events(SARI) == [Typed("x" * 4_096 * MOST_TEXTS)]


ALBUMS = {
    "ten photos": [PHOTO_ITEM] * 9 + [("photo", PHOTO, "Foto rapat")],
    "two photos, a caption on the first": [("photo", PHOTO, "Foto rapat"), PHOTO_ITEM],
    "documents": [("document", b"%PDF-", ""), ("document", b"%PDF-", "Foto rapat")],
    "a video first": [("video", b"mp4", "Foto rapat"), PHOTO_ITEM, PHOTO_ITEM],
}


@WAYS
async def test_an_album_is_one_event(webhook: bool) -> None:
    """It is its first photo or document with the ids of the others, its caption, and all kinds."""
    telegram, conversation = simulator(people=len(ALBUMS)), Echo()
    async with served(telegram, conversation, webhook=webhook):
        sent = [
            await telegram.person(SARI + at).album(*items)
            for at, items in enumerate(ALBUMS.values())
        ]
        await done(telegram, conversation, len(ALBUMS))
    taken = {incoming.person: incoming for incoming in conversation.handled}
    assert len(taken) == len(conversation.handled) == len(ALBUMS)
    kinds = {"photo": MediaKind.PHOTO, "document": MediaKind.DOCUMENT, "video": MediaKind.OTHER}
    for at, ((what, items), messages) in enumerate(zip(ALBUMS.items(), sent, strict=True)):
        incoming = taken[PersonId(SARI + at)]
        event = incoming.event
        assert isinstance(event, Media), what
        assert event.album == tuple(kinds[kind] for kind, _, _ in items), what
        assert event.html == "Foto rapat", what
        kept = [message for message in messages if "video" not in message]
        files = [(one.get("document") or one["photo"][-1])["file_id"] for one in kept]
        assert (event.file, *event.others) == tuple(files), what
        assert event.size > 0, what
        assert len(updates_of(incoming)) == len(items), what


@WAYS
async def test_albums_sent_one_after_the_other_are_told_apart(webhook: bool) -> None:
    """The second album ends the first."""
    telegram, conversation = simulator(), Echo()
    async with served(telegram, conversation, webhook=webhook):
        await telegram.person(SARI).album(PHOTO_ITEM, PHOTO_ITEM, PHOTO_ITEM)
        await telegram.person(SARI).album(("photo", PHOTO, "Dua"), PHOTO_ITEM)
        await telegram.person(SARI).send("selesai")
        await done(telegram, conversation, 3)
    first, second, text = conversation.events(SARI)
    assert isinstance(first, Media)
    assert isinstance(second, Media)
    assert (len(first.album), len(second.album), second.html) == (3, 2, "Dua")
    assert text == Typed("selesai")
