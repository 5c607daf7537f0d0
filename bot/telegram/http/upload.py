"""A file on its way to Telegram: who stops taking it is given up.

aiohttp begins to count the time of an answer only when all of a request is written, and knows no limit for
writing. Knows nothing of the Bot API.
"""

import asyncio
import io
from typing import Any

from aiohttp import BytesIOPayload
from aiohttp.abc import AbstractStreamWriter

PART_BYTES = 1 << 16
"""As much as aiohttp itself hands over at once; a line of 4 kB a second takes it within the limit."""

STALLED_SECONDS = 20.0
"""So long the other side may take nothing. Then the file has not arrived as a whole: it may be sent again."""


class Upload(BytesIOPayload):
    """The bytes of a file, written as long as somebody takes them.

    Raises TimeoutError while it is written, which aiohttp hands to whoever waits for the answer.
    """

    def __init__(self, content: bytes, stalled_seconds: float, **told: Any) -> None:
        super().__init__(io.BytesIO(content), **told)
        self._stalled_seconds = stalled_seconds

    async def write_with_length(
        self, writer: AbstractStreamWriter, content_length: int | None
    ) -> None:
        """Write all of it, or the first ``content_length`` bytes."""
        whole = self._value.getbuffer()[:content_length]
        for begin in range(0, len(whole), PART_BYTES):
            async with asyncio.timeout(self._stalled_seconds):
                await writer.write(bytes(whole[begin : begin + PART_BYTES]))
                await asyncio.sleep(0)
