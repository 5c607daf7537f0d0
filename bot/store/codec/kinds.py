"""All kinds of documents: what a data directory or a database holds. Must not know how they are kept."""

from typing import Any

from bot.store.base import Kind
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS, PAUSES
from bot.store.codec.farewells import FAREWELLS
from bot.store.codec.held import HELD
from bot.store.codec.people import PEOPLE, TICKS
from bot.store.codec.requests import REQUESTS
from bot.store.codec.schools import AUDIT, SCHOOLS

KINDS: tuple[Kind[Any], ...] = (
    *(PEOPLE, SCHOOLS, AUDIT, TICKS, BROADCASTS, CHUNKS, REQUESTS, PAUSES, HELD, FAREWELLS),
)
