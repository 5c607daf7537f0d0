"""What Telegram's refusals mean, as values. Pure: no calls, no waiting.

PTB keeps the wording but not the case of Telegram's answers, so everything is compared in lower
case. The wordings are those of the public Bot API server (tdlib/telegram-bot-api, Client.cpp).
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.domain.broadcast.verdict import Gone, Refused, Unknown
from bot.telegram.http.answer import UNNAMED_WAIT
from bot.telegram.http.request import AnswerLost, NotReached


class Detour(Enum):
    """The call failed in a way that has another way to the same end."""

    UNCHANGED = auto()
    """The message shows this already."""

    NOT_EDITABLE = auto()
    """The message is gone or of another kind: send a new one."""

    BAD_MARKUP = auto()
    """Our HTML is faulty: send the text without it."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Telegram asks for silence for so long: in this chat first, see ``pauses``."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Again:
    """Nothing was done, and the same call may succeed in a moment."""

    reason: str


@dataclass(frozen=True, slots=True)
class ChatMoved:
    """The group has another id now."""

    chat: int


@dataclass(frozen=True, slots=True)
class Denied:
    """Telegram does not know our token any more: nothing will succeed."""


ApiOutcome = Detour | Wait | Again | ChatMoved | Denied | Gone | Refused | Unknown

UNNAMED_PAUSE = UNNAMED_WAIT
"""Seconds to be silent after a 429 that does not say how long: a proxy's, mostly."""
_GONE = (
    "chat not found",
    "user not found",
    "user_is_blocked",
    "user_deactivated",
    "peer_id_invalid",
)
_NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)
_USELESS = ("too large", "(413)", "method not allowed", "not implemented")
_PAGE = ". parsing the server response"
"""PTB's words before an answer that is no JSON of the Bot API: a proxy's page, an empty body."""


def judge(error: TelegramError) -> ApiOutcome:
    """Return what a failed call that sends or edits a message means.

    Surely nothing was done only if the connection was never made or the Bot API itself refused.
    Whatever a failing server or a proxy answers (5xx, a page), the message may have gone out.
    """
    wording, page, _ = str(error).lower().partition(_PAGE)
    match error:
        case Forbidden() | BadRequest() if page:
            return Unknown(wording)  # a proxy's
        case RetryAfter():
            return Wait(_seconds(error))
        case ChatMigrated():
            return ChatMoved(error.new_chat_id)
        case Forbidden():
            return Gone(wording)
        case BadRequest():
            return _judge_request(wording)
        case NotReached():
            return Again(wording)
        case AnswerLost() | TimedOut():
            return Unknown(wording)
        case NetworkError():
            return _judge_failure(wording)
        case InvalidToken():
            # Both 401 and 404 to PTB, whose own words may contain the token.
            return Refused("method unknown") if "not found" in wording else Denied()
        case _:
            return Unknown(wording)


def _judge_request(wording: str) -> ApiOutcome:
    if "message is not modified" in wording:
        return Detour.UNCHANGED
    if "can't parse entities" in wording:
        return Detour.BAD_MARKUP
    if any(words in wording for words in _NOT_EDITABLE):
        return Detour.NOT_EDITABLE
    if any(words in wording for words in _GONE):
        return Gone(wording)
    return Refused(wording)


def _judge_failure(wording: str) -> ApiOutcome:
    """Judge what is not Telegram's own refusal; 413 and 429 may be pages of a server before it."""
    if "too many requests" in wording:
        return Wait(UNNAMED_PAUSE)
    if any(words in wording for words in _USELESS):
        return Refused(wording)
    return Unknown(wording)


def _seconds(error: RetryAfter) -> float:
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
