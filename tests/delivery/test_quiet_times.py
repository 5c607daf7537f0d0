"""An important broadcast passes quiet times only for those it was confirmed for, whichever way it takes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.world import World
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.broadcast.order import Order, OrderBroadcast
from bot.domain.broadcast.verdict import Refused, Unknown
from bot.domain.person.person import PersonId
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from tests.delivery.announcing import ID, Office, broadcast
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING
from tests.each import each

FIRST = 1_001
NIGHT = OPENING + timedelta(hours=7)
"""22.30 WIB."""

MORNING = OPENING + timedelta(hours=15)
LOUD = replace(broadcast(), important=True)


def confirmed(at: datetime) -> Broadcast:
    """An important broadcast its sender has confirmed for a moment in the night."""
    return replace(LOUD, due=at, first_at=at, disturbed=3, loud_at=at)


async def change(office: Office, **changes: object) -> None:
    """Put the broadcast where a test needs it."""
    head = await office.store.get(BROADCASTS, ID)
    assert head
    changed = replace(head, **changes)  # type: ignore[arg-type] # fields of a test
    await office.store.update(BROADCASTS, ID, lambda _: (Put(changed), None))


async def order(office: Office, wish: Order, disturbs: int = 0, at: datetime | None = None) -> None:
    """Let Made give an order."""
    said = OrderBroadcast(SCHOOL.id, ID, wish, at=at, disturbs=disturbs)
    await office.turns.commits.act(PersonId(MADE), said, office.clock.now)


async def sent_by_day(office: Office) -> None:
    """Three teachers, of whom one could not be written to and one perhaps not."""
    office.mail.verdicts = {FIRST: Refused("no"), FIRST + 1: Unknown("lost")}
    await office.pump()
    office.mail.verdicts.clear()
    office.mail.letters.clear()


async def paused_by_day(office: Office) -> None:
    """Nobody has got it, and it is paused."""
    await office.broadcaster.course.expander.take_from(MADE)
    await change(office, phase=Phase.PAUSED, due=None)


async def missed(office: Office) -> None:
    """It waits for its sender's word."""
    await office.broadcaster.course.expander.take_from(MADE)
    await change(office, phase=Phase.LATE, due=None, missed=OPENING)


WAYS: list[tuple[Callable[[Office], object], Order, int]] = [
    (sent_by_day, Order.FAILED_AGAIN, 1),
    (sent_by_day, Order.UNSURE_AGAIN, 2),
    (paused_by_day, Order.CONTINUE, 3),
    (missed, Order.NOW, 3),
    (missed, Order.AT, 3),
]


@each(("before", "wish", "count"), WAYS)
@each("sure", [False, True])
async def test_no_order_reaches_anybody_at_night_unconfirmed(
    world: World, before: Callable[[Office], object], wish: Order, count: int, *, sure: bool
) -> None:
    """Unconfirmed it waits for the morning; confirmed it leaves at once, and the log counts it."""
    office = await Office(world, 3, LOUD).open()
    await before(office)  # type: ignore[misc] # each is async
    office.clock.now = NIGHT
    at = NIGHT + timedelta(minutes=10) if wish is Order.AT else None
    await order(office, wish, count if sure else 0, at)
    office.clock.now = at or NIGHT
    await office.pump()
    assert len(office.mail.letters) == (count if sure else 0)
    log = await office.turns.directory.log(SCHOOL.id, NIGHT)
    loud = [entry.count for entry in log if entry.action is Action.DISTURB]
    assert loud == ([count] if sure else [])
    office.clock.now = MORNING
    await office.pump()
    assert len(office.mail.letters) == count


async def test_a_downtime_that_ends_at_night_brings_nothing_before_the_morning(
    world: World,
) -> None:
    """Planned for 19.00, with the bot back at 22.30: nobody was asked, so it waits."""
    seven = OPENING + timedelta(hours=3, minutes=30)
    office = await Office(world, 3, replace(LOUD, due=seven, first_at=seven)).open()
    await office.broadcaster.course.expander.take_from(MADE)
    office.clock.now = NIGHT
    await office.pump()
    assert office.mail.letters == []
    assert {one.outcome for one in await office.deliveries()} == {Fate.QUEUED}
    office.clock.now = MORNING
    await office.pump()
    assert len(office.mail.letters) == 3


@each(
    ("late", "leaves"),
    [(timedelta(), True), (timedelta(minutes=40), True), (timedelta(hours=2), False)],
)
async def test_a_confirmation_is_for_its_moment(
    world: World, late: timedelta, *, leaves: bool
) -> None:
    """What was confirmed for 21.00 leaves then, but not hours after it."""
    nine = OPENING + timedelta(hours=5, minutes=30)
    office = await Office(world, 3, confirmed(nine)).open()
    await office.broadcaster.course.expander.take_from(MADE)
    office.clock.now = nine + late
    await office.pump()
    assert bool(office.mail.letters) is leaves


async def test_only_those_who_were_counted_are_disturbed(world: World) -> None:
    """Confirmed at 19.50 WIB for one in the east, it does not reach the others after 20.00."""
    ten_to = OPENING + timedelta(hours=4, minutes=20)
    office = await Office(world, 3, replace(confirmed(ten_to), disturbed=1)).open()
    await keep(office.store, replace(member(FIRST, OPENING), zone=Zone.WIT))
    office.clock.now = ten_to + timedelta(minutes=15)
    await office.pump()
    assert [person for person, _ in office.mail.letters] == [FIRST]


async def test_a_confirmation_of_an_older_release_counts(world: World) -> None:
    """Its moment was not kept apart then: it is that for which the broadcast was first planned."""
    office = await Office(world, 3, replace(confirmed(NIGHT), loud_at=None)).open()
    office.clock.now = NIGHT
    await office.pump()
    assert len(office.mail.letters) == 3


async def test_an_answer_arrives_at_any_hour(world: World) -> None:
    """A letter is one person's answer to another: it does not wait."""
    letter = replace(LOUD, answers="b" * 12)
    office = await Office(world, 1, letter).open()
    office.clock.now = NIGHT
    await office.pump()
    assert len(office.mail.letters) == 1
