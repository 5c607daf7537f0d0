"""Formatted texts: what a request says → the text and entities that a message carries.

Cleans, trims and repairs as TDLib's fix_formatted_text does, and finds commands, links and
mentions in the text. It must not know about chats or keyboards.
"""

import json
import re
from typing import NamedTuple

from bot.simulator.errors import Json, bad_request
from bot.simulator.message.html import HtmlError, parse_html, utf16_length
from bot.simulator.message.link import checked_url

_RAW_BYTES = 32768
_ENTITIES = 100
_INVISIBLE = " \n\t\v\f\r\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u00a0"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/\w{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<!\w)@\w{3,32}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
    r"|(?P<url>(?:https?://[^\s<>]+|(?<![\w@.])(?:[\w-]+\.)+(?:com|org|net|id|me|io)\b(?:/[^\s<>]*)?))",
    re.ASCII | re.IGNORECASE,
)
_MARKS = re.compile(r"[/@#.]")
_SOLID = frozenset({"code", "pre"})


class Formatted(NamedTuple):
    """A text and its entities (offsets in UTF-16 units)."""

    text: str
    entities: list[Json]


def read_text(raw: str, parse_mode: str, entities: str) -> Formatted:
    """The text of sendMessage and editMessageText. Raises ApiError for an empty one."""
    if not raw:
        raise bad_request("message text is empty")
    result = read_formatted(raw, parse_mode, entities)
    if not result.text:
        raise bad_request("text must be non-empty")
    return result


def read_formatted(raw: str, parse_mode: str, entities: str) -> Formatted:
    """A text or caption as it will be stored; it may be empty. Raises ApiError."""
    if len(raw) * 4 > _RAW_BYTES and len(raw.encode()) > _RAW_BYTES:
        raise bad_request("text is too long")
    try:
        raw.encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    match parse_mode.lower():
        case "" | "none":
            return _fixed(raw, _given(entities))
        case "html":
            try:
                return _fixed(*parse_html(raw))
            except HtmlError as error:
                raise bad_request(f"can't parse entities: {error}") from error
        case "markdown" | "markdownv2":
            raise bad_request(f"unsupported parse_mode (this simulator reads no {parse_mode})")
        case _:
            raise bad_request("unsupported parse_mode")


def detected(text: str) -> list[Json]:
    """The commands, links, mentions, hashtags and addresses in a text, as Telegram marks them."""
    if not _MARKS.search(text):
        return []
    found = []
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or ""
        if kind == "url" and checked_url(match.group()) is None:
            continue
        offset = utf16_length(text[: match.start()])
        found.append({"type": kind, "offset": offset, "length": utf16_length(match.group())})
    return found


def _given(entities: str) -> list[Json]:
    if not entities:
        return []
    try:
        value = json.loads(entities)
    except ValueError as error:
        raise bad_request("can't parse entities JSON object") from error
    if not isinstance(value, list):
        raise bad_request("expected an Array of MessageEntity")
    for entity in value:
        numbers = isinstance(entity, dict) and (entity.get("offset"), entity.get("length"))
        if not numbers or not all(isinstance(number, int) for number in numbers):
            raise bad_request("can't parse MessageEntity: Can't find field \"offset\"")
    return [entity for entity in value if entity["length"] > 0]


def _fixed(text: str, entities: list[Json]) -> Formatted:
    if _CONTROL.search(text):
        text, entities = _cleaned(text, entities)
    if not text.strip(_INVISIBLE):
        return Formatted("", [])
    kept = text.lstrip(" \n")
    shift = utf16_length(text[: len(text) - len(kept)])
    kept = kept.rstrip(" \n")
    entities = _clipped(entities, shift, utf16_length(kept)) if entities else entities
    if len(entities) > 1:
        entities = _repaired(entities)
    if found := detected(kept):
        entities = _joined(entities, found)
    return Formatted(kept, entities[:_ENTITIES])


def _cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Carriage returns go, other control characters become blanks."""
    if "\r" in text:
        units = text.encode("utf-16-le").decode("utf-16-le")
        ends = [utf16_length(units[:at]) for at, mark in enumerate(units) if mark == "\r"]

        def moved(at: int) -> int:
            return at - sum(end < at for end in ends)

        entities = [
            {
                **entity,
                "offset": (begin := moved(entity["offset"])),
                "length": moved(entity["offset"] + entity["length"]) - begin,
            }
            for entity in entities
        ]
        text = text.replace("\r", "")
    return _CONTROL.sub(" ", text), entities


def _clipped(entities: list[Json], shift: int, width: int) -> list[Json]:
    clipped = []
    for entity in entities:
        begin = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] + entity["length"] - shift, width)
        if begin < end:
            clipped.append({**entity, "offset": begin, "length": end - begin})
    return clipped


def _repaired(entities: list[Json]) -> list[Json]:
    """Nothing lies inside code, no quotation inside a quotation, no style twice."""
    kept: list[Json] = []
    for entity in entities:
        spans = [entity]
        for other in entities:
            if other["type"] in _SOLID and other is not entity:
                spans = [rest for span in spans for rest in _without(span, other)]
        kept.extend(span for span in spans if not any(_repeats(span, other) for other in kept))
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _without(span: Json, solid: Json) -> list[Json]:
    begin, end = span["offset"], span["offset"] + span["length"]
    hole_begin, hole_end = solid["offset"], solid["offset"] + solid["length"]
    if end <= hole_begin or hole_end <= begin:
        return [span]
    if span["type"] in _SOLID:
        # Of code in code the outer one stays; of two equal ones the first.
        return [] if (hole_begin, -hole_end) < (begin, -end) else [span]
    before = [{**span, "length": hole_begin - begin}] if begin < hole_begin else []
    after = [{**span, "offset": hole_end, "length": end - hole_end}] if hole_end < end else []
    return before + after


def _repeats(span: Json, other: Json) -> bool:
    quotes = {span["type"], other["type"]} <= {"blockquote", "expandable_blockquote"}
    inside = (
        other["offset"] <= span["offset"]
        and span["offset"] + span["length"] <= other["offset"] + other["length"]
    )
    return inside and (quotes or span["type"] == other["type"])


def _joined(entities: list[Json], found: list[Json]) -> list[Json]:
    """What was found stays out of code and links that were given."""
    closed = [e for e in entities if e["type"] in _SOLID or e["type"].startswith("text_")]
    free = [
        one
        for one in found
        if not any(
            one["offset"] < e["offset"] + e["length"]
            and e["offset"] < one["offset"] + one["length"]
            for e in closed
        )
    ]
    return sorted(entities + free, key=lambda entity: (entity["offset"], -entity["length"]))
