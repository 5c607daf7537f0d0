"""A question with an effect outside has an end: later what is typed changes nothing, and it is asked again."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.context import Context
from bot.chat.model import ChangeSchool, Incoming, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import Person
from tests.chat.taking import take_turn
from tests.chat.test_rights import OWN, RIGHTS
from tests.chat.test_stopping_first import places, turn_of
from tests.each import each


def newcomer(now: datetime) -> Person:
    """A teacher who stands at the question for the name her coordinator will see."""
    return replace(places(now)["join.name"], school=None)


def take(who: Person, event: Typed | Press, world: World, now: datetime) -> Person:
    return turn_of(replace(who, updates=()), event, world, now).person


@each(("hours", "joins"), [(0, True), (5, True), (6.1, False), (24 * 30, False), (-24, False)])
@each("event", [Typed("Sari Dewi"), Press("join:name")])
def test_the_question_for_a_name_has_an_end(
    event: Typed | Press, hours: float, joins: bool, world: World, now: datetime
) -> None:
    """After six hours, or when the clock went back, the question is asked again; then it counts."""
    asked = take(newcomer(now), Press("meant:stay"), world, now)
    late = now + timedelta(hours=hours)
    answered = take(asked, event, world, late)
    assert (answered.school == OWN) is joins
    if not joins:
        assert answered.place.screen == "join.name"
        assert take(answered, event, world, late + timedelta(minutes=1)).school == OWN


def test_a_question_of_an_earlier_release_has_an_end_too(world: World, now: datetime) -> None:
    """Without a date it counts when she was last here."""
    who = replace(newcomer(now), seen_at=now - timedelta(days=30))
    assert take(who, Typed("Sari Dewi"), world, now).school is None
    who = replace(newcomer(now), seen_at=now - timedelta(hours=1))
    assert take(who, Typed("Sari Dewi"), world, now).school == OWN


OUTWARD = (
    "siar.write",
    "siar.when",
    "admin.new",
    "admin.zone",
    "admin.npsn",
    "schedule.quiet",
)
ANSWERS = ("Besok rapat", "besok 10.00", "SD Harapan", "WIB", "12345678", "24 Desember")


@each(("place", "answer"), list(zip(OUTWARD, ANSWERS, strict=True)))
def test_every_question_with_an_outward_effect_has_an_end(
    place: str, answer: str, world: World, now: datetime
) -> None:
    """A day later what is typed changes and sends nothing, and the question is asked again."""
    asked = take(places(now)[place], Press("meant:stay"), world, now)
    fresh = turn_of(replace(asked, updates=()), Typed(answer), world, now)
    later = now + timedelta(days=1)
    turn = turn_of(replace(asked, updates=()), Typed(answer), world, later)
    assert turn.person.place.screen == place
    assert turn.wishes == ()
    assert (turn.changes, turn.person.composing) == ((), asked.composing)
    again = turn_of(replace(turn.person, updates=()), Typed(answer), world, later)
    assert again.person.place.screen == fresh.person.place.screen
    assert len(again.wishes) == len(fresh.wishes)


def test_a_stale_school_is_not_made_by_a_tap(world: World, now: datetime) -> None:
    """The button "Lewati" under an old question for the NPSN asks once more instead."""
    asked = take(places(now)["admin.npsn"], Press("meant:stay"), world, now)
    incoming = Incoming(update=UpdateId(3), person=asked.id, event=Press("admin:make"))
    turn = take_turn(asked, incoming, world, now + timedelta(days=2), Context(rights=RIGHTS))
    assert not [effect for effect in turn.wishes if isinstance(effect, ChangeSchool)]
    assert turn.person.place.screen == "admin.npsn"
