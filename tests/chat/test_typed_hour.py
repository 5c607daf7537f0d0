"""An hour typed in words: how it is read, and what is asked where it is not sure."""

from datetime import datetime, time

from bot.chat.context import Context
from bot.chat.model import Event, Incoming, Press, Typed, UpdateId
from bot.chat.moments.hour import hours_in
from bot.chat.world import World
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import COORDINATOR, RIGHTS, person
from tests.chat.walk_checks import check_screen
from tests.each import each

HOURS = {
    "7": "07.00",
    "07.30": "07.30",
    "7:30": "07.30",
    "jam 5 sore": "17.00",
    "4 sore": "16.00",
    "jam 4 sore": "16.00",
    "setengah 8": "07.30",
    "setengah 8 malam": "19.30",
    "jam 7 lewat 15": "07.15",
    "jam 7 kurang 10": "06.50",
    "pukul tujuh pagi": "07.00",
    "jam 12 siang": "12.00",
    "jam 12 malam": "00.00",
    "14.00 WITA": "14.00",
    "1530": "15.30",
    "4": "16.00 04.00",
    "jam 7 atau 8": "07.00 08.00",
    "07.00-08.00": "07.00 08.00",
    "jam 25": "",
    "pagi": "",
    "kapan saja": "",
}


@each("words", HOURS)
def test_an_hour_is_read(words: str, world: World) -> None:
    """The likelier half of the day comes first where both may be meant."""
    assert " ".join(f"{hour:%H.%M}" for hour in hours_in(world.texts, words)) == HOURS[words]


def take_at(place: tuple[str, ...], event: Event, world: World, now: datetime) -> ShownTurn:
    """Return the turn of a coordinator who stands at a place."""
    who = person(COORDINATOR, now).at(*place)
    incoming = Incoming(update=UpdateId(1), person=who.id, event=event)
    return take_turn(who, incoming, world, now, Context(rights=RIGHTS))


def test_the_likely_half_of_the_day_is_taken_for_a_reminder(world: World, now: datetime) -> None:
    """At four in the morning the bot never writes, so "4" is four in the afternoon."""
    assert take_at(("wish.hour",), Typed("4"), world, now).person.wishes.hour == time(16)


def test_several_hours_are_asked(world: World, now: datetime) -> None:
    """Of "07.00-08.00" she chooses by a tap."""
    asked = take_at(("wish.hour",), Typed("07.00-08.00"), world, now)
    assert asked.screen
    data = [button.data for button in asked.screen.rows[0]]
    assert data == ["wish:hour:0700", "wish:hour:0800"]
    place = ("wish.hour", *asked.person.place.args)
    assert take_at(place, Press(data[1]), world, now).person.wishes.hour == time(8)


def test_of_very_many_words_of_no_use_only_some_are_repeated(world: World, now: datetime) -> None:
    """The screen stays one that Telegram takes."""
    turn = take_at(("wish.hour", "0700", "0800"), Typed("1/2/2026 " * 440 + "jam 7"), world, now)
    assert turn.screen
    check_screen(turn.screen)
    assert turn.note
    assert "1/2/2026 …" in turn.note
