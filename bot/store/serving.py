"""What a store that serves a bot can do beside keeping documents: tell of trouble, and be hurried."""

from collections.abc import Callable
from typing import Protocol

from bot.store.base import Fault, Store
from bot.store.pulse import Pulse


class ServingStore(Store, Protocol):
    """A store behind a running bot."""

    @property
    def pulse(self) -> Pulse:
        """Return what knows whether anything can be saved."""

    @property
    def has_writer(self) -> bool:
        """Say whether what it writes with is up; True where that is part of the store itself."""

    def listen(self, fault: Callable[[Fault], None], replaced: Callable[[bool], None]) -> None:
        """Have somebody told of every document found faulty from now on, and of each new writer.

        ``replaced`` is told whether the writer before hung; a store without a writer tells nothing.
        """

    def hurry(self) -> None:
        """Be less patient with what hangs: the process is to end."""

    async def prove(self) -> None:
        """Read in full what ``open`` has looked at in part only, while others are served; tell its faults."""
