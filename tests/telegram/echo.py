"""A very small conversation, and an edge around it, for the tests of the Telegram edge.

``Echo`` keeps the promise of the real one: what it has handled is in ``handled`` when ``take``
returns. The edge talks to a simulated Telegram over real sockets.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.app.views.unmade import Replies
from bot.chat.model import Button, Command, Event, Incoming, Press, Screen, Shown, Typed
from bot.cluster.send_window import Limits
from bot.domain.person.person import PersonId
from bot.simulator.server import Limits as TelegramLimits
from bot.simulator.server import Profile as SimulatedPerson
from bot.simulator.server import Simulator
from bot.telegram.api.app import Connection, Edge, build
from bot.telegram.api.handlers import EdgeTexts
from bot.telegram.api.profile import Profile
from bot.telegram.api.run import run_polling
from bot.telegram.api.waits import Waits

TOKEN = "123456:pretend-token-of-the-simulated-telegram"
SARI, BUDI = 101, 102

TEXTS = EdgeTexts(
    flood="Pelan-pelan, ya.",
    group="Bot ini hanya untuk obrolan pribadi.",
    not_saved="Belum tersimpan, silakan ulangi.",
    not_yours="Tombol ini bukan untuk Anda.",
    failure="Ada yang salah di pihak kami.",
)
PROFILE = Profile(
    commands=(("mulai", "Mulai"), ("bantuan", "Bantuan")),
    description="Pendamping guru.",
    short_description="Pendamping guru",
)

Answer = Callable[[Incoming], Awaitable[Replies]]


async def echo(incoming: Incoming) -> tuple[Shown, ...]:
    """Say what was said, with one button; a press rewrites the message."""
    button = Button("Lagi", "again")
    match incoming.event:
        case Typed(text, _):
            return (Screen(text, ((button,),)),)
        case Command(word, argument):
            return (Screen(f"command {word} {argument}", ((button,),)),)
        case Press(data):
            return (Screen(f"pressed {data}", ((button,),)),)
        case _:
            return (Screen(type(incoming.event).__name__),)


@dataclass
class Echo:
    """Handles each event with ``answer`` and remembers that it did."""

    answer: Answer = echo
    handled: list[Incoming] = field(default_factory=list)
    unreachable: list[PersonId] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, incoming: Incoming) -> Replies:
        shown = await self.answer(incoming)
        self.handled.append(incoming)
        self.news.set()
        return shown

    async def until_handled(self, count: int) -> None:
        """Return when so many events have been handled."""
        async with asyncio.timeout(10):
            while len(self.handled) < count:
                self.news.clear()
                await self.news.wait()

    async def mark_unreachable(self, person_id: PersonId) -> None:
        self.unreachable.append(person_id)

    def events(self, person: int) -> list[Event]:
        return [incoming.event for incoming in self.handled if incoming.person == person]


def simulator(*, people: int = 2, limits: TelegramLimits | None = None) -> Simulator:
    """A Telegram with people 101, 102 and so on."""
    profiles = (
        SimulatedPerson(id=SARI + number, first_name=f"Guru {number}") for number in range(people)
    )
    return Simulator(token=TOKEN, people=tuple(profiles), limits=limits)


def utc_now() -> datetime:
    return datetime.now(UTC)


IMPATIENT = Waits(tries=(0.02, 0.04, 0.08), first=(0.01, 0.02), part=0.4, breath=0.0)
"""Nobody is cut off here: what is waited for comes from the same machine."""


def edge_to(
    address: str, conversation: Echo, *, limits: Limits | None = None, waits: Waits = IMPATIENT
) -> Edge:
    connection = Connection(
        token=TOKEN, api_url=address, limits=limits or Limits.none(), waits=waits
    )
    return build(
        connection,
        conversation,
        TEXTS,
        clock=utc_now,
        stop=asyncio.Event(),
    )


@asynccontextmanager
async def polling(edge: Edge) -> AsyncIterator[asyncio.Task[None]]:
    """Run the edge by polling; stops it at the end and raises what it raised."""
    task = asyncio.create_task(run_polling(edge, PROFILE))
    try:
        yield task
    finally:
        edge.stop.set()
        await task


def fault(telegram: Simulator, method: str, status: int, times: int = 1, **more: Any) -> None:
    """Have Telegram refuse the next calls of a method."""
    error = {"method": method, "status": status, "times": times, **more}
    telegram.world.faults.order({"errors": [error]})


def waiting(telegram: Simulator) -> int:
    """How many updates Telegram still holds."""
    return len(telegram.world.queue)
