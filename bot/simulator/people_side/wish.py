"""What a page or a test wishes, as JSON: read field by field, or refused with a sentence.

It must not know what a wish is for.
"""

import orjson
from aiohttp import web

from bot.simulator.errors import Json, PersonError


async def wish_of(request: web.Request) -> Json:
    """The body of a request. Raises PersonError, as do all here."""
    try:
        value = orjson.loads(await request.read())
    except ValueError as error:
        raise PersonError("the body is not JSON") from error
    if not isinstance(value, dict):
        raise PersonError("the body is not a JSON object")
    return value


def words(wish: Json, field: str) -> str:
    """A text that may not be empty."""
    value = wish.get(field)
    if not isinstance(value, str) or not value:
        raise PersonError(f"{field} is missing")
    return value


def number(wish: Json, field: str) -> int:
    """A whole number."""
    return numbers({field: [wish.get(field)]}, field)[0]


def numbers(wish: Json, field: str) -> list[int]:
    """Whole numbers."""
    value = wish.get(field)
    if not isinstance(value, list) or not all(type(one) is int for one in value):
        raise PersonError(f"{field} is missing")
    return value
