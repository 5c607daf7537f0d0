"""The vitals of a process that a test makes up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steady:
    """Vitals that stay as they were given."""

    stored: int = 0
    failing: float = 0.0
    refused: int = 0
    trouble: str | None = None

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
