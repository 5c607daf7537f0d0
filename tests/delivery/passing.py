"""Time that passes for a teacher in tests of what the bot sends by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.domain.person.person import Person
from tests.delivery.teachers import HandClock


def agreed(person: Person, moment: datetime) -> Person:
    """Return a person who gave her consent at a moment (UTC)."""
    consent = replace(person.consent, given_at=moment) if person.consent else None
    return replace(person, consent=consent)


async def days(clock: HandClock, send: Callable[[], object], count: int) -> None:
    """Let so many days pass, a tick each half hour."""
    for _ in range(48 * count):
        clock.move(minutes=30)
        await send()  # type: ignore[misc] # a coroutine of the sender
