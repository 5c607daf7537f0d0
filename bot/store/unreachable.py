"""Records that somebody cannot be reached: whoever learns it from Telegram says so here."""

from dataclasses import replace

from bot.domain.person.person import Person
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.people import PEOPLE


async def mark_unreachable(store: Store, person: int) -> None:
    """Record that Telegram no longer delivers to this person. Unknown people are left alone."""

    def decide(stored: Person | None) -> tuple[Write[Person], None]:
        if stored is None or not stored.reachable:
            return Keep(), None
        return Put(replace(stored, reachable=False)), None

    await store.update(PEOPLE, str(person), decide)
