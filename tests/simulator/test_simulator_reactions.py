"""Reactions of the bot, and a server of before all that is newer."""

from typing import Any

import pytest

from tests.simulator.bot_side import SITI, STRANGER, BotSide, inline

BUTTON = "Bad Request: can't parse inline keyboard button: "
LIKE = [{"type": "emoji", "emoji": "👍"}]


async def test_a_reaction_stands_under_the_message(bot: BotSide) -> None:
    """One emoji of the bot's stands under a message until it is taken away."""
    message = await bot.siti.send("Terima kasih")
    number = message["message_id"]
    assert await bot.ok("setMessageReaction", chat_id=SITI, message_id=number, reaction=LIKE)
    assert bot.siti.reactions == [(number, "👍")]
    assert await bot.ok("setMessageReaction", chat_id=SITI, message_id=number)
    assert bot.siti.reactions == []
    assert bot.siti.transcript().splitlines()[-2:] == [
        "< (reaksi 👍)",
        "< (reaksi dicabut)",
    ]


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"reaction": LIKE}, "message identifier is not specified"),
        ({"message_id": 9_999, "reaction": LIKE}, "message to react not found"),
        ({"chat_id": STRANGER, "reaction": LIKE}, "chat not found"),
        ({"reaction": "["}, "can't parse reaction types JSON object"),
        ({"reaction": {}}, "expected an Array of ReactionType"),
        ({"reaction": ["👍"]}, "can't parse reaction type: invalid reaction type specified"),
        (
            {"reaction": [{"type": "emoji"}]},
            "can't parse reaction type: Can't find field \"emoji\"",
        ),
        ({"reaction": [{"type": "emoji", "emoji": "🦖"}]}, "REACTION_INVALID"),
        ({"reaction": [{"type": "custom_emoji", "custom_emoji_id": "1"}]}, "REACTION_INVALID"),
        ({"reaction": LIKE * 2}, "REACTIONS_TOO_MANY"),
    ],
)
async def test_a_faulty_reaction_is_refused(
    bot: BotSide, parameters: dict[str, Any], refusal: str
) -> None:
    """What is no reaction a bot may set is refused in the Bot API's words."""
    told = {"chat_id": SITI, **parameters}
    assert await bot.refused("setMessageReaction", **told) == f"Bad Request: {refusal}"


@pytest.mark.parametrize(
    ("method", "parameters", "refusal"),
    [
        ("setMessageReaction", {"message_id": 1}, "Not Found: method not found"),
        (
            "sendMessage",
            {"text": "é <tg-time unix='1'>x</tg-time>", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 3',
        ),
        (
            "sendMessage",
            {
                "text": "x",
                "reply_markup": inline([{"text": "x", "callback_data": "y", "style": "primary"}]),
            },
            'Bad Request: can\'t parse inline keyboard button: Field "style" is unknown',
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": inline([{"text": "x", "copy_text": {"text": "y"}}])},
            f"{BUTTON}Text buttons are unallowed in the inline keyboard",
        ),
    ],
)
async def test_an_older_server_refuses_what_it_does_not_know(
    bot: BotSide, method: str, parameters: dict[str, Any], refusal: str
) -> None:
    """Styles, copy buttons, times and reactions are refused by a server of before them."""
    bot.simulator.world.faults.order({"older": True})
    assert await bot.refused(method, chat_id=SITI, **parameters) == refusal
    bot.simulator.world.faults.order({"reset": True})
    assert not bot.simulator.world.faults.public().get("older")


async def test_the_transcript_names_copy_buttons_and_toasts(bot: BotSide) -> None:
    """A button that copies is told apart; the words of an answered press are shown."""
    rows = inline(
        [{"text": "Contoh", "copy_text": {"text": "y"}}, {"text": "A", "callback_data": "a"}]
    )
    message = await bot.ok("sendMessage", chat_id=SITI, text="x", reply_markup=rows)
    press = await bot.siti.tap(message["message_id"], "a")
    query = press["callback_query_id"]
    await bot.ok("answerCallbackQuery", callback_query_id=query, text="Paling banyak dua")
    assert bot.siti.transcript().splitlines()[-4:] == [
        "< x",
        "  [salin: Contoh] [A]",
        "> [tombol A]",
        "< (sekilas) Paling banyak dua",
    ]
