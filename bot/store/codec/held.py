"""The stored form of acts that are not whole yet. Must not decide anything about them."""

from dataclasses import dataclass

from bot.store.base import Kind
from bot.store.codec.plain_kind import kind_of


@dataclass(frozen=True, slots=True)
class HeldUpdates:
    """The first parts of what a person is sending: Telegram's updates as they came, as JSON.

    Kept for a second or two, or, after a crash, until the next start.
    """

    updates: tuple[str, ...] = ()


HELD: Kind[HeldUpdates] = kind_of("held", HeldUpdates)
