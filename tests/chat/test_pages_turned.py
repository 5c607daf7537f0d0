"""A list with pages is turned by its buttons, wherever one stands: no page is dropped on the way."""

from dataclasses import replace
from itertools import pairwise

from bot.chat.context import Context
from bot.chat.model import Incoming, Press, Screen, UpdateId
from bot.chat.pressing import draw
from bot.chat.router import take_turn
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.batch import Delivery, DeliveryReport, Fate
from bot.domain.person.person import Person
from bot.domain.school.school import SchoolId
from tests.chat.known_people import COORDINATOR, HEAD, NOW, OWN, SCHOOL, known, people, standing
from tests.chat.test_known_routes import examples

ONWARD, BACKWARD = ("Berikutnya", "Lebih lama"), ("Sebelumnya", "Lebih baru")
LISTS = {"admin.main", "roster.list", "school.audit", "siar.list", "siar.names"}
LISTS |= {"siar.people", "siar.who", "teacher.pick"}
"""The lists that are longer than a page where there are 40 of everything."""


def forty(world: World) -> Context:
    """Return a school of 41 teachers, a broadcast to all of them, and 40 schools."""
    around = known(world)
    schools = {SchoolId(f"{at:08}"): replace(SCHOOL, name=f"SD {at:02}") for at in range(40)}
    named = {key: replace(one, id=key) for key, one in schools.items()}
    told = tuple(
        Delivery(person=71 + at, name=f"Guru {at:02}", outcome=Fate.SENT) for at in range(40)
    )
    return replace(
        around,
        rights=replace(around.rights, schools={OWN: SCHOOL, **named}),
        broadcast=DeliveryReport(HEAD, told),
    )


def seen(who: Person, world: World, around: Context) -> Screen:
    """Return what somebody sees where she stands."""
    return draw(TurnContext(person=who, world=world, now=NOW, known=around))


def turned(who: Person, words: tuple[str, ...], world: World, around: Context) -> Person | None:
    """Return somebody after she has turned a page; None where no button does."""
    buttons = (one for row in seen(who, world, around).rows for one in row)
    data = next((one.data for one in buttons if any(word in one.label for word in words)), None)
    if data is None:
        return None
    incoming = Incoming(
        update=UpdateId(1), person=who.id, event=Press(data), first_name="Sari", message=40
    )
    return take_turn(replace(who, updates=()), incoming, world, NOW, around).person


def test_each_page_of_each_list_is_reached_and_left_again(world: World) -> None:
    """The button onward shows another page up to the last one, the button back the page before."""
    around, found = forty(world), set[str]()
    for who in ("guru", "koordinator", "pengelola"):
        person = people(world)[who]
        for line in examples("places.txt"):
            here = standing(person, *line.split(" "))
            ways = [here]
            while after := turned(ways[-1], ONWARD, world, around):
                ways.append(after)
                assert len(ways) < 20, line
            pages = [seen(one, world, around) for one in ways]
            for (_, before), (one, shown) in pairwise(zip(ways, pages, strict=True)):
                found.add(here.place.screen)
                assert shown != before, line
                back = turned(one, BACKWARD, world, around)
                assert back, line
                again = seen(back, world, around)
                assert again.rows == before.rows, line
                assert before.text.endswith(again.text), line  # a remark is told only once
    assert found >= LISTS


def test_a_teacher_is_left_to_the_page_on_which_she_stands(world: World) -> None:
    """Back from the 25th teacher leads to the third page of ten, where her button is."""
    around = known(world)
    assert around.roster
    teacher = around.roster.rows[24].id
    who = standing(people(world)["koordinator"], "teacher.one", OWN, str(teacher))
    assert who.id == COORDINATOR
    data = [one.data for row in seen(who, world, around).rows for one in row]
    assert f"teacher:pick:{OWN}:2" in data
