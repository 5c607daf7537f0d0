"""The broadcaster: everybody gets the message once, each ends in a named state, orders hold."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from bot.chat.model import Screen, Shown
from bot.chat.world import World
from bot.delivery.broadcasts import of_school
from bot.delivery.sources.broadcast import CLAIM
from bot.delivery.sources.broadcaster import WORKERS
from bot.domain.broadcast.batch import MOST_TRIES, Fate
from bot.domain.broadcast.broadcast import Phase
from bot.domain.broadcast.order import Order
from bot.domain.broadcast.verdict import (
    TOO_MANY,
    Gone,
    Refused,
    RetryAt,
    Sent,
    StillDue,
    Unknown,
    Verdict,
)
from bot.domain.person.leaving import EraseOwnData
from bot.domain.person.person import PersonId
from bot.store.base import Drop, Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.older_person import OlderPerson
from bot.store.codec.people import PEOPLE
from tests.delivery.announcing import ID, Office, broadcast
from tests.delivery.mail import posting
from tests.delivery.ordering import carry_out
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING, stored
from tests.each import each

FIRST = 1_001


async def test_everybody_gets_it_once_with_her_own_name(world: World) -> None:
    """The message names its sender and school and each recipient; a second look sends nothing."""
    office = await Office(world, 120).open()
    await office.pump()
    await office.pump()
    assert Counter(person for person, _ in office.mail.letters) == Counter(
        range(FIRST, FIRST + 120)
    )
    shown = dict(office.mail.letters)[FIRST]
    assert isinstance(shown, Screen)
    assert shown.text == "<b>Made</b> · SDN 3 &lt;Melati&gt;\n\nHalo <b>Guru 1</b>"
    assert await office.phase() == Phase.DONE
    assert not isinstance(await stored(office.store, MADE), OlderPerson)


async def test_taking_it_twice_makes_one_broadcast(world: World) -> None:
    """A crash before the coordinator's document lets go of it changes nothing."""
    office = await Office(world, 3).open()
    made = await stored(office.store, MADE)
    await office.pump()
    await keep(office.store, made)
    await office.restart()
    await office.pump()
    assert len(office.mail.letters) == 3
    assert len(await of_school(office.store, SCHOOL.id)) == 1
    assert len(await office.turns.directory.log(SCHOOL.id, OPENING)) == 1


async def test_a_crash_between_the_log_and_the_head_is_logged_once(world: World) -> None:
    """The log names the moment she confirmed and as many people as got it, however often it is taken."""
    office = await Office(world, 3).open()
    made = await stored(office.store, MADE)
    assert isinstance(made, OlderPerson)
    (announced,) = made.announced
    await office.broadcaster.course.expander.expand(announced)
    await office.store.update(BROADCASTS, ID, lambda _: (Drop(), None))
    office.clock.now += timedelta(minutes=1)
    await office.pump()
    (entry,) = await office.turns.directory.log(SCHOOL.id, office.clock.now)
    assert (entry.at, entry.count) == (OPENING, len(office.mail.letters))


@each(
    ("verdict", "outcome"),
    [
        (Gone("blocked"), Fate.GONE),
        (Refused("no"), Fate.REFUSED),
        (Unknown("lost"), Fate.UNKNOWN),
    ],
)
async def test_each_verdict_ends_in_a_named_state(
    world: World, verdict: Verdict, outcome: Fate
) -> None:
    """Whoever could not be written to does not stop the others."""
    office = await Office(world, 9).open()
    office.mail.verdicts[FIRST] = verdict
    await office.pump()
    outcomes = {one.person: one.outcome for one in await office.deliveries()}
    assert outcomes.pop(FIRST) is outcome
    assert set(outcomes.values()) == {Fate.SENT}
    assert (await stored(office.store, FIRST)).reachable is not isinstance(verdict, Gone)


async def test_a_chat_that_always_fails_is_given_up(world: World) -> None:
    """Telegram's failures cost tries, farther and farther apart; then it counts as failed."""
    office = await Office(world, 2).open()
    office.mail.verdicts[FIRST] = RetryAt(OPENING, "bad gateway")
    for _ in range(MOST_TRIES):
        await office.pump()
        office.clock.now += timedelta(minutes=20)
    outcomes = {one.person: one.outcome for one in await office.deliveries()}
    assert outcomes[FIRST] is Fate.REFUSED
    assert await office.phase() == Phase.DONE
    assert sum(person == FIRST for person, _ in office.mail.letters) == MOST_TRIES


async def test_quiet_hours_hold_it_back_unless_it_is_confirmed(world: World) -> None:
    """At 21.00 nobody is written to; in the morning everybody is."""
    office = await Office(world, 5).open()
    office.clock.now = OPENING + timedelta(hours=5, minutes=30)
    await office.pump()
    assert office.mail.letters == []
    assert await office.phase() == Phase.SENDING
    office.clock.now += timedelta(hours=9, minutes=31)
    await office.pump()
    assert len(office.mail.letters) == 5
    night = OPENING + timedelta(hours=5, minutes=30)
    important = replace(broadcast(), important=True, disturbed=5, loud_at=night)
    loud = await Office(world, 5, important).open()
    loud.clock.now = night
    await loud.pump()
    assert len(loud.mail.letters) == 5


async def test_who_left_or_asked_for_silence_meanwhile_is_skipped(world: World) -> None:
    """What changed after the confirmation counts at the moment of sending."""
    office = await Office(world, 3).open()
    await keep(office.store, replace(member(FIRST, OPENING), school=None, shown_name=None))
    await keep(office.store, replace(member(FIRST + 1, OPENING), quiet=True))
    await office.pump()
    assert [person for person, _ in office.mail.letters] == [FIRST + 2]
    reasons = {one.person: (one.outcome, one.reason) for one in await office.deliveries()}
    assert reasons[FIRST] == (Fate.SKIPPED, "left")
    assert reasons[FIRST + 1] == (Fate.SKIPPED, "silent")


async def test_a_pause_holds_back_what_already_waits_its_turn(world: World) -> None:
    """Nothing leaves between the pause and the order to go on; then the rest does, once each."""
    office = await Office(world, 60).open()
    waiting, released = asyncio.Semaphore(0), asyncio.Event()

    async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        waiting.release()
        await released.wait()
        if not await wanted():
            return RetryAt(OPENING, "held back")
        return await office.mail.post(person, shown, wanted)

    blocked = posting(office.broadcaster, post)
    await blocked.look()
    for _ in range(WORKERS * CLAIM):
        await waiting.acquire()
    notifier = office.turns.notifier
    assert await carry_out(office.store, notifier, SCHOOL.id, ID, Order.PAUSE, now=OPENING)
    released.set()
    await blocked.finish()
    assert office.mail.letters == []
    assert await office.phase() == Phase.PAUSED
    await office.pump()
    assert office.mail.letters == []
    assert await carry_out(office.store, notifier, SCHOOL.id, ID, Order.CONTINUE, now=OPENING)
    await office.pump()
    assert len(office.mail.letters) == len({person for person, _ in office.mail.letters}) == 60


async def test_a_stopped_one_is_never_sent_on_even_when_failed_ones_are(world: World) -> None:
    """Sending again reaches only who failed; what the stop left over stays unsent."""
    office = await Office(world, 10).open()
    for person in range(FIRST, FIRST + 10):
        office.mail.verdicts[person] = RetryAt(OPENING + timedelta(hours=1), TOO_MANY)
    office.mail.verdicts[FIRST] = Refused("no")
    office.mail.verdicts[FIRST + 1] = Sent(5)
    await office.pump()
    notifier = office.turns.notifier
    assert await carry_out(office.store, notifier, SCHOOL.id, ID, Order.STOP, now=OPENING)
    office.mail.verdicts.clear()
    office.mail.letters.clear()
    assert await carry_out(office.store, notifier, SCHOOL.id, ID, Order.FAILED_AGAIN, now=OPENING)
    office.clock.now += timedelta(hours=2)
    await office.pump()
    assert [person for person, _ in office.mail.letters] == [FIRST]


async def test_a_broadcast_of_another_school_takes_no_orders(world: World) -> None:
    """Whoever may do this in one school cannot do it in another."""
    office = await Office(world, 3).open()
    await office.pump()
    notifier = office.turns.notifier
    for order in Order:
        assert not await carry_out(
            office.store, notifier, type(SCHOOL.id)("bbbbbbbb"), ID, order, now=OPENING
        )


async def test_the_progress_is_shown_where_she_watches(world: World) -> None:
    """Who looks at the broadcast sees it end on that message; who does not gets one message."""
    office = await Office(world, 2).open()
    await office.pump()
    assert [(person, message) for person, _, message in office.mail.shown] == [(MADE, None)]
    watched = await Office(world, 2).open()
    made = (await stored(watched.store, MADE)).at("siar.one", SCHOOL.id, ID, "77")
    await watched.store.update(PEOPLE, str(MADE), lambda _: (Put(made), None))
    await watched.pump()
    assert [(person, message) for person, _, message in watched.mail.shown] == [(MADE, 77)]
    assert "selesai" in watched.mail.shown[0][1].text


async def test_nothing_is_left_to_do_when_it_is_done(world: World) -> None:
    """A broadcast that ended asks for no more attention."""
    office = await Office(world, 2).open()
    await office.pump()
    head = await office.store.get(BROADCASTS, ID)
    assert head is not None
    assert head.due is None


async def test_whoever_deletes_her_data_is_named_no_more(world: World) -> None:
    """Her name and id leave the deliveries; the counts stay, and the others keep theirs."""
    office = await Office(world, 3).open()
    await office.pump()
    wish = EraseOwnData()
    assert await office.turns.commits.act(PersonId(FIRST), wish, office.clock()) is None
    names = {one.person: one.name for one in await office.deliveries()}
    assert names == {0: "", FIRST + 1: "Guru 2", FIRST + 2: "Guru 3"}
    assert {one.outcome for one in await office.deliveries()} == {Fate.SENT}
