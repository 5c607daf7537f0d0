"""Updates on their way to a webhook as Telegram, a proxy or an enemy sends them, over a bare socket.

Each way says which answers it may get; Telegram's own, however packed or cut, get 200. Must not know
what an update says.
"""

import asyncio
import gzip
import random
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the header's name
BREATH: Final = 0.002  # seconds between the pieces of a slow body
ANSWER_SECONDS: Final = 30.0
TOO_LARGE: Final = 1 << 20
BOMB: Final = gzip.compress(bytes(1 << 24))


class Sent(NamedTuple):
    """What is written to the socket for one way, and the answers that are right."""

    pieces: Sequence[bytes]
    right: Sequence[frozenset[int]]
    leaves: bool = False  # nothing more is written, and no answer waited for


TAKEN: Final = frozenset({200})


def request(
    path: str, body: bytes, secret: str | None, *more: str, method: str = "POST", sized: bool = True
) -> bytes:
    """Return a request of HTTP/1.1."""
    lines = [f"{method} {path} HTTP/1.1", "Host: bot", "Content-Type: application/json", *more]
    lines += [f"{SECRET_HEADER}: {secret}"] if secret is not None else []
    lines += [f"Content-Length: {len(body)}"] if sized else []
    return "\r\n".join((*lines, "", "")).encode("latin-1") + body


class Ways:
    """The ways to one webhook; which one is taken comes from the random number generator."""

    def __init__(self, url: str, secret: str, chance: random.Random) -> None:
        self.path, self.secret, self._chance = urlsplit(url).path, secret, chance
        self._hostile: Sequence[Callable[[bytes], Sent]] = (
            *(self.wrong_secret, self.no_secret, self.other_method, self.other_path),
            *(self.too_large, self.bomb, self.no_gzip, self.no_size, self.left_open),
        )
        self._honest: Sequence[Callable[[bytes], Sent]] = (
            *(self.plain, self.plain, self.plain, self.chunked, self.gzipped, self.slow),
        )

    def carry(self, body: bytes) -> Sent:
        """Return a way on which the bot must take an update."""
        return self._chance.choice(self._honest)(body)

    def attack(self, body: bytes) -> Sent:
        """Return a way on which it must not, or may not have come whole."""
        return self._chance.choice(self._hostile)(body)

    def plain(self, body: bytes) -> Sent:
        """Send it as Telegram does."""
        return Sent((request(self.path, body, self.secret),), (TAKEN,))

    def pipelined(self, bodies: Sequence[bytes]) -> Sent:
        """Send several at once, before any is answered."""
        whole = b"".join(request(self.path, body, self.secret) for body in bodies)
        return Sent((whole,), (TAKEN,) * len(bodies))

    def chunked(self, body: bytes) -> Sent:
        """Send it in chunks of any size."""
        head = request(self.path, b"", self.secret, "Transfer-Encoding: chunked", sized=False)
        chunks = [b"%x\r\n%s\r\n" % (len(one), one) for one in self._cut(body)]
        return Sent((head, b"".join(chunks), b"0\r\n\r\n"), (TAKEN,))

    def gzipped(self, body: bytes) -> Sent:
        """Send it packed."""
        packed = gzip.compress(body, 1)
        return Sent((request(self.path, packed, self.secret, "Content-Encoding: gzip"),), (TAKEN,))

    def slow(self, body: bytes) -> Sent:
        """Send it piece by piece."""
        return Sent(self._cut(request(self.path, body, self.secret)), (TAKEN,))

    def wrong_secret(self, body: bytes) -> Sent:
        """Send it with another secret, of any length and letters."""
        odd = ("", "x", self.secret[:-1], self.secret + "x", self.secret.upper(), "\xff" * 40)
        wrong = self._chance.choice(odd)
        return Sent((request(self.path, body, wrong),), (frozenset({403}),))

    def no_secret(self, body: bytes) -> Sent:
        """Send it without a secret."""
        return Sent((request(self.path, body, None),), (frozenset({403}),))

    def other_method(self, body: bytes) -> Sent:
        """Send it by another method."""
        method = self._chance.choice(("GET", "PUT", "DELETE", "PATCH"))
        return Sent((request(self.path, body, self.secret, method=method),), (frozenset({405}),))

    def other_path(self, body: bytes) -> Sent:
        """Send it elsewhere."""
        path = self._chance.choice(("/", "/telegram/", "//telegram", "/%00", "/../../etc/passwd"))
        return Sent((request(path, body, self.secret),), (frozenset({404, 400}),))

    def too_large(self, _: bytes) -> Sent:
        """Send more than is read."""
        body = b'{"update_id":1,"x":"' + b"x" * TOO_LARGE + b'"}'
        return Sent((request(self.path, body, self.secret),), (frozenset({413}),))

    def bomb(self, _: bytes) -> Sent:
        """Send what unpacks to 16 MiB."""
        sent = request(self.path, BOMB, self.secret, "Content-Encoding: gzip")
        return Sent((sent,), (TAKEN,))

    def no_gzip(self, body: bytes) -> Sent:
        """Say that it is packed when it is not."""
        return Sent((request(self.path, body, self.secret, "Content-Encoding: gzip"),), (TAKEN,))

    def no_size(self, body: bytes) -> Sent:
        """Send a length that is none."""
        sent = request(self.path, body, self.secret, "Content-Length: x", sized=False)
        return Sent((sent,), (frozenset({400}),))

    def left_open(self, body: bytes) -> Sent:
        """Send the half of it and leave."""
        sent = request(self.path, body, self.secret)
        return Sent((sent[: len(sent) // 2],), (), leaves=True)

    def _cut(self, whole: bytes) -> list[bytes]:
        places = sorted(self._chance.randrange(1, max(2, len(whole))) for _ in range(3))
        cuts = zip((0, *places), (*places, len(whole)), strict=True)
        return [whole[start:end] for start, end in cuts if end > start] or [whole]


GONE: Final = (
    *(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError),
    *(TimeoutError, RuntimeError),  # uvloop's word for a connection that is closed already
)


class Line:
    """One connection to the webhook, opened again when the bot has closed it."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def send(self, sent: Sent) -> list[int]:
        """Write and return the statuses, as many as came; fewer when the bot closed the connection."""
        if self._writer is None or self._writer.is_closing():
            self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        statuses: list[int] = []
        try:
            for piece in sent.pieces:
                self._writer.write(piece)
                await self._writer.drain()
                if len(sent.pieces) > 1:
                    await asyncio.sleep(BREATH)
            async with asyncio.timeout(ANSWER_SECONDS):
                statuses += [await self._status() for _ in sent.right]
        except GONE:
            self.close()
        if sent.leaves:
            self.close()
        return statuses

    def close(self) -> None:
        """Leave."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    async def _status(self) -> int:
        assert self._reader is not None
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next(
            (int(line[15:]) for line in head.split("\r\n") if line.startswith("content-length:")), 0
        )
        await self._reader.readexactly(length)
        if "connection: close" in head:
            self.close()
        return int(head.split(" ", 2)[1])
