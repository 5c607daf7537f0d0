"""What the simulator refuses, in Telegram's words, and what it refuses to the people's side.

Texts follow the Bot API server (telegram-bot-api, Client.cpp): a prefix by code, then the
message with its first letter lower-cased unless it is a server constant such as
MESSAGE_TOO_LONG.
"""

from typing import Any

Json = dict[str, Any]
"""One JSON object of the Bot API. Its keys are those of the Bot API's documentation."""


class ApiError(Exception):
    """An answer with `ok: false`: HTTP status `code`, `description` and `parameters`.

    With `page` it is no answer of the Bot API but the HTML page of a proxy before it.
    """

    def __init__(
        self, code: int, description: str, parameters: Json | None = None, *, page: bool = False
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters
        self.page = page


class PersonError(Exception):
    """A person tried something that a Telegram app would not offer."""

    def __init__(self, sentence: str, *, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


def bad_request(text: str) -> ApiError:
    """400 with `text`, its first letter lower-cased as the Bot API server does."""
    constant = len(text) > 1 and (text[1] == "_" or text[1].isupper())
    return ApiError(400, "Bad Request: " + (text if constant else text[:1].lower() + text[1:]))


def forbidden(text: str) -> ApiError:
    """403 with `text`."""
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    """409 with `text`."""
    return ApiError(409, f"Conflict: {text}")


def too_many_requests(retry_after: int) -> ApiError:
    """429: the caller is to wait `retry_after` seconds."""
    return ApiError(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )
