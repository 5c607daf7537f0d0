"""What an answer must look like to count as one of the Bot API, before any field of it is read.

A proxy, a gateway or an imitation may put anything anywhere. What is neither a result nor a refusal
in Telegram's form is no answer: whether anything was done is unknown. Knows no method.
"""

import math
from collections.abc import Mapping
from typing import Any

from telegram.error import TelegramError

from bot.telegram.receive.raw import parsed, updates_in

TOO_MANY = 429

UNNAMED_WAIT = 5.0
"""Seconds to wait after a 429 that does not say how long, or nothing one can wait for."""

LONGEST_WAIT = 86_400.0
"""No longer "retry after" is believed: more than a day is a mistake of whoever answers."""

LONGEST_DESCRIPTION = 500
"""Characters of a refusal that are kept; Telegram's own are a sentence or two."""

_GROUPS = range(-(2**52) + 1, 0)
"""Ids of groups (Bot API: Chat, 52 significant bits; people's are positive)."""


class NoAnswer(TelegramError):  # noqa: N818 - named like its family: TimedOut, Conflict
    """What came is no answer of a Bot API (a proxy's, say): whether anything was done is unknown."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("Invalid server response")


class _Resultless(dict[str, Any]):
    """A refusal; where PTB looks for the result, no answer."""

    def __missing__(self, _: str) -> Any:
        raise NoAnswer


def read(payload: bytes) -> dict[str, Any]:
    """Return a result, or a refusal with nothing in it but what can be read. Raises NoAnswer.

    In a list of updates each is read on its own: one that is no JSON hides no other.
    """
    try:
        answer = parsed(payload)
    except ValueError as error:
        answer = updates_in(payload)
        if answer is None:
            raise NoAnswer from error
    if not isinstance(answer, dict):
        raise NoAnswer
    if answer.get("ok") is True and "result" in answer:
        return answer
    if not _is_refusal(answer):
        raise NoAnswer
    return _Resultless(_told(answer))


def is_refusal(payload: bytes) -> bool:
    """Whether this is a refusal in Telegram's form."""
    try:
        return isinstance(read(payload), _Resultless)
    except NoAnswer:
        return False


def _is_refusal(answer: Mapping[str, Any]) -> bool:
    description, code = answer.get("description"), answer.get("error_code")
    return (
        answer.get("ok") is False
        and (description is None or isinstance(description, str))
        and (code is None or type(code) is int)
    )


def _told(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return what PTB reads of a refusal."""
    told: dict[str, Any] = {"ok": False}
    if description := answer.get("description"):
        told["description"] = description[:LONGEST_DESCRIPTION]
    given = answer.get("parameters")
    given = given if isinstance(given, dict) else {}
    parameters: dict[str, int] = {}
    if answer.get("error_code") == TOO_MANY or "retry_after" in given:
        parameters["retry_after"] = _wait(given.get("retry_after"))
    group = given.get("migrate_to_chat_id")
    if type(group) is int and group in _GROUPS:
        parameters["migrate_to_chat_id"] = group
    return told | ({"parameters": parameters} if parameters else {})


def _wait(told: object) -> int:
    """Return the seconds of a 429; what is no wait is unnamed."""
    try:
        seconds = float(told) if isinstance(told, int | float | str) else 0.0
    except (ValueError, OverflowError):
        seconds = 0.0
    if not 0 < seconds <= LONGEST_WAIT:  # also not a number
        seconds = LONGEST_WAIT if seconds > LONGEST_WAIT else UNNAMED_WAIT
    return math.ceil(seconds)
