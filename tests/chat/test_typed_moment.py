"""Days and hours are read as people write them; what is doubtful becomes a question, never a guess."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.moments.day import MomentDoubt
from bot.chat.moments.hour import hours_in
from bot.chat.moments.moment import read_moment
from bot.chat.world import World
from bot.domain.calendar.quarter import zone_of
from bot.domain.person.zone import ZONES, Zone
from tests.chat.typed_moment_table import EVENING, OTHER_NOWS, TABLE
from tests.each import each

CASES = [
    (f"{EVENING} WIB", *map(str.strip, line.split("|"))) for line in TABLE.strip().splitlines()
] + [tuple(map(str.strip, line.split("|"))) for line in OTHER_NOWS.strip().splitlines()]


def _now(words: str) -> tuple[datetime, Zone]:
    moment, _, zone = words.rpartition(" ")
    return datetime.strptime(moment, "%Y-%m-%d %H.%M").replace(tzinfo=zone_of(Zone(zone))), Zone(
        zone
    )


@each(("now", "words", "expected"), CASES)
def test_a_moment_is_read(now: str, words: str, expected: str, world: World) -> None:
    """What is clear is one moment; after "?" stand the choices of a question; "-" cannot be read."""
    moment, zone = _now(now)
    read = read_moment(world.texts, words, moment, zone)
    shown = ", ".join(f"{m.astimezone(zone_of(zone)):%Y-%m-%d %H.%M}" for m in read.moments)
    if not shown:
        shown = "over" if read.doubt else "-"
    assert (f"? {shown}" if read.moments and read.doubt else shown) == expected


def test_the_table_is_long_enough() -> None:
    """Many phrases, and several moments of asking."""
    assert len(CASES) >= 120
    assert len({now for now, _, _ in CASES}) >= 10


MINUTES = st.integers(0, 5 * 366 * 24 * 60)
MOMENTS = MINUTES.map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@given(MOMENTS, st.integers(1, 60 * 24 * 364), st.sampled_from(Zone), st.sampled_from(Zone))
def test_what_the_bot_writes_is_read_back(
    world: World, start: datetime, minutes: int, zone: Zone, other: Zone
) -> None:
    """A moment as the bot prints it, typed back by anybody, is the same moment."""
    now = start.astimezone(ZONES[zone])
    moment = now + timedelta(minutes=minutes)
    for shown in (world.texts.moment(moment, zone), world.texts.brief_moment(moment, zone)):
        assert read_moment(world.texts, shown, now, other).moment == moment


@given(st.times(), st.sampled_from(Zone))
def test_an_hour_the_bot_writes_is_read_back(world: World, hour: time, zone: Zone) -> None:
    """As 07.30, "pukul 07.30 WIB" and "jam 07.30" are that hour and no other."""
    hour = hour.replace(second=0, microsecond=0, fold=0)
    shown = world.texts.clock(hour)
    for words in (shown, f"pukul {shown} {zone}", f"jam {shown}"):
        assert hours_in(world.texts, words) == (hour,)


@given(MOMENTS, st.text(max_size=60), st.sampled_from(Zone))
def test_whatever_is_typed_is_read_or_not(
    world: World, start: datetime, words: str, zone: Zone
) -> None:
    """No text is an error, and no moment that is read without a question lies in the past."""
    now = start.astimezone(ZONES[zone])
    read = read_moment(world.texts, words, now, zone)
    assert read.moment is None or read.moment > now


PIECES = st.lists(
    st.sampled_from(
        [
            "besok",
            "lusa",
            "jam",
            "9",
            "7",
            "12",
            "31",
            "setengah",
            "lewat",
            "kurang",
            "sore",
            "malam",
            "pagi",
            "senin",
            "minggu",
            "depan",
            "ini",
            "tanggal",
            "5/12",
            "07.00",
            "24.12",
            "desember",
            "februari",
            "2026",
            "menit",
            "lagi",
            "pekan",
            "atau",
            "-",
            "akhir",
            "bulan",
            "wita",
            "hari",
            "tahun",
            "seperempat",
            "dua",
            "puluh",
            "nanti",
            "dalam",
        ]
    ),
    max_size=7,
)


@given(MOMENTS, PIECES, st.sampled_from(Zone))
def test_any_order_of_known_words_is_read_or_not(
    world: World, start: datetime, pieces: list[str], zone: Zone
) -> None:
    """Words in a senseless order are no error either, and at most three moments are offered."""
    now = start.astimezone(ZONES[zone])
    read = read_moment(world.texts, " ".join(pieces), now, zone)
    assert len(read.moments) <= 3
    assert read.doubt or len(read.moments) <= 1


@each(
    ("answer", "day", "hour"),
    [
        ("yang sore", 1, 14),
        ("siang", 1, 14),
        ("dini hari", 1, 2),
        ("jam 9", 1, 9),
        ("9", 1, 9),
        ("09.30", 1, 9.5),
        ("lusa jam 9", 2, 9),
    ],
)
def test_a_question_may_be_answered_in_words(
    answer: str, day: int, hour: float, world: World
) -> None:
    """After "besok jam 2" the part of the day is enough, and an hour is one of that same day."""
    now, zone = _now(f"{EVENING} WIB")
    asked = read_moment(world.texts, "besok jam 2", now, zone)
    assert asked.doubt is MomentDoubt.HALF
    read = read_moment(world.texts, answer, now, zone, asked.moments)
    moment = datetime(2026, 12, day, int(hour), int(hour % 1 * 60), tzinfo=zone_of(zone))
    assert read.moment == moment


def test_a_misread_day_does_not_stick(world: World) -> None:
    """After a text that was read in part only, an hour alone is asked about; unread words start anew."""
    now, zone = _now(f"{EVENING} WIB")
    asked = read_moment(world.texts, "lusa xyz jam 9", now, zone)
    assert asked.doubt is MomentDoubt.ODD
    assert asked.odd == ("xyz",)
    hour = read_moment(world.texts, "jam 10", now, zone, asked.moments, unsure=True)
    assert hour.doubt is MomentDoubt.SEVERAL
    assert [moment.day for moment in hour.moments] == [2, 30]
    other = read_moment(world.texts, "xyz jam 8", now, zone, asked.moments)
    assert [moment.day for moment in other.moments] == [30, 1]


@given(st.integers(0, 99999), st.sampled_from(["xyz", "orang", "kali", "kelas", "minggu sekali"]))
def test_a_number_that_is_left_over_is_never_dropped(world: World, number: int, word: str) -> None:
    """A day and an hour beside a number of something else are asked about, never taken as they are."""
    now, zone = _now(f"{EVENING} WIB")
    read = read_moment(world.texts, f"lusa jam 9, {number} {word}", now, zone)
    assert read.moment is None
