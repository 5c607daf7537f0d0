"""How object graphs tell each other that something changed: a hint, never the truth.

What is told may be lost, come late or come twice. Whoever listens looks into the store, and looks
there from time to time without being told. Must not carry anything that stands nowhere else.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

import structlog

log = structlog.stdlib.get_logger(__name__)


class HintTopic(StrEnum):
    """What a hint is about; its key names one of them."""

    OUTBOX = "outbox"
    """There is something to send: of the person who wrote it, or of nobody in particular ("")."""

    HALTED = "halted"
    """A broadcast of which nothing more is to leave."""

    RELEASED = "released"
    """A broadcast that goes on."""

    SCHOOL = "school"
    """A school that is not as it was."""


Hear = Callable[[str], None]
"""Is told the key. Must be quick and must not fail."""


class Channel(Protocol):
    """Brings hints to all graphs, the sender's too."""

    def send(self, topic: HintTopic, key: str = "") -> None:
        """Tell everybody who listens to the topic; returns at once and never fails."""

    def listen(self, topic: HintTopic, hear: Hear) -> None:
        """Have somebody told of a topic from now on."""


class LocalChannel:
    """Between the graphs of one process: everybody is told before ``send`` returns."""

    def __init__(self) -> None:
        self._listeners: dict[HintTopic, list[Hear]] = {}

    def send(self, topic: HintTopic, key: str = "") -> None:
        """See `Channel.send`."""
        for hear in self._listeners.get(topic, ()):
            try:
                hear(key)
            except Exception:
                log.exception("hint_not_heard", topic=topic.value)

    def listen(self, topic: HintTopic, hear: Hear) -> None:
        """See `Channel.listen`."""
        self._listeners.setdefault(topic, []).append(hear)
