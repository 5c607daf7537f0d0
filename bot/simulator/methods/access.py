"""Which chat a call means and whether the bot may reach it (Client.cpp, check_chat_access)."""

from bot.simulator.bot_side.wire import Call
from bot.simulator.chat import Chat, Entry
from bot.simulator.errors import bad_request, forbidden, too_many_requests
from bot.simulator.world import World


def find_chat(world: World, call: Call, field: str = "chat_id") -> Chat:
    """The chat that `field` names, as far as the bot knows it. Raises ApiError."""
    raw = call.text(field)
    if not raw:
        raise bad_request(f"{field} is empty")
    try:
        chat = world.chats.get(int(raw))
    except ValueError:
        chat = None
    if chat is None:
        raise bad_request("chat not found")
    if chat.private:
        if not world.people[chat.id].started:
            if any(chat.id in group.members for group in world.groups):
                raise forbidden("bot can't initiate conversation with a user")
            raise bad_request("chat not found")
    elif chat.left:
        raise forbidden("bot is not a member of the group chat")
    return chat


def find_message(world: World, call: Call, purpose: str) -> tuple[Chat, Entry]:
    """The message that `chat_id` and `message_id` name. Raises ApiError."""
    chat = find_chat(world, call)
    message_id = call.number("message_id")
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    entry = chat.entries.get(message_id)
    if entry is None:
        raise bad_request(f"message to {purpose} not found")
    return chat, entry


def check_reach(world: World, chat: Chat) -> None:
    """What the server decides last: blocks, then limits. Raises ApiError."""
    if chat.private and world.people[chat.id].blocked:
        raise forbidden("bot was blocked by the user")
    if world.throttle is not None:
        wait = world.throttle.send(chat.id, world.clock.seconds())
        if wait is not None:
            raise too_many_requests(wait)
