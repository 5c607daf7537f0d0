"""Presses of buttons and their answers."""

from datetime import timedelta

import pytest

from bot.simulator.errors import PersonError
from tests.simulator.bot_side import SITI, BotSide, button, inline

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = inline([button("Ya", "ya")])


async def test_a_press_reaches_the_bot(bot: BotSide) -> None:
    """A press brings data, message and person; its answer reaches the person."""
    message = await bot.say(reply_markup=KEYBOARD)
    pressed = await bot.siti.tap(message["message_id"], data="ya")
    query = (await bot.updates())[0]["callback_query"]
    assert query["id"] == pressed["callback_query_id"]
    assert query["data"] == "ya"
    assert query["message"] == message
    assert query["from"]["id"] == SITI
    await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="Siap", show_alert=True)
    assert bot.siti.answers == [{"id": query["id"], "text": "Siap", "show_alert": True}]


async def test_data_that_is_not_on_the_message_can_be_pressed(bot: BotSide) -> None:
    """A stale button is pressed with its old data, on whatever the message is now."""
    message = await bot.say()
    await bot.siti.tap(message["message_id"], data="lama")
    assert (await bot.updates())[0]["callback_query"]["data"] == "lama"


async def test_a_press_on_a_deleted_message_brings_no_content(bot: BotSide) -> None:
    """The message of such a press is inaccessible: its date is 0."""
    message = await bot.say(reply_markup=KEYBOARD)
    await bot.ok("deleteMessage", chat_id=SITI, message_id=message["message_id"])
    await bot.siti.tap(message["message_id"], data="ya")
    query = (await bot.updates())[0]["callback_query"]
    chat = message["chat"]
    gone = {"message_id": message["message_id"], "chat": chat, "date": 0}
    assert query["message"] == gone


async def test_only_the_bots_messages_have_buttons(bot: BotSide) -> None:
    """Nobody presses a button on an own message or on one that never was."""
    with pytest.raises(PersonError):
        await bot.siti.tap(bot.siti.messages[0]["message_id"], data="x")
    with pytest.raises(PersonError):
        await bot.siti.tap(999, data="x")


async def test_a_press_is_answered_once(bot: BotSide) -> None:
    """The second answer and one to an unknown press are refused."""
    message = await bot.say(reply_markup=KEYBOARD)
    query = await bot.siti.tap(message["message_id"], data="ya")
    await bot.ok("answerCallbackQuery", **query)
    assert await bot.refused("answerCallbackQuery", **query) == TOO_OLD
    assert await bot.refused("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_a_press_is_answered_in_time(bot: BotSide) -> None:
    """After 150 seconds it is too late."""
    message = await bot.say(reply_markup=KEYBOARD)
    query = await bot.siti.tap(message["message_id"], data="ya")
    bot.simulator.clock.advance(timedelta(seconds=151))
    assert await bot.refused("answerCallbackQuery", **query) == TOO_OLD


async def test_an_answer_has_at_most_200_characters(bot: BotSide) -> None:
    """A longer answer is refused and the press stays open."""
    message = await bot.say(reply_markup=KEYBOARD)
    query = await bot.siti.tap(message["message_id"], data="ya")
    refusal = await bot.refused("answerCallbackQuery", **query, text="x" * 201)
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"
    await bot.ok("answerCallbackQuery", **query, text="x" * 200)
