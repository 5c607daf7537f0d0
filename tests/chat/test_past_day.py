"""A day that is over, as teachers type it."""

from datetime import date

from bot.chat.moments.past import read_past_day
from bot.chat.world import World
from tests.each import each

TODAY = date(2026, 11, 25)  # Wednesday
DAYS = {
    "hari ini": TODAY,
    "tadi": None,
    "kemarin": date(2026, 11, 24),
    "Kemarin bu": date(2026, 11, 24),
    "kmrn": date(2026, 11, 24),
    "Senin": date(2026, 11, 23),
    "hari Jumat": date(2026, 11, 20),
    "jum'at": date(2026, 11, 20),
    "Jumat kemarin": date(2026, 11, 20),
    "Jumat lalu": date(2026, 11, 20),
    "Jumat yang lalu": date(2026, 11, 20),
    "rabu": TODAY,
    "Rabu lalu": date(2026, 11, 18),
    "rabu kemarin": date(2026, 11, 18),
    "Senin pekan lalu": date(2026, 11, 16),
    "senin minggu lalu": date(2026, 11, 16),
    "Jumat minggu lalu": date(2026, 11, 20),
    "20 November": date(2026, 11, 20),
    "20/11": date(2026, 11, 20),
    "20-11-2026": date(2026, 11, 20),
    "20.11": date(2026, 11, 20),
    "Jumat, 20 November 2026": date(2026, 11, 20),
    "Kamis, 20 November 2026": None,
    "hari Minggu": date(2026, 11, 22),
    "1 Desember": None,
    "1 Desember 2025": date(2025, 12, 1),
    "31/12": None,
    "30 Juni": date(2026, 6, 30),
    "tanggal 5": date(2026, 11, 5),
    "tgl 28": date(2026, 10, 28),
    "tanggal 5 bulan lalu": date(2026, 10, 5),
    "tanggal 31": date(2026, 10, 31),
    "2 hari yang lalu": date(2026, 11, 23),
    "dua hari lalu": date(2026, 11, 23),
    "3 hr lalu": date(2026, 11, 22),
    "seminggu lalu": date(2026, 11, 18),
    "sebulan yang lalu": date(2026, 10, 25),
    "besok": date(2026, 11, 26),
    "29 Februari 2024": date(2024, 2, 29),
    "30 Februari": None,
    "Senin atau Selasa": None,
    "20 November, 9 murid": None,
    "lupa": None,
    "kapan ya": None,
    "": None,
    "pekan lalu": None,
    "bulan lalu": None,
    "99/99": None,
    "😀": None,
}


@each(("text", "day"), DAYS.items())
def test_a_day_that_is_over_is_read_from_what_is_typed(
    text: str, day: date | None, world: World
) -> None:
    """The last such day is meant; what names none, or several, names none."""
    assert read_past_day(world.texts, text, TODAY).day == day
