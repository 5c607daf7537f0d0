"""The check-back as it is sent: one question a plan, on its day, and none once she has said something."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.chat.model import Screen, Shown
from bot.chat.world import World
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.coaching.attempt import Attempt, Choice
from bot.domain.coaching.coaching import Coaching, began, finished, put_aside, with_active
from bot.domain.coaching.cycle import Cycle, carried_out, dropped
from bot.domain.coaching.evidence import SKIPPED
from bot.domain.coaching.promise import Promise
from bot.domain.person.person import Person, PersonId
from bot.domain.programme.programme import StepSlug, TaskSlug
from bot.domain.reminders.outbound import Rhythm, Wishes
from bot.store.base import Put
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore
from tests.delivery.passing import agreed, days
from tests.delivery.teachers import Dying, HandClock, Letterbox, new_sender, put, stored, teacher

SARI = 7
STEP = StepSlug("laksana")
FRIDAY = datetime(2026, 11, 20, 5, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""15.30 WIB on the promised day: her hour."""

WEEKLY = Wishes(rhythm=Rhythm.WEEKLY)
QUESTION = "sudah dicoba?"


def planned(day: date = date(2026, 11, 23)) -> Person:
    """A teacher who has promised something for Monday, and skips this quarter's evaluation."""
    promise = Promise(made_at=FRIDAY, day=day, group="", words="", is_settled=True)
    attempt = Attempt(
        choice=Choice(task=TaskSlug("tunggu-dulu")),
        begun_at=FRIDAY,
        read=True,
        rehearsal=SKIPPED,
        looked=True,
        promise=promise,
    )
    cycle = Cycle(step=STEP, begun_at=FRIDAY, attempts=(attempt,))
    person = replace(teacher(SARI, WEEKLY), coaching=Coaching(active=cycle), seen_at=FRIDAY)
    return agreed(person, FRIDAY)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(FRIDAY)


def questions(box: Letterbox) -> list[Screen]:
    """The check-backs, without the nudge that asks once more."""
    return [s for _, s in box.letters if QUESTION in s.text and "tidak menanyakannya" not in s.text]


async def test_a_plan_is_asked_about_once(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """In forty days of silence one check-back comes at her hour, one nudge asks last, then it rests."""
    await put(store, world, planned(), FRIDAY)
    sender = new_sender(store, world, clock, box.post)
    clock.now = MONDAY - timedelta(minutes=1)
    await sender.send_due()
    assert not box.letters
    clock.now = MONDAY
    await sender.send_due()
    assert len(questions(box)) == 1
    await days(clock, sender.send_due, 40)
    assert len(questions(box)) == 1
    asked = [screen for _, screen in box.letters if QUESTION in screen.text]
    assert len(asked) == 2
    assert "tidak menanyakannya lagi" in asked[1].text


ENDINGS: dict[str, Callable[[Coaching], Coaching]] = {
    "tried": lambda one: with_active(
        one, carried_out(one.active or Cycle(step=STEP, begun_at=FRIDAY), date(2026, 11, 23))
    ),
    "other task": lambda one: with_active(
        one, dropped(one.active or Cycle(step=STEP, begun_at=FRIDAY), FRIDAY)
    ),
    "put off": put_aside,
    "other step": lambda one: began(one, StepSlug("murid"), FRIDAY),
    "closed": lambda one: finished(one, STEP, FRIDAY, level=3),
    "habit": lambda one: finished(one, STEP, FRIDAY, habit=True),
}


def ended(person: Person | None, how: str) -> Person:
    """The person after her plan came to an end."""
    assert person is not None
    return replace(person, coaching=ENDINGS[how](person.coaching))


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A post at which her plan ends while the question about it waits for its turn."""

    box: Letterbox
    store: TinyStore
    how: str

    async def post(self, person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        """End the plan, then post what is still wanted."""
        await self.store.update(PEOPLE, str(person), lambda one: (Put(ended(one, self.how)), None))
        return await self.box.post(person, shown, wanted)


@pytest.mark.parametrize("how", ENDINGS)
async def test_what_ended_is_not_asked_about(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox, how: str
) -> None:
    """On each path by which a plan ends, before the day or at the moment of sending, nobody asks."""
    await put(store, world, ended(planned(), how), FRIDAY)
    sender = new_sender(store, world, clock, box.post)
    await days(clock, sender.send_due, 20)
    assert not questions(box)
    await put(store, world, planned(), FRIDAY)
    clock.now = MONDAY
    await new_sender(store, world, clock, Meanwhile(box, store, how).post).send_due()
    assert not questions(box)


@pytest.mark.parametrize("quiet", ["stopped", "paused", "blocked"])
async def test_a_stop_and_a_pause_hold(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox, quiet: str
) -> None:
    """Whoever stopped the bot, paused or blocked it is not asked on the promised day."""
    until = MONDAY + timedelta(days=30)
    one = planned()
    person = {
        "stopped": replace(one, quiet=True),
        "paused": replace(one, wishes=replace(WEEKLY, paused_until=until)),
        "blocked": replace(one, reachable=False),
    }[quiet]
    await put(store, world, person, FRIDAY)
    sender = new_sender(store, world, clock, box.post)
    await days(clock, sender.send_due, 10)
    assert not box.letters


async def test_it_goes_before_the_nudge_and_takes_the_day(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """A plan for her nudge's own day: the question comes, and that day nothing else."""
    tuesday = MONDAY + timedelta(days=1)
    await put(store, world, replace(planned(tuesday.date()), seen_at=FRIDAY), FRIDAY)
    sender = new_sender(store, world, clock, box.post)
    while clock.now < tuesday + timedelta(hours=5):
        clock.move(minutes=30)
        await sender.send_due()
    assert len(box.letters) == 1
    assert len(questions(box)) == 1
    assert (await stored(store, SARI)).outbound.written_on == tuesday.date()


async def test_a_process_that_dies_asks_at_most_twice(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Killed after Telegram took the question, the next process may ask once more, and never again."""
    await put(store, world, planned(), FRIDAY)
    clock.now = MONDAY
    await new_sender(store, world, clock, Dying(box).post).send_due()
    await days(clock, new_sender(store, world, clock, box.post).send_due, 2)
    assert 1 <= len(questions(box)) <= 2
