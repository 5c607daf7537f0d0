"""A coordinator who asks in words which of her teachers have not is led to their list; nobody else is."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Incoming, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import Person
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_broadcast_rights import BOTH
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, RIGHTS, STRANGER, person, school
from tests.each import each

ASKED = {
    "siapa yang belum": "evaluasi",
    "Siapa saja yang belum evaluasi?": "evaluasi",
    "siapa aja guru yg blm isi evaluasi bu": "evaluasi",
    "siapa yang belum selesai?": "evaluasi",
    "guru yang belum mulai": "belum-mulai",
    "siapa saja yang belum mulai ya?": "belum-mulai",
    "siapa yang tidak aktif": "tidak-aktif",
    "siapa yg macet": "berhenti",
    "siapa di mana": "semua",
}


def says(who: Person, text: str, world: World, now: datetime, rights: object = RIGHTS) -> ShownTurn:
    """Let somebody type a text."""
    incoming = Incoming(update=UpdateId(9), person=who.id, event=Typed(text))
    return take_turn(who, incoming, world, now, Context(rights=rights, roster=BOTH))  # type: ignore[arg-type] # rights of one test or another


@each(("text", "group"), ASKED.items())
def test_she_is_led_to_the_list_of_those_she_asks_for(
    text: str, group: str, world: World, now: datetime
) -> None:
    """Her one school's teachers by name, of the group she asks for, in whatever words."""
    turn = says(person(COORDINATOR, now), text, world, now)
    assert turn.person.place.screen == "roster.list"
    assert turn.person.place.args[:2] == (OWN, group)


@each("text", ASKED)
def test_whoever_coordinates_nobody_is_told_of_nobody(
    text: str, world: World, now: datetime
) -> None:
    """The same words of a teacher lead to no list and name no teacher."""
    turn = says(person(STRANGER, now), text, world, now)
    assert not turn.person.place.screen.startswith("roster")
    assert turn.screen is None or "Ani" not in turn.screen.text


def test_of_several_schools_she_chooses_one(world: World, now: datetime) -> None:
    """Each of her schools is one tap away, none is opened for her."""
    schools = {
        OWN: school(OWN, COORDINATOR),
        OTHER: replace(school(OTHER, COORDINATOR), name="Dua"),
    }
    turn = says(
        person(COORDINATOR, now), "siapa yang belum?", world, now, replace(RIGHTS, schools=schools)
    )
    assert turn.screen
    found = {button.data for row in turn.screen.rows for button in row}
    assert {f"roster:list:{OWN}:evaluasi", f"roster:list:{OTHER}:evaluasi"} <= found


def test_where_she_stands_in_a_school_it_is_the_one_meant(world: World, now: datetime) -> None:
    """She has chosen it already, and is not asked once more."""
    schools = {one: school(one, COORDINATOR) for one in (OWN, OTHER)}
    who = person(COORDINATOR, now).at("school.home", OTHER)
    turn = says(who, "siapa yang belum", world, now, replace(RIGHTS, schools=schools))
    assert turn.person.place.args[:2] == (OTHER, "evaluasi")


def test_a_sentence_of_its_own_is_no_such_question(world: World, now: datetime) -> None:
    """Who asks what to do about pupils is answered, not led away."""
    text = "siapa yang belum paham harus saya apakan di kelas?"
    turn = says(person(COORDINATOR, now), text, world, now)
    assert not turn.person.place.screen.startswith("roster")


def test_at_an_open_question_her_words_are_left_to_it(world: World, now: datetime) -> None:
    """What waits for words is not left by them."""
    who = person(COORDINATOR, now).at("journal.write", "pelajari")
    turn = says(who, "siapa yang belum", world, now)
    assert not turn.person.place.screen.startswith("roster")
