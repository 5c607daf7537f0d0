"""How calendar_id.toml is read, and what is said about a faulty one."""

from datetime import date
from pathlib import Path

from bot.content.calendar.calendar import read_calendar
from bot.domain.calendar.quarter import Quarter
from tests.each import each

SHIPPED = Path(__file__).parents[2] / "content" / "calendar_id.toml"
TODAY = date(2026, 11, 20)


def test_the_shipped_calendar_has_no_problem() -> None:
    """The shipped file is sound and knows the holidays of the announced years."""
    calendar, problems = read_calendar(SHIPPED, TODAY)
    assert problems == []
    assert calendar.holidays[date(2027, 3, 8)] == "Hari Suci Nyepi"
    assert calendar.holidays[date(2026, 12, 24)].startswith("Cuti Bersama")
    assert calendar.holidays[date(2027, 3, 10)] == "Hari Raya Idulfitri"
    assert not any(day.year == 2028 for day in calendar.holidays)
    assert calendar.window(Quarter(2026, 4)).first == date(2026, 12, 1)


@each(
    ("before", "after", "fault"),
    [
        ("first = 2026-12-01", "first = 2026-10-01", "2026-Q4 overlaps 2026-Q3"),
        ("last = 2026-12-18", "last = 2026-11-18", "the dates are not in order"),
        ("until = 2027-01-22", "until = 'kapan'", "a date is missing"),
        ('quarter = "2026-Q4"', 'quarter = "T2"', "no quarter like 2026-Q4"),
        ('quarter = "2026-Q4"', 'quarter = "2026-Q3"', "2026-Q3 stands twice"),
        ('saturday = "quiet"', 'saturday = "perhaps"', "saturday is neither"),
        ('name = "awal Ramadan"', 'name = "x"\nzones = ["WIBB"]', "unknown zone 'WIBB'"),
        ('name = "awal Ramadan"', "", "a quiet without a name"),
        ("[[break]]", "[[pause]]", "unknown key 'pause'"),
        ('"08-17"', '"17-08"', "no day like 08-17"),
        ("years = [2026, 2027]", 'years = ["2026"]', "years are no numbers"),
        ("years = [2026, 2027]", "years = [true]", "years are no numbers"),
        ("years = [2026, 2027]", "years = [20266]", "no year like 2026: 20266"),
        ("until = 2027-01-22", "until = 9999-12-31", "no year like 2026: 9999-12-31"),
        ("first = 2026-12-01", "first = ", "Invalid value"),
        ("first = 2027-03-29", "first = 2026-12-20", "2026-12-20 does not lie in 2027-Q1"),
        ("last = 2027-02-11", "last = 2027-03-02", "overlaps 'awal Ramadan'"),
        ("last = 2027-03-19", "last = 2028-03-19", "lasts 385 days"),
        ("until = 2027-01-22", "until = 2027-01-22\nutil = 1", "unknown key 'util' in window"),
        ('name = "awal Ramadan"', 'name = "x"\nzones = 3', "unknown zone '3'"),
        ("years = [2026, 2027]", "years = 2026", "holidays.years cannot be read"),
    ],
)
def test_a_fault_is_told_with_its_line(before: str, after: str, fault: str, tmp_path: Path) -> None:
    """Each kind of fault is found, on the line (or table) where it stands."""
    text = SHIPPED.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "calendar.toml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    _, problems = read_calendar(path, TODAY)
    told = [problem for problem in problems if fault in problem.fault]
    assert told, problems
    line = text.split(before)[0].count("\n") + 1
    assert abs(told[0].line - line) <= 4


def test_a_calendar_of_the_past_is_a_warning() -> None:
    """When every window is over, somebody should add the coming year, but the bot still runs."""
    _, problems = read_calendar(SHIPPED, date(2030, 1, 1))
    assert [problem.fault for problem in problems] == ["all windows lie in the past"]
    assert problems[0].is_warning


def test_an_empty_file_falls_back_to_the_rules(tmp_path: Path) -> None:
    """Without any date the bot still works by rule."""
    path = tmp_path / "calendar.toml"
    path.write_text("", encoding="utf-8")
    calendar, problems = read_calendar(path, TODAY)
    assert problems == []
    assert calendar.window(Quarter(2026, 4)).last == date(2026, 12, 18)


@each(
    ("text", "fault"),
    [
        ('[window]\nquarter = "2027-Q1"', "window is no table"),
        ("window = 3", "window is no table"),
        ("quiet = [1, 2]", "quiet is no table"),
        ("holidays = 3", "holidays is no table"),
        ('[holidays]\nfixed = ["08-17"]', "holidays.fixed cannot be read"),
        ('saturday = ["quiet"]', "saturday is neither"),
    ],
)
def test_another_form_is_told_and_does_no_harm(text: str, fault: str, tmp_path: Path) -> None:
    """What is no calendar at all is a problem with a line, too, and what remains can be used."""
    path = tmp_path / "calendar.toml"
    path.write_text(text, encoding="utf-8")
    calendar, problems = read_calendar(path, TODAY)
    assert fault in problems[0].fault
    assert calendar.window(Quarter(2026, 4)).last == date(2026, 12, 18)


def test_a_file_that_ends_too_early_is_told_at_its_end(tmp_path: Path) -> None:
    """What is missing at the end of the file is told at its last line, not at the first."""
    path = tmp_path / "calendar.toml"
    path.write_text('checked = 2026-11-20\n\nsaturday = "quiet"\nyears = [2026', encoding="utf-8")
    _, problems = read_calendar(path, TODAY)
    assert [(problem.line, problem.advice) for problem in problems] == [(4, "mend the TOML")]


def test_a_number_beyond_all_numbers_is_told(tmp_path: Path) -> None:
    """A number with thousands of digits is a problem of the file, not a crash."""
    path = tmp_path / "calendar.toml"
    path.write_text(f"x = {'9' * 5000}", encoding="utf-8")
    _, problems = read_calendar(path, TODAY)
    assert [problem.advice for problem in problems] == ["mend the TOML"]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    """Saved by a word processor it is refused in words, not with a crash."""
    path = tmp_path / "calendar.toml"
    path.write_bytes("# cuti bersama – é".encode("utf-16"))
    _, problems = read_calendar(path, TODAY)
    assert ["UTF-8" in problem.fault for problem in problems] == [True]


@each(("last", "told"), [("2026-10-01", []), ("2026-10-02", ["lasts 93 days"])])
def test_a_quiet_period_lasts_three_months_at_most(
    last: str, told: list[str], tmp_path: Path
) -> None:
    """92 days may be meant; one more would silence the bot by a slip of the pen."""
    path = tmp_path / "calendar.toml"
    text = f'[[quiet]]\nname = "panjang"\nfirst = 2026-07-02\nlast = {last}\n'
    path.write_text(text, encoding="utf-8")
    _, problems = read_calendar(path, TODAY)
    faults = [problem.fault for problem in problems]
    assert [part in fault for part, fault in zip(told, faults, strict=True)] == [True] * len(told)
