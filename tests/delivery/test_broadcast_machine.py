"""The outbox as a state machine with crashes: nobody is missed, twice only what was in flight."""

import asyncio
from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.dispatcher import Post
from bot.delivery.sources.broadcast import CLAIM
from bot.delivery.sources.broadcaster import WORKERS, Broadcaster
from bot.domain.broadcast.broadcast import Phase
from bot.domain.broadcast.order import Order
from bot.domain.broadcast.verdict import RetryAt, Sent, StillDue, Verdict
from bot.domain.person.person import PersonId
from tests.delivery.announcing import ID, Office
from tests.delivery.mail import posting
from tests.delivery.ordering import carry_out
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import OPENING

SIZE = 70
FIRST = 1_001


class Machine(RuleBasedStateMachine):
    """One broadcast through pauses, continuations, rests and deaths of the process."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.office = self.loop.run_until_complete(Office(self.world, SIZE).open())
        self.got: Counter[int] = Counter()
        self.crashes = 0
        self.stopped = False

    def teardown(self) -> None:
        """Whatever happened, after one undisturbed run everybody has it."""
        try:
            if not self.stopped:
                self._order(Order.CONTINUE)
                self._run(None)
                self._run(None)
                assert set(self.got) == set(range(FIRST, FIRST + SIZE))
                assert self.loop.run_until_complete(self.office.phase()) == Phase.DONE
        finally:
            self.loop.run_until_complete(self.office.store.close())
            self.loop.close()

    @rule(dies_after=st.integers(min_value=0, max_value=SIZE))
    def die(self, dies_after: int) -> None:
        """The process is killed when so many more messages have arrived."""
        self._run(dies_after)
        self.crashes += 1
        self.loop.run_until_complete(self.office.restart())

    @rule()
    def work(self) -> None:
        """The broadcaster works undisturbed."""
        self._run(None)

    @rule(order=st.sampled_from((Order.PAUSE, Order.CONTINUE, Order.FAILED_AGAIN)))
    def tell(self, order: Order) -> None:
        """The coordinator orders something."""
        self._order(order)

    @precondition(lambda self: self.crashes > 1)
    @rule()
    def halt(self) -> None:
        """The coordinator stops it for good."""
        self.stopped = self._order(Order.STOP) or self.stopped

    @invariant()
    def few_get_it_twice(self) -> None:
        """A crash costs at most those in flight a second message."""
        assert sum(self.got.values()) - len(self.got) <= self.crashes * WORKERS * CLAIM
        assert max(self.got.values(), default=0) <= 2

    def _order(self, order: Order) -> bool:
        notifier = self.office.turns.notifier
        return self.loop.run_until_complete(
            carry_out(self.office.store, notifier, SCHOOL.id, ID, order, now=OPENING)
        )

    def _run(self, most: int | None) -> None:
        self.loop.run_until_complete(self._work(most))

    async def _work(self, most: int | None) -> None:
        """Work; after so many messages everything hangs, and the process is as good as dead."""
        left = most
        hung = asyncio.Event()

        async def post(person: PersonId, _shown: Shown, wanted: StillDue) -> Verdict:
            nonlocal left
            if not await wanted():
                return RetryAt(OPENING, "held back")
            self.got[person] += 1
            if left is not None:
                left -= 1
                if left < 0:
                    hung.set()
                    await asyncio.Event().wait()
            await asyncio.sleep(0)
            return Sent(1)

        self.office.broadcaster = broadcaster = _with_post(self.office, post)
        await broadcaster.look()
        finishing = asyncio.ensure_future(broadcaster.finish())
        hanging = asyncio.ensure_future(hung.wait())
        await asyncio.wait({finishing, hanging}, return_when=asyncio.FIRST_COMPLETED)
        finishing.cancel()
        hanging.cancel()
        await asyncio.gather(finishing, hanging, return_exceptions=True)
        await broadcaster.finish(0)


def _with_post(office: Office, post: Post) -> Broadcaster:
    run = f"run-{office.runs}"
    return posting(office.mail.broadcaster(office.turns, run=run), post)


def test_no_sequence_of_crashes_and_orders_misses_anybody(world: World) -> None:
    """Any order of deaths, pauses and continuations ends with everybody served."""
    Machine.world = world
    run_state_machine_as_test(
        Machine, settings=settings(max_examples=25, stateful_step_count=8, deadline=None)
    )
