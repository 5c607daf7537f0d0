"""How texts_id.ftl is read, formatted and compared with the code."""

from datetime import UTC, date, datetime
from pathlib import Path
from re import search

import pytest

from bot.content.texts import Html, Texts, read_texts
from bot.domain.calendar.quarter import local
from bot.domain.person.zone import Zone
from bot.errors import TextFaulty, TextMissing
from bot.run.doctor.content import content_problems
from tests.each import each

ROOT = Path(__file__).parents[2]
TEXTS = Texts(
    "hello = Halo { $name }, { $count } langkah.\n"
    "    .button = Buka { $name }\n"
    "    .words = Satu, dua ,\n"
    "level-sd = SD & MI\n"
)


def test_arguments_are_escaped_for_telegram() -> None:
    """What a person typed cannot become a tag."""
    assert TEXTS.say("hello", name="<b>&", count=2) == "Halo &lt;b&gt;&amp;, 2 langkah."


@each(("name", "end"), [("Sari", "Sari."), ("Sari, S.Pd.", "S.Pd."), (Html("A; Budi, Gr."), "Gr.")])
def test_a_title_at_the_end_of_a_sentence_keeps_one_dot(name: str, end: str) -> None:
    """The dot of an abbreviation is that of the sentence, too; bold or not."""
    said = Texts("plain = Oleh { $by }. Lalu\nbold = Oleh <b>{ $by }</b>. Lalu")
    assert said.say("plain", by=name).endswith(f"{end} Lalu")
    assert said.say("bold", by=name).replace("</b>", "").endswith(f"{end} Lalu")


def test_html_is_not_escaped_twice() -> None:
    """Text that is Telegram HTML already is left as it is."""
    assert TEXTS.say("hello", name=Html("<b>a</b>"), count=1).startswith("Halo <b>a</b>,")


def test_labels_are_plain_text() -> None:
    """A button shows its label as it is, so nothing is escaped there."""
    assert TEXTS.label("hello", "button", name="A & B") == "Buka A & B"
    assert TEXTS.pick("level", "sd") == "SD & MI"


def test_no_invisible_characters_stand_around_arguments() -> None:
    """A message holds no direction marks, which would count and confuse searches."""
    assert "\u2068" not in TEXTS.say("hello", name="x", count=1)


def test_numbers_are_written_the_indonesian_way() -> None:
    """Thousands are separated by a dot."""
    assert "1.250 langkah" in TEXTS.say("hello", name="x", count=1250)


def test_word_lists_are_cleaned() -> None:
    """A list written with commas comes in lower case without empty members."""
    assert TEXTS.words("hello", "words") == ("satu", "dua")


def test_a_missing_message_or_argument_is_an_error() -> None:
    """Nothing is shown with a hole in it."""
    with pytest.raises(TextMissing):
        TEXTS.say("nothing")
    with pytest.raises(TextMissing):
        TEXTS.label("hello", "nothing")
    with pytest.raises(TextFaulty):
        TEXTS.say("hello", name="x")


@each(
    ("zone", "expected"),
    [
        (Zone.WIB, "Jumat, 20 November 2026 pukul 23.30 WIB"),
        (Zone.WITA, "Sabtu, 21 November 2026 pukul 00.30 WITA"),
        (Zone.WIT, "Sabtu, 21 November 2026 pukul 01.30 WIT"),
        (None, "Jumat, 20 November 2026 pukul 23.30 WIB"),
    ],
)
def test_moments_are_told_in_the_persons_zone(zone: Zone | None, expected: str) -> None:
    """Dates and hours are written as EYD asks, in the zone of the person."""
    assert TEXTS.moment(datetime(2026, 11, 20, 16, 30, tzinfo=UTC), zone) == expected


def test_a_moment_may_be_shown_by_the_readers_own_clock() -> None:
    """Apps that know moments show them by their own clock, all others the words of her zone."""
    html = TEXTS.own_moment(datetime(2026, 11, 20, 16, 30, tzinfo=UTC), Zone.WIT)
    words = TEXTS.moment(datetime(2026, 11, 20, 16, 30, tzinfo=UTC), Zone.WIT)
    assert html == f'<tg-time unix="1795192200" format="wDt">{words}</tg-time>'


@each("zone", list(Zone))
def test_a_day_may_be_kept_in_a_calendar_and_stays_the_same_day(zone: Zone) -> None:
    """Apps offer it as a date; read in any zone of the country it is that day."""
    html = TEXTS.own_day(date(2026, 12, 18), zone)
    unix = search(r'unix="(\d+)" format="wD">Jumat, 18 Desember 2026</tg-time>', html)
    assert unix
    moment = datetime.fromtimestamp(int(unix[1]), UTC)
    assert {local(moment, one).date() for one in Zone} == {date(2026, 12, 18)}


def test_the_shipped_content_has_no_problem() -> None:
    """Steps, texts and their use in the code agree."""
    assert list(map(str, content_problems(ROOT / "content", date(2026, 11, 20)))) == []


def test_a_broken_message_is_told_with_its_line(tmp_path: Path) -> None:
    """A message that cannot be read and one that stands twice are found."""
    path = tmp_path / "texts.ftl"
    path.write_text("a = x\nb = { $\nc = y\na = z\n", encoding="utf-8")
    _, problems = read_texts(path)
    assert [(problem.line, problem.fault.split(":")[0]) for problem in problems] == [
        (2, "cannot be read"),
        (4, "'a' stands twice"),
    ]
