"""The days of a development plan as they are sent: one message each, none after an end, kills included."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.model import Screen, Shown
from bot.chat.world import World
from bot.delivery.dispatcher import Post
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine
from bot.domain.evaluation.evaluation import IntentionOutcome
from bot.domain.person.person import Person, PersonId
from bot.domain.reminders.outbound import Rhythm, Wishes
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore, memory_store
from tests.delivery.passing import agreed, days
from tests.delivery.teachers import Dying, HandClock, Letterbox, new_sender, put, stored, teacher

SARI = 7
FRIDAY = datetime(2026, 11, 20, 5, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""15.30 WIB on the first of the days: her hour."""

FIRST, SECOND, THIRD = date(2026, 11, 23), date(2026, 12, 2), date(2026, 12, 9)
ACT = "Menunggu lima detik di kelas 4"
QUESTION = "Bagaimana jadinya?"
LAST_WORD = "tidak menanyakannya lagi"


def planned(*days: date, rhythm: Rhythm = Rhythm.OFF) -> Person:
    """A teacher who has made a plan with these days."""
    plan = DevelopmentPlan(
        quarter="2026-Q4", made_at=FRIDAY, lines={PlanLine.APPLICATION: ACT}, days=days
    )
    person = replace(teacher(SARI, Wishes(rhythm=rhythm)), plans=(plan,), seen_at=FRIDAY)
    return agreed(person, FRIDAY)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(FRIDAY)


def told(box: Letterbox) -> list[Screen]:
    """The messages about the plan."""
    return [screen for _, screen in box.letters if ACT in screen.text]


async def test_each_day_gets_one_message_and_the_last_asks(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """In sixty silent days: three messages, the question in the third alone, and no more."""
    await put(store, world, planned(FIRST, SECOND, THIRD), FRIDAY)
    sender = new_sender(store, world, clock, box.post)
    clock.now = MONDAY - timedelta(minutes=1)
    await sender.send_due()
    assert not box.letters
    clock.now = MONDAY
    await sender.send_due()
    assert len(told(box)) == 1
    await days(clock, sender.send_due, 60)
    assert [QUESTION in screen.text for screen in told(box)] == [False, False, True]


async def test_unanswered_one_nudge_asks_again_and_says_that_it_rests(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """With weekly nudges the next asks once more with the last word, and then the plan rests."""
    await put(store, world, planned(FIRST, rhythm=Rhythm.WEEKLY), FRIDAY)
    await days(clock, new_sender(store, world, clock, box.post).send_due, 60)
    assert [LAST_WORD in screen.text for screen in told(box)] == [False, True]


ENDINGS: dict[str, Callable[[Person], Person]] = {
    "done": lambda one: replace(one, plans=(one.plans[0].ended(IntentionOutcome.DONE),)),
    "not": lambda one: replace(one, plans=(one.plans[0].ended(IntentionOutcome.NOT),)),
    "deleted": lambda one: replace(one, plans=()),
    "no days": lambda one: replace(one, plans=(replace(one.plans[0], days=()),)),
    "next plan": lambda one: replace(
        one, plans=(*one.plans, replace(one.plans[0], quarter="2027-Q1", days=()))
    ),
    "stopped": lambda one: replace(one, quiet=True),
}


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A post at which her plan ends while the message about it waits for its turn."""

    box: Letterbox
    store: TinyStore
    how: str

    async def post(self, person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        """End the plan, then post what is still wanted."""

        def end(one: Person | None) -> tuple[Put[Person], None]:
            assert one is not None
            return Put(ENDINGS[self.how](one)), None

        await self.store.update(PEOPLE, str(person), end)
        return await self.box.post(person, shown, wanted)


@pytest.mark.parametrize("how", ENDINGS)
async def test_what_ended_is_not_told(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox, how: str
) -> None:
    """On each path by which a plan ends, before its day or at the moment of sending, nobody asks."""
    one = planned(FIRST, SECOND)
    await put(store, world, ENDINGS[how](one), FRIDAY)
    await days(clock, new_sender(store, world, clock, box.post).send_due, 20)
    assert not told(box)
    await put(store, world, one, FRIDAY)
    clock.now = MONDAY
    await new_sender(store, world, clock, Meanwhile(box, store, how).post).send_due()
    assert not told(box)


async def test_days_that_passed_in_a_pause_are_told_once(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Back from a pause over all her days she gets one message, which says for which day it was."""
    until = MONDAY + timedelta(days=20)
    one = planned(FIRST, SECOND, THIRD)
    await put(store, world, replace(one, wishes=replace(one.wishes, paused_until=until)), FRIDAY)
    await days(clock, new_sender(store, world, clock, box.post).send_due, 40)
    assert len(told(box)) == 1
    assert "rencana Anda untuk Rabu, 9 Des" in told(box)[0].text
    assert QUESTION in told(box)[0].text


async def test_the_plan_shares_the_one_message_a_day(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """With nudges on the same weekday the plan has the day, and the nudge another week."""
    await put(store, world, planned(FIRST, date(2026, 11, 24), rhythm=Rhythm.WEEKLY), FRIDAY)
    sender = new_sender(store, world, clock, box.post)
    clock.now = MONDAY
    await sender.send_due()
    assert len(box.letters) == 1
    await days(clock, sender.send_due, 1)
    assert len(box.letters) == len(told(box)) == 2
    assert (await stored(store, SARI)).outbound.written_on == date(2026, 11, 24)


async def test_a_process_that_dies_tells_a_day_at_most_twice(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Killed after Telegram took the message, the next process may send one copy, and never again."""
    await put(store, world, planned(FIRST), FRIDAY)
    clock.now = MONDAY
    await new_sender(store, world, clock, Dying(box).post).send_due()
    await days(clock, new_sender(store, world, clock, box.post).send_due, 20)
    assert 1 <= len(told(box)) <= 2


steps = st.lists(
    st.sampled_from(["day", "day", "week", "die", "answer", "move", "delete"]),
    min_size=3,
    max_size=25,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chosen=st.sets(st.integers(1, 40), min_size=1, max_size=3), walk=steps)
async def test_exactly_one_message_a_day_whatever_happens(
    chosen: set[int], walk: list[str], world: World
) -> None:
    """Over answers, moved days, deletions and kills: one message a day, a copy a kill, none after an end."""
    store = memory_store(KINDS)
    await store.open()
    clock, box = HandClock(FRIDAY), Letterbox()
    dates = sorted(FRIDAY.date() + timedelta(days=one) for one in chosen)
    await put(store, world, planned(*dates), FRIDAY)
    wanted, kills = set(dates), 0
    for step in walk:
        here = clock.now.date()
        person = await stored(store, SARI)
        plan = person.plans[0] if person.plans else None
        post: Post = box.post
        match step:
            case "die":
                post, kills = Dying(box).post, kills + 1
            case "answer" if plan:
                person = replace(
                    person, plans=(plan.ended(IntentionOutcome.DONE),), seen_at=clock.now
                )
            case "move" if plan:
                day = here + timedelta(days=5)
                wanted.add(day)
                person = replace(person, plans=(plan.with_day(day),), seen_at=clock.now)
            case "delete":
                person = replace(person, plans=(), seen_at=clock.now)
        await put(store, world, person, clock.now)
        before, was_open = len(told(box)), bool(person.plans and person.plans[0].is_open)
        clock.move(days=7 if step == "week" else 1)
        clock.now = clock.now.replace(hour=9, minute=0)
        await new_sender(store, world, clock, post).send_due()
        assert len(told(box)) - before <= (1 if was_open else 0)
    await store.close()
    assert len(told(box)) <= len(wanted) + kills
