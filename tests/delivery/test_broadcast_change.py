"""What changes after a broadcast was confirmed: its people, its sender, and who can be reached again."""

from dataclasses import replace
from datetime import timedelta

from bot.chat.model import Incoming, Press, Screen, UpdateId
from bot.chat.world import World
from bot.delivery.broadcasts import of_school, report_of
from bot.domain.broadcast.batch import Fate, SkipReason
from bot.domain.broadcast.broadcast import (
    Audience,
    AudienceFilter,
    Broadcast,
    Content,
    Phase,
    Reply,
)
from bot.domain.broadcast.order import Order
from bot.domain.broadcast.verdict import Gone, RetryAt
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import PersonId
from bot.domain.reminders.outbound import Wishes
from bot.domain.school.access import Action, Rights
from bot.domain.school.school import Coordinator
from bot.domain.school.school_change import RemoveCoordinator
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.older_person import OlderPerson, older
from tests.changing import change_school
from tests.delivery.announcing import ID, Office, broadcast
from tests.delivery.ordering import carry_out, stop_without_sender
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING, stored
from tests.each import each

FIRST = 1_001
IN_WINDOW = OPENING + timedelta(days=28)
"""The first of December, when the evaluation is open."""


@each(
    ("head", "reasons"),
    [
        (broadcast(), {FIRST + 1: SkipReason.SILENT}),
        (replace(broadcast(), important=True), {FIRST + 1: SkipReason.SILENT}),
        (
            replace(broadcast(), content=Content(text="Halo", evaluation=True)),
            {FIRST: SkipReason.DONE, FIRST + 1: SkipReason.SILENT},
        ),
        (
            replace(broadcast(), audience=Audience(AudienceFilter.NOT_EVALUATED)),
            {FIRST: SkipReason.DONE, FIRST + 1: SkipReason.SILENT},
        ),
    ],
)
async def test_who_finished_or_paused_after_the_confirmation_is_skipped(
    world: World, head: Broadcast, reasons: dict[int, SkipReason]
) -> None:
    """A reminder leaves out who has finished meanwhile; a pause counts as it did when it was shown."""
    office = await Office(world, 3, replace(head, due=IN_WINDOW)).open()
    office.clock.now = IN_WINDOW
    done = Evaluation(quarter="2026-Q4", begun_at=OPENING, finished_at=OPENING)
    await keep(office.store, replace(member(FIRST, OPENING), evaluations=(done,)))
    for number, days in ((FIRST + 1, 1), (FIRST + 2, -1)):
        wishes = Wishes(paused_until=IN_WINDOW + timedelta(days=days))
        await keep(office.store, replace(member(number, OPENING), wishes=wishes))
    await office.pump()
    skipped = {one.person: one for one in await office.deliveries() if one.reason}
    assert {person: one.reason for person, one in skipped.items()} == reasons
    assert {one.outcome for one in skipped.values()} == {Fate.SKIPPED}
    assert len(office.mail.letters) == 3 - len(reasons)


@each(
    "head",
    [
        replace(broadcast(), content=Content(text="Halo", evaluation=True)),
        replace(broadcast(), audience=Audience(AudienceFilter.NOT_EVALUATED)),
    ],
)
async def test_before_the_window_nobody_is_told_that_her_evaluation_is_missing(
    world: World, head: Broadcast
) -> None:
    """What reminds of an evaluation that is not open yet, or not any more, reaches nobody."""
    for away in (-1, 60):
        now = IN_WINDOW + timedelta(days=away)
        office = await Office(world, 2, replace(head, due=now)).open()
        office.clock.now = now
        await office.pump()
        assert {one.reason for one in await office.deliveries()} == {SkipReason.NOT_DUE}
        assert office.mail.letters == []


async def test_without_the_right_nothing_more_is_sent(world: World) -> None:
    """A coordinator who was removed before the moment sends nothing."""
    office = await Office(world, 3, replace(broadcast(), due=OPENING + timedelta(days=1))).open()
    await office.pump()
    await change_school(office.turns.directory, SCHOOL.id, RemoveCoordinator(MADE), 1, OPENING)
    office.clock.now += timedelta(days=1)
    await office.pump()
    assert office.mail.letters == []
    assert await office.phase() == Phase.WITHOUT_SENDER


async def test_what_is_planned_or_paused_ends_with_the_sender_s_right(world: World) -> None:
    """A change of coordinators ends what is open of who left, by name, and nothing of the others."""
    planned = replace(broadcast(), due=OPENING + timedelta(days=1), repeats=True)
    office = await Office(world, 3, planned).open()
    await office.pump()
    done = replace(planned, id="b" * 12, phase=Phase.DONE, due=None)
    others = replace(planned, id="c" * 12, by=MADE + 1)
    await office.store.update(BROADCASTS, done.id, lambda _: (Put(done), None))
    await office.store.update(BROADCASTS, others.id, lambda _: (Put(others), None))
    left = replace(SCHOOL, coordinators=(Coordinator(MADE + 1, "Yosef"),))
    rights = Rights(schools={SCHOOL.id: left})
    await stop_without_sender(office.store, SCHOOL.id, rights, now=OPENING)
    found = {one.id: one for one in await of_school(office.store, SCHOOL.id)}
    ended = found.pop(ID)
    assert (ended.phase, ended.due, ended.repeats) == (Phase.WITHOUT_SENDER, None, False)
    assert found == {done.id: done, others.id: others}


async def test_sending_again_what_cannot_succeed_changes_nothing(world: World) -> None:
    """Who blocked the bot is left alone until she is back; what was stopped stays stopped meanwhile."""
    office = await Office(world, 3).open()
    office.mail.verdicts[FIRST] = Gone("blocked")
    office.mail.verdicts[FIRST + 1] = RetryAt(OPENING, "bad gateway")
    await office.pump()
    notifier = office.turns.notifier

    async def order(what: Order) -> bool:
        return await carry_out(office.store, notifier, SCHOOL.id, ID, what, now=office.clock.now)

    assert await order(Order.STOP)
    assert not await order(Order.FAILED_AGAIN)
    assert await office.phase() == Phase.STOPPED
    await keep(office.store, member(FIRST, OPENING))
    office.mail.verdicts.clear()
    report = await report_of(office.store, SCHOOL.id, ID)
    assert report
    assert report.again == 1
    assert await order(Order.FAILED_AGAIN)
    office.mail.letters.clear()
    await office.pump()
    assert [person for person, _ in office.mail.letters] == [FIRST]
    assert await office.phase() == Phase.STOPPED, "one never got it"


async def test_an_order_is_logged_once_however_often_it_is_tapped(world: World) -> None:
    """Two quick taps are two updates; only the one that did something stands in the log."""
    office = await Office(world, 3, replace(broadcast(), due=OPENING + timedelta(days=1))).open()
    await office.pump()
    for update in (1, 2):
        press = Press(f"siar:do:{SCHOOL.id}:{ID}:{Order.STOP}")
        await office.turns.handle(
            Incoming(update=UpdateId(update), person=PersonId(MADE), event=press)
        )
    acts = [entry.action for entry in await office.turns.directory.log(SCHOOL.id, OPENING)]
    assert acts == [Action.STOP_BROADCAST, Action.BROADCAST]


@each("answered", ["f" * 12, ID])
async def test_who_answers_what_is_gone_is_told(world: World, answered: str) -> None:
    """An answer that finds nobody is not lost in silence; one that does is told of no more."""
    office = await Office(world, 1).open()
    await office.pump()
    letter = Reply(id="e" * 12, answers=answered, text="Siap", at=OPENING)
    await keep(office.store, older(member(FIRST, OPENING), letters=(letter,)))
    office.mail.take()
    await office.pump()
    (told,) = office.mail.take()
    assert isinstance(told[1], Screen)
    expected = (MADE, "Balasan dari") if answered == ID else (FIRST, "tidak dapat diteruskan")
    assert (told[0], expected[1] in told[1].text) == (expected[0], True)
    assert not isinstance(await stored(office.store, FIRST), OlderPerson)
