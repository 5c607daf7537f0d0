"""What an editor may do to the shipped texts is told before anybody sees it."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import TypeAlias

import pytest

from bot.run.doctor.content import content_problems
from tests.each import each

ROOT = Path(__file__).parents[2]


TODAY = date(2026, 11, 20)


Slip: TypeAlias = tuple[str, str, str]
"""What stands in the texts, what is written instead, and what is to be told of that."""


@pytest.fixture
def shipped(tmp_path: Path) -> Callable[[str, str], list[str]]:
    """Return a function that edits a copy of the shipped texts and tells what is wrong then."""

    def edit(before: str, after: str) -> list[str]:
        return told_of([(before, after, "")], tmp_path)[before, after, ""]

    return edit


def told_of(slips: Sequence[Slip], place: Path) -> dict[Slip, list[str]]:
    """Return what is wrong with copies of the shipped texts, each with all slips that fit into it."""
    folder = Path(copytree(ROOT / "content", place / "content"))
    path, left, told = folder / "texts_id.ftl", list(slips), dict[Slip, list[str]]()
    shipped = path.read_text(encoding="utf-8")
    while left:
        text, made = shipped, list[Slip]()
        for slip in left:
            if slip[0] in text:
                text = text.replace(slip[0], slip[1], 1)
                made.append(slip)
        assert made, f"not in the shipped texts: {left}"
        path.write_text(text, encoding="utf-8")
        problems = [str(problem) for problem in content_problems(folder, TODAY)]
        told |= dict.fromkeys(made, problems)
        left = [slip for slip in left if slip not in made]
    return told


SLIPS: tuple[Slip, ...] = (
    ("libur ({ $name })", "libur ({ $nama })", "unknown variable '$nama' in 'quiet-libur'"),
    ("recap-sheet-guru = Guru\n", "", "'recap-sheet-guru' is missing"),
    (".line-belum", ".line-awal", "'steps.line-belum' is missing"),
    ("quiet-malam = malam hari", "quiet-malam = { malam } hari", "unknown message 'malam'"),
    (
        ".words = langkah, belajar",
        ".words = ,",
        "'command-steps.words' holds no word",
    ),
    ("profile-short = Teman", "profile-short = { $x }", "unknown variable '$x'"),
    ("command-menu = Buka", "command-menu = { buka }", "unknown message 'buka'"),
)


@each("slip", SLIPS)
def test_a_slip_in_the_shipped_texts_is_told_with_its_place(
    slip: Slip, told: dict[Slip, list[str]]
) -> None:
    """What an editor is likely to do to the real texts is told, once and without a crash."""
    found = [line for line in told[slip] if slip[2] in line]
    assert len(found) == 1
    assert "texts_id.ftl:" in found[0]


@each("name", ["texts_id.ftl", "steps_id.md", "calendar_id.toml"])
def test_a_file_in_another_encoding_is_one_problem(name: str, tmp_path: Path) -> None:
    """Saved by a word processor, a content file is refused in words with its line."""
    folder = tmp_path / "content"
    copytree(ROOT / "content", folder)
    (folder / name).write_bytes(b"# x\n# caf\xe9\n")
    found = [str(problem) for problem in content_problems(folder, TODAY)]
    assert len(found) == 1
    assert found[0].startswith(f"{folder / name}:2: the file is not UTF-8")


def test_the_mark_of_an_editor_before_the_text_is_no_problem(tmp_path: Path) -> None:
    """A file saved as "UTF-8 with BOM" and with the line ends of Windows is read as any other."""
    folder = tmp_path / "content"
    copytree(ROOT / "content", folder)
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert content_problems(folder, TODAY) == ()


FORBIDDEN: tuple[Slip, ...] = (
    ("Sudah disimpan.", "Sudah disimpan!!", "'!!' in 'ask-saved'"),
    ("Sudah disimpan.", "Sudah kamu simpan.", "'kamu' in 'ask-saved'"),
    ("{ $days } hari tidak aktif", "tidak aktif sejak { $days } hari", "'sejak 7 hari'"),
    (
        "Bot tidak akan mengirim pesan lebih dulu.",
        "Bot tidak akan menulis.",
        "bot tidak akan men",
    ),
    ("Bagian ini hanya untuk", "Anda tidak berhak membuka", "'tidak berhak' in 'no-right'"),
    ("Silakan ketik yang lebih pendek.", "Silahkan ketik.", "'Silahkan' in 'ask-long'"),
    ("misalnya “besok 07.00”", "misalnya “besok 07:00”", "'07:00' in 'broadcast-when"),
    ("Digeser: { $reasons }.", "(Digeser: libur (Natal).)", "'(Digeser: libur (Natal)'"),
    (".menu = Menu", ".menu = Kembali ke menu utama Langkah Guru", "the label 'nav.menu' has"),
    ("Evaluasi awal (±12 menit)", "Evaluasi pertama kami (±12 menit)", "up to 33 char"),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[Slip, list[str]]:
    """What is told of the shipped texts with all slips in them, and all that the style guide forbids."""
    return told_of((*SLIPS, *FORBIDDEN), tmp_path_factory.mktemp("slips"))


@each("slip", FORBIDDEN)
def test_what_the_style_guide_forbids_is_found(slip: Slip, told: dict[Slip, list[str]]) -> None:
    """Rudeness, wrong spelling, hours with a colon and labels too long never reach a teacher."""
    fault = slip[2].casefold()
    assert any(fault in problem.casefold() for problem in told[slip])


def test_what_people_write_to_the_bot_may_be_spelt_as_they_like(
    shipped: Callable[[str, str], list[str]],
) -> None:
    """The style guide is for what the bot says, not for the words it understands."""
    assert shipped("siapa_ini, ini_siapa", "siapa_ini, silahkan, ini_siapa") == []
