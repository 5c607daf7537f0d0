"""The bots that are measured, ours and the rivals', each a command line for a fresh process."""

import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.processes import ROOT, Child

TOKEN: Final = "1000001:bench-no-secret"  # noqa: S105 - of the pretend Telegram
SECRET: Final = "bench-webhook-secret"  # noqa: S105 - the same
RIVALS: Final = ROOT / "bench" / "rivals"
RIVALS_PYTHON: Final = ROOT / ".venv-bench" / "bin" / "python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """One bot, how it gets its updates, and whether it holds back for Telegram's limits."""

    name: str
    script: str | None = None  # a rival's; ours has none
    options: tuple[str, ...] = ()
    webhook: bool = False
    limited: bool = False
    more: tuple[tuple[str, str], ...] = ()  # settings of ours

    def start(self, api: str, folder: Path, data: Path | None = None) -> Child:
        """Start it against the Telegram at `api`; ours keeps its people in `data`."""
        name = self.name.replace(" ", "-")
        if self.script is not None:
            return Child([*self._rival(), api, TOKEN, *self._port()], folder, name, {})
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api,
            "DATA_DIR": str(data or folder / "data"),
            **dict(self.more),
        }
        if not self.limited:
            settings["MESSAGES_PER_SECOND"] = "inf"
        if self.webhook:
            (port,) = self._port()
            url = f"http://127.0.0.1:{port}/telegram"
            settings |= {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "PORT": port}
        return Child([sys.executable, "-m", "bot", "run"], folder, name, settings)

    def _rival(self) -> list[str]:
        return [str(RIVALS_PYTHON), str(RIVALS / str(self.script)), *self.options]

    def _port(self) -> tuple[str, ...]:
        return (str(free_port()),) if self.webhook else ()


def free_port() -> int:
    """Give a port of the loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def ours(
    *, webhook: bool = False, limited: bool = False, more: tuple[tuple[str, str], ...] = ()
) -> Bot:
    """Describe our bot, with more settings than it needs."""
    return Bot(name="this bot", webhook=webhook, limited=limited, more=more)


def python_telegram_bot(*, webhook: bool = False, concurrent: bool = False) -> Bot:
    """Describe the echo bot in python-telegram-bot as it comes."""
    options = ("--concurrent",) if concurrent else ()
    return Bot(name="PTB echo", script="ptb_echo.py", options=options, webhook=webhook)


def aiogram(*, webhook: bool = False) -> Bot:
    """Describe the echo bot in aiogram as it comes."""
    return Bot(name="aiogram echo", script="aiogram_echo.py", webhook=webhook)
