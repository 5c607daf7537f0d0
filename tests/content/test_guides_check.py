"""What the check says of a guide that lacks a part or is too long for a phone."""

from pathlib import Path

import pytest

from bot.content.check.guides import check_guides
from bot.content.library import inspect
from bot.domain.programme.programme import EXAMPLE_LEVELS, Programme, SchoolLevel
from tests.content.test_guides import CONTENT, SAMPLE, TODAY, programme, read

__all__ = ["programme"]


def checked(text: str, folder: Path, programme: Programme) -> list[str]:
    """Return what the check says of the first task and its step."""
    path = folder / "coaching_id.md"
    steps, _ = read(text, folder, programme)
    found = check_guides(path, programme, steps)
    return [f"{one.line}: {one.fault}" for one in found if "nothing is written" not in one.fault]


def test_a_whole_task_passes(tmp_path: Path, programme: Programme) -> None:
    """A task with all its parts, a model for all and short words has no problem."""
    assert checked(SAMPLE, tmp_path, programme) == []


@pytest.mark.parametrize(
    ("edit", "line", "fault"),
    [
        (
            ("2. Apa yang berubah karena itu?\n", ""),
            "### Refleksi",
            "1 questions to look back with",
        ),
        (
            ("1. Apa yang mengejutkan Anda?", "1. Ceritakan."),
            "### Refleksi",
            "is no short question",
        ),
        (("- kecil: 8", "- kecil: 15"), "#### Versi", "the small version takes 15 minutes"),
        (("- kecil: 8\n", ""), "#### Versi", "the small version takes 0 minutes"),
        (("- siapkan: rpp, lkpd\n", ""), "### Tiga", "nothing to prepare"),
        (("Satu pertanyaan saja.", "Satu " * 70), "#### Versi", "'versi kecil' has 349 characters"),
        (("#### Bukti\n\nFoto papan.\n", ""), "### Tiga", "no 'bukti'"),
        (("#### Sekali lagi\n\nCoba di kelas lain.\n", ""), "### Tiga", "no 'sekali lagi'"),
        (("#### Contoh\n", "#### Contoh SD\n"), "### Tiga", "no model for PAUD"),
        (("“Boleh kosong?”", "“Boleh? " * 200 + "”"), "#### Contoh\n", "the model has 4"),
        (("- salin: Ini tidak", f"- salin: {'Ini ' * 65}tidak"), "#### Contoh\n", "to copy"),
        (("- Apakah ramah?\n", ""), "#### Latihan", "2 looks"),
        (("- Apakah ramah?", "- Ramah."), "#### Latihan", "'Ramah.' is no short question"),
        (("Apakah ramah?", f"Apakah {'ramah ' * 12}?"), "#### Latihan", "is no short question"),
        (("- Jika kelas diam, maka saya menunggu.\n", ""), "#### Rencana", "1 plans"),
        (("Jika kelas diam, maka saya", "Kalau kelas diam saya"), "#### Rencana", "is no plan"),
        (("maka saya menunggu.", f"maka saya {'menunggu ' * 20}."), "#### Rencana", "a plan of "),
        (("Berapa murid yang siap?", "Murid yang siap."), "#### Hitung", "is no question"),
    ],
)
def test_the_check_asks_for_each_part(
    edit: tuple[str, str], line: str, fault: str, tmp_path: Path, programme: Programme
) -> None:
    """What is missing or too long for a phone is named with the line to go to."""
    assert edit[0] in SAMPLE
    broken = SAMPLE.replace(*edit, 1)
    at = broken.count("\n", 0, broken.index(f"\n{line}") + 1) + 1
    found = checked(broken, tmp_path, programme)
    assert [one for one in found if one.startswith(f"{at}: ") and fault in one], found


def test_a_task_or_step_without_words_is_named(tmp_path: Path, programme: Programme) -> None:
    """Of thirteen steps none is forgotten, and no task of theirs."""
    path = tmp_path / "coaching_id.md"
    steps, _ = read(SAMPLE, tmp_path, programme)
    found = [one.fault for one in check_guides(path, programme, steps)]
    assert "nothing is written for 'langkah-sulit'" in found
    assert "nothing is written for the step 'ptk'" in found
    assert len(found) == 2 + 12


def test_the_shipped_guides_are_whole() -> None:
    """Every task of the shipped steps has all its parts, and a model for each kind of school."""
    findings = inspect(CONTENT, TODAY)
    path = CONTENT / "coaching_id.md"
    assert check_guides(path, findings.programme, findings.guides) == []
    for step in findings.programme:
        for task in step.tasks:
            for level in (*EXAMPLE_LEVELS, SchoolLevel.OTHER, None):
                assert task.guide.model_for(level), (task.slug, level)
            assert task.guide.small
            assert task.guide.small.minutes < task.minutes
