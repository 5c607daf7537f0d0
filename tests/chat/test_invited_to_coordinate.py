"""Whoever comes by a coordinator's link reads at once what it is for, and questions worded for her."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.chat.context import Context
from bot.chat.model import Command, Incoming, Press, Typed, UpdateId
from bot.chat.pressing import draw
from bot.chat.routes import data_of
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.person.person import Bookmark, Person, PersonId, guest
from bot.domain.programme.programme import StepSlug
from bot.domain.school.access import Rights
from bot.domain.school.school import COORDINATOR_CODE, Code, Handover, SchoolId, fingerprint_of
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, STRANGER, person, school
from tests.each import each

SECRET = "k" * 22
LINK = str(Code(COORDINATOR_CODE, OWN, SECRET))
WRONG = str(Code(COORDINATOR_CODE, OWN, "w" * 22))
QUESTIONS = {
    "level": "Di jenjang mana sekolah Anda?",
    "subject": "Bila Anda juga mengajar",
    "zone": "Sekolah Anda di zona waktu mana?",
}
MARK = "menjadi koordinator"


def known(now: datetime) -> Context:
    """Return a school with one link that is still good."""
    link = Handover(
        fingerprint=fingerprint_of(SECRET),
        made_by=1,
        made_at=now,
        expires_at=now + timedelta(days=7),
    )
    return Context(
        rights=Rights(schools={OWN: replace(school(OWN, COORDINATOR), handovers=(link,))})
    )


def comes(who: Person, event: Command | Press, world: World, now: datetime) -> ShownTurn:
    """Let somebody come, or tap."""
    incoming = Incoming(update=UpdateId(9), person=who.id, event=event)
    return take_turn(who, incoming, world, now, known(now))


@each(("link", "is_told"), [(LINK, True), (WRONG, False)])
def test_a_newcomer_reads_at_once_that_she_is_to_coordinate(
    link: str, is_told: bool, world: World, now: datetime
) -> None:
    """The school stands above the consent; a link that is not good tells of none."""
    turn = comes(guest(PersonId(STRANGER), now), Command("start", link), world, now)
    assert turn.screen
    assert (MARK in turn.screen.text) is is_told
    assert ("SDN Sendiri" in turn.screen.text) is is_told


@each("is_invited", [True, False])
def test_questions_are_worded_for_whoever_is_to_coordinate(
    is_invited: bool, world: World, now: datetime
) -> None:
    """None of them takes for granted that she teaches; a teacher's stay as they are."""
    fresh = guest(PersonId(STRANGER), now)
    turn = comes(
        fresh, Press(f"welcome:agree:{LINK}" if is_invited else "welcome:agree"), world, now
    )
    for name, asked in QUESTIONS.items():
        who = turn.person.at(f"ask.{name}", "daftar")
        s = TurnContext(person=who, world=world, now=now, known=known(now))
        assert (asked in draw(s).text) is is_invited


@each(
    ("schools", "has", "opens"),
    [
        ([OWN], {}, f"school:invite:{OWN}"),
        ([OWN, OTHER], {}, "school:list"),
        ([OWN], {"bookmark": Bookmark(StepSlug("murid"), "contoh")}, "steps:page:murid:contoh"),
        ([OWN], {"school": OWN}, "steps:page:murid:makna"),
        ([], {}, "steps:page:murid:makna"),
    ],
)
def test_a_coordinator_who_has_begun_nothing_of_her_own_is_led_to_her_school(
    schools: list[SchoolId], has: dict[str, Any], opens: str, world: World, now: datetime
) -> None:
    """The menu and "lanjut" lead there; once she reads, or is a teacher of a school, both go on with her steps."""
    who = replace(person(COORDINATOR, now).at("menu.main"), **has)
    own = {one: school(one, COORDINATOR) for one in schools}
    around = Context(rights=Rights(schools=own))
    first = draw(TurnContext(person=who, world=world, now=now, known=around)).rows[0][0]
    assert first.data == opens
    goes_on = Incoming(update=UpdateId(9), person=who.id, event=Typed("lanjut"))
    turn = take_turn(who, goes_on, world, now, around)
    assert data_of(turn.person.place).startswith(opens)


def test_her_teachers_come_next_once_some_have_joined(world: World, now: datetime) -> None:
    """Nobody need be invited who is there."""
    around = Context(rights=Rights(schools={OWN: school(OWN, COORDINATOR)}), has_teachers=True)
    who = person(COORDINATOR, now).at("menu.main")
    shown = draw(TurnContext(person=who, world=world, now=now, known=around))
    assert shown.rows[0][0].data == f"roster:list:{OWN}"
    assert "mengundang" not in shown.text


def test_whoever_coordinates_there_already_leaves_the_link_for_another(
    world: World, now: datetime
) -> None:
    """She who tries the link she made is told where she stands; it is not used up by her."""
    turn = comes(person(COORDINATOR, now), Command("start", LINK), world, now)
    assert (turn.person.place.screen, turn.person.invited) == ("school.home", None)
    assert turn.note
    assert "sudah menjadi koordinator" in turn.note
