"""The messages of a notice of a breach: to everybody it is meant for, whatever they have stopped.

It travels as a broadcast; here stands what differs. Must not send; see ``dispatcher``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.chat.model import Screen
from bot.chat.screens.account.routes import PRIVACY_MAIN
from bot.chat.turn_context import TurnContext, rows
from bot.content.texts import Html
from bot.delivery.sources.broadcast import BroadcastMessage, BroadcastMessages
from bot.domain.broadcast.batch import Delivery, Fate, SkipReason
from bot.domain.person.person import Person, PersonId, guest


@dataclass(kw_only=True)
class BreachMessages(BroadcastMessages):
    """What is left to send of one notice."""

    @property
    def name(self) -> str:
        """See ``Messages.name``."""
        return f"breach {self.head.id}"

    def otherwise(self, one: Delivery, person: Person | None) -> Delivery | None:
        """Keep it from nobody but who deleted her data: neither pause nor night, nor a blocked bot.

        Whether she can be reached is for Telegram to say now: a notice is owed to her.
        """
        if person is None:
            return replace(one, outcome=Fate.SKIPPED, reason=SkipReason.LEFT, name="")
        return None

    def told(self, number: int, one: Delivery, person: Person | None) -> BroadcastMessage:
        """Return the notice as she is addressed, with the way to her data."""
        who = PersonId(one.person)
        s = TurnContext(
            person=person or guest(who, self.clock()), world=self.world, now=self.clock()
        )
        words = Html(self.head.content.for_recipient(s.address, ""))
        screen = Screen(words, rows(s.button("breach", "privacy", PRIVACY_MAIN())))
        key = f"{self.head.id}:{one.person}"
        return BroadcastMessage(person=who, key=key, shown=screen, number=number, delivery=one)

    def arrived(self, after: Sequence[Delivery]) -> None:
        """Note nothing: it comes from nobody who could be answered."""
