"""What reached people lately is known to their turns: while the bot runs, and after a restart."""

from datetime import timedelta

from bot.chat.model import Incoming, Press, Screen, Typed, UpdateId
from bot.chat.world import World
from bot.cluster.arrivals import Arrivals
from bot.domain.broadcast.batch import Delivery, Fate
from bot.domain.broadcast.received import ANSWERED_WITHIN
from bot.domain.person.person import PersonId
from tests.delivery.announcing import Office, broadcast
from tests.delivery.teachers import OPENING, stored
from tests.each import each

TEACHER = 1_001


async def say(office: Office, update: int, event: Typed | Press) -> Screen:
    incoming = Incoming(update=UpdateId(update), person=PersonId(TEACHER), event=event)
    shown, *_ = await office.turns.handle(incoming)
    assert isinstance(shown, Screen)
    return shown


@each("restarts", [0, 1])
async def test_a_plain_text_after_a_delivery_is_offered_and_sent(
    restarts: int, world: World
) -> None:
    """A broadcast arrives, the process may start anew, and "Saya hadir bu" still reaches its sender."""
    office = await Office(world, 3).open()
    await office.pump()
    for _ in range(restarts):
        await office.restart()
        await office.pump()
    offered = await say(office, 1, Typed("Saya hadir bu"))
    send = offered.rows[0][0].data
    assert send.startswith("offer:send:")
    before = len(office.mail.letters)
    await say(office, 2, Press(send))
    await office.pump()
    (sent,) = office.mail.letters[before:]
    assert isinstance(sent[1], Screen)
    assert "Saya hadir bu" in sent[1].text
    assert (await stored(office.store, TEACHER)).held is None
    incoming = Incoming(update=UpdateId(3), person=PersonId(TEACHER), event=Typed("Saya hadir bu"))
    shown = await office.turns.handle(incoming)
    screens = [one for one in shown if isinstance(one, Screen)]
    rows = [row for one in screens for row in one.rows]
    assert not [b for row in rows for b in row if b.data.startswith("offer:")]
    await office.store.close()


async def test_a_broadcast_writes_no_more_than_before(world: World) -> None:
    """That it arrived is kept in memory: nobody's own document is written for it."""
    office = await Office(world, 3).open()
    before = await stored(office.store, TEACHER)
    await office.pump()
    assert await stored(office.store, TEACHER) == before
    await office.store.close()


def test_what_is_too_old_to_be_answered_is_let_go() -> None:
    """Two days later nothing of it is held in memory."""
    arrivals = Arrivals()
    assert arrivals.latest(TEACHER, OPENING) is None
    head = broadcast()
    arrived = [Delivery(person=TEACHER, name="Sari", outcome=Fate.SENT)]
    arrivals.note(head, arrived, OPENING)
    assert arrivals.latest(TEACHER, OPENING + ANSWERED_WITHIN) is not None
    assert arrivals.latest(TEACHER, OPENING + ANSWERED_WITHIN + timedelta(seconds=1)) is None
    assert arrivals.latest(TEACHER, OPENING) is None
