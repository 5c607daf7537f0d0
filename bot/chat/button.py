"""What is smaller than a message: a button, short enough for a phone; a line over the chat; an emoji.

Must not know what pressing a button does, nor how the others are shown.
"""

from dataclasses import dataclass
from enum import StrEnum

LABEL_MOST = 30
"""The longest label a narrow phone (360 pixels) shows whole on a button of its own row."""

COPIED_MOST = 256
"""The longest text a button copies (Bot API: CopyTextButton), in UTF-16 units to be safe."""


class Style(StrEnum):
    """How a button looks (Bot API: InlineKeyboardButton.style)."""

    PRIMARY = "primary"
    """The one way on."""

    DANGER = "danger"
    """Deletes or takes back."""

    SUCCESS = "success"


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. ``data`` comes back in a Press.

    A label that holds a long name loses its middle: phones would cut its end, by which the
    names of schools and people differ. A button that copies has ``copied`` instead of data and
    tells us nothing (``Copy``).
    """

    label: str
    data: str
    style: Style | None = None
    copied: str = ""

    def __post_init__(self) -> None:
        """Shorten the label to what phones show."""
        if len(self.label) > LABEL_MOST:
            head = (LABEL_MOST - 1) // 2
            tail = LABEL_MOST - 1 - head
            short = f"{self.label[:head].rstrip()}…{self.label[-tail:].lstrip()}"
            object.__setattr__(self, "label", short)


def fits_copy(text: str) -> bool:
    """Say whether a button can copy this text."""
    return bool(text.strip()) and len(text.encode("utf-16-le")) // 2 <= COPIED_MOST


def Copy(label: str, text: str) -> Button:  # noqa: N802 -- a kind of Button, written like one
    """Return a button that copies plain text. Raises ValueError for what no button can copy."""
    if not fits_copy(text):
        raise ValueError(f"no button copies this: {text[:32]!r}")
    return Button(label, "", copied=text)


class Emoji(StrEnum):
    """What a bot may put under a message, as far as we do (Bot API: ReactionTypeEmoji)."""

    HEARD = "👍"
    THANKED = "❤"


@dataclass(frozen=True, slots=True)
class Toast:
    """A line over the chat that goes by itself, when a button was pressed (Telegram HTML)."""

    text: str
