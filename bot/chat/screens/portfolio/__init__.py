"""What a teacher takes out of the bot: fields to copy, her portfolio to print."""

from bot.chat.family import ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.portfolio import copying, home, summary

    modules = (home, copying, summary)
    return ScreenFamily(
        shows=tuple(one for module in modules for one in module.SHOWS),
        verbs=tuple(one for module in modules for one in module.VERBS),
        commands={CommandId.PORTFOLIO: home.open_home},
    )
