"""Reads the teachers of a school one by one. Must not decide who may see them."""

from collections.abc import AsyncIterator

from bot.domain.person.person import Person
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Store
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL


async def teachers(store: Store, school: str) -> AsyncIterator[Person]:
    """Yield the teachers of a school; one who cannot be read is left out."""
    for key in await store.find(PEOPLE, PERSON_SCHOOL.equals(school)):
        try:
            person = await store.get(PEOPLE, key)
        except (DocumentDamaged, DocumentTooNew):
            continue
        if person and person.school == school:
            yield person
