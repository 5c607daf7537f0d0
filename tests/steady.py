"""The vitals of a process that a test makes up."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steady:
    """Vitals that stay as they were given."""

    stored: int = 0
    failing: float = 0.0
    refused: int = 0
    trouble: str | None = None
    unheard: float = 0.0
    unticked: float = 0.0
    led: bool = True
    writer: bool = True

    async def people(self) -> int:
        return self.stored

    def failing_seconds(self) -> float:
        return self.failing

    def unreadable(self) -> int:
        return self.refused

    def telegram_trouble(self) -> str | None:
        return self.trouble

    def release(self) -> tuple[str, str]:
        return "1.2.3", "abcd1234"

    def unheard_seconds(self) -> float:
        return self.unheard

    def unticked_seconds(self) -> float:
        return self.unticked

    def has_writer(self) -> bool:
        return self.writer

    def is_led(self) -> bool:
        return self.led

    async def gauges(self) -> Mapping[str, tuple[str, float]]:
        return {"people": ("People stored", self.stored)}
