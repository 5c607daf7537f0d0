"""The weekly digest is made when it is sent, and left out where there is nothing to tell."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planner import Planner
from bot.delivery.sources.digest import digest_of
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.domain.reminders.outbound import Rhythm, Wishes
from bot.domain.school.access import Rights
from bot.domain.school.school import SchoolId
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore, memory_store
from tests.delivery.schools import MADE, RIGHTS, SCHOOL, keep, member
from tests.delivery.teachers import HandClock, Letterbox, new_sender, stored, teacher

TUESDAY = datetime(2026, 9, 8, 8, 30, tzinfo=UTC)
"""15.30 WIB; no evaluation is near."""

BEFORE = TUESDAY - timedelta(days=1)


@pytest.fixture
async def store() -> AsyncIterator[TinyStore]:
    opened = memory_store([PEOPLE])
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def sender(store: TinyStore, world: World, box: Letterbox) -> Dispatcher:
    digest = digest_of(store, world, lambda: RIGHTS)
    clock = HandClock(TUESDAY)
    return new_sender(store, world, clock, box.post, rights=lambda: RIGHTS, digest=digest)


async def coordinator(store: TinyStore, world: World) -> None:
    """Store Made, who wants no nudges."""
    made = teacher(MADE, Wishes(rhythm=Rhythm.OFF))
    await keep(store, Planner(world, lambda: RIGHTS).with_due(made, BEFORE))


async def test_three_lines_and_three_names(
    store: TinyStore, world: World, sender: Dispatcher, box: Letterbox
) -> None:
    """Of five who might be glad of a word three are named; it is sent once."""
    await coordinator(store, world)
    for number in range(1, 6):
        await keep(store, member(number, TUESDAY))
    await sender.send_due()
    await sender.send_due()
    assert box.to(MADE) == 1
    text = box.letters[0][1].text
    assert len(text.splitlines()) == 3
    assert text.count("Guru 0") == 3
    made = await stored(store, MADE)
    assert made.outbound.written_on == made.outbound.digested_on == TUESDAY.date()
    assert made.outbound.unanswered == 0


async def test_a_school_without_teachers_is_no_news(
    store: TinyStore, world: World, sender: Dispatcher, box: Letterbox
) -> None:
    """Nothing is sent, her one message of the day is not used up, and the next week is planned."""
    await coordinator(store, world)
    assert await sender.send_due() == {"not_due": 1}
    assert box.letters == []
    made = await stored(store, MADE)
    assert made.outbound.written_on is None
    assert made.outbound.due_at == TUESDAY + timedelta(days=7)


async def test_what_a_digest_tells_is_status_only(
    store: TinyStore, world: World, sender: Dispatcher, box: Letterbox
) -> None:
    """Names are escaped, and who paused or blocked the bot is not put forward."""
    await coordinator(store, world)
    await keep(store, replace(member(1, TUESDAY), shown_name="<b>Sari"))
    await keep(store, replace(member(2, TUESDAY), quiet=True))
    await keep(store, replace(member(3, TUESDAY), reachable=False))
    await sender.send_due()
    text = box.letters[0][1].text
    assert "&lt;b&gt;Sari (belum mulai)" in text
    assert "Guru 002" not in text
    assert "Guru 003" not in text
    assert SCHOOL.id in str(box.letters[0][1].rows)


async def test_who_loses_a_school_while_her_digest_waits_is_not_told_its_names(
    store: TinyStore, world: World, box: Letterbox
) -> None:
    """What waited its turn is held back when one of the schools it tells of is no longer hers."""
    other = replace(SCHOOL, id=SchoolId("other"))
    rights = Rights(schools={SCHOOL.id: SCHOOL, other.id: other})

    async def late(person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        nonlocal rights
        rights = Rights(schools={other.id: other})
        return await box.post(person, screen, wanted)

    await coordinator(store, world)
    await keep(store, member(1, TUESDAY))
    digest, clock = digest_of(store, world, lambda: rights), HandClock(TUESDAY)
    sender = new_sender(store, world, clock, late, rights=lambda: rights, digest=digest)
    assert await sender.send_due() == {"held_back": 1}
    assert box.letters == []
