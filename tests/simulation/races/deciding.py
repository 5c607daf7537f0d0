"""Races between what was decided and what has become of it since."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from bot.app.changes.commit import _Taking
from bot.app.directory import Directory
from bot.delivery.sources.reminder import Reminders

Planted = AbstractContextManager[Any]


def not_looked_at_again() -> Planted:
    """A reminder is not decided again at the moment it leaves."""
    return patch.object(Reminders, "still_due", lambda *_: True)


@contextmanager
def rights_from_memory() -> Iterator[None]:
    """A right is looked up in memory, which is a moment behind, and not in the school as it is."""

    async def fresh(self: Directory) -> Any:
        return self.rights

    with ExitStack() as stack:
        stack.enter_context(
            patch.object(_Taking, "_rights_in", lambda self, _: self.directory.rights)
        )
        stack.enter_context(patch.object(Directory, "learn", lambda *_: None))
        stack.enter_context(patch.object(Directory, "fresh", fresh))
        yield
