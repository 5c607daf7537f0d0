"""The Bot API on the wire: an HTTP request → a Call, a result → the envelope.

Parameters arrive in the query string, urlencoded, as multipart or as JSON, as in the Bot API
server's HttpReader. This module must not know what any method does.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import BodyPartReader, web

from bot.simulator.errors import ApiError, Json, bad_request

PARAMETER_BYTES = 1 << 20
UPLOAD_BYTES = 50 << 20
_TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    media_type: str
    content: bytes


@dataclass(slots=True)
class Call:
    """One call of a method: its parameters, all text, and its files by field name."""

    method: str
    fields: dict[str, str]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The parameter, "" when it is missing."""
        return self.fields.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """The integer at the start of the parameter, `default` when it is missing."""
        value = self.fields.get(name)
        return default if not value else leading_integer(value)

    def flag(self, name: str) -> bool:
        """Whether the parameter is one of Telegram's words for yes."""
        return self.fields.get(name, "").lower() in _TRUE

    def json(self, name: str) -> Any:
        """The parameter read as JSON, None when it is missing. Raises ValueError."""
        value = self.fields.get(name)
        return orjson.loads(value) if value else None

    def recorded(self) -> dict[str, str]:
        """The parameters as received, a file as its name and size."""
        if not self.files:
            return self.fields
        files = {
            name: f"<{upload.name}, {len(upload.content)} bytes>"
            for name, upload in self.files.items()
        }
        return {**self.fields, **files}


@dataclass(frozen=True, slots=True)
class Described:
    """A result that comes with a sentence, as setWebhook's does."""

    result: Any
    description: str


class TooLargeError(Exception):
    """The request is larger than Telegram's front server lets through."""


def leading_integer(text: str) -> int:
    """The integer that `text` begins with, 0 without one: TDLib's lenient to_integer."""
    try:
        return int(text)
    except ValueError:
        digits = text[1:] if text[:1] == "-" else text
        length = next((i for i, mark in enumerate(digits) if not mark.isdecimal()), len(digits))
        value = int(digits[:length] or "0")
        return -value if text[:1] == "-" else value


async def read_call(method: str, request: web.Request) -> Call:
    """The call that a request makes. Raises ApiError and TooLargeError."""
    query = request.rel_url.query if request.rel_url.raw_query_string else {}
    call = Call(method, dict(query))
    if not request.body_exists:
        return call
    if (request.content_length or 0) > UPLOAD_BYTES + PARAMETER_BYTES:
        raise TooLargeError
    kind = request.content_type
    if kind == "multipart/form-data":
        await _read_parts(call, request)
    elif kind == "application/json":
        call.fields.update(read_json(await request.read()))
    else:
        body = await request.read()
        _check_size(len(body))
        pairs = parse_qsl(body.decode("utf-8", "surrogateescape"), keep_blank_values=True)
        call.fields.update(pairs)
    return call


def read_json(body: bytes) -> dict[str, str]:
    """A JSON body's parameters: strings as they are, anything else as its JSON text."""
    _check_size(len(body))
    try:
        value = orjson.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("can't parse request: Can't parse JSON") from error
    if not isinstance(value, dict):
        raise bad_request("can't parse request: JSON object expected")
    return {
        name: part if isinstance(part, str) else orjson.dumps(part).decode()
        for name, part in value.items()
    }


async def _read_parts(call: Call, request: web.Request) -> None:
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read())
        name = part.name or ""
        if part.filename is None:
            size += len(content)
            _check_size(size)
            call.fields[name] = content.decode("utf-8", "surrogateescape")
        elif len(content) > UPLOAD_BYTES:
            raise TooLargeError
        else:
            media_type = part.headers.get("Content-Type", "application/octet-stream")
            call.files[name] = Upload(part.filename, media_type, content)


def _check_size(size: int) -> None:
    if size > PARAMETER_BYTES:
        raise ApiError(413, "Request Entity Too Large")


def answered(result: Any) -> web.Response:
    """The envelope of a success."""
    if isinstance(result, Described):
        body: Json = {"ok": True, "result": result.result, "description": result.description}
    else:
        body = {"ok": True, "result": result}
    return web.Response(body=orjson.dumps(body), content_type="application/json")


def refused(error: ApiError) -> web.Response:
    """The envelope of a refusal; a 429 also says so in its header."""
    if error.page:
        return _page(error.code, error.description)
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    headers = {}
    if error.parameters:
        body["parameters"] = error.parameters
        if "retry_after" in error.parameters:
            headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.Response(
        body=orjson.dumps(body),
        status=error.code,
        headers=headers,
        content_type="application/json",
    )


def too_large() -> web.Response:
    """What the front server answers to an upload of more than 50 MB: a page, not JSON."""
    return _page(413, "Request Entity Too Large")


def _page(status: int, title: str) -> web.Response:
    page = f"<html><head><title>{status} {title}</title></head></html>\r\n"
    return web.Response(text=page, status=status, content_type="text/html")
