"""The offset, by which Telegram is told what is saved."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.telegram.receive.offsets import Unconfirmed


async def test_an_answer_that_repeats_the_first_of_many_takes_nothing_back() -> None:
    """Asked again at once Telegram answers with one update only; the later ones are known all the same."""
    slow = asyncio.Event()

    async def take(raw: Mapping[str, Any]) -> None:
        if raw["update_id"] == 1:
            await slow.wait()

    unconfirmed = Unconfirmed(take)
    unconfirmed.add([{"update_id": number} for number in (1, 2, 3)])
    await unconfirmed.settle(left=2, seconds=0)
    assert unconfirmed.offset == 1
    assert not unconfirmed.add([{"update_id": 1}])
    slow.set()
    await unconfirmed.settle()
    assert unconfirmed.offset == 4
