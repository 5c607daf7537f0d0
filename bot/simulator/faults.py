"""Faults on order: slow answers, refused calls, answers that get lost or are a proxy's.

It must not carry out anything itself: it only says what is to go wrong.
"""

from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import ApiError, Json, PersonError

_DESCRIPTIONS = {
    400: "Bad Request: fault on order",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
_TOO_MANY = 429
_MIGRATED = "Bad Request: group chat was upgraded to a supergroup chat"


@dataclass(slots=True)
class Refusal:
    """One order: so many calls of a method (of one chat) are answered so.

    With `done` the call is carried out all the same; with `page` the answer is a proxy's HTML.
    """

    method: str
    status: int
    description: str
    retry_after: Any
    migrate_to_chat_id: int | None
    times: int
    chat_id: str | None = None
    done: bool = False
    page: bool = False

    def error(self) -> ApiError:
        """What the bot is answered."""
        told = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to_chat_id}
        parameters = {name: value for name, value in told.items() if value is not None}
        return ApiError(self.status, self.description, parameters or None, page=self.page)

    def fits(self, method: str, chat_id: str | None) -> bool:
        """Whether a call of `method` (lower case) in this chat is meant."""
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        return self.method == "*" or self.method.lower() == method

    def public(self) -> Json:
        """The order as it was read."""
        return {
            "method": self.method,
            "status": self.status,
            "description": self.description,
            "retry_after": self.retry_after,
            "migrate_to_chat_id": self.migrate_to_chat_id,
            "times": self.times,
            "chat_id": self.chat_id,
            "done": self.done,
            "page": self.page,
        }


class Faults:
    """What is to go wrong with the next calls. Polls never lose their answers."""

    def __init__(self) -> None:
        self.latency_seconds = 0.0
        self.lost_answers = 0
        self.older = False
        """Whether the server is one of before styles, copy buttons, times and reactions."""

        self._refusals: list[Refusal] = []

    def order(self, wish: Json) -> None:
        """Take an order as `POST /sim/faults` brings it. Raises PersonError."""
        if wish.get("reset"):
            self.latency_seconds, self.lost_answers, self.older = 0.0, 0, False
            self._refusals.clear()
        try:
            self.latency_seconds = float(wish.get("latency_seconds", self.latency_seconds))
            self.lost_answers = int(wish.get("lost_answers", self.lost_answers))
            self.older = bool(wish.get("older", self.older))
            self._refusals.extend(_refusal(error) for error in wish.get("errors", ()))
        except (TypeError, ValueError, KeyError) as error:
            raise PersonError("these faults cannot be read") from error

    def public(self) -> Json:
        """What is ordered now."""
        return {
            "latency_seconds": self.latency_seconds,
            "errors": [refusal.public() for refusal in self._refusals],
            "lost_answers": self.lost_answers,
            **({"older": True} if self.older else {}),
        }

    def refuse(self, method: str, chat_id: str | None = None) -> Refusal | None:
        """The refusal ordered for a call of `method` (lower case), used up by it."""
        for refusal in self._refusals:
            if refusal.fits(method, chat_id):
                refusal.times -= 1
                if refusal.times <= 0:
                    self._refusals.remove(refusal)
                return refusal
        return None

    def lose(self, method: str) -> bool:
        """Whether the answer to this call is to get lost."""
        if self.lost_answers <= 0 or method == "getupdates":
            return False
        self.lost_answers -= 1
        return True


def _refusal(error: Json) -> Refusal:
    status = int(error["status"])
    # Left as it was ordered: a server may say anything.
    default = 1 if status == _TOO_MANY and not error.get("page") else None
    retry_after = error.get("retry_after", default)
    chat = error.get("chat_id")
    moved = error.get("migrate_to_chat_id")
    return Refusal(
        method=str(error.get("method", "*")),
        status=status,
        description=error.get("description") or _description(status, retry_after, moved),
        retry_after=retry_after,
        migrate_to_chat_id=None if moved is None else int(moved),
        times=int(error.get("times", 1)),
        chat_id=None if chat is None else str(int(chat)),
        done=bool(error.get("done")),
        page=bool(error.get("page")),
    )


def _description(status: int, retry_after: object, moved: object) -> str:
    if status == _TOO_MANY:
        return f"Too Many Requests: retry after {retry_after}"
    return _MIGRATED if moved else _DESCRIPTIONS.get(status, "Error")
