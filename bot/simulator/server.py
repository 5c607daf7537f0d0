"""The simulator as one thing to start: a world and its HTTP server.

It must not know any rule of Telegram's or any route of the people's side.
"""

from collections import deque
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.simulator.bot import Bot
from bot.simulator.bot_side.api import Api
from bot.simulator.bot_side.wire import UPLOAD_BYTES
from bot.simulator.clock import Clock
from bot.simulator.journey import Agenda, Journey
from bot.simulator.limits import Limits
from bot.simulator.people import Profile
from bot.simulator.people_side.person import Person
from bot.simulator.people_side.web import PeopleSide
from bot.simulator.world import World

__all__ = ["Limits", "Profile", "Simulator"]

_REQUEST_BYTES = UPLOAD_BYTES + (2 << 20)


class Simulator:
    """A small Telegram with one bot and a few people.

    An ``agenda`` tells what is due, so that the clock can stop there on its way.
    """

    def __init__(
        self,
        token: str,
        people: Iterable[Profile] = (),
        *,
        clock: Clock | None = None,
        agenda: Agenda | None = None,
        limits: Limits | None = None,
        bot_username: str = "langkah_guru_bot",
        bot_name: str = "Langkah Guru",
    ) -> None:
        self.clock = clock or Clock()
        self.journey = Journey(self.clock, agenda)
        self.world = World(
            Bot(token=token, username=bot_username, name=bot_name), self.clock, limits
        )
        for profile in people:
            self.world.admit(profile)

    @property
    def calls(self) -> deque[tuple[str, dict[str, str]]]:
        """The last calls of the bot as (method, parameters as received), oldest first."""
        return self.world.calls

    @property
    def refusals(self) -> deque[tuple[str, int, str]]:
        """The last refused calls as (method in lower case, status, description), oldest first."""
        return self.world.refusals

    def person(self, person: int) -> Person:
        """The person with this id. Raises PersonError."""
        return Person(self.world, person)

    @asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
        """Serve both sides; the address, such as `http://127.0.0.1:54321`."""
        api, people_side = Api(self.world), PeopleSide(self.world, self.journey)
        application = web.Application(client_max_size=_REQUEST_BYTES)
        application.router.add_route("*", "/bot{token}/{method}", api.call)
        application.router.add_get("/file/bot{token}/{path:.+}", api.load_file)
        application.router.add_routes(people_side.routes())
        runner = web.AppRunner(
            application, access_log=None, handler_cancellation=True, shutdown_timeout=1.0
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            shown = f"[{host}]" if ":" in host else host
            yield f"http://{shown}:{runner.addresses[0][1]}"
        finally:
            self.world.queue.close()
            people_side.stream.close()
            await api.webhook.close()
            await runner.cleanup()
