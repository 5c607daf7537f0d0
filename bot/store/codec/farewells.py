"""The stored form of what is remembered of those who left; the key is a mark. Must not decide anything about it."""

from bot.domain.person.farewell import Farewell
from bot.store.base import Kind
from bot.store.codec.plain_kind import kind_of
from bot.store.facts import Ranged

SAID_AT: Ranged[Farewell, float] = Ranged("said", float, lambda one: one.said_at.timestamp())

FAREWELLS: Kind[Farewell] = kind_of("farewells", Farewell, SAID_AT)
"""A restored backup leaves these as they are: they are newer than it."""
