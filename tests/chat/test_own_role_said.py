"""A coordinator who speaks of her own role is led to it; words reach nobody whose name she did not read."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Incoming, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import Person
from tests.chat.sent import letters
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_plain_replies import MESSAGE, buttons, received
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, RIGHTS, STRANGER, person, school
from tests.each import each

RESIGNING = (
    "saya mau berhenti jadi koordinator",
    "Sy ingin mundur dari koordinator ya",
    "saya tidak mau lagi jadi koordinator",
    "mau mengundurkan diri sebagai koordinator sekolah",
    "berhenti jadi koordinator",
    "saya sudah bukan koordinator lagi",
    "bagaimana ganti koordinator",
    "saya pensiun, siapa yang gantikan saya",
    "bulan depan saya pindah tugas",
    "siapa pengganti saya?",
)


def says(who: Person, text: str, world: World, now: datetime, known: Context) -> ShownTurn:
    """Let somebody type a text."""
    incoming = Incoming(update=UpdateId(9), person=who.id, event=Typed(text))
    return take_turn(who, incoming, world, now, known)


@each("text", RESIGNING)
@each("lately", [False, True])
def test_who_wants_to_stop_coordinating_is_led_to_handing_over(
    text: str, lately: bool, world: World, now: datetime
) -> None:
    """She reads what is possible and what becomes of the school without a successor."""
    known = Context(rights=RIGHTS, received=received(now) if lately else None)
    turn = says(person(COORDINATOR, now), text, world, now, known)
    assert turn.person.place.screen == "school.handover"
    assert turn.screen
    assert "tanpa pengganti" in turn.screen.text
    assert {f"school:offer:{OWN}", f"school:give:{OWN}"} <= set(buttons(turn))
    assert not letters(turn)


def test_with_several_schools_she_says_which_she_means(world: World, now: datetime) -> None:
    """Each school is one tap away from its page."""
    schools = {one: replace(school(one, COORDINATOR), name=one) for one in (OWN, OTHER)}
    known = Context(rights=replace(RIGHTS, schools=schools))
    turn = says(person(COORDINATOR, now), RESIGNING[0], world, now, known)
    assert {f"school:handover:{OWN}", f"school:handover:{OTHER}"} <= set(buttons(turn))


def test_at_an_unsent_reply_the_role_comes_first_and_the_receiver_is_named(
    world: World, now: datetime
) -> None:
    """The same words may be meant for Bu Made; then the last button says that they go to her."""
    who = replace(person(COORDINATOR, now).at("reply.write", OWN, MESSAGE), school=OWN)
    turn = says(who, RESIGNING[0], world, now, Context(rights=RIGHTS, received=received(now)))
    assert turn.screen
    labels = [button.label for row in turn.screen.rows for button in row]
    assert labels == ["Halaman Koordinator", "Bukan, lanjutkan", "Kirim ke Bu Made"]
    last = turn.screen.rows[-1][0].data
    sent = take_turn(
        turn.person,
        Incoming(update=UpdateId(10), person=who.id, event=Press(last)),
        world,
        now,
        Context(rights=RIGHTS, received=received(now)),
    )
    assert [letter.text for letter in letters(sent)] == [RESIGNING[0]]


@each("text", ["jangan kirim siaran", "jangan kirim siaran dulu bu"])
def test_a_broadcast_that_is_not_to_be_sent_is_a_coordinators_own(
    text: str, world: World, now: datetime
) -> None:
    """She is led to her broadcasts, or asked; only a teacher says by that that she wants none."""
    coordinator, teacher = person(COORDINATOR, now), person(STRANGER, now)
    led = says(coordinator, text, world, now, Context(rights=RIGHTS)).person
    assert (led.place.screen, led.quiet) == ("siar.home", False)
    lately = Context(rights=RIGHTS, received=received(now))
    assert not says(replace(coordinator, school=OWN), text, world, now, lately).person.quiet
    assert says(teacher, text, world, now, Context(rights=RIGHTS)).person.quiet


@each("text", ["keluar", "saya sudah pensiun, tolong stop", "hapus data saya?"])
def test_what_may_be_sent_names_its_receiver(text: str, world: World, now: datetime) -> None:
    """No choice among doubtful words sends anything without saying to whom."""
    who = replace(person(STRANGER, now).at("reply.write", OWN, MESSAGE), school=OWN)
    turn = says(who, text, world, now, Context(rights=RIGHTS, received=received(now)))
    assert turn.screen
    sending = [b.label for row in turn.screen.rows for b in row if b.data.startswith("offer:send")]
    assert sending == ["Kirim ke Bu Made"]


@each("text", RESIGNING)
def test_whoever_coordinates_nothing_is_led_to_no_school(
    text: str, world: World, now: datetime
) -> None:
    """The same words of a teacher open no page of a school."""
    turn = says(person(STRANGER, now), text, world, now, Context(rights=RIGHTS))
    assert not turn.person.place.screen.startswith("school")


def test_what_she_is_writing_for_herself_is_not_left(world: World, now: datetime) -> None:
    """In her journal the sentence may be her reflection: she is asked, and may keep it by a tap."""
    who = person(COORDINATOR, now).at("journal.write", "pelajari")
    turn = says(who, RESIGNING[0], world, now, Context(rights=RIGHTS))
    assert turn.person.place.screen == "journal.write"
    assert buttons(turn)[0] == f"school:handover:{OWN}"
    assert any(data.startswith("aside:take") for data in buttons(turn))
