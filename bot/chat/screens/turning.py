"""The buttons that turn the pages of a list. Must not know what stands on the pages."""

from collections.abc import Callable

from bot.chat.model import Button
from bot.chat.turn_context import TurnContext
from bot.domain.person.person import Place


def turning(
    s: TurnContext, page_at: Callable[[int], Place], page: int, total: int, size: int
) -> tuple[Button, ...]:
    """Return the buttons to the pages before and after, as far as there are any."""
    turns = (("before", page - 1, page > 0), ("after", page + 1, (page + 1) * size < total))
    return tuple(s.button("nav", name, page_at(at)) for name, at, is_there in turns if is_there)
