"""What Telegram shows of the bot: set when it differs, never worth stopping for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.simulator.server import Simulator
from bot.telegram.api.bot import Bot
from bot.telegram.api.profile import introduce
from tests.each import each
from tests.telegram.echo import PROFILE, Echo, edge_to, simulator


@asynccontextmanager
async def connected(telegram: Simulator) -> AsyncIterator[Bot]:
    async with telegram.serve() as address:
        edge = edge_to(address, Echo())
        await edge.application.initialize()
        yield edge.bot
        await edge.application.shutdown()


def changes(telegram: Simulator) -> list[str]:
    return [name for name, _ in telegram.calls if name.startswith("setMy")]


async def test_a_new_bot_is_introduced() -> None:
    """Commands and both descriptions are set and can be read back."""
    telegram = simulator()
    async with connected(telegram) as bot:
        await introduce(bot, PROFILE)
        commands = await bot.get_my_commands()
        description = await bot.get_my_description()
        short = await bot.get_my_short_description()
    assert tuple((known.command, known.description) for known in commands) == PROFILE.commands
    assert description.description == PROFILE.description
    assert short.short_description == PROFILE.short_description


async def test_what_is_set_already_is_not_set_again() -> None:
    """Telegram allows few changes a day, so an unchanged profile costs none."""
    telegram = simulator()
    async with connected(telegram) as bot:
        await introduce(bot, PROFILE)
        telegram.calls.clear()
        await introduce(bot, PROFILE)
    assert changes(telegram) == []


async def test_commands_are_set_where_they_cannot_be_asked_for() -> None:
    """A Bot API that does not know getMyCommands is told the commands all the same."""
    telegram = simulator()
    telegram.world.faults.order({"errors": [{"method": "getMyCommands", "status": 404}]})
    async with connected(telegram) as bot:
        await introduce(bot, PROFILE)
    assert "setMyCommands" in changes(telegram)


@each(
    ("method", "status"),
    [
        ("setMyCommands", 404),
        ("setMyCommands", 429),
        ("getMyCommands", 404),
        ("getMyCommands", 500),
        ("setMyCommands", 400),
    ],
)
async def test_a_refusal_leaves_the_rest_to_be_set(method: str, status: int) -> None:
    """One refused or unknown method stops nothing."""
    telegram = simulator()
    fault = {"method": method, "status": status, "retry_after": 9000 if status == 429 else None}
    telegram.world.faults.order({"errors": [fault]})
    async with connected(telegram) as bot:
        await introduce(bot, PROFILE)
    assert {"setMyDescription", "setMyShortDescription"} <= set(changes(telegram))
