"""The question before a broadcast ends says what is true of that broadcast."""

from dataclasses import replace

from bot.chat.context import Context
from bot.chat.model import Screen
from bot.chat.pressing import draw
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.batch import Batch, Delivery, DeliveryReport, Fate
from bot.domain.broadcast.broadcast import Broadcast, Phase
from tests.chat.test_broadcast_loud import MORNING
from tests.chat.test_broadcast_rights import BOTH, roster, row
from tests.chat.test_orders_at_night import HEAD, ID
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person
from tests.each import each

BEGUN = replace(HEAD, phase=Phase.SENDING, begun_at=MORNING)
HALF = (Fate.SENT, Fate.QUEUED)
NONE = (Fate.QUEUED, Fate.QUEUED)


def shown(
    world: World, head: Broadcast, outcomes: tuple[Fate, ...], place: str, *, twice: bool = False
) -> Screen:
    """Draw a page of the broadcast."""
    deliveries = tuple(
        Delivery(person=one.id, name=one.name, outcome=outcome, first_unknown=twice)
        for one, outcome in zip(BOTH.rows, outcomes, strict=False)
    )
    chunk = Batch(broadcast=ID, number=0, deliveries=deliveries)
    found = roster(replace(row(71, "Siti"), subject="IPA"), replace(row(72, "Siti"), subject="IPS"))
    known = Context(
        rights=RIGHTS, roster=found, broadcast=DeliveryReport.of(head, (chunk,), (), (71, 72))
    )
    rest = (outcomes[0].value,) if place == "siar.who" else ()
    who = person(COORDINATOR, MORNING).at(place, OWN, ID, *rest)
    return draw(TurnContext(person=who, world=world, now=MORNING, known=known))


@each(
    ("head", "outcomes", "says", "says_not"),
    [
        (replace(HEAD, due=MORNING), NONE, "belum diterima siapa pun", "Yang sudah terkirim"),
        (replace(HEAD, chunks=None), (), "belum dikirim kepada siapa pun", "0 guru"),
        (BEGUN, HALF, "1 guru belum menerimanya", "belum diterima siapa pun"),
        (replace(BEGUN, phase=Phase.PAUSED), HALF, "tidak ditarik", "pilih Jeda"),
        (replace(HEAD, phase=Phase.LATE), NONE, "belum diterima siapa pun", "pilih Jeda"),
        (replace(HEAD, repeats=True), NONE, "Giliran berikutnya: ", "pilih Jeda"),
        (HEAD, NONE, "tidak dapat dilanjutkan.", "Giliran"),
        (BEGUN, HALF, "pilih Jeda", "Giliran"),
    ],
)
def test_the_question_says_what_is_true(
    world: World, head: Broadcast, outcomes: tuple[Fate, ...], says: str, says_not: str
) -> None:
    """Nothing gone out, some gone out, later turns, and the pause only where there is one."""
    screen = shown(world, head, outcomes, "siar.stop")
    assert says in screen.text
    assert says_not not in screen.text


def test_a_copy_that_may_have_arrived_is_told(world: World) -> None:
    """How many may have it twice, and who; only where somebody may, and only of what was sent."""
    for twice in (False, True):
        one = shown(world, BEGUN, HALF, "siar.one", twice=twice).text
        who = shown(world, BEGUN, HALF, "siar.who", twice=twice).text
        assert ("1 guru mungkin menerimanya dua kali" in one) is twice
        assert ("mungkin dua kali" in who) is twice


def test_the_results_tell_namesakes_apart(world: World) -> None:
    """Two of one name stand with what tells them apart, by their names of now."""
    text = shown(world, HEAD, NONE, "siar.who").text
    assert "Siti (IPA)" in text
    assert "Siti (IPS)" in text


@each("place", ["teacher.sure", "teacher.name", "teacher.named"])
def test_a_teacher_is_told_apart_before_anything_is_done_to_her(world: World, place: str) -> None:
    """The questions about removing and renaming name which of two she is."""
    found = roster(replace(row(71, "Siti"), subject="IPA"), replace(row(72, "Siti"), subject="IPS"))
    who = person(COORDINATOR, MORNING).at(place, OWN, "72", draft={"name": "Siti Aminah"})
    known = Context(rights=RIGHTS, roster=found)
    screen = draw(TurnContext(person=who, world=world, now=MORNING, known=known))
    assert "Siti (IPS)" in screen.text
