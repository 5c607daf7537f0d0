"""A post for broadcasts that remembers, and the broadcaster around a conversation's store.

Must not decide what is right; the tests do.
"""

import asyncio
from dataclasses import dataclass, field, replace
from functools import partial

from bot.app.turns import Turns
from bot.chat.model import Screen, Shown
from bot.chat.screens.roster.words import names_apart
from bot.delivery.dispatcher import Dispatcher, Post
from bot.delivery.relay import Relay
from bot.delivery.sources.broadcast_lifecycle import BroadcastLifecycle
from bot.delivery.sources.broadcaster import Broadcaster
from bot.domain.broadcast.verdict import HELD_BACK, RetryAt, Sent, StillDue, Verdict
from bot.domain.person.person import PersonId
from tests.delivery.teachers import OPENING


@dataclass(slots=True)
class Mail:
    """Takes every message and gives the verdict that lies ready for the person."""

    verdicts: dict[int, Verdict] = field(default_factory=dict)
    letters: list[tuple[int, Shown]] = field(default_factory=list)
    shown: list[tuple[int, Screen, int | None]] = field(default_factory=list)

    async def post(self, person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        """Remember one message."""
        assert await wanted()
        self.letters.append((person, shown))
        return self.verdicts.get(person, Sent(len(self.letters)))

    async def show(self, person: PersonId, screen: Screen, message: int | None) -> Verdict:
        """Remember one screen of progress."""
        self.shown.append((person, screen, message))
        return Sent(message or len(self.shown))

    async def ask(self, person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        """Remember one question among the screens."""
        assert isinstance(shown, Screen)
        if not await wanted():
            return RetryAt(OPENING, HELD_BACK)
        return await self.show(person, shown, None)

    def take(self) -> list[tuple[int, Shown]]:
        """Return everything since the last time: messages, then the new screens of progress."""
        screens = [(person, screen) for person, screen, _ in self.shown]
        taken: list[tuple[int, Shown]] = [*self.letters, *screens]
        self.letters, self.shown = [], []
        return taken

    def broadcaster(self, turns: Turns, run: str = "run") -> Broadcaster:
        """Return a broadcaster that posts here."""
        directory, stop = turns.directory, asyncio.Event()
        expander = Relay(
            turns.store,
            lambda: directory.rights,
            turns.roster,
            turns.clock,
            names=partial(names_apart, turns.world.texts),
        )
        course = BroadcastLifecycle(
            store=turns.store,
            world=turns.world,
            expander=expander,
            show=self.show,
            clock=turns.clock,
            dispatcher=Dispatcher(clock=turns.clock, post=self.ask, stop=stop, owner=run),
        )
        dispatcher = Dispatcher(clock=turns.clock, post=self.post, stop=stop, owner=run)
        return Broadcaster(
            store=turns.store,
            world=turns.world,
            course=course,
            dispatcher=dispatcher,
            notifier=turns.notifier,
            stop=stop,
            clock=turns.clock,
        )


def posting(broadcaster: Broadcaster, post: Post) -> Broadcaster:
    """Return a broadcaster whose messages go another way."""
    return replace(broadcaster, dispatcher=replace(broadcaster.dispatcher, post=post))
