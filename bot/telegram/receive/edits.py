"""Which edits change words: Telegram calls a reaction, a link's preview or a moving place an edit, too.

Keeps no words: only a number made of those of the last messages, in memory, which means nothing
outside of this process.
"""

from collections import OrderedDict

from telegram import Message

REMEMBERED = 20_000
"""Messages whose words are told apart from later ones; some megabytes."""


class Edits:
    """The words of the last messages, as numbers."""

    def __init__(self) -> None:
        self._words: OrderedDict[tuple[int, int], int] = OrderedDict()

    def note(self, message: Message) -> None:
        """Remember what a message says."""
        self._words[_key(message)] = _words(message)
        if len(self._words) > REMEMBERED:
            self._words.popitem(last=False)

    def changes(self, message: Message) -> bool:
        """Whether an edited message is known to say something else than before.

        Of one that is not remembered, from before a start, nobody knows: it counts as unchanged,
        because a reaction must never be answered as a correction.
        """
        before = self._words.get(_key(message))
        self.note(message)
        return before is not None and before != _words(message)


def _key(message: Message) -> tuple[int, int]:
    return message.chat.id, message.message_id


def _words(message: Message) -> int:
    return hash(message.text or message.caption or "")
