"""Every role, action, school and old button: nothing leaks and nothing is done without the right.

Presses every button there is, with the arguments such buttons carry, as people who have no right
to it (any more), and types the commands. New families of screens are covered by being listed.
"""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import (
    ChangeSchool,
    Command,
    Event,
    Incoming,
    Press,
    Replan,
    Typed,
    UpdateId,
)
from bot.chat.pressing import draw
from bot.chat.screens import SHOWS, VERBS
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.health import Health
from bot.domain.person.person import CONSENT_VERSION, Address, Consent, Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel
from bot.domain.school.access import Rights
from bot.domain.school.school import Coordinator, Handover, Invite, School, SchoolId
from tests.chat.taking import ShownTurn, take_turn
from tests.each import each

OWN, OTHER = SchoolId("aaaaaaaa"), SchoolId("bbbbbbbb")
SECRET_NAME = "SDN Rahasia"
TEACHER = 7
ADMIN, COORDINATOR, STRANGER = 1, 2, 3
LINK = Handover(
    fingerprint="d" * 64,
    made_by=99,
    made_at=datetime.fromisoformat("2026-11-19T00:00:00+00:00"),
    expires_at=datetime.fromisoformat("2026-11-26T00:00:00+00:00"),
)
MARK = LINK.mark
OF_SCHOOLS = (
    *("school", "admin", "roster", "recap", "schedule", "siar", "broadcast"),
    *("sdata", "teacher"),
)
OPEN = {"school:list", "admin:main"}
"""Buttons without a school, which lead to one's own."""

TAILS = (
    *((), ("0",), ("7",), ("2026-Q4", "7"), (str(COORDINATOR),), ("semua", "0")),
    *((str(TEACHER),), ("WIT",), (MARK,)),
)


def school(name: SchoolId, *coordinators: int) -> School:
    return School(
        id=name,
        name=SECRET_NAME if name == OTHER else "SDN Sendiri",
        zone=Zone.WIB,
        coordinators=tuple(Coordinator(one, f"Nama {one}") for one in coordinators),
        handovers=(LINK,),
        npsn="20100001" if name == OTHER else None,
        invite=Invite(secret="s" * 22, made_at=datetime.fromisoformat("2026-11-01T00:00:00+00:00")),
    )


RIGHTS = Rights(
    admins=frozenset({ADMIN}), schools={OWN: school(OWN, COORDINATOR), OTHER: school(OTHER, 99)}
)


def person(number: int, now: datetime) -> Person:
    return Person(
        id=PersonId(number),
        consent=Consent(version=CONSENT_VERSION, given_at=now),
        seen_at=now,
        address=Address.MADAM,
        level=SchoolLevel.SD,
        subject_asked=True,
        zone=Zone.WIB,
    ).at("menu.main")


def take(who: Person, event: Event, world: World, now: datetime) -> tuple[ShownTurn, str]:
    """Take a turn and return it with everything it shows."""
    known = Context(rights=RIGHTS, username="bot", fresh_code="k" + OTHER + "f" * 22)
    incoming = Incoming(update=UpdateId(1), person=who.id, event=event, first_name="X")
    turn = take_turn(who, incoming, world, now, known)
    screen = turn.screen
    assert screen is not None
    return turn, screen.text + " ".join(b.label for row in screen.rows for b in row)


BUTTONS = sorted(
    verb for verb in VERBS if verb.partition(":")[0] in OF_SCHOOLS and verb not in OPEN
)


@each("verb", BUTTONS)
@each("number", [STRANGER, COORDINATOR])
def test_a_button_of_another_school_does_nothing(
    verb: str, number: int, world: World, now: datetime
) -> None:
    """Whoever presses a button of a school that is not hers changes, sends and sees nothing."""
    for tail in TAILS:
        turn, shown = take(person(number, now), Press(":".join((verb, OTHER, *tail))), world, now)
        assert turn.wishes == ()
        assert SECRET_NAME not in shown
        assert "s" * 22 not in shown
        assert "f" * 22 not in shown


@each("place", sorted(p for p in SHOWS if p.partition(".")[0] in OF_SCHOOLS))
def test_standing_on_a_place_gives_no_right_to_it(place: str, world: World, now: datetime) -> None:
    """Whoever stood on a school's page when the right was taken away sees nothing of it now."""
    for tail in TAILS:
        standing = person(STRANGER, now).at(place, OTHER, *tail)
        turn, shown = take(standing, Typed("xyzzy"), world, now)
        assert turn.wishes == ()
        assert SECRET_NAME not in shown
        again = replace(standing, updates=(1,))
        _, redrawn = take(again, Typed("xyzzy"), world, now)
        assert SECRET_NAME not in redrawn


@each("number", [STRANGER, COORDINATOR])
@each("place", ["sdata.name", "sdata.npsn", "teacher.name", "admin.npsn"])
def test_what_is_typed_at_the_place_of_another_school_does_nothing(
    place: str, number: int, world: World, now: datetime
) -> None:
    """A name or number typed where the right is gone changes nothing and gives nothing away."""
    standing = person(number, now).at(
        place, OTHER, str(TEACHER), draft={"name": "x", "zone": "WIB"}
    )
    for text in ("SDN Baru", "20100001", "20100002"):
        turn, shown = take(standing, Typed(text), world, now)
        assert turn.wishes == ()
        assert SECRET_NAME not in shown


def test_a_coordinator_does_not_change_the_number_schools_are_told_apart_by(
    world: World, now: datetime
) -> None:
    """Only whoever runs the bot does, and only she is told which school has a number already."""
    turn, shown = take(person(COORDINATOR, now), Press(f"sdata:npsn:{OWN}"), world, now)
    assert turn.person.place.screen != "sdata.npsn"
    standing = person(COORDINATOR, now).at("sdata.npsn", OWN)
    for number in ("20100001", "20100009"):
        turn, shown = take(standing, Typed(number), world, now)
        assert turn.wishes == ()
        assert SECRET_NAME not in shown
    turn, shown = take(person(ADMIN, now).at("sdata.npsn", OWN), Typed("20100001"), world, now)
    assert turn.wishes == ()
    assert SECRET_NAME in shown


@each("word", ["koordinator", "admin", "sekolah"])
def test_commands_of_others_lead_nowhere(word: str, world: World, now: datetime) -> None:
    """A teacher who types a coordinator's command is told kindly and shown no school."""
    turn, shown = take(person(STRANGER, now), Command(word), world, now)
    assert turn.wishes == ()
    assert SECRET_NAME not in shown


def test_a_coordinator_sees_only_her_own_schools(world: World, now: datetime) -> None:
    """Her list and her page name her school and no other."""
    _, shown = take(person(COORDINATOR, now), Command("koordinator"), world, now)
    assert "SDN Sendiri" in shown
    assert SECRET_NAME not in shown


def test_the_rights_that_exist_are_used(world: World, now: datetime) -> None:
    """The matrix is no empty promise: with the right, the same buttons do change the school."""
    turn, _ = take(person(COORDINATOR, now), Press(f"school:close:{OWN}"), world, now)
    assert [type(effect) for effect in turn.wishes] == [ChangeSchool]
    for number in (COORDINATOR, ADMIN):
        turn, _ = take(person(number, now), Press(f"school:withdraw:{OWN}:{MARK}"), world, now)
        assert [type(effect) for effect in turn.wishes] == [ChangeSchool]
        turn, _ = take(person(number, now), Press(f"sdata:set:{OWN}:WIT"), world, now)
        assert [type(effect) for effect in turn.wishes] == [ChangeSchool, Replan]
    turn, _ = take(person(ADMIN, now), Press(f"admin:removed:{OWN}:{COORDINATOR}"), world, now)
    assert [type(effect) for effect in turn.wishes] == [ChangeSchool]


@each(("number", "sees"), [(ADMIN, True), (STRANGER, False)])
def test_only_whoever_runs_the_bot_sees_how_it_fares(
    number: int, sees: bool, world: World, now: datetime
) -> None:
    """Who stood on the page of the bot's state and runs it no more is refused, not shown it."""
    standing = person(number, now).at("admin.health")
    health = Health(people=4_321, unreachable=0, unreadable=0, due=0, broadcasts=0, ticked_at=None)
    known = Context(rights=RIGHTS, health=health)
    screen = draw(TurnContext(person=standing, world=world, now=now, known=known))
    assert ("321" in screen.text) is sees
