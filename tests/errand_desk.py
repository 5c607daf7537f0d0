"""A school on a real disk whose turns change more than one document. Tests nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.model import Command, Event, Incoming, Press, Screen, Typed, UpdateId
from bot.chat.world import World
from bot.delivery.sources.broadcaster import Broadcaster
from bot.domain.broadcast.broadcast import Announced, Broadcast, Recipient, Reply
from bot.domain.person.person import PersonId
from bot.domain.school.school import Code, Handover, fingerprint_of
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.kinds import KINDS
from bot.store.codec.older_person import older
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import tiny_store
from tests.delivery.announcing import ID, broadcast
from tests.delivery.disks import BadDisk
from tests.delivery.mail import Mail
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING, HandClock, teacher

ZUBAIDAH, OTHER = 1001, 1002
SECRET = "x" * 22
LINK = str(Code("k", SCHOOL.id, SECRET))
WORDS = "rahasiaku: saya sakit"
HANDOVER = Handover(
    fingerprint=fingerprint_of(SECRET),
    made_by=MADE,
    made_at=OPENING,
    expires_at=OPENING + timedelta(days=7),
)


@dataclass
class Desk:
    """A school on a real disk with two teachers, and everything that talks to them."""

    world: World
    clock: HandClock
    data: Path
    mail: Mail = field(default_factory=Mail)
    updates: "count[int]" = field(default_factory=lambda: count(1))

    async def open(self) -> "Desk":
        """Store the school with its teachers and an open link for a coordinator."""
        self.store = BadDisk(tiny_store(self.data, KINDS))
        await self.store.open()
        school = replace(SCHOOL, handovers=(HANDOVER,))
        await self.store.update(SCHOOLS, school.id, lambda _: (Put(school), None))
        await keep(self.store, replace(member(ZUBAIDAH, OPENING), shown_name="Zubaidah"))
        await keep(self.store, member(OTHER, OPENING))
        await keep(self.store, teacher(MADE))
        await self.start()
        return self

    async def start(self) -> None:
        """Begin a new run of the process."""
        directory = Directory(self.store)
        await directory.load()
        self.turns = Turns(self.store, self.world, self.clock, directory)
        self.broadcaster: Broadcaster = self.mail.broadcaster(
            self.turns, run=str(next(self.updates))
        )

    async def announce(self, head: Broadcast) -> None:
        """Have Made send a broadcast to both teachers."""
        people = (Recipient(ZUBAIDAH, "Zubaidah"), Recipient(OTHER, "Guru lain"))
        announced = (Announced(broadcast=head, recipients=people),)
        await keep(self.store, older(teacher(MADE), announced=announced))
        await self.pump()

    async def pump(self) -> None:
        """Let the broadcaster work as far as it goes now."""
        await self.broadcaster.look()
        await self.broadcaster.finish()

    def incoming(self, who: int, event: Event) -> Incoming:
        """Return an event as it comes from Telegram."""
        number = UpdateId(next(self.updates))
        return Incoming(update=number, person=PersonId(who), event=event, first_name="Sari")

    async def do(self, who: int, event: Event) -> str:
        """Let somebody do something and return what she is shown."""
        shown = await self.turns.handle(self.incoming(who, event))
        assert isinstance(shown[0], Screen)
        return shown[0].text

    async def about_to_join(self) -> Incoming:
        """Let Zubaidah come by the link for coordinators; return the tap that takes it."""
        await self.do(ZUBAIDAH, Command("start", LINK))
        await self.do(ZUBAIDAH, Press("join:agree"))
        return self.incoming(ZUBAIDAH, Press("join:name"))

    async def answer(self, words: str) -> None:
        """Let Made send a broadcast and Zubaidah answer it."""
        await self.announce(broadcast())
        await self.do(ZUBAIDAH, Press(f"reply:to:{SCHOOL.id}:{ID}"))
        await self.do(ZUBAIDAH, Typed(words))

    async def answer_of_old(self, words: str) -> None:
        """Have Zubaidah's answer lie in her document, as older releases left it there."""
        await self.announce(broadcast())
        letter = Reply(id="c" * 12, answers=ID, text=words, at=self.clock())
        zubaidah = replace(member(ZUBAIDAH, OPENING), shown_name="Zubaidah")
        await keep(self.store, older(zubaidah, letters=(letter,)))

    async def erase(self, who: int) -> Event:
        """Let somebody ask to delete her data; return the press that confirms it."""
        shown = await self.turns.handle(self.incoming(who, Command("hapus_data")))
        assert isinstance(shown[0], Screen)
        buttons = [button.data for row in shown[0].rows for button in row]
        return Press(next(data for data in buttons if data.startswith("privacy:erased")))

    def files_with(self, words: str) -> list[str]:
        """Return the kinds of documents in which words stand on the disk."""
        files = [file for file in self.data.rglob("*.json") if words in file.read_text()]
        return sorted(file.relative_to(self.data).parts[0] for file in files)

    async def head(self) -> Broadcast:
        """Return the broadcast as stored."""
        head = await self.store.get(BROADCASTS, ID)
        assert head is not None
        return head


def cannot_write(*kinds: str) -> Callable[..., bool]:
    """Return a fault: no document of these kinds can be written."""

    def broken(kind: str, key: str, *, writing: bool) -> bool:
        del key
        return writing and kind in kinds

    return broken
