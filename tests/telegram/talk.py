"""One person talking to a running edge by way of a simulated Telegram."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.chat.model import Event
from bot.simulator.people_side.person import Person
from bot.simulator.server import Simulator
from bot.telegram.api.app import Edge
from tests.telegram.echo import SARI, Echo, edge_to, polling, simulator


class Room:
    def __init__(self, telegram: Simulator, conversation: Echo, edge: Edge) -> None:
        self.telegram, self.conversation, self.edge = telegram, conversation, edge
        self.sari: Person = telegram.person(SARI)

    async def event(self) -> Event:
        """The first event that was handled."""
        await self.conversation.until_handled(1)
        return self.conversation.handled[0].event

    async def text(self) -> str:
        """The text of the next message Sari gets."""
        return str((await self.sari.next_message())["text"])

    def calls(self, method: str) -> list[dict[str, str]]:
        return [parameters for name, parameters in self.telegram.calls if name == method]


@asynccontextmanager
async def talking(conversation: Echo | None = None, *, people: int = 2) -> AsyncIterator[Room]:
    telegram, conversation = simulator(people=people), conversation or Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        async with polling(edge):
            yield Room(telegram, conversation, edge)
