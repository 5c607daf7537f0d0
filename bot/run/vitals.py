"""What the health page may know of a running bot. Names nobody."""

from dataclasses import dataclass

from bot import __version__
from bot.run.wiring import KINDS, Wiring
from bot.store.codec.people import PEOPLE
from bot.telegram.api.app import Edge


@dataclass(frozen=True, slots=True)
class BotVitals:
    """Reads them from the parts and their edge; costs no reading of documents."""

    parts: Wiring
    edge: Edge

    async def people(self) -> int:
        """Return how many people are stored."""
        return await self.parts.store.count(PEOPLE)

    def failing_seconds(self) -> float:
        """Return for how long nothing could be saved."""
        return self.parts.store.pulse.failing_seconds

    def unreadable(self) -> int:
        """Return how many documents need repair."""
        return sum(self.parts.store.unreadable(kind) for kind in KINDS)

    def release(self) -> tuple[str, str]:
        """Return the version of the program and that of its content."""
        return __version__, self.parts.world.version

    def telegram_trouble(self) -> str | None:
        """Return what Telegram refuses at the moment."""
        return self.edge.doubt.trouble
