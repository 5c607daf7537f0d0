"""How steps_id.md is read, and what is said about a faulty one."""

from pathlib import Path

import pytest

from bot.content.problem import Problem
from bot.content.programme.steps import read_programme
from bot.domain.programme.programme import (
    EXAMPLE_LEVELS,
    Competency,
    Programme,
    SchoolLevel,
    SectionKind,
    Task,
)
from tests.each import each

SHIPPED = Path(__file__).parents[2] / "content" / "steps_id.md"


def caption(task: Task) -> str:
    return f"{task.title} ({task.minutes})"


def read(text: str, folder: Path) -> tuple[Programme, list[Problem]]:
    path = folder / "steps.md"
    path.write_text(text, encoding="utf-8")
    return read_programme(path, caption)


@pytest.fixture(scope="module")
def shipped() -> str:
    return SHIPPED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def two_steps(shipped: str) -> str:
    """The shipped file as far as its second step: a slip in it is told as in all of it."""
    return shipped[: shipped.index("## 3. ")]


def faults(problems: list[Problem]) -> list[str]:
    return [f"{problem.line}: {problem.fault}" for problem in problems]


def line_of(text: str, wanted: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if wanted in line)


def test_a_fault_is_told_of_each_file_it_stands_in(tmp_path: Path) -> None:
    """A text that is read twice is looked at once, and what is wrong with it is told at both places."""
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    read_again = [read("## 1. *Miring*\n\n> kutipan\n", folder) for folder in folders]
    told = [faults(problems) for _, problems in read_again]
    assert told[0] == told[1]
    assert "1: a heading is shown as it is written" in told[0]
    for folder, (_, problems) in zip(folders, read_again, strict=True):
        assert {problem.path for problem in problems} == {folder / "steps.md"}


def test_the_shipped_steps_are_complete() -> None:
    """The shipped file has 13 steps with every section, six examples, two tasks and four levels."""
    programme, problems = read_programme(SHIPPED, caption)
    assert problems == []
    assert [step.number for step in programme] == list(range(1, 14))
    for step in programme:
        assert set(step.sections) == set(SectionKind)
        assert set(step.examples) == set(EXAMPLE_LEVELS)
        assert len(step.tasks) >= 2
        assert len(step.rubric) == 4
        for task in step.tasks:
            assert task.plan
            assert task.action
            assert task.reflection
            assert 5 <= task.minutes <= 240


def test_slugs_and_labels_are_those_of_the_specification() -> None:
    """Progress is stored under these slugs, so they never change."""
    programme, _ = read_programme(SHIPPED, caption)
    slugs = (
        "murid teori kurikulum rancang laksana evaluasi refleksi berkembang ilmu peta tik tata ptk"
    )
    assert [step.slug for step in programme] == slugs.split()
    assert [step.competencies[0] for step in programme] == (
        [Competency.PEDAGOGIC] * 6
        + [Competency.PERSONALITY] * 2
        + [Competency.PROFESSIONAL] * 2
        + [Competency.PEDAGOGIC]
        + [Competency.PROFESSIONAL] * 2
    )


def test_each_level_reads_its_own_example_only() -> None:
    """A teacher's pages hold the example of her level and none of another."""
    programme, _ = read_programme(SHIPPED, caption)
    for step in programme:
        for level in EXAMPLE_LEVELS:
            text = "\n".join(page.html for page in step.pages_for(level))
            for other in EXAMPLE_LEVELS:
                first_line = step.examples[other].blocks[0]
                assert (first_line in text) == (other is level)


def test_without_a_level_the_example_page_asks_for_one() -> None:
    """A reader whose level is unknown, or another one, is asked whose example to show."""
    programme, _ = read_programme(SHIPPED, caption)
    for level in (None, SchoolLevel.OTHER):
        asking = [page for page in programme.steps[0].pages_for(level) if page.asks_level]
        assert [page.name for page in asking] == ["contoh"]


def test_a_page_is_found_again_after_the_content_changed() -> None:
    """A page name that is gone leads to its section, and an unknown one to the first page."""
    programme, _ = read_programme(SHIPPED, caption)
    step = programme.steps[0]
    pages = step.pages_for(SchoolLevel.SD)
    assert pages[step.page_index(SchoolLevel.SD, "tugas.9")].name == "tugas"
    assert pages[step.page_index(SchoolLevel.SD, "pertanyaan")].name == "bukti"
    assert step.page_index(SchoolLevel.SD, "tidak-ada") == 0


@each(
    ("before", "after", "fault"),
    [
        ("### Makna", "### Arti", "unknown section 'Arti'"),
        ("- slug: murid", "- slug: Murid Kita", "slug 'Murid Kita' cannot be used"),
        ("- slug: murid", "- slug: murid-yang-sangat-panjang", "cannot be used"),
        ("- tombol: Mengenal murid", "- tombol: " + "M" * 29, "label of 29 characters"),
        ("- kata: karakter", "- kunci: karakter", "field 'kata' is missing"),
        ("kompetensi: pedagogik, prof", "kompetensi: sihir, prof", "unknown kompetensi 'sihir'"),
        ("#### SLB", "#### SLBX", "unknown level 'SLBX'"),
        ("- menit: 30", "- menit: sebentar", "minutes are no number"),
        ("##### Refleksi", "##### Renungan", "task without 'refleksi'"),
        ("## 2. Menguasai", "## 3. Menguasai", "step 3 stands at place 2"),
        ("- slug: teori", "- slug: murid", "slug 'murid' stands twice"),
        ("## 1. Memahami", "## Memahami", "no number"),
        ("### Makna\n", "### Makna\n\n> kutipan\n", "is not understood"),
        ("### Makna\n", "### Makna\n\n[a](https://x.y)\n", "'link_open' is not understood"),
        ("### Makna\n", "### Makna\n\nBintang **lupa ditutup\n", "a star is left open"),
        ("### Makna\n", "### Makna\n\n" + "kata " * 260 + "\n", "has 1"),
        ("- tombol: Mengenal", "- tombol: **Mengenal**", "a label is shown as it is written"),
        ("## 1. Memahami", "## 1. *Memahami*", "a heading is shown as it is written"),
        ("- menit: 30", "- menit: ²30", "minutes are no number"),
        ("- menit: 30", "- menit: ٣٠", "minutes are no number"),
        ("- menit: 30", "- menit: " + "9" * 5000, "minutes are no number"),
        ("## 2. Menguasai", "## ². Menguasai", "no number"),
        ("- slug: murid", "- slug: murid\n- rentang: 2 pekan", "unknown field 'rentang'"),
        ("- slug: murid", "- slug: murid\n- slug: teori", "field 'slug' stands twice"),
        (
            "### Makna\n",
            "### Makna\n\nIsi.\n\n#### Rinci\n\nLagi.\n",
            "'#### Rinci' is shown nowhere",
        ),
        ("### Makna\n", "Pengantar.\n\n### Makna\n", "this is shown nowhere below '## 1."),
        ("### Contoh\n", "### Contoh\n\nPengantar.\n", "this is shown nowhere below '### Contoh'"),
        ("### Tugas mini\n", "### Tugas mini\n\n- satu\n", "shown nowhere below '### Tugas mini'"),
        ("##### Rencana\n", "Dulu.\n\n##### Rencana\n", "shown nowhere below '#### Tiga"),
        (
            "##### Refleksi",
            "##### Alat\n\nKertas.\n\n##### Refleksi",
            "unknown part of a task 'Alat'",
        ),
        (
            "##### Refleksi",
            "##### Rencana\n\nLagi.\n\n##### Refleksi",
            "'##### Rencana' stands twice",
        ),
        (
            "##### Refleksi",
            "###### Lain\n\nIsi.\n\n##### Refleksi",
            "'###### Lain' is shown nowhere",
        ),
        ("#### SMP", "#### SD\n\nLagi.\n\n#### SMP", "'#### SD' stands twice"),
        ("#### SMP", "##### Lagi\n\nIsi.\n\n#### SMP", "'##### Lagi' is shown nowhere"),
        ("### Mengapa\n", "### Makna\n\nLagi.\n\n### Mengapa\n", "'### Makna' stands twice"),
        ("1. **Saya", "- **Saya", "the rubric is not numbered"),
        ("4. **Saya", "4. Lain.\n5. **Saya", "the rubric has 5 levels"),
        ("4. **Saya", "   **Saya", "the rubric has 3 levels"),
        ("## 1. Memahami", "Pengantar.\n\n## 1. Memahami", "shown nowhere below '# Langkah"),
        ("## 1. Memahami", "### Lain\n\n## 1. Memahami", "'### Lain' stands outside a step"),
        ("### Makna\n", "### Makna\n\n<!-- a --> Isi.\n", "the comment hides more than itself"),
        ("### Makna\n", "### Makna\n\n<!-- a\n", "the comment hides more than itself"),
    ],
)
def test_a_fault_is_told_with_its_place(
    before: str, after: str, fault: str, two_steps: str, tmp_path: Path
) -> None:
    """Each kind of fault in the file is found."""
    assert before in two_steps
    _, problems = read(two_steps.replace(before, after, 1), tmp_path)
    assert any(fault in line for line in faults(problems)), faults(problems)


def test_the_beginning_has_no_fault_but_its_end(two_steps: str, tmp_path: Path) -> None:
    """What is told of a slip in it is not told of it anyway."""
    assert faults(read(two_steps, tmp_path)[1]) == ["1: 2 steps found"]


def test_the_line_of_a_fault_is_right(shipped: str, tmp_path: Path) -> None:
    """The line number is that of the faulty line, so that an editor finds it."""
    broken = shipped.replace("- menit: 30", "- menit: x", 1)
    _, problems = read(broken, tmp_path)
    assert [problem.line for problem in problems] == [line_of(broken, "- menit: x")]


@each("heading", ["### Mengapa", "#### SMP", "##### Pelaksanaan"])
def test_a_page_that_is_too_long_is_told_once(heading: str, shipped: str, tmp_path: Path) -> None:
    """Though seven kinds of readers would get the page, its heading is named once."""
    broken = shipped.replace(f"{heading}\n", f"{heading}\n\n{'kata ' * 260}\n", 1)
    broken = broken.replace("### Sentuhan\n", "### Sentuhan\n\nkata\n", 1)
    _, problems = read(broken, tmp_path)
    assert [problem.line for problem in problems] == [line_of(broken, heading)]
    assert "characters" in problems[0].fault


def test_the_first_of_two_is_kept(shipped: str, tmp_path: Path) -> None:
    """What stands twice is told, and does not silently replace what stood there before."""
    broken = shipped.replace("#### SMP", "#### SD\n\nLagi.\n\n#### SMP", 1)
    programme, problems = read(broken, tmp_path)
    assert [problem.fault for problem in problems] == ["'#### SD' stands twice"]
    assert programme.steps[0].examples[SchoolLevel.SD].blocks[0].startswith("Pak Made")


def test_all_faults_are_told_at_once(shipped: str, tmp_path: Path) -> None:
    """Several faults in one file are all listed, not only the first."""
    broken = shipped.replace("### Makna", "### Arti", 1).replace("- menit: 30", "- menit: x", 1)
    _, problems = read(broken, tmp_path)
    assert len(problems) >= 3


def test_an_empty_file_is_a_fault(tmp_path: Path) -> None:
    """A file without steps is refused."""
    programme, problems = read("", tmp_path)
    assert len(programme) == 0
    assert "0 steps found" in problems[0].fault


def test_a_problem_reads_as_file_line_and_advice(tmp_path: Path) -> None:
    """A problem is one line: file, line, what is wrong, what to do."""
    _, problems = read("", tmp_path)
    assert str(problems[0]).startswith(f"{tmp_path / 'steps.md'}:1: 0 steps found; write 13")
