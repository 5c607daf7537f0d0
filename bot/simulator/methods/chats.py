"""getMe, getChat and leaveChat."""

from bot.simulator.bot_side.wire import Call
from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.access import find_chat
from bot.simulator.world import World

_GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
    "gifts_from_channels",
)  # fmt: skip


def get_me(world: World, _call: Call) -> Json:
    """Bot API getMe."""
    return world.bot.account


def get_chat(world: World, call: Call) -> Json:
    """Bot API getChat: a ChatFullInfo."""
    chat = find_chat(world, call)
    return {
        **chat.card,
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }


def leave_chat(world: World, call: Call) -> bool:
    """Bot API leaveChat: groups only; the bot is told of its own leaving."""
    chat = find_chat(world, call)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.left = True
    bot = world.bot.user
    change = {
        "chat": chat.card,
        "from": bot,
        "date": world.date(),
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "left"},
    }
    world.publish("my_chat_member", change, ("member", chat.id))
    return True


METHODS = {"getMe": get_me, "getChat": get_chat, "leaveChat": leave_chat}
