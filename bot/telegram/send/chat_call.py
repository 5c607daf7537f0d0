"""A call of the Bot API that puts something into a chat, as a value: what, where to, and how it may leave.

Must not call; ``sending`` does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat.model import File, MediaKind, Picture
from bot.cluster.rate_limit import BULK, REPLY
from bot.domain.broadcast.verdict import StillDue
from bot.telegram.send.content import METHODS, upload_of

PATIENCE_SECONDS = 60.0
"""The longest "retry after" that a reply waits for here; a longer one goes back to the caller."""

BULK_PATIENCE_SECONDS = 5.0
"""The same for what nobody is waiting for: whoever sends to many turns to the others meanwhile."""

UPLOAD_SECONDS = 60.0
"""How long to wait for the answer to a file."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a message leaves: in which lane, and, if that may change, whether it is still wanted."""

    lane: int = REPLY
    wanted: StillDue | None = None

    @property
    def patience(self) -> float:
        """The longest "retry after" that is waited for."""
        return BULK_PATIENCE_SECONDS if self.lane == BULK else PATIENCE_SECONDS


REPLYING = Way()
"""The way of an answer somebody is waiting for."""


@dataclass(frozen=True, slots=True)
class ChatCall:
    """A Bot API call that puts something into a chat."""

    method: str
    chat: int
    parameters: Mapping[str, Any]
    way: Way
    repeatable: bool = False
    read_timeout: float | None = None


def edit_of(chat: int, message: int, content: Mapping[str, Any], way: Way) -> ChatCall:
    """Return the call that puts the content of a screen in place of a message."""
    parameters = {"message_id": message, **content}
    return ChatCall("editMessageText", chat, parameters, way, repeatable=True)


def upload_call(kind: MediaKind, chat: int, file: File | Picture, way: Way) -> ChatCall:
    """Return the call that sends bytes of ours."""
    method, part = METHODS[kind]
    return ChatCall(method, chat, upload_of(part, file), way, read_timeout=UPLOAD_SECONDS)
