"""Sending, editing, deleting and copying messages."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from tests.simulator.bot_side import BUDI, SITI, STRANGER, BotSide, button, inline

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
KEYBOARD = inline([button("Ya", "ya")])


async def test_a_sent_message_comes_back_as_it_is_stored(bot: BotSide) -> None:
    """A send answers with the message as the person sees it."""
    message = await bot.say("<b>Halo</b> ", parse_mode="HTML", reply_markup=KEYBOARD)
    assert message["text"] == "Halo"
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert message["reply_markup"] == KEYBOARD
    assert message["chat"]["id"] == SITI
    assert await bot.siti.next_message() == message


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"chat_id": SITI}, "message text is empty"),
        ({"chat_id": 999, "text": ""}, "message text is empty"),
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 999, "text": "x"}, "chat not found"),
        ({"chat_id": "@siapa", "text": "x"}, "chat not found"),
        ({"chat_id": STRANGER, "text": "x"}, "chat not found"),
        ({"chat_id": SITI, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": 999, "text": "x" * 4097}, "chat not found"),
        ({"chat_id": 999, "text": "x", "reply_markup": "{"},
         "can't parse reply keyboard markup JSON object"),
        ({"chat_id": SITI, "text": "x", "reply_parameters": {"message_id": 999}},
         "message to be replied not found"),
        ({"chat_id": 999, "text": "x", "reply_parameters": "x"},
         "can't parse reply parameters JSON object"),
        ({"chat_id": SITI, "text": "x", "reply_markup": inline([button("x", "x" * 65)])},
         "BUTTON_DATA_INVALID"),
    ],
)  # fmt: skip
async def test_a_message_is_refused_in_the_servers_order(
    bot: BotSide, parameters: dict[str, Any], refusal: str
) -> None:
    """Text, then keyboard, then chat, then reply and length: the first fault is named."""
    assert await bot.refused("sendMessage", **parameters) == f"Bad Request: {refusal}"
    assert len(bot.siti.messages) == 1


async def test_4096_characters_are_counted_after_parsing(bot: BotSide) -> None:
    """The limit counts code points of the text without its tags."""
    message = await bot.say(f"<b>{'😀' * 4096}</b>", parse_mode="HTML")
    assert len(message["text"]) == 4096


async def test_an_answer_shows_what_it_answers(bot: BotSide) -> None:
    """A reply carries the message it answers; a missing one can be allowed."""
    first = bot.siti.messages[0]
    reply = await bot.say(reply_parameters={"message_id": first["message_id"]})
    assert reply["reply_to_message"]["text"] == "/start"
    wish = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await bot.say(reply_parameters=wish)


@pytest.mark.parametrize(
    ("group", "person", "refusal"),
    [(False, STRANGER, "chat not found"),
     (True, STRANGER, "bot can't initiate conversation with a user")],
)  # fmt: skip
async def test_nobody_is_written_to_who_has_not_started_the_bot(
    bot: BotSide, group: bool, person: int, refusal: str
) -> None:
    """A stranger is not found; one known from a group cannot be written to first."""
    if group:
        await bot.post("/sim/groups", {"title": "KKG", "people": [person]})
    assert refusal in await bot.refused("sendMessage", chat_id=person, text="x")


async def test_a_block_is_told_and_refuses_messages(bot: BotSide) -> None:
    """Blocking and unblocking are my_chat_member updates; in between every send is refused."""
    await bot.siti.block()
    await bot.siti.block()
    refusal = "Forbidden: bot was blocked by the user"
    assert await bot.refused("sendMessage", chat_id=SITI, text="x") == refusal
    assert await bot.refused("sendChatAction", chat_id=SITI, action="typing") == refusal
    await bot.siti.unblock()
    await bot.say()
    changes = [update["my_chat_member"] for update in await bot.updates()]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


async def test_an_edit_without_a_keyboard_removes_it(bot: BotSide) -> None:
    """An edit replaces text and keyboard and says when."""
    message = await bot.say(reply_markup=KEYBOARD)
    where = {"chat_id": SITI, "message_id": message["message_id"]}
    edited = await bot.ok("editMessageText", **where, text="Baru")
    assert edited["text"] == "Baru"
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited
    assert bot.siti.messages[-1] == edited


async def test_an_edit_that_changes_nothing_is_refused(bot: BotSide) -> None:
    """Text, entities and keyboard are compared after parsing and trimming."""
    message = await bot.say("<b>Halo</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    same = {"chat_id": SITI, "message_id": message["message_id"], "reply_markup": KEYBOARD}
    text = {"text": " <strong>Halo</strong> ", "parse_mode": "HTML"}
    assert await bot.refused("editMessageText", **same, **text) == NOT_MODIFIED
    assert await bot.refused("editMessageReplyMarkup", **same) == NOT_MODIFIED
    other = {**same, "reply_markup": inline([button("Tidak", "tidak")])}
    assert (await bot.ok("editMessageText", **other, **text))["reply_markup"] != KEYBOARD
    assert (await bot.ok("editMessageText", **other, text="Halo"))["text"] == "Halo"


@pytest.mark.parametrize(
    ("method", "changed", "refusal"),
    [
        ("editMessageText", {"text": ""}, "message text is empty"),
        ("editMessageText", {"message_id": 999, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"message_id": "", "text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ("editMessageText", {"text": "x", "reply_markup": {"remove_keyboard": True}},
         "inline keyboard expected"),
        ("editMessageCaption", {"caption": "x"}, "there is no caption in the message to edit"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessage", {"chat_id": ""}, "chat identifier is not specified"),
    ],
)  # fmt: skip
async def test_an_impossible_edit_is_refused(
    bot: BotSide, method: str, changed: dict[str, Any], refusal: str
) -> None:
    """Edits and deletions are refused in their own words."""
    message = await bot.say()
    where = {"chat_id": SITI, "message_id": message["message_id"]}
    assert await bot.refused(method, **{**where, **changed}) == f"Bad Request: {refusal}"


async def test_some_messages_can_never_be_edited(bot: BotSide) -> None:
    """The person's own messages and those sent with a reply keyboard cannot be edited."""
    fixed = await bot.say(reply_markup={"keyboard": [["Menu"]]})
    for message in (bot.siti.messages[0], fixed):
        where = {"chat_id": SITI, "message_id": message["message_id"]}
        refusal = await bot.refused("editMessageText", **where, text="x")
        assert refusal == "Bad Request: message can't be edited"


async def test_a_reply_keyboard_stands_until_it_is_removed(bot: BotSide) -> None:
    """A reply keyboard belongs to the chat, not to the message."""
    message = await bot.say(reply_markup={"keyboard": [["Menu"]]})
    assert "reply_markup" not in message
    assert bot.siti.reply_keyboard == {"keyboard": [[{"text": "Menu"}]]}
    await bot.say(reply_markup={"remove_keyboard": True})
    assert bot.siti.reply_keyboard is None


async def test_messages_can_be_deleted_for_two_days(bot: BotSide) -> None:
    """A bot deletes its own and the person's messages, unless they are older than 48 hours."""
    own, theirs = await bot.say(), bot.siti.messages[0]
    await bot.ok("deleteMessage", chat_id=SITI, message_id=theirs["message_id"])
    assert bot.siti.messages == [own]
    bot.simulator.clock.advance(timedelta(hours=49))
    refusal = await bot.refused("deleteMessage", chat_id=SITI, message_id=own["message_id"])
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_several_messages_are_deleted_at_once(bot: BotSide) -> None:
    """Deletion of several skips the missing and takes at most a hundred."""
    message = await bot.say()
    await bot.ok("deleteMessages", chat_id=SITI, message_ids=[message["message_id"], 999])
    assert len(bot.siti.messages) == 1
    many = list(range(1, 102))
    refusal = await bot.refused("deleteMessages", chat_id=SITI, message_ids=many)
    assert refusal == "Bad Request: too many message identifiers specified"


async def test_a_copy_is_a_new_message(bot: BotSide) -> None:
    """A copy carries content and entities, and the answer is the new number only."""
    message = await bot.say("<b>x</b>", parse_mode="HTML")
    where = {"from_chat_id": SITI, "message_id": message["message_id"]}
    copy = await bot.ok("copyMessage", chat_id=BUDI, **where)
    assert copy == {"message_id": bot.budi.messages[-1]["message_id"]}
    assert bot.budi.messages[-1]["entities"] == message["entities"]
    missing = await bot.refused("copyMessage", chat_id=BUDI, from_chat_id=SITI, message_id=999)
    assert missing == "Bad Request: message to copy not found"


async def test_typing_shows_until_a_message_comes(bot: BotSide) -> None:
    """A chat action shows for five seconds or until the next message."""
    await bot.ok("sendChatAction", chat_id=SITI, action="typing")
    assert (await bot.get(f"/sim/people/{SITI}/chat"))["typing"]
    await bot.say()
    assert not (await bot.get(f"/sim/people/{SITI}/chat"))["typing"]
    refusal = await bot.refused("sendChatAction", chat_id=SITI, action="dancing")
    assert refusal == "Bad Request: wrong parameter action in request"


async def test_next_message_waits_for_the_bot(bot: BotSide) -> None:
    """next_message waits for what comes and hands out each thing once, edits too."""
    waiting = asyncio.create_task(bot.siti.next_message())
    message = await bot.say("satu")
    assert await waiting == message
    edited = await bot.ok(
        "editMessageText", chat_id=SITI, message_id=message["message_id"], text="dua"
    )
    assert await bot.siti.next_message() == edited
    with pytest.raises(TimeoutError):
        await bot.siti.next_message(timeout=0)


async def test_a_bot_leaves_a_group(bot: BotSide) -> None:
    """The bot is told when it joins a group; once it left, it cannot write there."""
    _, group = await bot.post("/sim/groups", {"title": "KKG", "people": [SITI]})
    await bot.ok("sendMessage", chat_id=group["id"], text="x")
    await bot.post(f"/sim/groups/{group['id']}/send", {"person": SITI, "text": "biasa"})
    await bot.post(f"/sim/groups/{group['id']}/send", {"person": SITI, "text": "/mulai"})
    await bot.ok("leaveChat", chat_id=group["id"])
    kinds = [next(iter(update.keys() - {"update_id"})) for update in await bot.updates()]
    assert kinds == ["my_chat_member", "message", "my_chat_member"]
    refusal = await bot.refused("sendMessage", chat_id=group["id"], text="x")
    assert refusal == "Forbidden: bot is not a member of the group chat"
