"""Whatever people, the clock and crashes do: the outbox misses nobody and writes to nobody amiss."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from structlog.testing import capture_logs

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.model import Command, Event, Incoming, Press, Reached, Screen, Shown, UpdateId
from bot.delivery.dispatcher import Dispatcher
from bot.domain.broadcast.verdict import HELD_BACK, Gone, RetryAt, Sent, StillDue, Unknown, Verdict
from bot.domain.calendar.quarter import local
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person, PersonId
from bot.domain.reminders.outbound import Planned, Wishes
from bot.domain.reminders.reminder import plan, subject_of
from bot.store.codec.people import PEOPLE, PERSON_DUE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import memory_store
from tests.delivery.teachers import HandClock, new_sender, put, teacher
from tests.shipped import shipped_world

PEOPLE_NUMBER = 3
BEGINS = datetime(2026, 10, 28, 8, 0, tzinfo=UTC)
"""Wednesday, some days before the evaluation of everybody who registered on 3 August opens."""

people = st.integers(1, PEOPLE_NUMBER)


class Crash(BaseException):
    """The process ends here, as with kill -9: nothing after this point happens."""


class Outbox(RuleBasedStateMachine):
    """Three teachers, one store that survives, and senders that come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.loop, self.world = asyncio.new_event_loop(), shipped_world()
        self.clock = HandClock(BEGINS)
        self.store = memory_store([PEOPLE, SCHOOLS])
        self.turns = Turns(self.store, self.world, self.clock, Directory(self.store))
        self.update = 0
        self.letters: list[tuple[int, datetime, Screen]] = []
        self.verdict: Verdict = Sent(1)
        self.crashes_in = -1
        self.in_flight: Counter[int] = Counter()
        self.asked: set[tuple[int, Any]] = set()
        self.wrong: list[str] = []
        self.blocked: set[int] = set()
        self.run(self.store.open())
        for number in range(1, PEOPLE_NUMBER + 1):
            self.run(put(self.store, self.world, teacher(number, Wishes()), BEGINS))
        self.sender = self.new_sender()

    def run(self, coroutine: Any) -> Any:
        with capture_logs():
            return self.loop.run_until_complete(coroutine)

    def new_sender(self) -> Dispatcher:
        return new_sender(self.store, self.world, self.clock, self.post)

    async def post(self, person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        """Take a message, after looking whether it may be sent at this moment."""
        assert isinstance(screen, Screen)
        if not await wanted():
            return RetryAt(self.clock.now, HELD_BACK)
        stored = await self.stored(person)
        if person in self.blocked:
            return Gone("blocked")
        if isinstance(self.verdict, RetryAt):
            return RetryAt(self.clock.now + timedelta(minutes=10), "too many requests")
        self.wrong += self.faults(person, stored, screen)  # an error here would be the sender's
        self.letters.append((person, self.clock.now, screen))
        if self.crashes_in == 0:
            self.in_flight[person] += 1
            raise Crash
        self.crashes_in -= 1
        return self.verdict

    def faults(self, person: int, stored: Person, screen: Screen) -> list[str]:
        """Say why this message must not be sent to her now."""
        now = self.clock.now
        here = local(now, stored.zone)
        paused_until = stored.wishes.paused_until
        today = [
            moment
            for receiver, moment, _ in self.letters
            if receiver == person and local(moment, stored.zone).date() == here.date()
        ]
        allowed = self.in_flight[person] + ((person, here.date()) in self.asked)
        finished = [each.finished_at for each in stored.evaluations if each.finished_at]
        found = {
            "quiet moment": self.world.calendar.quiet_moment(now, stored.zone) is not None,
            "stopped": stored.quiet,
            "paused": paused_until is not None and now < paused_until,
            "second message of the day": len(today) > allowed,
            "finished": _is_about_evaluation(screen)
            and any(now - moment < timedelta(days=60) for moment in finished),
        }
        return [f"{what}: {person}, {here}" for what, is_so in found.items() if is_so]

    async def stored(self, number: int) -> Person:
        person = await self.store.get(PEOPLE, str(number))
        assert person is not None
        return person

    # --- what happens --------------------------------------------------------------------------

    @rule(hours=st.sampled_from((1, 3, 20, 24, 24, 72, 24 * 9, 24 * 33)))
    def time_passes(self, hours: int) -> None:
        """Nobody ticks meanwhile."""
        self.clock.move(hours=hours)

    @rule(days=st.integers(1, 12))
    def days_pass_with_ticks(self, days: int) -> None:
        """The bot runs as it should: it looks every half hour of the day."""
        end = self.clock.now + timedelta(days=days)

        async def tick() -> None:
            while self.clock.now < end:
                self.clock.move(minutes=30)
                if await self.store.find(PEOPLE, PERSON_DUE.up_to(self.clock.now.timestamp())):
                    await self.sender.send_due()

        self.run(tick())

    @rule()
    def two_ticks_at_once(self) -> None:
        async def both() -> None:
            await asyncio.gather(self.sender.send_due(), self.sender.send_due())

        self.run(both())

    @rule()
    def restart(self) -> None:
        self.sender = self.new_sender()

    @rule(after=st.integers(0, PEOPLE_NUMBER - 1))
    def crash_between_sending_and_recording(self, after: int) -> None:
        """A message has left, and the process ends before that is written down."""
        self.crashes_in = after
        try:
            self.run(self.sender.send_due())
        except* Crash:
            pass
        self.crashes_in = -1
        self.sender = self.new_sender()

    @rule(verdict=st.sampled_from((Sent(1), Sent(1), Unknown("lost"), RetryAt(BEGINS, "429"))))
    def telegram_answers(self, verdict: Verdict) -> None:
        self.verdict = verdict

    # --- what people do ------------------------------------------------------------------------

    def say(self, person: int, event: Event) -> None:
        if person in self.blocked and not isinstance(event, Reached):
            return
        self.update += 1
        incoming = Incoming(update=UpdateId(self.update), person=PersonId(person), event=event)
        self.run(self.turns.handle(incoming))

    @rule(
        person=people,
        data=st.sampled_from(
            ("wish:pause:pekan", "wish:pause:bulan", "remind:resume", "wish:rhythm:pekanan",
             "wish:hour:0700", "wish:hour:1900", "wish:day:4", "remind:later", "menu:main",
             "ask:set:zone:WIT:atur", "ask:set:zone:WIB:atur")
        ),
    )  # fmt: skip
    def press(self, person: int, data: str) -> None:
        self.say(person, Press(data))

    @rule(person=people, how_long=st.sampled_from(("pekan", "bulan")))
    def pause(self, person: int, how_long: str) -> None:
        self.say(person, Press(f"wish:pause:{how_long}"))

    @rule(person=people, word=st.sampled_from(("mulai", "berhenti", "pengingat")))
    def command(self, person: int, word: str) -> None:
        self.say(person, Command(word))

    @precondition(lambda self: self.letters)
    @rule(
        which=st.integers(0, 20),
        kind=st.sampled_from(("remind:snooze", "remind:skip")),
        at=st.integers(0, 2),
    )
    def press_on_a_letter(self, which: int, kind: str, at: int) -> None:
        """Choose on one of the last messages to go on later, or not at all."""
        person, _, screen = self.letters[-1 - which % len(self.letters)]
        choices = [b.data for row in screen.rows for b in row if b.data.startswith(kind)]
        if not choices:
            return
        choice = choices[at % len(choices)]
        if choice.endswith("1jam"):
            zone = self.run(self.stored(person)).zone
            self.asked.add((person, local(self.clock.now, zone).date()))
        self.say(person, Press(choice))

    @rule(person=people)
    def finish(self, person: int) -> None:
        """Finish the evaluation that is asked for now, as a turn stores it."""
        stored = self.run(self.stored(person))
        subject = subject_of(replace(stored, quiet=False, reachable=True), has_step=True)
        assert subject
        quarter = str(_quarter(subject.outbound.cycle, self.clock.now))
        done = Evaluation(quarter=quarter, begun_at=self.clock.now, finished_at=self.clock.now)
        kept = tuple(each for each in stored.evaluations if each.quarter != quarter)
        changed = replace(stored, evaluations=(*kept, done))
        self.run(put(self.store, self.world, changed, self.clock.now))

    @rule(person=people, told=st.booleans())
    def block(self, person: int, told: bool) -> None:
        self.blocked.add(person)
        if told:
            self.say(person, Reached(reachable=False))

    @rule(person=people)
    def unblock(self, person: int) -> None:
        if person in self.blocked:
            self.blocked.discard(person)
            self.say(person, Reached(reachable=True))

    # --- what always holds ---------------------------------------------------------------------

    @invariant()
    def nobody_is_written_to_amiss(self) -> None:
        """No message leaves in a quiet moment, twice a day, after finishing, or while paused."""
        assert self.wrong == []

    @invariant()
    def nobody_due_is_missed(self) -> None:
        """Whoever the rules would write to sometime is in the index for that day.

        What she put off and could not get in time waits for her hour, though it might come earlier.
        """

        async def look() -> None:
            for number in range(1, PEOPLE_NUMBER + 1):
                person = await self.stored(number)
                planned = self.planned(person)
                if planned is None:
                    continue
                due = person.outbound.due_at
                assert due is not None
                assert due < planned.moment + timedelta(days=1)
                found = await self.store.find(PEOPLE, PERSON_DUE.up_to(due.timestamp()))
                assert str(number) in found

        self.run(look())

    def planned(self, person: Person) -> Planned | None:
        subject = subject_of(person, has_step=True)
        return plan(subject, None, self.world.calendar, self.clock.now) if subject else None

    def teardown(self) -> None:
        self.run(self.store.close())
        self.loop.close()


def _is_about_evaluation(screen: Screen) -> bool:
    return any(button.data == "evaluation:start" for row in screen.rows for button in row)


def _quarter(cycle: Any, now: datetime) -> str:
    return cycle.quarter if cycle else f"{now.year}-Q{(now.month - 1) // 3 + 1}"


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
