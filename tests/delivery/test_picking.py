"""Several processes that send one broadcast: each finds its own part, though what waits for its turn is seen by nobody."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cluster.postgres.living import ProcessLiving
from bot.delivery.picking import BatchWay
from bot.domain.broadcast.batch import SIZE, Batch, Delivery, Fate, chunks_of
from bot.domain.broadcast.broadcast import Recipient
from bot.domain.lease import CLAIM_LASTS, Lease
from tests.delivery.teachers import OPENING

WORKERS, FEW = 3, 4


@dataclass
class Process:
    """One that picks, waits for a turn, claims, records."""

    picking: BatchWay
    waiting: deque[tuple[int, int]] = field(default_factory=deque)
    sending: deque[tuple[int, int]] = field(default_factory=deque)
    under_way: set[int] = field(default_factory=set)


@dataclass
class Outbox:
    """The batches of a broadcast, and who sends them."""

    batches: list[Batch]
    processes: list[Process]
    on_their_way: int = 3
    """So many claims are made before the answer to the first is recorded; with none nobody sees another at work."""

    sent: int = 0
    in_vain: int = 0
    looks: int = 0

    @classmethod
    def of(cls, recipients: int, processes: int, seed: int) -> "Outbox":
        """Return one in which nothing has been sent."""
        people = tuple(Recipient(number, "Guru") for number in range(1, recipients + 1))
        batches = list(chunks_of("a", people))
        return cls(
            batches, [Process(_picking(f"{seed} {one}", batches)) for one in range(processes)]
        )

    def run(self) -> None:
        """Give turns to one after another until nobody finds anything more."""
        going = deque(self.processes)
        while going:
            one = going.popleft()
            if self._turn(one):
                going.append(one)

    def _turn(self, one: Process) -> bool:
        while len(one.waiting) <= (WORKERS - 1) * FEW and (few := list(self._picked(one))):
            one.waiting.extend(few)
        if one.waiting:
            self._claim(one, *one.waiting.popleft())
        while len(one.sending) > (self.on_their_way if one.waiting else 0):
            self._record(one)
        return bool(one.waiting or one.sending)

    def _picked(self, one: Process) -> Iterator[tuple[int, int]]:
        while (number := one.picking.batch) is not None:
            self.looks += 1
            few = one.picking.pick(
                self.batches[number], OPENING, lambda person: person not in one.under_way
            )
            for delivery in few:
                one.under_way.add(delivery.person)
                yield number, delivery.person
            if few:
                return
            one.picking.go_on(one.picking.step)

    def _claim(self, one: Process, number: int, person: int) -> None:
        known = self.batches[number].deliveries[_place(person)]
        if known.outcome is not Fate.QUEUED:
            self.in_vain += 1
            one.picking.leave(number)
            one.under_way.discard(person)
            return
        self.sent += 1
        self._put(number, known.claimed(Lease(one.picking.owner, 1, OPENING + CLAIM_LASTS)))
        one.sending.append((number, person))

    def _record(self, one: Process) -> None:
        if one.sending:
            number, person = one.sending.popleft()
            self._put(number, Delivery(person=person, name="Guru", outcome=Fate.SENT))
            one.under_way.discard(person)

    def _put(self, number: int, after: Delivery) -> None:
        batch, place = self.batches[number], _place(after.person)
        deliveries = (*batch.deliveries[:place], after, *batch.deliveries[place + 1 :])
        self.batches[number] = replace(batch, deliveries=deliveries)


def _place(person: int) -> int:
    """Return where in her batch she stands."""
    return (person - 1) % SIZE


def _picking(owner: str, batches: list[Batch]) -> BatchWay:
    return BatchWay(
        owner=owner, broadcast="a", living=ProcessLiving(), chunks=len(batches), few=FEW
    )


@pytest.mark.parametrize("on_their_way", [0, 3])
@pytest.mark.parametrize("processes", [2, 3, 4])
def test_hardly_a_turn_is_taken_for_what_another_has_sent(
    processes: int, on_their_way: int
) -> None:
    """Of 1,000 messages everyone leaves once, and few turns more than these are taken."""
    in_vain = 0
    for seed in range(8):
        outbox = Outbox.of(1_000, processes, seed)
        outbox.on_their_way = on_their_way
        outbox.run()
        assert outbox.sent == 1_000
        in_vain += outbox.in_vain
    assert in_vain / 8 <= 30 * processes


@given(recipients=st.integers(1, 160), dead=st.sets(st.integers(1, 160)))
def test_what_the_dead_had_picked_is_left_to_nobody(recipients: int, dead: set[int]) -> None:
    """Whatever was sent before, and by whom, the one who is left takes all that is still queued."""
    outbox = Outbox.of(recipients, 1, 7)
    lease = Lease("dead", 1, OPENING - timedelta(seconds=1) + CLAIM_LASTS)
    for number, batch in enumerate(outbox.batches):
        outbox.batches[number] = batch.each(
            lambda one: one.claimed(lease) if one.person in dead else one
        )
    outbox.run()
    assert outbox.sent == len(set(range(1, recipients + 1)) - dead)


@pytest.mark.parametrize("processes", [1, 3])
def test_a_batch_that_is_over_is_not_looked_at_again(processes: int) -> None:
    """Where whole batches are taken: once by each process, and once more by the one whose it was."""
    outbox = Outbox.of(50 * SIZE, processes, 5)
    for one in outbox.processes:
        one.picking.few = SIZE
    outbox.run()
    assert outbox.sent == 50 * SIZE
    assert outbox.looks <= 50 * (processes + 2)


def test_another_worker_is_not_made_to_miss_a_batch() -> None:
    """Two workers of one process that found nothing in a batch go one step on."""
    picking = _picking("me", Outbox.of(100, 1, 0).batches)
    first = picking.step
    picking.go_on(first)
    picking.go_on(first)
    assert picking.step == first + 1


def test_a_batch_that_another_has_begun_comes_after_the_fresh_ones() -> None:
    """Also while nothing of it is on its way, as between two messages."""
    outbox = Outbox.of(150, 1, 3)
    [process] = outbox.processes
    begun = process.picking.batch
    assert begun is not None
    sent = outbox.batches[begun].deliveries[0].person
    outbox.batches[begun] = outbox.batches[begun].each(
        lambda one: replace(one, outcome=Fate.SENT) if one.person == sent else one
    )
    order = list[int]()
    while few := list(outbox._picked(process)):
        order += [number for number, _ in few]
    assert len(order) == 149
    assert order.index(begun) == 100
