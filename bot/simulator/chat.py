"""A chat: its messages and what stands around them (reply keyboard, "typing…", a transcript).

Messages are Bot API objects and are never changed: an edit puts a new one in the old one's
place. It must not know about updates, methods or the network.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass

from bot.simulator.errors import Json

HISTORY = 2_000


@dataclass(slots=True)
class Entry:
    """A message of the chat. `fixed`: it came with a keyboard that forbids editing.

    `reaction` is the bot's emoji under it: no part of the message, as in the Bot API.
    """

    message: Json
    out: bool
    fixed: bool = False
    reaction: str = ""

    def public(self) -> Json:
        """The message as the people's side shows it."""
        reacted = {"reaction": self.reaction} if self.reaction else {}
        return {**self.message, "out": self.out, **reacted}

    def alone(self) -> Json:
        """The message as it is shown inside an answer to it: without what it answers itself."""
        return {key: value for key, value in self.message.items() if key != "reply_to_message"}


class Chat:
    """One private chat (its id is the person's) or group (its id is negative)."""

    def __init__(self, card: Json) -> None:
        self.id: int = card["id"]
        self.card = card
        self.private = card["type"] == "private"
        self.members: set[int] = set()
        self.left = False
        self.entries: OrderedDict[int, Entry] = OrderedDict()
        self.log: deque[tuple[str, Json]] = deque(maxlen=HISTORY)
        self.reply_keyboard: Json | None = None
        self.typing_until = 0.0
        self.lane: Hashable = ("chat", self.id)
        self._unseen: deque[Json] = deque(maxlen=HISTORY)
        self._arrived: asyncio.Event | None = None

    def put(self, entry: Entry) -> None:
        """Add a message; the oldest one goes when there are too many."""
        self.entries[entry.message["message_id"]] = entry
        if len(self.entries) > HISTORY:
            self.entries.popitem(last=False)
        self.log.append(("sent" if entry.out else "received", entry.message))
        if not entry.out:
            self._notice(entry.message)

    def replace(self, entry: Entry, message: Json) -> None:
        """Put an edited message in the place of the old one."""
        entry.message = message
        self.log.append(("corrected" if entry.out else "edited", message))
        if not entry.out:
            self._notice(message)

    def react(self, entry: Entry, emoji: str) -> None:
        """Put the bot's emoji under a message."""
        entry.reaction = emoji
        self.log.append(("reacted", {"emoji": emoji}))

    def remove(self, message_id: int) -> None:
        """Take a message out of the chat; the transcript keeps it and says that it went."""
        self.log.append(("deleted", self.entries.pop(message_id).message))

    async def next_message(self, timeout_seconds: float) -> Json:
        """The next thing the bot sent or edited here that this was not yet told.

        Raises TimeoutError.
        """
        async with asyncio.timeout(timeout_seconds):
            while not self._unseen:
                self._arrived = self._arrived or asyncio.Event()
                self._arrived.clear()
                await self._arrived.wait()
        return self._unseen.popleft()

    def _notice(self, message: Json) -> None:
        self._unseen.append(message)
        if self._arrived is not None:
            self._arrived.set()
