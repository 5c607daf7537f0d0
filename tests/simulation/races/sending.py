"""Races between a message that leaves, its claim, and Telegram's answer."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

import bot.delivery.hand
import bot.telegram.send.sending
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.group import together
from bot.delivery.hand import Hand
from bot.delivery.mailing import PauseKeeper
from bot.delivery.person_source import PersonMessages
from bot.delivery.sources.batch_claims import BatchClaims
from bot.domain.broadcast.verdict import Sent
from bot.store.base import Keep
from bot.telegram.http.request import AnswerLost, NotReached
from bot.telegram.send.verdicts import Again, judge

Planted = AbstractContextManager[Any]


def reminder_leaves_unclaimed() -> Planted:
    """A reminder leaves before its claim is written."""

    async def claim(self: PersonMessages[Any], message: Any, hand: Hand) -> Any:
        del self, message
        return hand.take(None)

    return patch.object(PersonMessages, "claim", claim)


def delivery_leaves_unclaimed() -> Planted:
    """Deliveries of a broadcast leave before their batch says so."""
    decide = BatchClaims._decide

    def unwritten(self: BatchClaims, batch: Any, wishes: Any) -> Any:
        return Keep(), decide(self, batch, wishes)[1]

    return patch.object(BatchClaims, "_decide", unwritten)


def deaths_not_counted() -> Planted:
    """However often a message was begun and never recorded, it is begun again."""
    return patch.object(bot.delivery.hand, "MOST_BEGUN", 99)


def lost_answer_taken_for_no_answer() -> Planted:
    """What may have arrived is sent again."""

    def hopeful(error: Any) -> Any:
        return Again("lost") if isinstance(error, AnswerLost) else judge(error)

    return patch.object(bot.telegram.send.sending, "judge", hopeful)


def no_line_taken_for_an_answer() -> Planted:
    """What has never left counts as sent."""

    def blind(error: Any) -> Any:
        return Sent(1) if isinstance(error, NotReached) else judge(error)

    return patch.object(bot.telegram.send.sending, "judge", blind)


def silence_not_written_down() -> Planted:
    """A silence that Telegram wants is known to the process alone."""
    return patch.object(PauseKeeper, "_note", lambda *_: None)


def unrecorded_forgotten() -> Planted:
    """What was sent while nothing could be saved is forgotten."""
    record = Dispatcher._record

    async def forgetful(self: Dispatcher, source: Any, sent: dict[Any, Any]) -> dict[Any, str]:
        ended = await record(self, source, sent)
        self._forget({mark: self._unrecorded[mark] for mark in tuple(self._unrecorded)})
        return ended

    return patch.object(Dispatcher, "_record", forgetful)


def answers_forgotten_at_the_end() -> Planted:
    """Messages that leave together are recorded together or not at all when the process ends."""

    async def careless(
        works: Any, given_up: Callable[[Mapping[Any, Any]], Awaitable[object]]
    ) -> Any:
        del given_up

        async def nothing(_: Mapping[Any, Any]) -> None:
            """Record nothing."""

        return await together(works, nothing)

    return patch("bot.delivery.dispatcher.together", careless)


def under_way_not_known() -> Planted:
    """What is under way is begun a second time beside it."""
    return patch.object(Dispatcher, "is_free", lambda *_: True)
