"""An order that would reach people in their quiet hours asks first, and tells how many."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.context import Context
from bot.chat.model import Event, Incoming, OrderBroadcast, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.batch import Batch, Delivery, DeliveryReport, Fate
from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.broadcast.order import Order
from tests.chat.taking import ShownTurn, redraw, take_turn
from tests.chat.test_broadcast_loud import MORNING, NIGHT
from tests.chat.test_broadcast_rights import BOTH, DRAFT
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person
from tests.each import each

ID = "a" * 12
HEAD = Broadcast(
    id=ID,
    school=OWN,
    school_name="SDN Sendiri",
    by=COORDINATOR,
    sender="Nama",
    content=DRAFT,
    made_at=MORNING,
    important=True,
    chunks=1,
    total=2,
)


def report(phase: Phase, *, important: bool = True) -> DeliveryReport:
    """Return the broadcast as it is in a phase: with one that failed, and one that is unsure."""
    ended = (Fate.REFUSED, Fate.UNKNOWN)
    outcomes = ended if phase is Phase.DONE else (Fate.QUEUED, Fate.QUEUED)
    deliveries = tuple(
        Delivery(person=row.id, name=row.name, outcome=outcome)
        for row, outcome in zip(BOTH.rows, outcomes, strict=True)
    )
    head = replace(HEAD, phase=phase, important=important)
    return DeliveryReport.of(head, (Batch(broadcast=ID, number=0, deliveries=deliveries),))


def known(found: DeliveryReport | None) -> Context:
    return Context(rights=RIGHTS, username="bot", roster=BOTH, broadcast=found)


def take(
    event: Event, found: DeliveryReport | None, world: World, now: datetime, *place: str
) -> ShownTurn:
    """Let the coordinator do something about the broadcast."""
    who = person(COORDINATOR, now).at(*(place or ("siar.one", OWN, ID)))
    incoming = Incoming(update=UpdateId(5), person=who.id, event=event, message=40)
    return take_turn(who, incoming, world, now, known(found))


def buttons(turn: ShownTurn, found: DeliveryReport, world: World, now: datetime) -> list[str]:
    screen = redraw(turn, world, now, known(found))
    return [button.data for row in screen.rows for button in row]


LATER = NIGHT + timedelta(days=1)
SECONDS = int(LATER.timestamp())
ORDERS = [
    (Phase.DONE, Order.FAILED_AGAIN, f"siar:do:{OWN}:{ID}:ulang", 1),
    (Phase.DONE, Order.UNSURE_AGAIN, f"siar:do:{OWN}:{ID}:pasti", 2),
    (Phase.PAUSED, Order.CONTINUE, f"siar:do:{OWN}:{ID}:lanjut", 2),
    (Phase.LATE, Order.NOW, f"siar:do:{OWN}:{ID}:kirim", 2),
    (Phase.LATE, Order.AT, f"siar:move:{OWN}:{ID}:{SECONDS}", 2),
]


@each(("phase", "order", "data", "count"), ORDERS)
def test_at_night_an_order_asks(
    world: World, phase: Phase, order: Order, data: str, count: int
) -> None:
    """Nothing is ordered before the answer; the answer carries how many it reaches, or waits."""
    found = report(phase)
    turn = take(Press(data), found, world, NIGHT)
    assert turn.wishes == ()
    screen = redraw(turn, world, NIGHT, known(found))
    assert f"{count} dari {count} guru sedang dalam jam tenang" in screen.text
    sure, wait, _ = buttons(turn, found, world, NIGHT)
    for answer, disturbs in ((sure, count), (wait, 0)):
        effects = take(Press(answer), found, world, NIGHT).wishes
        at = LATER if order is Order.AT else None
        assert effects == (OrderBroadcast(OWN, ID, order, at=at, disturbs=disturbs),)
        assert len(answer.encode()) <= 64


@each(("phase", "order", "data", "count"), ORDERS)
def test_another_number_is_asked_anew(
    world: World, phase: Phase, order: Order, data: str, count: int
) -> None:
    """A yes to fewer people, from an earlier look, is none to these."""
    turn = take(Press(f"{data}:ya{count + 1}"), report(phase), world, NIGHT)
    assert (turn.wishes, turn.person.place.screen) == ((), "siar.wake")
    assert turn.person.place.args[:3] == (OWN, ID, order)


@each(("now", "important"), [(MORNING, True), (NIGHT, False), (MORNING, False)])
@each(("phase", "order", "data", "count"), ORDERS[:4])
def test_what_disturbs_nobody_is_ordered_at_once(
    world: World,
    *,
    phase: Phase,
    order: Order,
    data: str,
    count: int,
    now: datetime,
    important: bool,
) -> None:
    """By day, or without the mark, one tap is enough."""
    turn = take(Press(data), report(phase, important=important), world, now)
    assert turn.wishes == (OrderBroadcast(OWN, ID, order),)
    assert count


@each("important", [True, False])
def test_a_typed_night_is_asked_once(world: World, *, important: bool) -> None:
    """A moment in the night is said back; the tap on it orders it, counted where it is important."""
    found = report(Phase.LATE, important=important)
    turn = take(Typed("besok 22.30"), None, world, MORNING, "siar.later", OWN, ID)
    assert (turn.wishes, turn.person.place.screen) == ((), "siar.wake")
    first, *_ = buttons(turn, found, world, MORNING)
    (wish,) = take(Press(first), found, world, MORNING).wishes
    assert isinstance(wish, OrderBroadcast)
    assert (wish.order, wish.disturbs) == (Order.AT, 2 if important else 0)


def test_a_typed_day_is_ordered_at_once(world: World) -> None:
    """Where it disturbs nobody no tap is asked for."""
    turn = take(Typed("besok 10.00"), None, world, MORNING, "siar.later", OWN, ID)
    assert len(turn.wishes) == 1


@each("order", [Order.PAUSE, Order.STOP])
def test_pausing_and_stopping_never_ask_that(world: World, order: Order) -> None:
    """What sends nothing disturbs nobody."""
    turn = take(Press(f"siar:do:{OWN}:{ID}:{order}"), report(Phase.SENDING), world, NIGHT)
    assert turn.wishes == (OrderBroadcast(OWN, ID, order),)
