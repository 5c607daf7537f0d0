"""What the head of a school reads: her school's days, no numbers before a window, whole labels."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.context import Context
from bot.chat.model import Incoming, Screen, Typed, UpdateId
from bot.chat.pressing import draw
from bot.chat.screens.school.school import TOOLS
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.person import Person
from bot.domain.roster.roster import roster_of, row_of
from bot.domain.school.school import SchoolId
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, RIGHTS, person, school
from tests.delivery.teachers import teacher
from tests.each import each

BEFORE = datetime(2026, 11, 20, 5, tzinfo=UTC)
DURING = datetime(2026, 12, 8, 5, tzinfo=UTC)
AFTER = datetime(2027, 2, 1, 5, tzinfo=UTC)
HALF = 13
"""Letters of a label that half a phone's width shows."""


def asked(who: Person, now: datetime, world: World, known: Context) -> str:
    incoming = Incoming(update=UpdateId(1), person=who.id, event=Typed("kapan evaluasi lagi"))
    turn: ShownTurn = take_turn(who, incoming, world, now, known)
    assert turn.screen
    return turn.screen.text


@each("moment", [BEFORE, DURING, AFTER])
@each("shift", [0, 7])
def test_a_coordinator_reads_the_days_of_her_schools(
    moment: datetime, shift: int, world: World
) -> None:
    """As her schedule has them, and whose each window is; her own is said to be her own."""
    own = replace(school(OWN, COORDINATOR), shifts={"2026-Q4": shift, "2027-Q1": shift})
    second = replace(school(OTHER, COORDINATOR), name="SDN Kedua")
    rights = replace(RIGHTS, schools={OWN: own, OTHER: second})
    text = asked(person(COORDINATOR, moment), moment, world, Context(rights=rights))
    for one in (own, second):
        window = next(
            w
            for q in ("2026-Q4", "2027-Q1")
            if (w := one.window(world.calendar, Quarter.parse(q))).last >= moment.date()
        )
        (line,) = (line for line in text.splitlines() if one.name in line)
        assert world.texts.long_day(window.last) in line
        assert "yang Anda dampingi" in line
    assert "pribadi" in text.splitlines()[0]


def test_a_teacher_reads_the_days_of_her_own_school(world: World) -> None:
    """Whose it is is said; of other schools she reads nothing."""
    who = replace(teacher(9), school=OWN, place=person(9, DURING).place)
    text = asked(who, DURING, world, Context(rights=RIGHTS))
    assert RIGHTS.schools[OWN].name in text
    assert RIGHTS.schools[OTHER].name not in text
    assert "sedang dibuka" in text


def test_many_schools_are_told_by_number(world: World) -> None:
    """Five by name, of the rest how many."""
    ids = [SchoolId(f"{letter}" * 8) for letter in "abcdefg"]
    schools = {one: replace(school(one, COORDINATOR), name=f"SDN {one[0]}") for one in ids}
    text = asked(
        person(COORDINATOR, DURING), DURING, world, Context(rights=replace(RIGHTS, schools=schools))
    )
    assert "2 sekolah lain" in text


def listed(world: World, now: datetime, group: str) -> Screen:
    own = school(OWN, COORDINATOR)
    one = replace(teacher(7), school=OWN, shown_name="Sari")
    rows = [row_of(one, own, world.programme, world.calendar, now)]
    known = Context(rights=RIGHTS, roster=roster_of(rows, own, world.calendar, now))
    who = person(COORDINATOR, now).at("roster.list", OWN, group)
    return draw(TurnContext(person=who, world=world, now=now, known=known))


@each("moment", [BEFORE, AFTER])
def test_before_a_window_the_list_says_only_that(moment: datetime, world: World) -> None:
    """No "0 guru", no "nobody here"; the chosen filter is marked."""
    screen = listed(world, moment, "evaluasi")
    assert "belum dibuka (" in screen.text
    assert "0 guru" not in screen.text
    assert world.texts.say("roster-empty") not in screen.text
    assert "✓ Evaluasi nanti" in [button.label for row in screen.rows for button in row]


def test_within_a_window_the_list_counts(world: World) -> None:
    """Who has not evaluated is counted and marked as ever."""
    screen = listed(world, DURING, "evaluasi")
    assert "Evaluasi belum: 1 guru" in screen.text
    assert "✓ Evaluasi belum (1)" in [button.label for row in screen.rows for button in row]


def test_the_labels_of_her_school_fit_half_a_phone(world: World) -> None:
    """Two stand side by side, so what tells them apart must not be cut off."""
    for name, _, _ in TOOLS:
        assert len(world.texts.label("school", name)) <= HALF


@each(
    ("name", "whole"),
    [
        ("SDN 1 🌸", True),
        ("SD ᨒᨚᨈᨑ", True),
        ("MI مدرسة", True),
        ("SD 三语学校", False),
        ("ไทย", False),
    ],
)
def test_letters_that_cannot_be_printed_are_told_before(
    name: str, whole: bool, world: World
) -> None:
    """Beside the button that prints the invitation, and what to do."""
    own = replace(school(OWN, COORDINATOR), name=name)
    who = person(COORDINATOR, DURING).at("school.invite", OWN)
    known = Context(rights=replace(RIGHTS, schools={OWN: own}), username="bot")
    text = draw(TurnContext(person=who, world=world, now=DURING, known=known)).text
    assert ("tidak dapat dicetak" not in text) is whole
