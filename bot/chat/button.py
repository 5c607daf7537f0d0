"""A button under a message, short enough for a phone.

Must not know what pressing it does.
"""

from dataclasses import dataclass

LABEL_MOST = 30
"""The longest label a narrow phone (360 pixels) shows whole on a button of its own row."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. ``data`` comes back in a Press.

    A label that holds a long name loses its middle: phones would cut its end, by which the
    names of schools and people differ.
    """

    label: str
    data: str

    def __post_init__(self) -> None:
        """Shorten the label to what phones show."""
        if len(self.label) > LABEL_MOST:
            head = (LABEL_MOST - 1) // 2
            tail = LABEL_MOST - 1 - head
            short = f"{self.label[:head].rstrip()}…{self.label[-tail:].lstrip()}"
            object.__setattr__(self, "label", short)
