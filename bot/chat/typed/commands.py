"""What commands do, typed with a slash or in words, and what is asked before it is done.

Must not read what was typed; ``wording`` and ``plain`` do that.
"""

from collections.abc import Mapping

from bot.chat.family import TABLE
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.wording import Wish
from bot.chat.world import CommandId

WISHES: Mapping[Wish, CommandId] = {
    Wish.STOP: CommandId.STOP,
    Wish.QUIET: CommandId.REMINDERS,
    Wish.ERASE: CommandId.ERASE,
    Wish.WITHDRAW: CommandId.PRIVACY,
    Wish.CANCEL: CommandId.CANCEL,
}
"""What is done for a wish. Deleting and withdrawing are confirmed by a button there."""


def do(s: TurnContext, command: CommandId) -> Answer:
    """Do what a command means here."""
    return TABLE.commands[command](s)


def carry_out(s: TurnContext, wish: Wish) -> Answer:
    """Do what a whole text asks for wherever she stands."""
    return do(s, WISHES[wish])
