"""What a turn changes outside her own document: nothing of it is lost, nothing of hers stays."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.chat.model import Command, Event, Incoming, Press, Screen, Typed, UpdateId
from bot.chat.world import World
from bot.domain.access import Action
from bot.domain.broadcast import Announced, Broadcast, Phase, Recipient
from bot.domain.delivery import Sent, Verdict
from bot.domain.person import PersonId
from bot.domain.school import Code, Coordinator, Handover, digest_of
from bot.errors import StoreUnavailable
from bot.outbox.broadcaster import Broadcaster
from bot.parts import KINDS
from bot.registry import Registry
from bot.store.base import Decision, Kind, Put, R, T, Where
from bot.store.codec import PEOPLE
from bot.store.outbox_codec import BROADCASTS
from bot.store.school_codec import AUDIT, SCHOOLS
from bot.store.tiny import tiny_store
from bot.turns import Turns
from tests.outbox.announcing import ID, broadcast
from tests.outbox.disks import BadDisk, sound
from tests.outbox.mail import Mail
from tests.outbox.schools import MADE, SCHOOL, keep, member
from tests.outbox.teachers import OPENING, HandClock, teacher

ZUBAIDAH, OTHER = 1001, 1002
SECRET = "x" * 22
LINK = str(Code("k", SCHOOL.id, SECRET))
WORDS = "rahasiaku: saya sakit"
HANDOVER = Handover(
    digest=digest_of(SECRET),
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
        registry = Registry(self.store)
        await registry.load()
        self.turns = Turns(self.store, self.world, self.clock, registry)
        self.broadcaster: Broadcaster = self.mail.broadcaster(
            self.turns, run=str(next(self.updates))
        )

    async def announce(self, head: Broadcast) -> None:
        """Have Made send a broadcast to both teachers."""
        people = (Recipient(ZUBAIDAH, "Zubaidah"), Recipient(OTHER, "Guru lain"))
        announced = (Announced(broadcast=head, recipients=people),)
        await keep(self.store, replace(teacher(MADE), announced=announced))
        self.turns.bell.ring(MADE)
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


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


def cannot_write(*kinds: str) -> Callable[..., bool]:
    """Return a fault: no document of these kinds can be written."""

    def broken(kind: str, key: str, *, writing: bool) -> bool:
        del key
        return writing and kind in kinds

    return broken


# --- effects survive -------------------------------------------------------------------------


async def test_a_link_taken_while_the_disk_fails_is_taken_by_the_same_update(desk: Desk) -> None:
    """What a crash cut off is done when Telegram hands the update in again."""
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    taking = desk.incoming(ZUBAIDAH, Press("join:name"))
    desk.store.broken = cannot_write("schools")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(taking)
    desk.store.broken = sound
    await desk.start()
    await desk.turns.handle(taking)
    assert desk.turns.registry.rights.schools_of(ZUBAIDAH)


async def test_an_effect_done_without_her_own_save_is_done_once(desk: Desk) -> None:
    """If only her own document could not be saved, the repetition saves it and notes nothing twice."""
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    taking = desk.incoming(ZUBAIDAH, Press("join:name"))
    desk.store.broken = cannot_write("people")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(taking)
    desk.store.broken = sound
    await desk.start()
    shown = (await desk.turns.handle(taking))[0]
    assert isinstance(shown, Screen)
    assert "Anda sekarang koordinator" in shown.text
    acts = await desk.turns.registry.log(SCHOOL.id, desk.clock())
    assert [(act.by, act.action) for act in acts] == [(ZUBAIDAH, Action.BECOME_COORDINATOR)]
    person = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    assert person is not None
    assert person.invited is None


async def test_an_act_the_log_had_no_room_for_is_noted_with_the_repetition(desk: Desk) -> None:
    """A school changed while its log could not be written: her next tap notes it, once."""
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    desk.store.broken = cannot_write("audit")
    with pytest.raises(StoreUnavailable):
        await desk.do(ZUBAIDAH, Press("join:name"))
    desk.store.broken = sound
    await desk.do(ZUBAIDAH, Press("join:name"))
    acts = await desk.turns.registry.log(SCHOOL.id, desk.clock())
    assert [(act.by, act.action) for act in acts] == [(ZUBAIDAH, Action.BECOME_COORDINATOR)]


async def test_a_stop_cut_off_by_a_crash_holds_after_it(desk: Desk) -> None:
    """An order to a broadcast is carried out when its update comes again."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(hours=3)))
    stopping = desk.incoming(MADE, Press(f"siar:do:{SCHOOL.id}:{ID}:henti"))
    desk.store.broken = cannot_write("broadcasts")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(stopping)
    desk.store.broken = sound
    await desk.start()
    await desk.turns.handle(stopping)
    assert (await desk.head()).phase is Phase.STOPPED


async def test_of_two_who_take_one_link_one_is_told_that_it_is_not_open(desk: Desk) -> None:
    """The second is no coordinator, is not told that she is, and the log does not name her."""
    for who in (ZUBAIDAH, OTHER):
        await desk.do(who, Command("start", LINK))
        await desk.do(who, Press("join:agree"))
    told = await asyncio.gather(*(desk.do(who, Press("join:name")) for who in (ZUBAIDAH, OTHER)))
    winners = [one.id for one in desk.turns.registry.rights.schools[SCHOOL.id].coordinators]
    assert len(winners) == len({MADE, ZUBAIDAH})
    assert ["Anda sekarang koordinator" in text for text in told].count(True) == 1
    acts = await desk.turns.registry.log(SCHOOL.id, desk.clock())
    assert [act.by for act in acts] == winners[1:]


# --- deleting ---------------------------------------------------------------------------------


async def test_deleting_on_a_full_disk_is_refused_and_can_be_repeated(desk: Desk) -> None:
    """She is told that it failed as long as her name stands anywhere; then all of it goes."""
    await desk.announce(broadcast())
    confirmed = await desk.erase(ZUBAIDAH)
    desk.store.broken = cannot_write("chunks")
    with pytest.raises(StoreUnavailable):
        await desk.do(ZUBAIDAH, confirmed)
    assert desk.files_with("Zubaidah") == ["chunks", "people"]
    desk.store.broken = sound
    assert "telah dihapus" in await desk.do(ZUBAIDAH, confirmed)
    assert desk.files_with("Zubaidah") == []


async def test_a_damaged_document_does_not_keep_the_rest_of_her_data(desk: Desk) -> None:
    """What nobody can read is named in the log; everything else of hers goes."""
    await desk.announce(broadcast())
    await desk.do(ZUBAIDAH, Press(f"reply:to:{SCHOOL.id}:{ID}"))
    await desk.do(ZUBAIDAH, Typed(WORDS))
    await desk.pump()
    next(desk.data.glob(f"broadcasts/*/{ID}.json")).write_bytes(b"{")
    with capture_logs() as logs:
        await desk.do(ZUBAIDAH, await desk.erase(ZUBAIDAH))
    assert [entry["key"] for entry in logs if entry["event"] == "not_forgotten"] == [ID] * 2
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []


async def test_the_answer_to_her_letter_quotes_her_no_more(desk: Desk) -> None:
    """Her words leave the coordinator's answer, too; the answer itself stays."""
    await desk.announce(broadcast())
    await desk.do(ZUBAIDAH, Press(f"reply:to:{SCHOOL.id}:{ID}"))
    await desk.do(ZUBAIDAH, Typed(WORDS))
    await desk.pump()
    letter = next(key for key in desk.store.find(BROADCASTS, Where()) if key != ID)
    await desk.do(MADE, Press(f"reply:to:{SCHOOL.id}:{letter}"))
    await desk.do(MADE, Typed("Semoga lekas sembuh"))
    await desk.pump()
    assert desk.files_with(WORDS) == ["broadcasts", "broadcasts"]
    await desk.do(ZUBAIDAH, await desk.erase(ZUBAIDAH))
    assert desk.files_with(WORDS) == []
    assert desk.files_with("Semoga lekas sembuh") == ["broadcasts"]


async def test_a_letter_taken_while_she_deletes_is_taken_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleting between the reading of her letter and its writing leaves no word of it."""
    await desk.announce(broadcast())
    await desk.do(ZUBAIDAH, Press(f"reply:to:{SCHOOL.id}:{ID}"))
    await desk.do(ZUBAIDAH, Typed(WORDS))
    confirmed = await desk.erase(ZUBAIDAH)
    read, told = desk.store.get, list[str]()

    async def deleting(kind: Kind[Broadcast], key: str) -> Broadcast | None:
        found = await read(kind, key)
        if kind is BROADCASTS and key == ID and not told:
            told.append("")
            told.append(await desk.do(ZUBAIDAH, confirmed))
        return found

    monkeypatch.setattr(desk.store, "get", deleting)
    await desk.pump()
    assert "telah dihapus" in told[-1]
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []


async def test_a_letter_taken_right_before_her_document_goes_is_taken_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter written after the outbox was searched for her, and before she is gone, goes too."""
    await desk.announce(broadcast())
    await desk.do(ZUBAIDAH, Press(f"reply:to:{SCHOOL.id}:{ID}"))
    await desk.do(ZUBAIDAH, Typed(WORDS))
    confirmed = await desk.erase(ZUBAIDAH)
    change, steps = desk.store.update, list[str]()

    async def taking(kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        if steps[-1:] == ["chunks"] and kind.name == "people":
            steps.append("pump")
            await desk.pump()
        if steps[-1:] != ["pump"]:
            steps.append(kind.name)
        return await change(kind, key, decide)

    monkeypatch.setattr(desk.store, "update", taking)
    await desk.do(ZUBAIDAH, confirmed)
    assert steps[-1] == "pump"
    assert desk.files_with(WORDS) == desk.files_with("Zubaidah") == []


async def test_a_broadcast_taken_while_she_withdraws_is_not_sent_in_her_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was confirmed before, and is being taken, is stopped and names her no more."""
    read, told = desk.store.get, list[str]()

    async def withdrawing(kind: Kind[Broadcast], key: str) -> Broadcast | None:
        if kind is BROADCASTS and not told:
            told.append(await desk.do(MADE, Press("privacy:withdraw")))
        return await read(kind, key)

    monkeypatch.setattr(desk.store, "get", withdrawing)
    await desk.announce(broadcast())
    head = await desk.head()
    assert (head.phase, head.sender, desk.mail.letters) == (Phase.STOPPED, "", [])


async def test_a_message_on_its_way_does_not_bring_her_name_back(desk: Desk) -> None:
    """She deletes her data while the broadcast is being sent to her: what is recorded is nameless."""
    confirmed = await desk.erase(ZUBAIDAH)
    post = desk.mail.post

    async def slow(person: PersonId, *rest: object) -> Verdict:
        if person == ZUBAIDAH:
            await desk.do(ZUBAIDAH, confirmed)
            return Sent(1)
        return await post(person, *rest)  # type: ignore[arg-type] # as it came

    desk.broadcaster = replace(desk.broadcaster, post=slow)
    await desk.announce(broadcast())
    assert desk.files_with("Zubaidah") == []


@pytest.mark.parametrize("how", ["privacy:withdraw", "erase"])
async def test_a_coordinator_who_goes_is_none_any_more(desk: Desk, how: str) -> None:
    """Deleting and withdrawing end her rights: no name in school or outbox, nothing more is sent."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(days=3), repeats=True))
    await desk.do(MADE, await desk.erase(MADE) if how == "erase" else Press(how))
    school = desk.turns.registry.rights.schools[SCHOOL.id]
    assert (school.coordinators, school.former, school.handovers) == ((), (), ())
    assert desk.files_with('"Made"') == []
    head = await desk.head()
    assert (head.phase, head.due, head.repeats) == (Phase.STOPPED, None, False)
    acts = await desk.turns.registry.log(SCHOOL.id, desk.clock())
    assert [(act.by, act.action, act.whom) for act in acts if act.action is Action.STEP_DOWN] == [
        (MADE, Action.STEP_DOWN, None)
    ]


async def test_a_former_coordinator_is_forgotten_without_a_word_in_the_log(desk: Desk) -> None:
    """Her name leaves the list of former coordinators; nothing else of the school changes."""
    former = replace(SCHOOL, former=(Coordinator(OTHER, "Guru lama"),))
    await desk.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(former), None))
    await desk.start()
    await desk.do(OTHER, await desk.erase(OTHER))
    assert desk.turns.registry.rights.schools[SCHOOL.id] == SCHOOL
    assert desk.store.count(AUDIT) == 0
