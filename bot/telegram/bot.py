"""PTB's bot with one more door: a Bot API call by name, with the plain JSON of its answer.

``send_message`` builds about ten objects we never look at: the parts of a message we sent
ourselves. On the way every reply takes we only want its id. For everything else use PTB's methods.
"""

from typing import Any

from telegram.ext import ExtBot

DEFAULT_API = "https://api.telegram.org"


class Bot(ExtBot[None]):
    """A bot of the Bot API at one address."""

    __slots__ = ()

    async def call(
        self, method: str, *, read_timeout: float | None = None, **parameters: Any
    ) -> Any:
        """Carry out a Bot API method and return its ``result``.

        Parameters that are None are left out. Raises telegram.error.TelegramError.
        """
        if read_timeout is None:
            return await self._post(method, parameters)
        return await self._post(method, parameters, read_timeout=read_timeout)
