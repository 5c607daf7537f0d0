"""A family of screens is added by its own folder: nothing else of the bot is touched for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.chat import screens
from bot.chat.context import Context, Query, QueryAbout
from bot.chat.family import TABLE, Asks, Question, ScreenFamily
from bot.chat.guard import done, done_in, shown, shown_in
from bot.chat.model import Command, Event, Incoming, Press, Screen, Typed, UpdateId
from bot.chat.pressing import draw, queried_before
from bot.chat.router import show, take_turn
from bot.chat.routes import Bare, OfSchool, Route, button_to, data_of
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.world import CommandId, World
from bot.domain.person.person import Person, Place
from bot.domain.school.access import Action
from bot.domain.school.school import School
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, RIGHTS, STRANGER, person


@dataclass(frozen=True, slots=True)
class Count:
    """How many."""

    count: int


HOME = Bare("toy.home")
MANY = Route("toy.many", Count)
SCHOOL = Route("toy.school", OfSchool)
SAVE = Bare("toy.save")


def show_home(s: TurnContext) -> Screen:
    return Screen("toy", rows(button_to("more", MANY(7)), s.menu_button()))


def show_many(s: TurnContext, at: Count) -> Screen:
    return Screen(f"toy {at.count}", rows(s.menu_button()))


def show_school(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    return Screen(f"toy of {school.name}", rows(s.menu_button()))


def open_home(s: TurnContext) -> Answer:
    return s.go(HOME())


def open_many(s: TurnContext, at: Count) -> Answer:
    return s.go(MANY(at.count))


def open_school(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    return s.go(SCHOOL(school.id))


def typed(s: TurnContext, text: str) -> Answer | None:
    return s.go(MANY(len(text))) if s.person.place.screen == HOME.name else None


def way_out(s: TurnContext, note: str) -> Answer:
    return s.go(MANY(0), note=note)


TOY = ScreenFamily(
    shows=(
        shown(HOME, show_home),
        shown(MANY, show_many, otherwise=show_home),
        shown_in(SCHOOL, show_school, Action.SEE_TEACHERS, query=Query.COUNT),
    ),
    verbs=(
        done(HOME, open_home),
        done(MANY, open_many),
        done(SAVE, open_home, fresh=True),
        done_in(SCHOOL, open_school, Action.SEE_TEACHERS, query=Query.ROSTER),
    ),
    typed=(typed,),
    questions={HOME.name: Question(asks=Asks.OPEN | Asks.WAITS | Asks.OUTWARD)},
    ways_out={"toy": way_out},
    is_result=lambda place: place.screen == MANY.name,
    commands={CommandId.HELP: open_home},
)


@pytest.fixture
def toy() -> Iterator[None]:
    """All families and one more."""
    TABLE.fill((*screens.FAMILIES, TOY))
    yield
    TABLE.fill(screens.FAMILIES)


def take(who: Person | None, event: Event, world: World, now: datetime) -> tuple[Person, Screen]:
    known = Context(rights=RIGHTS, username="bot")
    incoming = Incoming(update=UpdateId(1), person=person(STRANGER, now).id, event=event)
    if who:
        incoming = replace(incoming, person=who.id)
    turn = take_turn(who, incoming, world, now, known)
    screen = show(turn, world, now, known)
    assert screen is not None
    return turn.person, screen


@pytest.mark.parametrize(
    ("stands", "event", "leads"),
    [
        (Place("menu.main"), Press("toy:home"), HOME()),
        (Place("menu.main"), Press("toy:many:7"), MANY(7)),
        (Place("menu.main"), Press("toy:many:x"), Place("menu.main")),
        (Place("menu.main"), Press("toy:many:7:8"), Place("menu.main")),
        (Place("menu.main"), Press("toy:none"), Place("menu.main")),
        (Place("menu.main"), Press(f"toy:school:{OWN}"), Place("menu.main")),
        (Place("menu.main"), Command("bantuan"), HOME()),
        (HOME(), Typed("Halaman pertama"), MANY(15)),
        (HOME(), Command("batal"), MANY(0)),
        (MANY(3), Typed("Halaman pertama xyzzy"), None),
    ],
)
@pytest.mark.usefixtures("toy")
def test_a_new_family_is_found_by_its_table(
    stands: Place, event: Event, leads: Place | None, world: World, now: datetime
) -> None:
    """Its buttons, typed answers, ways out and commands work without a word about it elsewhere."""
    who = replace(person(STRANGER, now), place=stands)
    after, _ = take(who, event, world, now)
    place = replace(after.place, draft={})
    assert place == leads if leads else place.screen != HOME.name


@pytest.mark.usefixtures("toy")
def test_a_new_family_is_guarded_like_all(world: World, now: datetime) -> None:
    """Without consent, without the right, or too late, its buttons do nothing, and its places tell nothing."""
    guest, _ = take(None, Press("toy:home"), world, now)
    assert guest.place.screen == "welcome.hello"
    coordinator = person(COORDINATOR, now)
    for school, leads in ((OWN, "toy.school"), (OTHER, "menu.main")):
        after, _ = take(coordinator, Press(f"toy:school:{school}"), world, now)
        assert after.place.screen == leads
    standing = replace(coordinator, place=SCHOOL(OTHER))
    s = TurnContext(person=standing, world=world, now=now, known=Context(rights=RIGHTS))
    assert draw(s).text == world.texts.say("no-right")
    asked = replace(person(STRANGER, now), place=HOME())
    asked = replace(asked, place=replace(HOME(), draft={"asked": str(int(now.timestamp()))}))
    later = now + timedelta(hours=7)
    assert take(asked, Press("toy:save"), world, now)[1].text == "toy"
    assert world.texts.say("asked-long-ago") in take(asked, Press("toy:save"), world, later)[1].text


@pytest.mark.usefixtures("toy")
def test_what_a_new_family_needs_is_loaded() -> None:
    """What its places and buttons need stands with them, and which of its places are results."""
    assert TABLE.needs(SCHOOL.name)
    assert not TABLE.needs(HOME.name)
    assert queried_before(Press(f"toy:school:{OWN}")) == QueryAbout(Query.ROSTER, OWN)
    assert queried_before(Press("toy:school")) is None
    assert queried_before(Press("toy:home")) is None
    assert TABLE.leaves_result(MANY(1), HOME())
    assert not TABLE.leaves_result(HOME(), MANY(1))


INIT = '''
"""A toy."""

from bot.chat.family import ScreenFamily
from bot.chat.guard import shown
from bot.chat.model import Screen
from bot.chat.routes import Bare


def contents():
    return ScreenFamily(shows=(shown(Bare("folder.home"), lambda s: Screen("a folder")),))
'''


def test_a_family_is_found_by_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, world: World, now: datetime
) -> None:
    """A folder beside the others is all there is to a family: the count of other files is none."""
    (tmp_path / "toybox").mkdir()
    (tmp_path / "toybox" / "__init__.py").write_text(INIT, encoding="utf-8")
    monkeypatch.setattr(screens, "__path__", [*screens.__path__, str(tmp_path)])
    TABLE.fill(screens.found())
    try:
        standing = replace(person(STRANGER, now), place=Place("folder.home"))
        assert draw(TurnContext(person=standing, world=world, now=now)).text == "a folder"
    finally:
        TABLE.fill(screens.FAMILIES)
    assert "folder.home" not in screens.SHOWS


def test_no_name_stands_in_two_families() -> None:
    """Each place and each button is of one family only."""
    for kind in ("shows", "verbs"):
        names = [one.name for family in screens.FAMILIES for one in getattr(family, kind)]
        assert len(names) == len(set(names))
    for family in screens.FAMILIES:
        assert set(family.questions) <= set(screens.SHOWS)
    assert data_of(MANY(7)) == "toy:many:7"
