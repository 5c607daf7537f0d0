"""The small signs that stand for a message where little is to be said. Must not know how they are shown."""

from dataclasses import dataclass
from enum import StrEnum


class Emoji(StrEnum):
    """What a bot may put under a message, as far as we do (Bot API: ReactionTypeEmoji)."""

    HEARD = "👍"
    THANKED = "❤"


@dataclass(frozen=True, slots=True)
class Reaction:
    """An emoji under the message she sent; ``words`` (Telegram HTML) where there can be none."""

    emoji: Emoji
    words: str


@dataclass(frozen=True, slots=True)
class Toast:
    """A line over the chat that goes by itself, when a button was pressed (Telegram HTML)."""

    text: str
