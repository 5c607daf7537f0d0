"""What is smaller than a message: a button, short enough for a phone; a line over the chat; an emoji.

Must not know what pressing a button does, nor how the others are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

LABEL_MOST = 30
"""The longest label a narrow phone (360 pixels) shows whole on a button of its own row."""

NARROW, WIDE = frozenset(" !'()*,-./:;I[]`fijlrt|{}·“”\""), frozenset("%@MWmw…—≥⚠📎")
NARROW_EM, PLAIN_EM, CAPITAL_EM, WIDE_EM = 0.28, 0.55, 0.66, 0.85
"""Widths of letters in Roboto Medium, in which phones write labels; within 6 % for a label."""

LABEL_SIZE, KEYBOARD, GAP, PADDING = 15, 345, 5, 15
"""Pixels on a phone of 360: the size of a label, all buttons of a row, between two, beside a label in its button.

As Telegram for Android draws them (``ChatMessageCell``). iPhones write larger, and are wider.
"""

COPIED_MOST = 256
"""The longest text a button copies (Bot API: CopyTextButton), in UTF-16 units to be safe."""


class Style(StrEnum):
    """How a button looks (Bot API: InlineKeyboardButton.style)."""

    PRIMARY = "primary"
    """The one way on."""

    DANGER = "danger"
    """Deletes or takes back."""

    SUCCESS = "success"


WIDTHS_KEPT = 1_024
"""Labels and rows whose width is kept: they are few, come often, and are measured letter by letter."""


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


@lru_cache(WIDTHS_KEPT)
def label_width(label: str) -> float:
    """Return about how wide a label is on a phone, in pixels."""

    def em(letter: str) -> float:
        if letter in NARROW:
            return NARROW_EM
        return WIDE_EM if letter in WIDE else CAPITAL_EM if letter.isupper() else PLAIN_EM

    return sum(map(em, label)) * LABEL_SIZE


def fit_beside(labels: Sequence[str]) -> bool:
    """Say whether a narrow phone shows these labels whole, side by side; it shares the row out evenly."""
    return _fit(tuple(labels))


@lru_cache(WIDTHS_KEPT)
def _fit(labels: tuple[str, ...]) -> bool:
    share = (KEYBOARD - GAP * (len(labels) - 1)) / max(len(labels), 1) - PADDING
    return all(label_width(label) <= share for label in labels)


def side_by_side(buttons: Sequence[Button], most: int) -> tuple[tuple[Button, ...], ...]:
    """Return rows of up to ``most`` buttons, in their order, each as long as its labels allow."""
    found: list[tuple[Button, ...]] = []
    begin = 0
    for end in _row_ends(tuple([one.label for one in buttons]), most):
        found.append(tuple(buttons[begin:end]))
        begin = end
    return tuple(found)


@lru_cache(WIDTHS_KEPT)
def _row_ends(labels: tuple[str, ...], most: int) -> tuple[int, ...]:
    """Return after how many labels each row ends. The same lists come again and again."""
    ends: list[int] = []
    begin = 0
    for end in range(1, len(labels) + 1):
        if ends and end - begin <= most and _fit(labels[begin:end]):
            ends[-1] = end
        else:
            begin = end - 1
            ends.append(end)
    return tuple(ends)


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
