"""How coaching_id.md is read, and what is said about a faulty one."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bot.content.library import inspect, load
from bot.content.problem import Problem
from bot.content.programme.guides import GuidedSteps, guided, read_guides
from bot.content.programme.steps import read_programme
from bot.domain.programme.guide import NO_GUIDE, Aid, Model, SignKind
from bot.domain.programme.programme import Programme, SchoolLevel, Task
from bot.run.doctor.content import content_problems
from tests.each import each

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 30)

SAMPLE = """## Mengenal murid

- langkah: murid

### Refleksi

1. Apa yang mengejutkan Anda?
2. Apa yang berubah karena itu?

### Tiga pertanyaan awal

- tugas: tiga-tanya
- kecil: 8
- siapkan: rpp, lkpd
- hitung: angka

#### Versi kecil

Satu pertanyaan saja.

#### Contoh

- salin: Ini tidak dinilai.

*Kelas 4.*

**Guru:** “Ini tidak dinilai.”
**Murid:** “Boleh kosong?”

#### Contoh SMA, SMK

- salin: Tulis Y atau R.

**Guru:** “Tulis Y atau R.”

#### Contoh guru BK

- salin: Tanpa nama.

**Guru:** “Tanpa nama.”

#### Latihan

Ucapkan kalimat pembuka Anda.

- Apakah jelas?
- Apakah singkat?
- Apakah ramah?

#### Rencana

- Jika kelas diam, maka saya menunggu.
- Jika waktu habis, maka saya berkata, “Besok kita lanjutkan.”

#### Hitung

Berapa murid yang siap?

#### Bukti

Foto papan.

#### Sekali lagi

Coba di kelas lain.
"""


@pytest.fixture(scope="module")
def programme() -> Programme:
    return read_programme(CONTENT / "steps_id.md", lambda task: task.title)[0]


def read(text: str, folder: Path, programme: Programme) -> tuple[GuidedSteps, list[Problem]]:
    path = folder / "coaching_id.md"
    path.write_text(text, encoding="utf-8")
    return read_guides(path, programme)


def first_task(text: str, folder: Path, programme: Programme) -> Task:
    steps, problems = read(text, folder, programme)
    assert problems == []
    return guided(programme, steps).steps[0].tasks[0]


def test_every_part_of_a_task_is_read(tmp_path: Path, programme: Programme) -> None:
    """What an editor writes below a task comes with the task, its own words unchanged."""
    guide = first_task(SAMPLE, tmp_path, programme).guide
    assert guide.small
    assert (guide.small.minutes, guide.small.html) == (8, "Satu pertanyaan saja.")
    assert guide.rehearsal
    assert guide.rehearsal.html == "Ucapkan kalimat pembuka Anda."
    assert guide.rehearsal.looks == ("Apakah jelas?", "Apakah singkat?", "Apakah ramah?")
    assert guide.if_then[0] == "Jika kelas diam, maka saya menunggu."
    assert guide.prepares == (Aid.PLAN, Aid.SHEET)
    assert guide.sign
    assert guide.sign.question == "Berapa murid yang siap?"
    assert guide.sign.kind is SignKind.NUMBER
    assert (guide.evidence, guide.again) == ("Foto papan.", "Coba di kelas lain.")


def test_a_model_keeps_its_lines(tmp_path: Path, programme: Programme) -> None:
    """Every turn of a dialogue stands on its own line; the words to copy are kept apart."""
    model = first_task(SAMPLE, tmp_path, programme).guide.model
    said = "<b>Guru:</b> “Ini tidak dinilai.”\n<b>Murid:</b> “Boleh kosong?”"
    assert model == Model(f"<i>Kelas 4.</i>\n\n{said}", "Ini tidak dinilai.")


@each(
    ("level", "counsels", "copied"),
    [
        (SchoolLevel.SD, False, "Ini tidak dinilai."),
        (SchoolLevel.SMA, False, "Tulis Y atau R."),
        (SchoolLevel.SMK, False, "Tulis Y atau R."),
        (SchoolLevel.OTHER, False, "Ini tidak dinilai."),
        (None, False, "Ini tidak dinilai."),
        (SchoolLevel.SMA, True, "Tanpa nama."),
        (None, True, "Tanpa nama."),
    ],
)
def test_each_reader_has_her_model(
    level: SchoolLevel | None, *, counsels: bool, copied: str, tmp_path: Path, programme: Programme
) -> None:
    """A teacher is shown the model of her kind of school, a guru BK hers, all others that for all."""
    model = first_task(SAMPLE, tmp_path, programme).guide.model_for(level, counsels=counsels)
    assert model
    assert model.copied == copied


def test_without_a_model_for_all_the_first_is_shown(tmp_path: Path, programme: Programme) -> None:
    """Who has told no kind of school still sees a model, and a guru BK without her own as well."""
    text = SAMPLE.replace("#### Contoh\n", "#### Contoh SD\n").replace(
        "#### Contoh guru BK", "#### Contoh SLB"
    )
    guide = first_task(text, tmp_path, programme).guide
    shown = [guide.model_for(None), guide.model_for(None, counsels=True)]
    assert shown == [guide.models[SchoolLevel.SD]] * 2
    assert NO_GUIDE.model_for(SchoolLevel.SD) is None


def test_a_step_brings_two_questions(tmp_path: Path, programme: Programme) -> None:
    """The questions to look back with belong to the step, in the words for guru BK as well."""
    steps, _ = read(SAMPLE, tmp_path, programme)
    whole = guided(programme, steps)
    asked = ("Apa yang mengejutkan Anda?", "Apa yang berubah karena itu?")
    assert whole.steps[0].looking_back == asked
    assert whole.told(counsels=True).steps[0].looking_back == asked
    assert whole.steps[1].looking_back == ()


def test_any_part_may_be_missing(tmp_path: Path, programme: Programme) -> None:
    """A task of which only the slug is written is read without a fault, and stands alone."""
    text = SAMPLE[: SAMPLE.index("- kecil")]
    assert first_task(text, tmp_path, programme).guide == NO_GUIDE


def test_the_bot_starts_without_the_file(tmp_path: Path) -> None:
    """A content folder of an older release goes on working; only the check asks for the file."""
    folder = tmp_path / "content"
    copytree(CONTENT, folder)
    (folder / "coaching_id.md").unlink()
    task = load(folder, TODAY).programme.steps[0].tasks[0]
    assert task.guide == NO_GUIDE
    found = [str(problem) for problem in content_problems(folder, TODAY)]
    assert [one for one in found if "coaching_id.md:1: the file is missing" in one]


def test_the_start_brings_the_guides() -> None:
    """What the file says of a task is what the bot has of it."""
    for told in (False, True):
        for step in load(CONTENT, TODAY).programme.told(counsels=told):
            assert len(step.looking_back) == 2
            assert all(task.guide.sign for task in step.tasks)


@each(
    ("before", "after", "fault"),
    [
        ("- langkah: murid", "- langkah: muridku", "no step 'muridku'"),
        ("- langkah: murid", "- step: murid", "unknown field 'step'"),
        ("- tugas: tiga-tanya", "- tugas: empat-tanya", "no task 'empat-tanya' in this step"),
        ("- tugas: tiga-tanya", "- tugas:", "field 'tugas' is missing"),
        ("- kecil: 8", "- kecil: sebentar", "minutes are no number"),
        ("- siapkan: rpp, lkpd", "- siapkan: rpp, laptop", "unknown word 'laptop'"),
        ("- hitung: angka", "- hitung: banyak", "unknown word 'banyak'"),
        ("#### Bukti", "#### Foto", "unknown part of a task 'Foto'"),
        ("#### Bukti", "#### Hitung\n\nApa?\n\n#### Bukti", "'#### Hitung' stands twice"),
        ("#### Contoh SMA, SMK", "#### Contoh STM", "unknown reader 'stm' of a model"),
        ("#### Contoh guru BK", "#### Contoh SMK", "'#### Contoh SMK' stands twice"),
        ("- salin: Tanpa nama.\n", "", "field 'salin' is missing"),
        ("- salin: Tanpa nama.", "- salin: **Tanpa** nama.", "a label is shown as it is written"),
        ("#### Rencana\n", "#### Rencana\n\nPilih satu.\n", "shown nowhere below"),
        ("#### Bukti\n", "#### Bukti\n\n##### Rinci\n\nApa.\n", "'##### Rinci' is shown nowhere"),
        ("## Mengenal murid\n", "Isi.\n\n## Mengenal murid\n", "this is shown nowhere"),
        ("## Mengenal murid\n", "### Lain\n\n## Mengenal murid\n", "stands outside a step"),
    ],
)
def test_what_cannot_be_read_is_told(
    before: str, after: str, fault: str, tmp_path: Path, programme: Programme
) -> None:
    """A slip of the pen in a name or a field is found, so that nothing is silently lost."""
    assert before in SAMPLE
    _, problems = read(SAMPLE.replace(before, after, 1), tmp_path, programme)
    told = [problem.fault for problem in problems]
    assert any(fault in one for one in told), told


def test_what_stands_twice_is_told(tmp_path: Path, programme: Programme) -> None:
    """The first of two entries for one task, or one step, is kept and the second told."""
    task = SAMPLE[SAMPLE.index("### Tiga") :]
    steps, problems = read(SAMPLE + task.replace("kecil: 8", "kecil: 5"), tmp_path, programme)
    assert [problem.fault for problem in problems] == ["task 'tiga-tanya' stands twice"]
    small = steps["murid"].tasks["tiga-tanya"].guide.small
    assert small
    assert small.minutes == 8
    _, problems = read(SAMPLE + SAMPLE, tmp_path, programme)
    assert [problem.fault for problem in problems] == ["step 'murid' stands twice"]


def test_the_words_of_broken_steps_are_told_once(tmp_path: Path) -> None:
    """Where the steps themselves cannot be read, nobody is sent to the guides."""
    folder = tmp_path / "content"
    copytree(CONTENT, folder)
    (folder / "steps_id.md").write_bytes(b"# caf\xe9\n")
    assert {one.path.name for one in inspect(folder, TODAY).problems} == {"steps_id.md"}
