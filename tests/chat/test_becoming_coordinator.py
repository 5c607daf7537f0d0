"""Who asks how somebody becomes a coordinator, or who runs the bot, is told it in one short answer."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Command, Event, Incoming, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import Person, PersonId, guest
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import RIGHTS, STRANGER, person
from tests.each import each

OPERATOR = "KKG Contoh, kkg@contoh.sch.id"
ASKED: tuple[Event, ...] = (
    Command("koordinator", ""),
    *map(
        Typed,
        (
            "bagaimana jadi koordinator",
            "gimana cara jadi koordinator ya?",
            "saya mau jadi koordinator",
            "mau daftarkan sekolah saya",
            "cara mendaftarkan sekolah kami gimana?",
            "mau daftar sekolah baru",
        ),
    ),
)


def says(who: Person, event: Event, world: World, now: datetime) -> ShownTurn:
    """Let somebody without a role say something."""
    incoming = Incoming(update=UpdateId(9), person=who.id, event=event)
    return take_turn(who, incoming, world, now, Context(rights=RIGHTS))


@each("event", ASKED)
@each("operator", ["", OPERATOR])
@each("is_known", [True, False])
def test_who_asks_how_one_coordinates_is_told_who_decides_it(
    event: Event, operator: str, is_known: bool, world: World, now: datetime
) -> None:
    """The operator makes the school and sends a link; a newcomer reads no consent above it."""
    who = person(STRANGER, now) if is_known else guest(PersonId(STRANGER), now)
    turn = says(who, event, replace(world, operator=operator), now)
    assert turn.screen
    assert "tautan koordinator" in turn.screen.text
    assert (OPERATOR in turn.screen.text) == bool(operator)
    assert "Sebelum mulai" not in turn.screen.text


@each("text", ["siapa admin bot ini", "siapa pengelola bot ini?"])
@each("operator", ["", OPERATOR])
def test_who_asks_for_the_operator_is_told_the_operator(
    text: str, operator: str, world: World, now: datetime
) -> None:
    """Without a contact she is not sent round to a coordinator she may not have."""
    turn = says(person(STRANGER, now), Typed(text), replace(world, operator=operator), now)
    assert turn.screen
    assert (operator or "belum diisi") in turn.screen.text
    assert bool(operator) or "yang mengenalkan bot ini" in turn.screen.text
