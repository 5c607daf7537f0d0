"""The processes of one bot on a database, as in production, and their Telegram. Must not measure."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from bench.bots import SECRET, TOKEN, free_port
from bench.processes import Child
from bench.scale.telegram import Scene

REST_SECONDS: Final = 2.0


class TelegramChild(Child):
    """The pretend Telegram, a process of its own."""

    def __init__(self, folder: Path, per_second: int = 0, latency: float = 0.0) -> None:
        command = [sys.executable, "-m", "bench.scale.telegram", str(per_second), str(latency)]
        super().__init__(command, folder, "telegram", {})
        self.api = f"http://127.0.0.1:{self.ask(None)['port']}"

    def play(self, scene: Scene) -> dict[str, Any]:
        """Play a scene to its end; return what was seen."""
        return self.ask(asdict(scene))


@dataclass(frozen=True, slots=True)
class Cluster:
    """The processes of one bot, and the Telegram it talks to."""

    telegram: TelegramChild
    processes: list[Child]

    @property
    def cpu_seconds(self) -> float:
        """Processor time so far of all its processes, without Telegram's."""
        return sum(one.cpu_seconds for one in self.processes)

    def rest(self) -> None:
        """Return when all have done what a process does once after a start."""
        for process in self.processes:
            process.rest(REST_SECONDS)


@contextmanager
def cluster(
    url: str, folder: Path, roles: list[str], telegram: TelegramChild, **settings: str
) -> Iterator[Cluster]:
    """Have so many processes of these roles (`web`, `worker`, `run`) while the block lasts."""
    with ExitStack() as stack:
        processes = []
        for number, role in enumerate(roles):
            port = str(free_port())
            own = {
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_URL": telegram.api,
                "DATABASE_URL": url,
                "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
                "WEBHOOK_SECRET": SECRET,
                "PORT": port,
                "MESSAGES_PER_SECOND": "inf",
                "DATA_DIR": str(folder / "data"),
                **settings,
            }
            command = [sys.executable, "-m", "bot", role]
            child = Child(command, folder, f"{role}-{number}", own)
            processes.append(stack.enter_context(child))
        yield Cluster(telegram, processes)
