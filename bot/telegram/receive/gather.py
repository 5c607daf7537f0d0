"""Acts that arrive in parts: a text the app has cut, the pictures of an album.

Telegram sends each part as an update of its own. They are held back until the act is whole: its end
came, nothing more came for a moment, or the person did something else. Everything else passes at
once. Knows nothing of what an act means, and keeps nothing on disk.
"""

import asyncio
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from telegram import Chat, Message, Update

from bot.telegram.receive.incoming import is_command

HOLD_SECONDS = 1.0
"""How long after a part the next one is waited for: the parts of an act leave the app together and
arrive within about a second.
"""

UNHEARD_SECONDS = 5.0
"""The same while polling, if no answer of Telegram shows in the meantime that nothing more came: a
busy machine must not take the half of a text for the whole.
"""

RESUMED_SECONDS = 10.0
"""The same after a start: Telegram repeats at growing intervals what a webhook did not take."""

LONG = 3_500
"""The shortest text that may go on in another message, in UTF-16 units as the apps count them.

They cut at 4,096, or at the blank or line end before that.
"""

MOST_TEXTS = 20
"""So many parts of one text are joined at most; nobody writes a longer one by hand."""

MOST_ITEMS = 10
"""The items of a full album (Bot API: sendMediaGroup)."""

TOGETHER_SECONDS = 3
"""How far apart the dates of two parts may be; what waited together was not written together."""


class GatheredAct:
    """What a person did at once, in the updates it arrived in."""

    def __init__(self, first: Update, sender: int) -> None:
        self.updates = [first]
        self.sender = sender
        self.lock = asyncio.Lock()
        """Held by whoever keeps or forgets the act outside of this process."""

        self.kept = False
        """Whether it is kept there, so that Telegram need not repeat it."""

        self.awaited = False
        """Whether its updates are confirmed only when it is done, so that Telegram repeats it."""

        loop = asyncio.get_running_loop()
        self.done: asyncio.Future[None] = loop.create_future()
        self._whole: asyncio.Future[None] = loop.create_future()
        self._timer: asyncio.TimerHandle | None = None
        self.waits_since = time.monotonic()
        """When the last part came."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing more is waited for."""
        return self._whole.done()

    @property
    def ended_at(self) -> datetime:
        """When its last part was sent, as Telegram dates it."""
        last = self.updates[-1].message
        assert last is not None  # noqa: S101 -- nothing else is held back
        return last.date

    async def whole(self) -> None:
        """Return when nothing more is waited for."""
        await self._whole

    def wait(self, seconds: float) -> None:
        """Wait for another part from now on, so long."""
        self.stop_waiting()
        self.waits_since = time.monotonic()
        self._timer = asyncio.get_running_loop().call_later(seconds, self.close)

    def stop_waiting(self) -> None:
        """Wait for nothing any more."""
        if self._timer is not None:
            self._timer.cancel()

    def close(self) -> None:
        """Take the act as it is."""
        self.stop_waiting()
        if not self._whole.done():
            self._whole.set_result(None)

    def give_up(self) -> None:
        """Leave the act, which is not taken yet, to the next process."""
        self.stop_waiting()
        self._whole.cancel()

    def goes_on_with(self, update: Update) -> bool:
        """Whether this update is its next part."""
        last, message = self.updates[-1].message, update.message
        if last is None or message is None or _apart(last, message) > TOGETHER_SECONDS:
            return False
        if last.media_group_id or message.media_group_id:
            return last.media_group_id == message.media_group_id
        return (
            message.text is not None
            and not is_command(message)
            and _origin(last) == _origin(message)
        )

    @property
    def may_go_on(self) -> bool:
        """Whether another part may come."""
        last = self.updates[-1].message
        if last is not None and last.media_group_id:
            return len(self.updates) < MOST_ITEMS
        return len(self.updates) < MOST_TEXTS and last is not None and _is_long(last)


class Gather:
    """The acts that are not whole yet, one a person at most."""

    def __init__(self, hold_seconds: float = HOLD_SECONDS) -> None:
        self._hold_seconds = hold_seconds
        self._open: dict[int, GatheredAct] = {}
        self._parts: dict[int, GatheredAct] = {}

    def __iter__(self) -> Iterator[GatheredAct]:
        return iter(list(self._open.values()))

    def place(self, update: Update, seconds: float | None = None) -> GatheredAct | None:
        """Return the act an update belongs to, None if it is one by itself.

        Whatever its sender did before is whole by that. ``seconds`` is how long to wait.
        """
        sender = update.effective_user.id if update.effective_user else None
        if sender is None:
            return None
        if repeated := self._parts.get(
            update.update_id
        ):  # Telegram repeats what it has no answer to
            return repeated
        act = self._open.get(sender)
        if act is not None and act.goes_on_with(update):
            act.updates.append(update)
        else:
            if act is not None:
                self._close(act)
            if not _begins(update):
                return None
            act = self._open[sender] = GatheredAct(update, sender)
        self._parts[update.update_id] = act
        if act.may_go_on:
            act.wait(self._hold_seconds if seconds is None else seconds)
        else:
            self._close(act)
        return act

    def passed(self, moment: datetime) -> None:
        """Take as whole what ended so long before something that Telegram told after it.

        Only while updates come in Telegram's order: then no further part of such an act is to come.
        """
        for act in self:
            if act.ended_at + timedelta(seconds=TOGETHER_SECONDS) < moment:
                self._close(act)

    def forget(self, act: GatheredAct) -> None:
        """Let go of an act that is taken, or never will be: what comes of it again is an act by itself."""
        self._leave(act)
        for update in act.updates:
            self._parts.pop(update.update_id, None)

    def _close(self, act: GatheredAct) -> None:
        """Take an act as it is, and let another one of its sender follow; its parts are still known."""
        self._leave(act)
        act.close()

    def _leave(self, act: GatheredAct) -> None:
        act.stop_waiting()
        if self._open.get(act.sender) is act:
            del self._open[act.sender]


def _begins(update: Update) -> bool:
    message = update.message
    if message is None or message.chat.type != Chat.PRIVATE:
        return False
    return bool(message.media_group_id) or _is_long(message)


def _is_long(message: Message) -> bool:
    text = message.text or ""
    if len(text) >= LONG:
        return True
    return 2 * len(text) >= LONG and len(text.encode("utf-16-le")) >= 2 * LONG


def _apart(first: Message, second: Message) -> float:
    """Return how many seconds lie between two messages, and between what they forward."""
    apart = abs((second.date - first.date).total_seconds())
    origins = first.forward_origin, second.forward_origin
    if origins[0] is None or origins[1] is None:
        return apart
    return max(apart, abs((origins[1].date - origins[0].date).total_seconds()))


def _origin(message: Message) -> tuple[str, ...]:
    """Return whose words a forwarded message holds: parts of one text have one author."""
    origin = message.forward_origin
    if origin is None:
        return ()
    told = origin.to_dict()
    authors = ("sender_user", "sender_user_name", "sender_chat", "chat")
    return (origin.type, *(str(told.get(author)) for author in authors))
