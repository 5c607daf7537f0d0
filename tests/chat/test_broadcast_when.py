"""The moment of a broadcast is read as people write it, and as the bot itself does."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.chat.context import Context
from bot.chat.model import Incoming, Typed, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Draft
from bot.domain.calendar.calendar import Period
from bot.domain.person.zone import Zone
from tests.chat.taking import take_turn
from tests.chat.test_broadcast_rights import BOTH, DRAFT
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person, school
from tests.each import each

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
"""Friday, 13.00 WITA."""


def read(words: str, world: World) -> datetime | None:
    """The moment of the draft after a coordinator in WITA has typed these words."""
    who = replace(
        person(COORDINATOR, NOW), zone=Zone.WITA, composing=Draft(school=OWN, content=DRAFT)
    )
    event = Incoming(update=UpdateId(5), person=who.id, event=Typed(words))
    known = Context(rights=RIGHTS, roster=BOTH)
    turn = take_turn(who.at("siar.when", OWN), event, world, NOW, known)
    assert turn.person.composing
    return turn.person.composing.at


@each(
    ("words", "day", "hour"),
    [
        ("Selasa, 24 November 2026 pukul 15.30 WITA", 24, 7.5),
        ("selasa 24 november 2026 pukul 15:30", 24, 7.5),
        ("24 November 2026 pukul 15.30 WITA.", 24, 7.5),
        ("Selasa, 24/11 15.30", 24, 7.5),
        ("besok pukul 22.00 WITA", 21, 14),
        ("besok 22.00 WIB", 21, 15),
        ("Senin 8.00", 23, 0),
        ("Jumat 8.00 wit", 26, 23),
        ("hari ini jam 15.00", 20, 7),
        ("15.00 WIT", 20, 6),
        ("23.30", 20, 15.5),
    ],
)
def test_a_moment_is_read(words: str, day: int, hour: float, world: World) -> None:
    """Weekday, date, hour and zone may all be written; without a zone her own clock counts."""
    moment = datetime(2026, 11, day, int(hour), int(hour % 1 * 60), tzinfo=UTC)
    assert read(words, world) == moment


@each("words", ["Senin, 24 November 2026 pukul 15.30", "Selasa besok 7.00", "15.30 WIS", "25.00"])
def test_what_contradicts_itself_is_not_read(words: str, world: World) -> None:
    """A date on another weekday, or what is no moment, is asked for again."""
    assert read(words, world) is None


def test_what_the_bot_writes_is_read(world: World) -> None:
    """The moment as it stands on every page can be typed back, in every zone."""
    for zone in Zone:
        moment = datetime(2027, 2, 3, 23, 15, tzinfo=UTC)
        assert read(world.texts.moment(moment, zone), world) == moment


@each(
    ("words", "told"),
    [
        ("25 desember pukul 10", "25 Desember 2026: Hari Raya Natal. Siaran tetap"),
        ("22 desember pukul 10", "22 Desember 2026: libur semester. Siaran tetap"),
        ("1 desember pukul 10", ""),
        ("2 desember pukul 10", "2 Desember 2026: hari tenang sekolah. Siaran tetap"),
    ],
)
def test_a_day_off_is_said_to_be_one(words: str, told: str, world: World) -> None:
    """She reads on the page of her draft that nobody is at school then, and by which name."""
    who = replace(
        person(COORDINATOR, NOW), zone=Zone.WITA, composing=Draft(school=OWN, content=DRAFT)
    )
    event = Incoming(update=UpdateId(5), person=who.id, event=Typed(words))
    quiet = (Period(date(2026, 12, 2), date(2026, 12, 2), "hari tenang sekolah"),)
    schools = {OWN: replace(school(OWN, COORDINATOR), quiet=quiet)}
    known = Context(rights=replace(RIGHTS, schools=schools), roster=BOTH)
    turn = take_turn(who.at("siar.when", OWN), event, world, NOW, known)
    assert turn.screen
    assert ("Siaran tetap" in turn.screen.text) is bool(told)
    assert told in turn.screen.text
