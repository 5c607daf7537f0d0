"""A small form posted over aiohttp's pool of connections, without what its session does around it.

A session makes a request, a response, a task and three timers for every call, which is two thirds of what one
costs. Here the head of a call is made once, and leaves in one piece with its form. Connecting, pooling and
reading stay aiohttp's; larger bodies go by the session. Knows neither the Bot API nor what an answer means.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple, TypeVar

import aiohttp
from aiohttp import hdrs
from aiohttp.http import HttpProcessingError, RawResponseMessage
from yarl import URL

R = TypeVar("R")

FORM_TYPE = "application/x-www-form-urlencoded"

MOST_HEADS = 64
"""Methods of one bot whose heads are kept."""

Read = Callable[[int, Mapping[str, str], aiohttp.StreamReader], Awaitable[R]]
"""Reads an answer: its status, its headers and its body as it comes."""


class _Head(NamedTuple):
    """What all calls to one address have in common."""

    request: aiohttp.ClientRequest
    """What the pool knows the address by; it is never sent itself."""

    written: bytes


class _Limit:
    """How long an exchange may take as a whole: then its connection breaks.

    ``asyncio.timeout`` costs three times as much.
    """

    __slots__ = ("_connection", "_timer", "is_over")

    def __init__(self, connection: aiohttp.connector.Connection, seconds: float | None) -> None:
        self.is_over = False
        self._connection = connection
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(seconds, self._pass) if seconds is not None else None

    def _pass(self) -> None:
        self.is_over = True
        if transport := self._connection.transport:
            transport.abort()

    def lift(self) -> None:
        """Limit nothing any more."""
        if self._timer is not None:
            self._timer.cancel()


class Posting:
    """Posts forms over the connections of one session."""

    def __init__(self, session: aiohttp.ClientSession, connector: aiohttp.BaseConnector) -> None:
        self._session = session
        self._connector = connector
        self._head = lru_cache(MOST_HEADS)(self._made)

    async def post(
        self,
        url: str,
        form: bytes,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's own limits, handed on
        read: Read[R],
    ) -> R:
        """Post a form and return what is read of the answer. Raises aiohttp's errors, TimeoutError."""
        head = self._head(url)
        connection = await self._connected(head.request, timeout)
        limit = _Limit(connection, timeout.total)
        try:
            answer = await self._exchanged(connection, head, form, timeout, read)
        except BaseException as error:
            connection.close()
            if limit.is_over and isinstance(error, aiohttp.ClientError):
                raise TimeoutError from error
            raise
        finally:
            limit.lift()
        connection.release()
        return answer

    async def _connected(
        self,
        request: aiohttp.ClientRequest,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - the same
    ) -> aiohttp.connector.Connection:
        try:
            return await self._connector.connect(request, traces=[], timeout=timeout)
        except TimeoutError as error:
            raise aiohttp.ConnectionTimeoutError from error

    @staticmethod
    async def _exchanged(
        connection: aiohttp.connector.Connection,
        head: _Head,
        form: bytes,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - the same
        read: Read[R],
    ) -> R:
        protocol, transport = connection.protocol, connection.transport
        if protocol is None or transport is None or transport.is_closing():
            raise aiohttp.ServerDisconnectedError
        protocol.set_response_params(read_until_eof=True, read_timeout=timeout.sock_read)
        transport.write(b"%s%d\r\n\r\n%s" % (head.written, len(form), form))
        protocol.start_timeout()
        message, content = await _begun(protocol)
        return await read(message.code, message.headers, content)

    def _made(self, url: str) -> _Head:
        address = URL(url)
        request = aiohttp.ClientRequest(
            hdrs.METH_POST,
            address,
            headers={**self._session.headers, hdrs.CONTENT_TYPE: FORM_TYPE},
            loop=asyncio.get_running_loop(),
            session=self._session,
        )
        told = {**request.headers}
        told.pop(hdrs.CONTENT_LENGTH, None)
        lines = [f"POST {address.raw_path_qs} HTTP/1.1", *(f"{k}: {v}" for k, v in told.items())]
        return _Head(request, "\r\n".join((*lines, f"{hdrs.CONTENT_LENGTH}: ")).encode())


async def _begun(
    protocol: aiohttp.client_proto.ResponseHandler,
) -> tuple[RawResponseMessage, aiohttp.StreamReader]:
    """Return the head of an answer, and its body as it comes."""
    while True:
        try:
            message, content = await protocol.read()
        except HttpProcessingError as error:
            raise aiohttp.ClientPayloadError from error
        if message.code >= HTTPStatus.OK:
            return message, content
