"""A broadcast that could not leave in time does not go out stale: its sender is asked."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.chat.model import Shown
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.broadcast.lateness import is_stale
from bot.domain.broadcast.order import Order
from bot.domain.broadcast.verdict import Sent, StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.domain.person.zone import Zone
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE
from tests.delivery.announcing import ID, Office, broadcast
from tests.delivery.ordering import carry_out
from tests.delivery.schools import MADE, SCHOOL
from tests.delivery.teachers import OPENING, stored
from tests.each import each

HOUR = timedelta(hours=1)


async def head_of(office: Office) -> Broadcast:
    head = await office.store.get(BROADCASTS, ID)
    assert head
    return head


async def late_office(
    world: World, head: Broadcast | None = None, by: timedelta = 48 * HOUR
) -> Office:
    """An office whose process was down when the broadcast was due, by so much."""
    planned = head or replace(broadcast(), due=OPENING + HOUR, first_at=OPENING + HOUR)
    office = await Office(world, 2, planned).open()
    await office.broadcaster.course.expander.take_from(MADE)
    assert planned.due
    office.clock.now = planned.due + by
    await office.restart()
    await office.pump()
    return office


def labels(office: Office) -> list[str]:
    """The buttons of the last screen that was shown to the sender."""
    person, screen, message = office.mail.shown[-1]
    assert (person, message) == (MADE, None)
    return [button.data for row in screen.rows for button in row]


async def test_nothing_stale_goes_out(world: World) -> None:
    """Two days late nobody gets it; its sender gets one message with what may be done."""
    office = await late_office(world)
    await office.pump()
    assert office.mail.letters == []
    await office.pump()
    assert len(office.mail.shown) == 1
    head = await head_of(office)
    assert (head.phase, head.due, head.missed) == (Phase.LATE, None, OPENING + HOUR)
    at = f"{SCHOOL.id}:{ID}"
    assert {f"siar:do:{at}:kirim", f"siar:later:{at}", f"siar:stop:{at}"} <= set(labels(office))


async def test_on_her_word_it_leaves_at_once(world: World) -> None:
    """The first answer sends it to everybody, once."""
    office = await late_office(world)
    await office.pump()
    order = (office.store, office.turns.notifier, SCHOOL.id, ID, Order.NOW)
    assert await carry_out(*order, now=office.clock.now)
    assert not await carry_out(*order, now=office.clock.now)
    await office.pump()
    assert len(office.mail.letters) == 2
    assert await office.phase() == Phase.DONE


async def test_she_may_set_another_time(world: World) -> None:
    """Then it waits for that moment like any other that is planned."""
    office = await late_office(world)
    await office.pump()
    now = office.clock.now
    order = (office.store, office.turns.notifier, SCHOOL.id, ID, Order.AT)
    assert await carry_out(*order, now=now, at=now + 16 * HOUR)
    await office.pump()
    assert office.mail.letters == []
    office.clock.now = now + 16 * HOUR
    await office.pump()
    assert len(office.mail.letters) == 2


async def test_she_may_cancel_it(world: World) -> None:
    """Stopped is stopped: nobody gets anything."""
    office = await late_office(world)
    await office.pump()
    assert await carry_out(
        office.store, office.turns.notifier, SCHOOL.id, ID, Order.STOP, now=office.clock.now
    )
    await office.pump()
    assert office.mail.letters == []
    assert await office.phase() == Phase.STOPPED


async def test_a_short_delay_is_none(world: World) -> None:
    """An hour late on the same day it simply goes out."""
    office = await late_office(world, by=HOUR)
    assert len(office.mail.letters) == 2


async def test_what_was_cut_off_in_the_middle_asks_as_well(world: World) -> None:
    """Some had theirs before the downtime; the others do not get it days later unasked."""
    office = await Office(world, 2).open()
    await office.pump()
    head = replace(await head_of(office), phase=Phase.SENDING, due=OPENING, ended_at=None)
    await office.store.update(BROADCASTS, ID, lambda _: (Put(head), None))
    office.mail.letters.clear()
    office.clock.now = OPENING + 48 * HOUR
    await office.restart()
    await office.pump()
    assert (await head_of(office)).phase is Phase.LATE


async def test_she_is_asked_outside_her_quiet_hours(world: World) -> None:
    """A bot that comes up in the night does not wake the sender; she is asked in the morning."""
    planned = replace(broadcast(), due=OPENING + HOUR)
    office = await late_office(world, planned, by=timedelta(hours=9))
    await office.pump()
    assert office.mail.shown == []
    head = await head_of(office)
    assert head.due == datetime(2026, 11, 3, 23, 30, tzinfo=UTC)
    office.clock.now = head.due
    await office.pump()
    assert len(office.mail.shown) == 1


async def test_deaths_while_she_is_asked_ask_her_twice_at_most(world: World) -> None:
    """However often the process dies between asking and writing that down; two graphs ask once."""
    office = await late_office(world)

    async def dying(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        verdict = await office.mail.ask(person, shown, wanted)
        if isinstance(verdict, Sent):
            raise asyncio.CancelledError
        return verdict

    for _ in range(5):
        broadcaster = await office.restart()
        asking = replace(broadcaster.course.dispatcher, post=dying)
        broadcaster = replace(broadcaster, course=replace(broadcaster.course, dispatcher=asking))
        await broadcaster.look()
        await broadcaster.finish()
    assert len(office.mail.shown) == 2
    head = await head_of(office)
    assert (head.phase, head.due) == (Phase.LATE, None)
    assert (await stored(office.store, MADE)).outbound.claim is None


async def test_two_graphs_ask_the_sender_of_a_late_broadcast_once(world: World) -> None:
    """Whoever comes second finds the question asked."""
    office = await Office(world, 1, replace(broadcast(), due=OPENING + HOUR)).open()
    office.clock.now = OPENING + 50 * HOUR
    two = [office.mail.broadcaster(office.turns, run=f"graph-{number}") for number in range(2)]
    for _ in range(3):
        for one in two:
            await one.look()
        for one in two:
            await one.finish()
    assert len(office.mail.shown) == 1


async def test_a_sender_who_blocked_the_bot_is_not_written_to(world: World) -> None:
    """It waits all the same, on its page and in the list."""
    planned = replace(broadcast(), due=OPENING + HOUR)
    office = await Office(world, 1, planned).open()
    await office.broadcaster.course.expander.take_from(MADE)
    made = replace(await stored(office.store, MADE), reachable=False)
    await office.store.update(PEOPLE, str(MADE), lambda _: (Put(made), None))
    office.clock.now = OPENING + 50 * HOUR
    await office.pump()
    await office.pump()
    assert (office.mail.shown, await office.phase()) == ([], Phase.LATE)


DUE = datetime(2026, 11, 3, 3, 0, tzinfo=UTC)
"""10.00 WIB."""


@each(
    ("hours", "stale"), [(0, False), (1, False), (6, False), (6.1, True), (24, True), (-1, False)]
)
def test_six_hours_are_too_late(hours: float, stale: bool) -> None:
    """What was meant for the morning may leave until the afternoon."""
    assert is_stale(replace(broadcast(), due=DUE), Zone.WIB, DUE + timedelta(hours=hours)) is stale


@each(("minutes", "stale"), [(20, False), (90, True)])
def test_another_day_is_too_late(minutes: int, stale: bool) -> None:
    """A message for today is wrong after midnight, but a start that takes minutes harms nothing."""
    due = datetime(2026, 11, 3, 16, 50, tzinfo=UTC)
    assert (
        is_stale(replace(broadcast(), due=due), Zone.WIB, due + timedelta(minutes=minutes)) is stale
    )


def test_a_letter_is_never_too_late() -> None:
    """An answer of one person to another arrives, however long the bot was down."""
    letter = replace(broadcast(), due=DUE, answers="b" * 12)
    assert not is_stale(letter, Zone.WIB, DUE + timedelta(days=9))
