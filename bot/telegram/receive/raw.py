"""Telegram's bytes as JSON, each update read on its own.

One update that is no JSON, or no text, must not hide the others of its answer. What comes out holds
no lone surrogate, which no file and no message could take. Knows no kind of update.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import orjson
import structlog

log = structlog.stdlib.get_logger(__name__)

_ESCAPED = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
"""An escape of JSON; ``lone`` is half a character outside the first 65,536."""

_BEGIN = re.compile(r'(?=\{\s*"update_id"\s*:)')
"""Where an update begins even if one before it has no end: no text holds a quote without its escape."""

_RESULT = re.compile(r'\s*\{[^\[]*?"result"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")
_NUMBER = re.compile(r'"update_id"\s*:\s*(\d{1,10})(?![\d.eE])')
_DECODER = json.JSONDecoder()


def parsed(payload: bytes) -> Any:
    """Return JSON; bytes that are no UTF-8 and lone surrogates become U+FFFD. Raises ValueError."""
    try:
        return orjson.loads(payload)
    except orjson.JSONDecodeError:
        return orjson.loads(_repaired(payload.decode(errors="replace")))


def updates_in(payload: bytes) -> dict[str, Any] | None:
    """Return an answer of getUpdates that as a whole is no JSON; None if it is no list of updates.

    Of an update that cannot be read only its number is left, so that it can be confirmed.
    """
    text = payload.decode(errors="replace")
    if (found := _RESULT.match(text)) is None:
        return None
    pieces = _BEGIN.split(text[found.end() :])
    return {"ok": True, "result": [update for piece in pieces for update in _read(piece)]}


def number_in(payload: bytes) -> int | None:
    """Return the number of an update that cannot be read, if it can be seen."""
    found = _NUMBER.search(payload.decode(errors="replace"))
    return int(found[1]) if found else None


def _read(piece: str) -> Iterator[Any]:
    """Yield the updates of a piece: one, or more where they begin with something else."""
    text = _GAP.sub("", _repaired(piece), count=1)
    while text:
        try:
            update, end = _DECODER.raw_decode(text)
        except (ValueError, RecursionError):
            number = number_in(text.encode())
            if number is not None:
                log.warning("update_unreadable", update=number)
                yield {"update_id": number}
            return
        yield update
        text = _GAP.sub("", text[end:], count=1)


def _repaired(text: str) -> str:
    return _ESCAPED.sub(lambda found: r"\ufffd" if found["lone"] else found[0], text)
