"""Her intention is quoted in one message a quarter, whatever the messages are about."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.world import World
from bot.domain.broadcast.verdict import Gone, Verdict
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import StepSlug
from bot.domain.reminders.outbound import Rhythm, Wishes
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import memory_store
from tests.delivery.teachers import (
    REGISTERED,
    HandClock,
    Letterbox,
    new_sender,
    put,
    stored,
    teacher,
)
from tests.each import each

SARI = 7
INTENTION = "Saya akan bertanya lebih sabar"


def intending(*, rhythm: Rhythm = Rhythm.WEEKLY) -> Person:
    """Return a teacher with an intention and a focus from an evaluation of August."""
    evaluation = Evaluation(
        quarter="2026-Q3",
        begun_at=REGISTERED,
        finished_at=REGISTERED,
        levels={StepSlug("teori"): 2},
        focus=(StepSlug("teori"),),
        intention=INTENTION,
    )
    return replace(teacher(SARI, Wishes(rhythm=rhythm)), evaluations=(evaluation,))


async def year_of(
    world: World, person: Person, verdict: Verdict | None = None
) -> tuple[list[tuple[datetime, str]], Person]:
    """Return what a teacher who never answers gets from August to May, with its moment."""
    store, box, clock = memory_store([PEOPLE]), Letterbox(), HandClock(REGISTERED)
    await store.open()
    if verdict:
        box.verdicts[SARI] = verdict
    await put(store, world, person)
    sender = new_sender(store, world, clock, box.post)
    found: list[tuple[datetime, str]] = []
    while clock.now < REGISTERED + timedelta(days=280):
        await sender.send_due()
        found += [(clock.now, screen.text) for _, screen in box.letters]
        box.letters.clear()
        clock.move(hours=2)
    after = await stored(store, SARI)
    await store.close()
    return found, after


@each("rhythm", [Rhythm.WEEKLY, Rhythm.OFF])
async def test_one_message_a_quarter_quotes_her(world: World, rhythm: Rhythm) -> None:
    """The first that may quotes her; the others of the quarter say something else."""
    sent, _ = await year_of(world, intending(rhythm=rhythm))
    quoting = Counter(
        str(Quarter.of(local(moment, Zone.WIB).date()))
        for moment, text in sent
        if INTENTION in text
    )
    assert quoting
    assert set(quoting.values()) == {1}
    assert len(sent) > sum(quoting.values()) * 2


async def test_what_never_reached_her_is_not_counted(world: World) -> None:
    """A message that was not delivered has quoted nothing."""
    _, after = await year_of(world, intending(), Gone("bot was blocked by the user"))
    assert after.outbound.quoted == ""
