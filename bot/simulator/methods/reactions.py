"""setMessageReaction: one emoji of the bot's under a message, or none."""

from typing import Any

from bot.simulator.bot_side.wire import Call
from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.access import check_reach, find_message
from bot.simulator.world import World

_FAULT = "can't parse reaction types JSON object"
_TYPES = ("emoji", "custom_emoji", "paid")
_EMOJI = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐
🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾
🤷‍♂ 🤷 🤷‍♀ 😡
"""
EMOJI = frozenset(_EMOJI.split())
"""Bot API: ReactionTypeEmoji."""


def set_message_reaction(world: World, call: Call) -> bool:
    """Bot API setMessageReaction; an empty list takes the bot's reaction away."""
    emoji = _emoji(call)
    chat, entry = find_message(world, call, "react")
    check_reach(world, chat)
    world.react(chat, entry, emoji)
    return True


def _emoji(call: Call) -> str:
    try:
        reactions: Any = call.json("reaction")
    except ValueError as error:
        raise bad_request(_FAULT) from error
    reactions = [] if reactions is None else reactions
    if not isinstance(reactions, list):
        raise bad_request("expected an Array of ReactionType")
    kinds = [_read(reaction) for reaction in reactions]
    if any(kind == "paid" for kind, _ in kinds):
        raise bad_request("REACTION_INVALID")
    if len(kinds) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for kind, emoji in kinds:
        if kind != "emoji" or emoji not in EMOJI:
            raise bad_request("REACTION_INVALID")
    return kinds[0][1] if kinds else ""


def _read(reaction: Json) -> tuple[str, str]:
    if not isinstance(reaction, dict) or reaction.get("type") not in _TYPES:
        raise bad_request("can't parse reaction type: invalid reaction type specified")
    if reaction["type"] == "emoji" and not isinstance(reaction.get("emoji"), str):
        raise bad_request("can't parse reaction type: Can't find field \"emoji\"")
    return reaction["type"], reaction.get("emoji", "")


METHODS = {"setMessageReaction": set_message_reaction}
