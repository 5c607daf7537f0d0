"""A store with a school, its teachers and a confirmed broadcast, and a broadcaster around it.

Must not decide what is right; the tests do.
"""

from datetime import datetime

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.world import World
from bot.delivery.broadcasts import chunks_in
from bot.delivery.sources.broadcaster import Broadcaster
from bot.domain.broadcast.batch import Delivery
from bot.domain.broadcast.broadcast import Announced, Broadcast, Content, Recipient
from bot.store.base import Put, Store
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.kinds import KINDS
from bot.store.codec.older_person import older
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import memory_store
from tests.delivery.mail import Mail
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING, HandClock, teacher

ID = "aaaaaaaaaaaa"


def broadcast(now: datetime = OPENING) -> Broadcast:
    """A broadcast of Made's, to begin at once."""
    return Broadcast(
        id=ID,
        school=SCHOOL.id,
        school_name=SCHOOL.name,
        by=MADE,
        sender="Made",
        content=Content(text="Halo <b>[nama]</b>"),
        made_at=now,
        due=now,
    )


class Office:
    """Everything that sends one broadcast; ``restart`` is a crash of the process."""

    def __init__(self, world: World, size: int, head: Broadcast | None = None) -> None:
        self.store: Store = memory_store(KINDS)
        self.clock = HandClock(OPENING)
        self.world, self.size, self.head = world, size, head or broadcast()
        self.mail = Mail()
        self.runs = 0

    async def open(self) -> "Office":
        """Store the school, its teachers and the broadcast in Made's own document."""
        await self.store.open()
        await self.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
        people = tuple(Recipient(number, f"Guru {number}") for number in range(1, self.size + 1))
        for one in people:
            await keep(self.store, member(one.id + 1_000, OPENING))
        people = tuple(Recipient(one.id + 1_000, one.name) for one in people)
        announced = (Announced(broadcast=self.head, recipients=people),)
        await keep(self.store, older(teacher(MADE), announced=announced))
        await self.restart()
        return self

    async def restart(self) -> Broadcaster:
        """Return a broadcaster of a new run of the process on the same store."""
        self.runs += 1
        directory = Directory(self.store)
        await directory.load()
        self.turns = Turns(self.store, self.world, self.clock, directory)
        self.broadcaster = self.mail.broadcaster(self.turns, run=f"run-{self.runs}")
        return self.broadcaster

    async def pump(self) -> None:
        """Let the broadcaster work as far as it goes now."""
        await self.broadcaster.look()
        await self.broadcaster.finish()

    async def deliveries(self) -> list[Delivery]:
        """Return all deliveries as stored."""
        head = await self.store.get(BROADCASTS, ID)
        assert head is not None
        return [one for chunk in await chunks_in(self.store, head) for one in chunk.deliveries]

    async def phase(self) -> str:
        """Return how far the broadcast is."""
        head = await self.store.get(BROADCASTS, ID)
        assert head is not None
        return head.phase.value
