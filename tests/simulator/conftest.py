"""A served simulator with two people who know the bot and one who does not."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.simulator.server import Profile, Simulator
from tests.simulator.bot_side import BUDI, SITI, STRANGER, TOKEN, BotSide

PEOPLE = (
    Profile(id=SITI, first_name="Siti", last_name="Aminah", username="siti", note="Guru SD"),
    Profile(id=BUDI, first_name="Budi"),
    Profile(id=STRANGER, first_name="Asing"),
)


@pytest.fixture
async def bot() -> AsyncIterator[BotSide]:
    """The bot's side of a fresh simulator in which Siti and Budi have started the bot."""
    simulator = Simulator(TOKEN, PEOPLE)
    async with simulator.serve() as address, aiohttp.ClientSession() as session:
        bot = BotSide(simulator, session, address)
        await bot.siti.send("/start")
        await bot.budi.send("/start")
        await bot.forget_updates()
        simulator.calls.clear()
        yield bot
