"""Where a day or an hour is asked for, nothing that was typed is dropped, and no answer is no time."""

from dataclasses import replace
from datetime import datetime, time

from bot.chat.context import Context
from bot.chat.model import Incoming, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Content, Draft
from bot.domain.reminders.outbound import Rhythm
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person
from tests.each import each

PLACES = {
    "siar.when": ("siar.when", OWN),
    "wish.hour": ("wish.hour",),
    "wish.pause": ("wish.pause",),
    "schedule.quiet": ("schedule.quiet", OWN),
}


def _turn(place: str, event: Typed | Press, world: World, now: datetime) -> ShownTurn:
    draft = Draft(school=OWN, content=Content(text="Halo"))
    who = replace(person(COORDINATOR, now), composing=draft).at(*PLACES[place])
    incoming = Incoming(update=UpdateId(1), person=who.id, event=event)
    return take_turn(who, incoming, world, now, Context(rights=RIGHTS))


RHYTHMS = {
    "sebulan sekali": Rhythm.MONTHLY,
    "sebulan sekali aja bu": Rhythm.MONTHLY,
    "1 bulan sekali": Rhythm.MONTHLY,
    "satu bulan satu kali": Rhythm.MONTHLY,
    "tiap bulan": Rhythm.MONTHLY,
    "setiap bulan saja": Rhythm.MONTHLY,
    "sekali sebulan": Rhythm.MONTHLY,
    "1x sebulan": Rhythm.MONTHLY,
    "dua minggu sekali": Rhythm.FORTNIGHTLY,
    "2 minggu sekali": Rhythm.FORTNIGHTLY,
    "dua pekan sekali": Rhythm.FORTNIGHTLY,
    "tiap 2 minggu": Rhythm.FORTNIGHTLY,
    "setiap dua pekan": Rhythm.FORTNIGHTLY,
    "seminggu sekali": Rhythm.WEEKLY,
    "sekali seminggu": Rhythm.WEEKLY,
    "seminggu 1x": Rhythm.WEEKLY,
    "tiap minggu": Rhythm.WEEKLY,
    "setiap pekan": Rhythm.WEEKLY,
    "saban minggu": Rhythm.WEEKLY,
}


@each("words", RHYTHMS)
def test_a_rhythm_is_no_hour(words: str, world: World, now: datetime) -> None:
    """At the question for the hour a rhythm is offered as one; the hour stays as it was."""
    turn = _turn("wish.hour", Typed(words), world, now)
    assert turn.person.wishes.hour == person(COORDINATOR, now).wishes.hour
    assert turn.screen
    data = turn.screen.rows[0][0].data
    assert data == f"wish:rhythm:{RHYTHMS[words]}"
    assert _turn("wish.hour", Press(data), world, now).person.wishes.rhythm is RHYTHMS[words]


OF_DAYS = {
    "setiap senin jam 7 pagi": (0, time(7)),
    "tiap hari rabu jam 4": (2, time(16)),
    "jam 4 hari kamis": (3, time(16)),
    "kamis 4 sore": (3, time(16)),
    "jumat pukul 15.30": (4, time(15, 30)),
    "selasa siang jam 1": (1, time(13)),
    "senen jam pitu esuk": (0, time(7)),
    "Kamiss jam 10": (3, time(10)),
    "sabtu 07.30": (5, time(7, 30)),
}


@each("words", OF_DAYS)
def test_a_day_beside_the_hour_is_taken_too(words: str, world: World, now: datetime) -> None:
    """Both the day of the week and the hour are kept, and both are said back."""
    turn = _turn("wish.hour", Typed(words), world, now)
    day, hour = OF_DAYS[words]
    assert (turn.person.wishes.weekday, turn.person.wishes.hour) == (day, hour)
    assert turn.screen
    assert f"Terbaca: {world.texts.weekday(day)}, {world.texts.clock(hour)}." in turn.screen.text


UNUSED = {
    "besok jam 4": "besok",
    "minggu jam 9": "minggu",
    "tiap hari jam 7": "tiap hari",
    "5 desember jam 7": "5 desember",
    "jam 7 untuk kelas 4": "kelas 4",
    "jam 7, 30 orang": "30 orang",
    "jam 7 xyz": "xyz",
    "senin dan kamis jam 7": "senin kamis",
}


@each("words", UNUSED)
def test_what_is_not_used_is_said_back(words: str, world: World, now: datetime) -> None:
    """The hour is kept; of anything else it is said that it was not used."""
    turn = _turn("wish.hour", Typed(words), world, now)
    assert turn.screen
    assert f"“{UNUSED[words]}”" in turn.screen.text
    assert turn.person.wishes.weekday == person(COORDINATOR, now).wishes.weekday


def test_a_rhythm_beside_the_hour_is_taken_too(world: World, now: datetime) -> None:
    """Of "sebulan sekali jam 7 pagi" both are kept."""
    turn = _turn("wish.hour", Typed("sebulan sekali jam 7 pagi"), world, now)
    assert turn.person.wishes.rhythm is Rhythm.MONTHLY
    assert turn.person.wishes.hour == time(7)


@each(
    "words", ["2 minggu", "30 orang", "kelas 4", "3 kali", "2 bulan", "5 hari", "dua pekan", "7 8"]
)
def test_a_number_of_something_else_is_no_hour(words: str, world: World, now: datetime) -> None:
    """Weeks, people, classes and times are not hours."""
    before = person(COORDINATOR, now).wishes
    assert _turn("wish.hour", Typed(words), world, now).person.wishes == before


@each("words", ["pagi", "sore", "sore aja", "siang", "malam", "pagi aja bu", "sore ya", "esuk"])
def test_of_a_part_of_the_day_the_hour_is_asked(words: str, world: World, now: datetime) -> None:
    """Hours of that part stand on buttons."""
    turn = _turn("wish.hour", Typed(words), world, now)
    assert turn.screen
    assert len(turn.screen.rows[0]) >= 2
    assert all(button.data.startswith("wish:hour:") for button in turn.screen.rows[0])


@each("place", PLACES)
@each("words", ["contohnya?", "contoh dong", "bingung bu", "bingung", "?"])
def test_examples_are_shown(place: str, words: str, world: World, now: datetime) -> None:
    """Whoever asks for help gets examples, and the question stays open."""
    turn = _turn(place, Typed(words), world, now)
    assert turn.screen
    assert "Misalnya “" in turn.screen.text
    assert turn.person.place.screen == place


@each("place", PLACES)
@each("words", ["nanti aja", "nanti aja ya bu", "lewati", "skip"])
def test_the_question_may_be_left(place: str, words: str, world: World, now: datetime) -> None:
    """Later and skip leave kindly; nothing is changed."""
    turn = _turn(place, Typed(words), world, now)
    assert turn.person.place.screen != place
    assert not turn.wishes


@each("words", ["skrg", "sekarang juga", "sekarang ya bu", "langsung aja", "saiki"])
def test_now_is_a_moment(words: str, world: World, now: datetime) -> None:
    """However "now" is said, the draft goes out as soon as it is confirmed."""
    assert _turn("siar.when", Typed(words), world, now).person.place.screen == "siar.draft"
