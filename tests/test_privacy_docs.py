"""What people and operators are told about data is what the code does: numbers, kinds, fields, commands."""

import re
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.retention import BROADCAST_MONTHS, LETTER_MONTHS
from bot.domain.backup import PROMISED_DAYS
from bot.domain.breach import PER_SECOND, WITHIN
from bot.domain.person.farewell import KEPT
from bot.domain.person.lapse import GRACE, LAPSE_MONTHS
from bot.domain.person.old_files import FILE_MONTHS
from bot.domain.person.person import CONSENT_VERSION, SCHOOL_TERMS, Person
from bot.domain.school.audit import MONTHS_KEPT
from bot.store.codec.kinds import KINDS
from tests.shipped import ROOT, shipped_world

PRIVACY, ASSESSMENT = ROOT / "docs" / "privasi.md", ROOT / "docs" / "dpia.md"
HOUR = timedelta(hours=1)
NAMED = re.compile(r"`(tests/[\w/]+\.py)`")


def rows(path: Path, title: str) -> dict[str, str]:
    """Return the table below a heading or a line of a document: first column and the last."""
    after = path.read_text(encoding="utf-8").split(title, 1)[1]
    table = re.search(r"(?:^\|.*\n)+", after, re.MULTILINE)
    assert table
    cells = [[one.strip() for one in line.strip("|").split("|")] for line in table[0].splitlines()]
    return {row[0]: row[-1] for row in cells[2:]}


def test_how_long_everything_is_kept_is_what_the_code_keeps() -> None:
    """Each row of the table for teachers, from the constant that decides it."""
    kept = rows(PRIVACY, "## Berapa lama")
    said = [int(number) for words in kept.values() for number in re.findall(r"\d+", words)]
    assert said == [
        LAPSE_MONTHS,
        GRACE.days,
        FILE_MONTHS,
        LETTER_MONTHS,
        BROADCAST_MONTHS,
        MONTHS_KEPT,
        PROMISED_DAYS,
        KEPT.days,
    ]


def test_how_long_each_kind_is_kept_is_told_to_the_operator_as_well() -> None:
    """The same numbers, by kind of document."""
    kept = rows(ASSESSMENT, "## Data\n")
    numbers = {kind: [int(one) for one in re.findall(r"\d+", how)] for kind, how in kept.items()}
    assert numbers["`people`"] == [LAPSE_MONTHS, GRACE.days]
    assert numbers["`audit`"] == [MONTHS_KEPT]
    assert numbers["`farewells`"] == [KEPT.days]
    assert numbers["`broadcasts`"] == [BROADCAST_MONTHS, LETTER_MONTHS, FILE_MONTHS]


def test_every_kind_of_document_and_every_field_of_a_person_is_listed() -> None:
    """Whoever adds one says what it holds and for how long."""
    assert set(rows(ASSESSMENT, "## Data\n")) == {f"`{kind.name}`" for kind in KINDS}
    told = rows(ASSESSMENT, "Isi `people`").values()
    named = [name for words in told for name in re.findall(r"`(\w+)`", words)]
    assert sorted(named) == sorted(one.name for one in fields(Person))


def test_versions_hours_and_pace_are_those_of_the_code() -> None:
    """What people agreed to, the law's three days, and thirty messages a second."""
    for path in (PRIVACY, ASSESSMENT):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"persetujuan(?: \(Ps\. 20\),)?\s+(?:versi )?(\d)", text)[0] == str(
            CONSENT_VERSION
        )
        assert f"versi {SCHOOL_TERMS}" in text
        assert re.search(r"3 . (\d+) jam", text)[1] == str(WITHIN // 3 // HOUR)  # type: ignore[index] # told
    assert f"{PER_SECOND} pesan per detik" in ASSESSMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [PRIVACY, ASSESSMENT], ids=lambda path: path.name)
def test_commands_and_tests_that_are_named_exist(path: Path) -> None:
    """A right with a command that does nothing is none; a measure with a test that is gone is a word."""
    text = path.read_text(encoding="utf-8")
    words = {word.lstrip("/") for word in re.findall(r"`(/\w+)`", text)}
    assert words <= set(shipped_world().words)
    assert [one for one in NAMED.findall(text) if not (ROOT / one).exists()] == []


def test_the_notice_in_the_bot_tells_the_same_numbers() -> None:
    """What people agree to on their screen, with the words that no AI is used."""
    full = shipped_world().texts.say("privacy-full")
    for words in (
        f"tidak dipakai {LAPSE_MONTHS} bulan",
        f"dan {GRACE.days} hari kemudian data dihapus",
        f"selama {FILE_MONTHS} bulan",
        f"paling lambat {PROMISED_DAYS} hari",
        f"dicatat {MONTHS_KEPT} bulan",
        f"Siaran disimpan {BROADCAST_MONTHS} bulan, surat {LETTER_MONTHS} bulan",
        "Tanpa AI generatif",
    ):
        assert words in full
