"""What a person sends is written with her turn: all of it or nothing, once, to whom it may go."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat.model import Press, Screen, Typed
from bot.chat.world import World
from bot.domain.allowance import ALLOWANCES, LimitedUse
from bot.domain.broadcast.broadcast import Announced, Broadcast, Recipient
from bot.domain.broadcast.posting import ConfirmBroadcast, ShareEvaluation
from bot.domain.person.person import PersonId
from bot.domain.school.access import AccessRefused, Action
from bot.domain.school.school import SchoolId
from bot.domain.school.school_change import RemoveCoordinator
from bot.errors import StoreUnavailable
from bot.store.base import Drop
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import AUDIT
from tests.changing import change_school
from tests.delivery.announcing import ID, broadcast
from tests.delivery.disks import sound
from tests.delivery.schools import MADE, SCHOOL
from tests.delivery.teachers import HandClock
from tests.errand_desk import OTHER, ZUBAIDAH, Desk, cannot_write

BOTH = (Recipient(ZUBAIDAH, "Zubaidah"), Recipient(OTHER, "Guru lain"))
REPLY = Typed("Siap", replies_to=(f"reply:to:{SCHOOL.id}:{ID}",))


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    """A school with two teachers on a real disk."""
    desk = await Desk(world, clock, tmp_path).open()
    yield desk
    await desk.store.close()


def confirmed(*people: Recipient, **changes: object) -> ConfirmBroadcast:
    head = replace(broadcast(), **changes)  # type: ignore[arg-type] # as named
    return ConfirmBroadcast(Announced(broadcast=head, recipients=people))


async def letters(desk: Desk) -> list[Broadcast]:
    """All letters that are written."""
    found: list[Broadcast] = []
    for key in await desk.store.find(BROADCASTS):
        head = await desk.store.get(BROADCASTS, key)
        found += [head] if head and head.is_letter else []
    return found


async def test_a_confirmed_broadcast_is_written_at_once(desk: Desk) -> None:
    """Its head, its deliveries and the line in the log are there when she is answered."""
    change = confirmed(*BOTH, disturbed=1)
    assert await desk.turns.commits.act(PersonId(MADE), change, desk.clock()) is None
    head = await desk.head()
    assert (head.chunks, head.total) == (1, 2)
    (key,) = await desk.store.find(CHUNKS)
    chunk = await desk.store.get(CHUNKS, key)
    assert chunk
    assert [(one.person, one.name) for one in chunk.deliveries] == [
        (one.id, one.name) for one in BOTH
    ]
    acts = await desk.turns.directory.log(SCHOOL.id, desk.clock())
    assert {(act.action, act.count) for act in acts} == {(Action.BROADCAST, 2), (Action.DISTURB, 1)}


async def test_confirming_twice_sends_once(desk: Desk) -> None:
    """The same confirmation again changes neither the broadcast nor the log."""
    for people in (BOTH, BOTH[:1]):
        await desk.turns.commits.act(PersonId(MADE), confirmed(*people), desk.clock())
    assert (await desk.head()).total == 2
    assert len(await desk.turns.directory.log(SCHOOL.id, desk.clock())) == 1


async def test_who_has_left_meanwhile_is_not_written_to(desk: Desk) -> None:
    """Between the page and the tap one teacher deleted her data: she is in no delivery."""
    await desk.store.update(PEOPLE, str(OTHER), lambda _: (Drop(), None))
    await desk.turns.commits.act(PersonId(MADE), confirmed(*BOTH), desk.clock())
    assert (await desk.head()).total == 1
    assert desk.files_with("Guru lain") == []


@pytest.mark.parametrize("kind", [BROADCASTS, CHUNKS, AUDIT, PEOPLE], ids=lambda kind: kind.name)
async def test_what_cannot_be_written_leaves_nothing_behind(kind: object, desk: Desk) -> None:
    """An answer one of whose documents fails is not sent at all, and the next tap sends it once."""
    await desk.announce(broadcast())
    await desk.do(ZUBAIDAH, Press(f"reply:to:{SCHOOL.id}:{ID}"))
    before = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    desk.store.broken = cannot_write(getattr(kind, "name", ""))
    if kind is AUDIT:  # a letter stands in no log
        await desk.do(ZUBAIDAH, Typed("Siap"))
    else:
        with pytest.raises(StoreUnavailable):
            await desk.do(ZUBAIDAH, Typed("Siap"))
        assert await letters(desk) == []
        assert await desk.store.get(PEOPLE, str(ZUBAIDAH)) == before
        desk.store.broken = sound
        await desk.do(ZUBAIDAH, Typed("Siap"))
    assert [letter.content.text for letter in await letters(desk)] == ["Siap"]


async def test_an_answer_too_many_is_not_sent_and_not_lost(desk: Desk) -> None:
    """Nobody fills a colleague's chat: she stays at the question, is told from when on, and sends it then."""
    await desk.announce(broadcast())
    await desk.do(ZUBAIDAH, Press(f"reply:to:{SCHOOL.id}:{ID}"))
    used = [LimitedUse.LETTER] * (ALLOWANCES[LimitedUse.LETTER].most - 1)
    desk.turns.limits.note(ZUBAIDAH, used, desk.clock())
    await desk.do(ZUBAIDAH, REPLY)
    shown = await desk.do(ZUBAIDAH, Typed("Siap juga"))
    assert "yang barusan belum dikirim" in str(shown)
    assert [letter.content.text for letter in await letters(desk)] == ["Siap"]
    writer = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    assert writer
    assert writer.place.screen == "reply.write"
    desk.turns.limits.note(OTHER, [LimitedUse.LETTER], desk.clock())
    await desk.do(OTHER, REPLY)
    assert len(await letters(desk)) == 2


async def test_an_answer_goes_under_her_name_with_what_it_answers(desk: Desk) -> None:
    """The coordinator gets it once, quoting the broadcast; a second look of the outbox sends nothing."""
    await desk.announce(broadcast())
    await desk.do(ZUBAIDAH, REPLY)
    (letter,) = await letters(desk)
    assert (letter.sender, letter.answers, letter.by) == ("Zubaidah", ID, ZUBAIDAH)
    assert letter.quote == broadcast().content.plain
    for _ in range(2):
        await desk.pump()
    assert [whom for whom, _ in desk.mail.letters].count(MADE) == 1


@pytest.mark.parametrize("lost", ["damaged", "never got it", "gone"])
async def test_an_answer_that_can_go_nowhere_is_told(lost: str, desk: Desk) -> None:
    """What she answers is damaged, gone, or never was hers: she hears in the same turn that nothing is sent."""
    await desk.announce(broadcast())
    if lost == "damaged":
        next((desk.data / BROADCASTS.name).rglob(f"*{ID}*.json")).write_bytes(b"{")
    elif lost == "gone":
        await desk.store.update(BROADCASTS, ID, lambda _: (Drop(), None))
    else:
        await desk.store.update(CHUNKS, f"{ID}-00000", lambda _: (Drop(), None))
    shown = await desk.turns.handle(desk.incoming(ZUBAIDAH, REPLY))
    said = [one.text for one in shown if isinstance(one, Screen)]
    assert desk.world.texts.say("letter-not-sent") in said
    assert await letters(desk) == []


async def test_a_coordinator_removed_after_the_page_sends_nothing(desk: Desk) -> None:
    """The right is that of the school as the commit finds it, and she is told so."""
    await change_school(desk.turns.directory, SCHOOL.id, RemoveCoordinator(MADE), 1, desk.clock())
    refused = await desk.turns.commits.act(PersonId(MADE), confirmed(*BOTH), desk.clock())
    assert refused == AccessRefused(MADE, Action.BROADCAST, SCHOOL.id)
    assert await desk.store.find(BROADCASTS) == []


async def test_an_evaluation_is_shared_with_coordinators_of_now(desk: Desk) -> None:
    """Who coordinates no more does not get it; the others do, once."""
    shared = replace(broadcast(), id="d" * 12, by=ZUBAIDAH, shares="triwulan 4")
    change = ShareEvaluation(
        Announced(broadcast=shared, recipients=(Recipient(MADE, "Made"), Recipient(OTHER, "Lain")))
    )
    for _ in range(2):
        assert await desk.turns.commits.act(PersonId(ZUBAIDAH), change, desk.clock()) is None
    (letter,) = await letters(desk)
    assert (letter.total, letter.sender) == (1, "Zubaidah")
    assert SchoolId(letter.school) == SCHOOL.id
