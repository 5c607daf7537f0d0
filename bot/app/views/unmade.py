"""What a saved turn wants shown while some of it is still to be made: a picture, a file, a paper.

The turn has ended and nobody's next turn waits for it. Must not know who shows it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.chat.model import Response


@dataclass(frozen=True, slots=True)
class Unmade:
    """Everything a turn wants shown, in order, once it is made; ``make`` is called once and raises anything."""

    make: Callable[[], Awaitable[tuple[Response, ...]]]


Replies = tuple[Response, ...] | Unmade
"""What a turn is answered with: at once, or when it is made."""
