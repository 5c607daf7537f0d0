"""The methods of the Bot API that the simulator knows, one module a family.

`METHODS` maps a method's name in lower case to its proper name and what carries it out. A
family's functions take the world and a call, and return the `result` or raise ApiError.
"""

from collections.abc import Callable
from typing import Any

from bot.simulator.bot_side.wire import Call
from bot.simulator.methods import callbacks, chats, editing, profile, reactions, sending, uploads
from bot.simulator.world import World

Method = Callable[[World, Call], Any]
_FAMILIES = (sending, uploads, editing, callbacks, chats, profile, reactions)
METHODS: dict[str, tuple[str, Method]] = {
    name.lower(): (name, method) for family in _FAMILIES for name, method in family.METHODS.items()
}
