"""What each kind of update leads to, from a simulated Telegram to the conversation and back."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from telegram import CallbackQuery, Chat, Message, Update, User

from bot.chat.model import (
    Button,
    Command,
    Edited,
    Event,
    Incoming,
    Media,
    MediaKind,
    Press,
    Reached,
    Screen,
    Shown,
    Typed,
)
from bot.simulator.people_side import acts
from bot.telegram.api.app import PEOPLE_AT_ONCE
from bot.telegram.api.handlers import MOST_LEAVING
from tests.each import each
from tests.telegram.echo import BUDI, SARI, TEXTS, Echo, echo
from tests.telegram.talk import talking

NOW = datetime(2026, 11, 30, tzinfo=UTC)

PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
"""The smallest picture there is: one transparent point."""


@each(
    ("text", "event"),
    [
        ("halo", Typed("halo")),
        ("/mulai", Command("mulai")),
        ("/LANGKAH 4 ya", Command("langkah", "4 ya")),
        ("/langkah@langkah_guru_bot 4", Command("langkah", "4")),
        ("/start abc_DEF-1", Command("start", "abc_DEF-1")),
        ("/ garis miring", Typed("/ garis miring")),
        ("/se-lamat", Typed("/se-lamat")),
    ],
)
async def test_text_becomes_a_command_or_something_typed(text: str, event: Event) -> None:
    """A word after a slash is a command, also when it is addressed to the bot by name."""
    async with talking() as room:
        await room.sari.send(text)
        assert await room.event() == event


async def test_the_conversation_learns_who_speaks() -> None:
    """An event carries the person's id, first name and the update's id."""
    async with talking() as room:
        await room.sari.send("halo")
        await room.event()
        incoming = room.conversation.handled[0]
    assert (incoming.person, incoming.first_name) == (SARI, "Guru 0")
    assert incoming.update > 0


async def test_what_comes_all_day_is_not_looked_for_by_ptb() -> None:
    """A private message and a press go to their handlers without a filter; all else takes PTB's way."""
    async with talking() as room:
        straight = room.edge.intake._straight
        taken = [
            straight(update) for update in (_message("private"), _message("group"), _pressed())
        ]
        assert [one is not None for one in taken] == [True, False, True]
        for coroutine in taken:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()


def _message(kind: str) -> Update:
    chat, user = Chat(SARI, kind), User(SARI, "Sari", is_bot=False)
    return Update(1, message=Message(1, NOW, chat, from_user=user, text="halo"))


def _pressed() -> Update:
    user = User(SARI, "Sari", is_bot=False)
    return Update(1, callback_query=CallbackQuery("1", user, "1", data="menu:main"))


async def test_a_forwarded_command_is_only_text() -> None:
    """What somebody else wrote is never a command of the person who forwards it."""
    async with talking() as room:
        await room.sari.send("/hapus", forward=True)
        assert await room.event() == Typed("/hapus", forwarded=True)


async def test_a_changed_message_is_an_event_of_its_own() -> None:
    """Editing an old message does not repeat what it said."""
    async with talking() as room:
        message = await room.sari.send("halo")
        await room.text()
        await room.sari.edit(message["message_id"], "/hapus")
        await room.conversation.until_handled(2)
    assert room.conversation.events(SARI) == [Typed("halo"), Edited()]


async def test_every_medium_has_its_kind() -> None:
    """Photos, files, voices, stickers, places and contacts are told apart."""
    async with talking() as room:
        sari = room.sari
        await sari.photo(PHOTO)
        await sari.document("a.pdf", b"%PDF-")
        await sari.voice(b"OggS")
        await sari.sticker()
        await sari.location()
        await sari.contact()
        await room.conversation.until_handled(6)
    kinds = [event.kind for event in room.conversation.events(SARI) if isinstance(event, Media)]
    assert kinds == [
        MediaKind.PHOTO,
        MediaKind.DOCUMENT,
        MediaKind.VOICE,
        MediaKind.STICKER,
        MediaKind.LOCATION,
        MediaKind.CONTACT,
    ]


def update_with(**content: Any) -> dict[str, Any]:
    sender = {"id": SARI, "is_bot": False, "first_name": "Guru 0"}
    chat = {"id": SARI, "type": "private"}
    return {"message": {"message_id": 9, "date": 1, "from": sender, "chat": chat, **content}}


async def test_what_nobody_knows_yet_is_something_else() -> None:
    """A kind of message invented after this was written still gets an answer."""
    async with talking() as room:
        room.telegram.world.queue.add_raw(update_with(hologram={"rays": 7}))
        assert await room.event() == Media(MediaKind.OTHER)


@each(
    "update",
    [
        {"channel_post": {"message_id": 1, "date": 1, "text": "x",
                          "chat": {"id": -100, "type": "channel", "title": "K"}}},
        {"poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": []}},
        {"telepathy": {"thought": "…"}},
        update_with(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}),
    ],
)  # fmt: skip
async def test_what_is_not_for_the_bot_is_ignored_quietly(update: dict[str, Any]) -> None:
    """Channel posts, unknown kinds and Telegram's own notes lead to nothing at all."""
    async with talking() as room:
        room.telegram.world.queue.add_raw(update)
        await room.sari.send("halo")
        assert await room.event() == Typed("halo")
        assert await room.text() == "halo"


async def test_a_press_is_answered_and_rewrites_its_message() -> None:
    """The spinner stops, and the next screen takes the place of the pressed one."""
    async with talking() as room:
        await room.sari.send("halo")
        message = await room.sari.next_message()
        await room.sari.tap(message["message_id"], data="again")
        changed = await room.sari.next_message()
    assert (changed["message_id"], changed["text"]) == (message["message_id"], "pressed again")
    assert room.conversation.handled[1].event == Press("again")
    assert len(room.sari.answers) == 1


@each(("under", "stays"), [("reply:to:aaaaaaaa:bbbbbbbbbbbb", True), ("reply:cancel", False)])
async def test_a_press_leaves_the_words_of_others(under: str, stays: bool) -> None:
    """What can be answered stays as it was sent, whatever button under it is pressed."""
    async with talking() as room:
        await room.sari.send("halo")
        await room.sari.next_message()
        rows = (Button("Evaluasi", "evaluation:start"), Button("Balas", under))
        await room.edge.deliver.send(SARI, Screen("Rapat Senin", (rows,)))
        message = await room.sari.next_message()
        await room.sari.tap(message["message_id"], data="evaluation:start")
        shown = await room.sari.next_message()
        kept = "Rapat Senin" in [one["text"] for one in room.sari.messages]
    assert shown["text"] == "pressed evaluation:start"
    assert (shown["message_id"] != message["message_id"]) is stays
    assert kept is stays


async def test_a_press_is_answered_before_its_turn_ends() -> None:
    """However long a turn takes, the spinner stops at once."""
    begun, turn = asyncio.Event(), asyncio.Event()

    async def slow(incoming: Incoming) -> tuple[Shown, ...]:
        if isinstance(incoming.event, Press):
            begun.set()
            await turn.wait()
        return await echo(incoming)

    async with talking(Echo(slow)) as room:
        await room.sari.send("halo")
        message = await room.sari.next_message()
        await room.sari.tap(message["message_id"], data="again")
        await begun.wait()
        await room.edge.handlers.finish()
        assert len(room.sari.answers) == 1
        assert len(room.conversation.handled) == 1
        turn.set()
        assert await room.text() == "pressed again"


async def test_a_press_whose_answer_comes_too_late_still_has_its_screen() -> None:
    """A query that is too old is no reason not to react."""
    async with talking() as room:
        await room.sari.send("halo")
        message = await room.sari.next_message()
        refusal = {
            "method": "answerCallbackQuery",
            "status": 400,
            "description": "Bad Request: query is too old and response timeout expired or query ID is invalid",
        }
        room.telegram.world.faults.order({"errors": [refusal]})
        await room.sari.tap(message["message_id"], data="again")
        assert await room.text() == "pressed again"


async def test_a_press_in_somebody_elses_chat_is_refused_with_an_alert() -> None:
    """A button belongs to the person in whose chat it stands."""
    group = {"id": -5, "type": "group", "title": "Guru"}
    bot = {"id": 123456, "is_bot": True, "first_name": "b", "username": "langkah_guru_bot"}
    message = {"message_id": 3, "date": 1, "chat": group, "from": bot, "text": "x"}
    press = {
        "id": "77",
        "from": {"id": BUDI, "is_bot": False, "first_name": "Budi"},
        "chat_instance": "1",
        "data": "go",
        "message": message,
    }
    async with talking() as room:
        room.telegram.world.queue.add_raw({"callback_query": press})
        await room.sari.send("halo")
        await room.text()
        await room.edge.handlers.finish()
    answer = room.calls("answerCallbackQuery")[0]
    assert (answer["text"], answer["show_alert"]) == (TEXTS.not_yours, "true")
    assert room.conversation.events(BUDI) == []


async def test_blocking_and_unblocking_are_noticed_and_nothing_is_sent() -> None:
    """The conversation learns whether the person can be reached."""

    async def silent(_: Incoming) -> tuple[Shown, ...]:
        return ()

    async with talking(Echo(silent)) as room:
        await room.sari.send("halo")
        await room.conversation.until_handled(1)
        await room.sari.block()
        await room.sari.unblock()
        await room.conversation.until_handled(3)
    assert room.conversation.events(SARI)[1:] == [Reached(False), Reached(True)]
    assert room.calls("sendMessage") == []


async def test_a_group_hears_one_notice_and_the_bot_leaves() -> None:
    """In a group the bot says once that it is for private chats, and goes."""
    async with talking() as room:
        group = acts.found_group(room.telegram.world, "Guru SD", [SARI, BUDI])["id"]
        for person in (SARI, BUDI, SARI):
            acts.say_in_group(room.telegram.world, group, person, "/mulai")
        await room.sari.send("halo")
        await room.text()
        await room.edge.intake.finish()
        await room.edge.handlers.finish()
    assert [call["text"] for call in room.calls("sendMessage")].count(TEXTS.group) == 1
    assert len(room.calls("leaveChat")) == 1
    assert [incoming.event for incoming in room.conversation.handled] == [Typed("halo")]


async def test_groups_hold_up_nobody_while_nothing_may_leave() -> None:
    """More groups than people are served at once, during a 429, and a teacher's turn is taken."""
    async with talking() as room:
        room.edge.limiter.pause(1.5)
        for number in range(PEOPLE_AT_ONCE + 10):
            title = f"Guru {number}"
            group = acts.found_group(room.telegram.world, title, [BUDI])["id"]
            acts.say_in_group(room.telegram.world, group, BUDI, "/mulai")
        await room.sari.send("halo")
        await room.conversation.until_handled(1)
        assert room.calls("sendMessage") == []
        await room.edge.intake.finish()
        await room.edge.handlers.finish()
        assert len(room.calls("leaveChat")) == MOST_LEAVING
