"""The pretend Telegram of a run: the simulator with a door for each process, so that it knows who sent what.

It keeps every message of the bot in the ledger; it must not judge.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from aiohttp import web

from bench.bots import TOKEN
from bench.chaos.ledger import Arrival, Ledger
from bot.simulator.bot import Bot
from bot.simulator.bot_side.api import Api
from bot.simulator.bot_side.webhook import Webhook
from bot.simulator.chat import Chat, Entry
from bot.simulator.clock import Clock
from bot.simulator.errors import Json
from bot.simulator.people import Profile
from bot.simulator.people_side import acts
from bot.simulator.world import World

FIRST_PAUSE_SECONDS = 0.25
"""Telegram tries again after longer; what matters here is that it does until it is answered 200."""

_PORT: ContextVar[int] = ContextVar("port", default=0)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LifeOf = Callable[[int], tuple[int, int]]
"""Gives which process knocks at the door with this port: its slot, and which of its lives."""


class HeardWorld(World):
    """A world that puts down each message of the bot with its sender."""

    def __init__(self, ledger: Ledger, life_of: LifeOf) -> None:
        bot = Bot(token=TOKEN, username="langkah_guru_bot", name="Langkah Guru")
        super().__init__(bot, Clock(), None)
        self._ledger = ledger
        self._life_of = life_of

    def post(self, chat: Chat, message: Json, *, out: bool, fixed: bool = False) -> None:
        """See `World.post`."""
        super().post(chat, message, out=out, fixed=fixed)
        if not out:
            self._hear(chat, message)

    def correct(self, chat: Chat, entry: Entry, message: Json) -> None:
        """See `World.correct`."""
        super().correct(chat, entry, message)
        if not entry.out:
            self._hear(chat, message)

    def _hear(self, chat: Chat, message: Json) -> None:
        slot, life = self._life_of(_PORT.get())
        words = str(message.get("text", ""))
        self._ledger.arrivals.append(Arrival(self._ledger.now, slot, life, chat.id, words))


@dataclass(frozen=True, slots=True)
class Telegram:
    """The people's side, and what the bot's processes call."""

    world: World
    webhook: Webhook

    def admit(self, person: int) -> None:
        """Have a person who has written to the bot before."""
        self.world.admit(Profile(id=person, first_name=f"Guru {person}")).started = True

    def say(self, person: int, text: str) -> str:
        """Let somebody write; the key by which her update is known."""
        return f"m{acts.say(self.world, person, text)['message_id']}"

    def tap(self, person: int, data: str, message: int = 0) -> str:
        """Let somebody press a button of a message, or of one that is gone; the key of her update."""
        number = message or self.world.new_message(self.world.chat(person), {}, {})["message_id"]
        return f"q{acts.tap(self.world, person, number, data)['callback_query_id']}"

    def shown(self, person: int) -> list[Json]:
        """Return what the bot has put into her chat, the newest last."""
        entries = self.world.chat(person).entries.values()
        return [entry.message for entry in entries if not entry.out]


@asynccontextmanager
async def serving(ledger: Ledger, life_of: LifeOf, ports: list[int]) -> AsyncIterator[Telegram]:
    """Serve at these ports, a door for each process."""
    world = HeardWorld(ledger, life_of)
    api = Api(world)
    api.webhook.first_pause_seconds = FIRST_PAUSE_SECONDS

    @web.middleware
    async def by_the_door(request: web.Request, handler: Handler) -> web.StreamResponse:
        assert request.transport is not None
        _PORT.set(request.transport.get_extra_info("sockname")[1])
        return await handler(request)

    application = web.Application(middlewares=[by_the_door])
    application.router.add_route("*", "/bot{token}/{method}", api.call)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    async with AsyncExitStack() as stack:
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        stack.push_async_callback(api.webhook.close)
        stack.callback(world.queue.close)
        for port in ports:
            await web.TCPSite(runner, "127.0.0.1", port).start()
        yield Telegram(world, api.webhook)
