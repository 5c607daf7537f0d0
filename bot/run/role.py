"""What one process of several does: take updates, work by the clock, or both. Must not start anything."""

from enum import StrEnum


class ProcessRole(StrEnum):
    """One of the commands that serve; its value is the command."""

    RUN = "run"
    """Everything; with files there is only this."""

    WEB = "web"
    """Takes what Telegram sends to the webhook and answers it."""

    WORKER = "worker"
    """Sends what the bot begins by itself, and fetches updates where there is no webhook."""

    @property
    def takes_updates(self) -> bool:
        """Whether Telegram may send it updates."""
        return self is not ProcessRole.WORKER

    @property
    def ticks(self) -> bool:
        """Whether it works by the clock, and may lead."""
        return self is not ProcessRole.WEB
