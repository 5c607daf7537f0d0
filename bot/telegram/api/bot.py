"""PTB's bot with one more door: a Bot API call by name, with the plain JSON of its answer.

``send_message`` builds about ten objects we never look at: the parts of a message we sent
ourselves. On the way every reply takes we only want its id. For everything else use PTB's methods.
"""

from typing import Any, cast

import orjson
from telegram import InputFile, User
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

DEFAULT_API = "https://api.telegram.org"


_IDS = range(1, 2**52)
"""What an id of Telegram's may be (Bot API: User)."""


class NoBot(TelegramError):  # noqa: N818 - named like its family: TimedOut, Conflict
    """What getMe brought is no bot's account."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("getMe was answered with something that is no bot")


class Bot(ExtBot[None]):
    """A bot of the Bot API at one address."""

    __slots__ = ()

    async def get_me(self, *_: Any, **__: Any) -> User:
        """Ask who we are. Raises NoBot for what is no bot's account.

        PTB's own fails in its inside for a missing field, also one that small imitations of the Bot
        API leave out and nobody reads.
        """
        account = await self.call("getMe")
        match account:
            case {"id": int() as number, "first_name": str() as name} if number in _IDS:
                username = account.get("username") or ""
                is_bot = account.get("is_bot", True)
            case _:
                raise NoBot
        if not isinstance(username, str) or is_bot is not True or isinstance(number, bool):
            raise NoBot
        self._bot_user = User(id=number, first_name=name, is_bot=True, username=username)
        return self._bot_user

    async def call(
        self, method: str, *, read_timeout: float | None = None, **parameters: Any
    ) -> Any:
        """Carry out a Bot API method and return its ``result``.

        Parameters that are None are left out. Raises telegram.error.TelegramError, also when the
        answer has no ``result``.
        """
        timeout: Any = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        fields: dict[str, str] = {}
        for name, value in parameters.items():
            if isinstance(value, str):
                fields[name] = value
            elif isinstance(value, InputFile):
                return await self._post(method, parameters, read_timeout=timeout)
            elif value is not None:
                fields[name] = orjson.dumps(value).decode()
        # `AiohttpRequest` takes ready fields too; PTB's way to the same makes an object of each.
        data = cast("RequestData", fields)
        return await self.request.post(f"{self.base_url}/{method}", data, read_timeout=timeout)
