"""What somebody says to the question for her consent, in her own words instead of a tap."""

from datetime import datetime

from bot.chat.model import Incoming, Press, Typed, UpdateId
from bot.chat.screens.account.routes import Came
from bot.chat.screens.account.welcome import show_hello
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.person.person import PersonId, guest
from bot.domain.school.school import CODE_LENGTH
from tests.chat.taking import ShownTurn, take_turn
from tests.each import each

AGREES = ("ya boleh", "iya bu", "ok", "sy setuju", "setuju banget", "siap bu guru", "oke makasih")
DECLINES = ("ga mau", "tidak", "nanti aja", "tidak sekarang bu")
JOINS = ("eh sy mau daftar", "daftarin saya dong", "mau gabung bu", "saya ikut ya", "mau mulai")
NEITHER = ("setuju ga ya?", "cara mendaftar ppg", "capek", "murid saya ga mau ikut")


def says(text: str, world: World, now: datetime) -> ShownTurn:
    incoming = Incoming(update=UpdateId(1), person=PersonId(7), event=Typed(text))
    return take_turn(None, incoming, world, now)


@each("text", AGREES)
def test_a_yes_in_words_is_one_line_with_the_button(text: str, world: World, now: datetime) -> None:
    """Nothing is stored by it: the button records the consent, and the long text is not told again."""
    turn = says(text, world, now)
    assert turn.write == "keep"
    assert turn.screen
    assert "\n" not in turn.screen.text
    assert "satu ketukan" in turn.screen.text
    assert turn.screen.rows[0][0].data == "welcome:agree"


@each("text", DECLINES)
def test_a_no_in_words_opens_the_steps(text: str, world: World, now: datetime) -> None:
    """As the button does, with the word that nothing is stored."""
    turn = says(text, world, now)
    assert turn.write == "keep"
    assert turn.person.place.screen == "steps.list"
    assert turn.note == world.texts.say("welcome-declined")


@each("text", JOINS)
def test_who_wants_to_join_is_shown_what_is_kept(text: str, world: World, now: datetime) -> None:
    """A guest who asks for her registration reads what she agrees to, with the button below it."""
    turn = says(text, world, now)
    assert turn.screen
    assert "bot ini menyimpan ID Telegram" in turn.screen.text
    assert turn.screen.rows[0][0].data.startswith("welcome:agree")


@each("text", NEITHER)
def test_words_about_something_else_are_no_consent(text: str, world: World, now: datetime) -> None:
    """Questions, a sigh and what pupils do are answered for what they are."""
    turn = says(text, world, now)
    assert turn.screen
    assert "satu ketukan" not in turn.screen.text
    assert turn.person.place.screen != "steps.list"


def test_who_reads_all_of_it_first_keeps_her_invitation(world: World, now: datetime) -> None:
    """The code she came with travels on to the button below the complete text."""
    code = "g" + "a" * (CODE_LENGTH - 1)
    hello = show_hello(
        TurnContext(person=guest(PersonId(7), now), world=world, now=now), Came(code)
    )
    reads = Incoming(update=UpdateId(1), person=PersonId(7), event=Press(hello.rows[1][0].data))
    screen = take_turn(None, reads, world, now).screen
    assert screen
    assert screen.rows[0][0].data == hello.rows[0][0].data == f"welcome:agree:{code}"
