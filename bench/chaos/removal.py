"""A coordinator's rights are taken away, and she tries every process at once: in commits, and a second later to look.

Her presses go past the balancer straight to each process that is awake.
"""

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import count
from typing import Any, Final

import orjson

from bench.chaos.host.fleet import Fleet
from bench.chaos.people import Streets
from bench.chaos.town import ADMIN, OTHER_SCHOOL

CHANGES: Final = "a removed coordinator changes nothing, in any process, at once"
SEES: Final = "a removed coordinator sees nothing, in any process, after a second"
KNOWN_SECONDS: Final = 1.0
DRAWN_SECONDS: Final = 1.5
PAGE: Final = "SDN 8 Mawar"
"""So the page of the school begins; what tells her that she is removed names it, too."""

STATE: Final = """SELECT document->'invite', document->'coordinators' @> jsonb_build_array(jsonb_build_object('id', %s))
FROM documents_schools WHERE key = %s"""

_NUMBERS = count(1 << 30)


@dataclass(slots=True)
class Removals:
    """Removes coordinators, one after another, and lets each try what she may not do any more."""

    streets: Streets
    fleet: Fleet
    hands: list[int]
    tries: int = 0
    """Presses of hers that a process answered after she was removed."""

    looks: int = 0
    worked: int = 0
    """Presses that did something before: so the same press would have done so afterwards."""

    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def remove_next(self) -> None:
        """Remove the next one, if there is one left."""
        async with self._one:
            if self.hands:
                await self._remove(self.hands.pop(0))

    async def _remove(self, hand: int) -> None:
        before, _ = await self._state(hand)
        await self.streets.tap(hand, f"school:renew:{OTHER_SCHOOL}")
        after, _ = await self._state(hand)
        self.worked += before != after
        is_there = True
        while is_there:
            await self.streets.tap(ADMIN, f"admin:removed:{OTHER_SCHOOL}:{hand}")
            left, is_there = await self._state(hand)
        self.streets.ledger.note("removed", f"coordinator {hand}")
        await self._try(hand, f"school:renew:{OTHER_SCHOOL}")
        if (await self._state(hand))[0] != left:
            self.streets.ledger.fault(CHANGES, hand)
        await asyncio.sleep(KNOWN_SECONDS)
        await self._look(hand)

    async def _try(self, hand: int, data: str) -> None:
        """Press in each process; those that are killed meanwhile do not count."""
        doors = self.fleet.awake()
        statuses = await asyncio.gather(*(self._press(port, hand, data) for _, port in doors))
        self.tries += statuses.count(HTTPStatus.OK)

    async def _look(self, hand: int) -> None:
        """Open her school in each process, and see what she is shown."""
        ledger = self.streets.ledger
        for slot, port in self.fleet.awake():
            since = len(ledger.arrivals)
            if await self._press(port, hand, f"school:home:{OTHER_SCHOOL}") != HTTPStatus.OK:
                continue
            self.looks += 1
            await asyncio.sleep(DRAWN_SECONDS)
            for one in ledger.arrivals[since:]:
                if one.chat == hand and one.text.startswith(PAGE):
                    ledger.fault(SEES, f"{hand} in slot {slot}: {one.text[:80]!r}")

    async def _press(self, port: int, hand: int, data: str) -> int | None:
        world, number = self.streets.telegram.world, next(_NUMBERS)
        update: dict[str, Any] = {
            "update_id": number,
            "callback_query": {
                "id": str(number),
                "from": world.human(hand).user,
                "message": {"message_id": 1, "chat": world.chat(hand).card, "date": 0},
                "chat_instance": "1",
                "data": data,
            },
        }
        return await self.streets.balancer.knock(port, orjson.dumps(update))

    async def _state(self, hand: int) -> tuple[Any, bool]:
        rows = await self.streets.database.ask(STATE, hand, OTHER_SCHOOL)
        invite, is_there = rows[0]
        return invite, bool(is_there)
