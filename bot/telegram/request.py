"""HTTP for python-telegram-bot on aiohttp, through PTB's public ``BaseRequest``.

A third of the CPU time of PTB's own httpx backend. Knows no method of the Bot API and repeats
nothing: whether a call may be repeated depends on what it does. No error raised here names an
address, because the address contains the token; that is why the causes are left out of the chain.
"""

import io
import math
from functools import lru_cache
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.telegram.raw import parsed, updates_in

CONNECTIONS = 100
"""Calls under way at once; Telegram asks for no limit, open sockets do."""

KEEP_ALIVE_SECONDS = 15.0
"""Shorter than any server's own, so that we do not write into a connection being closed."""

TOO_MANY = 429

UNNAMED_WAIT = 5.0
"""Seconds to wait after a 429 that does not say how long, or nothing one can wait for."""

LONGEST_WAIT = 86_400.0
"""No longer "retry after" is believed: more than a day is a mistake of whoever answers."""

REDIRECTS = range(300, 400)

FORM = "application/x-www-form-urlencoded"

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


class NoAnswer(TelegramError):  # noqa: N818 - the same
    """What came is no answer of a Bot API (a proxy's, say): whether anything was done is unknown."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("Invalid server response")


class _Resultless(dict[str, Any]):
    """An answer without a result: a refusal, or, where PTB looks for the result, no answer."""

    def __missing__(self, _: str) -> Any:
        raise NoAnswer


class AiohttpRequest(BaseRequest):
    """Posts Bot API calls over one pool of connections.

    Raises NotReached, AnswerLost, NoAnswer, or TimedOut when the answer did not come in time.
    """

    __slots__ = ("_connect_timeout", "_read_timeout", "_session")

    def __init__(self, *, connect_timeout: float = 5.0, read_timeout: float = 10.0) -> None:
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; harmless if it is open."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

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
        write_timeout: Any = _UNSET,  # noqa: ARG002 - part of the interface; sockets have no such time
        connect_timeout: Any = _UNSET,
        pool_timeout: Any = _UNSET,  # noqa: ARG002 - the same; waiting for the pool is unbounded
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body of its answer."""
        if self._session is None:
            raise RuntimeError("The request was not initialized")
        timeout = _timeout(
            self._connect_timeout if connect_timeout is _UNSET else connect_timeout,
            self._read_timeout if read_timeout is _UNSET else read_timeout,
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method,
                _parsed(url),
                data=body,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                if response.status in REDIRECTS:
                    raise Redirected(response.status, _host(response))
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotReached(_name(error)) from None
        except TimeoutError as error:
            raise TimedOut(_name(error)) from None
        except aiohttp.ClientError as error:
            raise AnswerLost(_name(error)) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Parse an answer. Raises NoAnswer for anything but a JSON object (a proxy's page, say).

        In a list of updates each is read on its own: one that is no JSON hides no other.
        """
        try:
            answer = parsed(payload)
        except ValueError as error:
            answer = updates_in(payload)
            if answer is None:
                raise NoAnswer from error
        if not isinstance(answer, dict) or not isinstance(answer.get("parameters", {}), dict):
            raise NoAnswer
        if answer.get("error_code") == TOO_MANY or "retry_after" in answer.get("parameters", {}):
            answer["parameters"] = _retry_parameters(answer.get("parameters", {}))
        return answer if "result" in answer else _Resultless(answer)


def _retry_parameters(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters of a 429 with seconds PTB can read; what is no wait is unnamed."""
    told = parameters.get("retry_after")
    try:
        seconds = float(told) if isinstance(told, int | float | str) else 0.0
    except (ValueError, OverflowError):
        seconds = 0.0
    if not 0 < seconds <= LONGEST_WAIT:  # also not a number
        seconds = LONGEST_WAIT if seconds > LONGEST_WAIT else UNNAMED_WAIT
    return {**parameters, "retry_after": math.ceil(seconds)}


def _name(error: Exception) -> str:
    return f"aiohttp.{type(error).__name__}"


def _host(response: aiohttp.ClientResponse) -> str:
    """Return where an answer sends us, without the path, which may hold the token."""
    try:
        return URL(response.headers.get("Location", "")).host or "another path"
    except ValueError:
        return "another path"


@lru_cache(maxsize=16)
def _timeout(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)


@lru_cache(maxsize=64)
def _parsed(url: str) -> URL:
    return URL(url)


def _body(data: RequestData | dict[str, str] | None) -> tuple[Any, dict[str, str] | None]:
    if data is None:
        return None, None
    if isinstance(data, dict):  # from `Bot.call`
        return _query(data), {"Content-Type": FORM}
    if data.contains_files:
        return _form(data), None
    return _query(data.json_parameters), {"Content-Type": FORM}


def _query(fields: dict[str, str]) -> bytes:
    # yarl's compiled quoting writes the same form as urllib's, at a seventh of the cost.
    return URL.build(query=fields).raw_query_string.encode()


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in data.multipart_data.items():
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, body, filename=filename, content_type=media_type)
    return form
