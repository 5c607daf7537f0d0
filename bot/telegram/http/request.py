"""HTTP for python-telegram-bot on aiohttp, through PTB's public ``BaseRequest``.

A tenth of the CPU time of PTB's own httpx backend. Knows no method of the Bot API and repeats
nothing: whether a call may be repeated depends on what it does. No error raised here names an
address, because the address contains the token; that is why the causes are left out of the chain.
"""

import time
from collections.abc import Awaitable, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.metrics import METER
from bot.telegram.http.answer import NoAnswer, is_refusal, read
from bot.telegram.http.posting import FORM_TYPE, Posting
from bot.telegram.http.upload import STALLED_SECONDS, Upload

CONNECTIONS = 100
"""Calls under way at once; Telegram asks for no limit, open sockets do."""

KEEP_ALIVE_SECONDS = 15.0
"""Shorter than any server's own, so that we do not write into a connection being closed."""

ANSWER_BYTES = 64 << 20
"""The largest answer that is read: a hundred updates of Telegram's are far below."""

REDIRECTS = range(300, 400)

WHOLE_SECONDS = 10.0
"""How much longer than for its first byte an answer may take: who sends one a minute is as good as silent."""

_UNSET = BaseRequest.DEFAULT_NONE


class NotReached(NetworkError):  # noqa: N818 - named like its family: TimedOut, Conflict
    """The connection was never made, so Telegram cannot have done anything: safe to repeat."""

    __slots__ = ()


class AnswerLost(NetworkError):  # noqa: N818 - the same
    """The connection broke after the request was sent: Telegram may or may not have done it."""

    __slots__ = ()


class Redirected(NotReached):
    """What answers there sends us elsewhere. We do not go: what people wrote would go along."""

    __slots__ = ()

    def __init__(self, status: int, host: str) -> None:
        super().__init__(f"answers with a redirect (status {status}) to {host}; not followed")


class AiohttpRequest(BaseRequest):
    """Posts Bot API calls over one pool of connections.

    Raises NotReached, AnswerLost, NoAnswer, or TimedOut when the answer did not come in time.
    ``answered_at`` is the monotonic moment of the newest answer, which begins with the pool.
    """

    __slots__ = (
        *("_connect_timeout", "_posting", "_read_timeout", "_session", "_stalled_seconds"),
        "answered_at",
    )

    def __init__(
        self,
        *,
        connect_timeout: float = 5.0,
        read_timeout: float = 10.0,
        stalled_seconds: float = STALLED_SECONDS,
    ) -> None:
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._stalled_seconds = stalled_seconds
        self.answered_at = time.monotonic()
        self._session: aiohttp.ClientSession | None = None
        self._posting: Posting | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; harmless if it is open."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(
                limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )
            self._posting = Posting(self._session, connector)

    async def shutdown(self) -> None:
        """Close the pool; harmless if it is closed."""
        if self._session is not None and not self._session.closed:
            await self._session.close()

    async def do_request(  # noqa: PLR0917 - PTB's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _UNSET,
        write_timeout: Any = _UNSET,  # noqa: ARG002 - part of the interface; see ``Upload``
        connect_timeout: Any = _UNSET,
        pool_timeout: Any = _UNSET,  # noqa: ARG002 - the same; see ``_timeout``
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body of its answer."""
        timeout = _timeout(
            self._connect_timeout if connect_timeout is _UNSET else connect_timeout,
            self._read_timeout if read_timeout is _UNSET else read_timeout,
            has_files=isinstance(request_data, RequestData) and request_data.contains_files,
        )
        began, name, outcome = time.monotonic(), url.rpartition("/")[2], "failed"
        try:
            answer = await _reached(self._answer(url, method, request_data, timeout))
            self.answered_at, outcome = time.monotonic(), str(answer[0])
            return answer
        finally:
            METER.count("api_calls", name, outcome)
            METER.took("api_seconds", time.monotonic() - began, name)

    async def _answer(
        self,
        url: str,
        method: str,
        data: RequestData | dict[str, str] | None,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's own limits, handed on
    ) -> tuple[int, bytes]:
        if self._session is None or self._posting is None:
            raise RuntimeError("The request was not initialized")
        if isinstance(data, dict):  # from `Bot.call`
            return await self._posting.post(url, _query(data), timeout, _told)
        body, headers = _body(data, self._stalled_seconds)
        async with self._session.request(
            method,
            _parsed(url),
            data=body,
            headers=headers,
            timeout=timeout,
            allow_redirects=False,
        ) as response:
            return await _told(response.status, response.headers, response.content)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Parse an answer. Raises NoAnswer for anything but a Bot API's (a proxy's page, say)."""
        return read(payload)


async def _reached(answer: Awaitable[tuple[int, bytes]]) -> tuple[int, bytes]:
    """Return the status and the body of an answer, with aiohttp's errors told as PTB's."""
    try:
        return await answer
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise NotReached(_name(error)) from None
    except TimeoutError as error:
        raise TimedOut(_name(error)) from None
    except aiohttp.ClientError as error:
        raise AnswerLost(_name(error)) from None


async def _told(
    status: int, headers: Mapping[str, str], content: aiohttp.StreamReader
) -> tuple[int, bytes]:
    """Return the status of an answer and its body, nothing for a failure that is not told as Telegram does.

    PTB puts it into words then as it does a page. Raises NoAnswer when there is no end of it.
    """
    if status in REDIRECTS:
        raise Redirected(status, _host(headers))
    if content.is_eof():  # it came together with the head, as nearly all do
        body = content.read_nowait()
        if len(body) > ANSWER_BYTES:
            raise NoAnswer
    else:
        parts, size = [], 0
        async for part in content.iter_any():
            parts.append(part)
            size += len(part)
            if size > ANSWER_BYTES:
                raise NoAnswer
        body = b"".join(parts)
    is_told = status < HTTPStatus.BAD_REQUEST or is_refusal(body)
    return status, body if is_told else b""


def _name(error: Exception) -> str:
    return f"aiohttp.{type(error).__name__}"


def _host(headers: Mapping[str, str]) -> str:
    """Return where an answer sends us, without the path, which may hold the token."""
    try:
        return URL(headers.get("Location", "")).host or "another path"
    except ValueError:
        return "another path"


@lru_cache(maxsize=16)
def _timeout(
    connect: float | None, read: float | None, *, has_files: bool
) -> aiohttp.ClientTimeout:
    """Return the limits of a call; how long a file takes depends on its size, so it has its own."""
    total = None if has_files or connect is None or read is None else connect + read + WHOLE_SECONDS
    return aiohttp.ClientTimeout(
        total=total,
        connect=total,  # to wait for one of the pool, or look up a name, has no limit of its own
        sock_connect=connect,
        sock_read=read,
    )


@lru_cache(maxsize=64)
def _parsed(url: str) -> URL:
    return URL(url)


def _body(data: RequestData | None, stalled_seconds: float) -> tuple[Any, dict[str, str] | None]:
    if data is None:
        return None, None
    if data.contains_files:
        return _form(data, stalled_seconds), None
    return _query(data.json_parameters), {"Content-Type": FORM_TYPE}


def _query(fields: dict[str, str]) -> bytes:
    # yarl's compiled quoting writes the same form as urllib's, at a seventh of the cost.
    return URL.build(query=fields).raw_query_string.encode()


def _form(data: RequestData, stalled_seconds: float) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in data.multipart_data.items():
        body: Any = content
        if isinstance(content, bytes):
            body = Upload(content, stalled_seconds, content_type=media_type)
        form.add_field(name, body, filename=filename, content_type=media_type)
    return form
