"""What a reader meets in every step: one form for one thing, in short sentences.

The rules are those of docs/panduan-konten.md, section 5.
"""

from collections.abc import Iterator
from pathlib import Path
from re import IGNORECASE, fullmatch, search, split, sub

import pytest

from bot.content.programme.steps import read_programme
from bot.domain.programme.programme import Programme, SchoolLevel, SectionKind, Step
from tests.each import each

SHIPPED = Path(__file__).parents[2] / "content" / "steps_id.md"

SENTENCE_WORDS = 15
"""The longest sentence of the style guide."""

STATEMENT = 60
"""The longest statement of a rubric level: two lines of a phone."""


@pytest.fixture(scope="module")
def programme() -> Programme:
    return read_programme(SHIPPED, lambda task: task.title)[0]


def plain(html: str) -> str:
    return sub(r"<[^>]*>", "", html)


def sentences(text: str) -> Iterator[str]:
    for line in plain(text).splitlines():
        yield from split(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“0-9])", sub(r"^(?:•|\d\.)\s*", "", line))


def told(step: Step) -> Iterator[str]:
    """Yield every paragraph a teacher may read in a step."""
    for kind, section in step.sections.items():
        if kind not in (SectionKind.EXAMPLE, SectionKind.TASKS):
            yield from section.blocks
    for example in step.examples.values():
        yield from example.blocks
    for task in step.tasks:
        yield from (*task.plan, *task.action, *task.reflection)


def test_reflection_questions_address_the_teacher(programme: Programme) -> None:
    """Every reflection question says Anda, never saya."""
    for step in programme:
        for question in step.questions:
            assert not search(r"\bsaya\b", plain(question), IGNORECASE), question


def test_sentences_are_short(programme: Programme) -> None:
    """A sentence of any step has fifteen words at most, stories and rubrics included."""
    long = [
        (step.slug, sentence)
        for step in programme
        for block in told(step)
        for sentence in sentences(block)
        if len([word for word in sentence.split() if search(r"\w", word)]) > SENTENCE_WORDS
    ]
    assert long == []


def test_a_rubric_level_is_a_statement_with_evidence(programme: Programme) -> None:
    """Each level says in the first person what she does, what is seen of it and one evidence."""
    for step in programme:
        for level in step.rubric:
            assert fullmatch(r"Saya [^<]+\.", level.statement), level
            assert fullmatch(r"[^<]+\.", level.detail), level
            assert fullmatch(r"[^<]+\.", level.proof), level
            assert len(level.statement) <= STATEMENT, level


def test_statements_of_a_rubric_differ_early(programme: Programme) -> None:
    """On a narrow screen the four statements of a step are told apart by their first 30 characters."""
    for step in programme:
        assert len({level.statement[:30] for level in step.rubric}) == 4, step.slug


def test_no_level_asks_for_progress_or_paperwork(programme: Programme) -> None:
    """No level needs that all pupils advance, that colleagues use it, or more than three months."""
    unfair = (
        r"murid (\w+ )?maju|kemajuan murid|semester|setiap tahun|sertifikat|narasumber|konsisten"
    )
    for step in programme:
        for level in step.rubric:
            assert not search(unfair, f"{level.statement} {level.detail} {level.proof}", IGNORECASE)


@each(
    ("level", "persona"),
    [
        (SchoolLevel.PAUD, "Bu Sari"),
        (SchoolLevel.SD, "Pak Made"),
        (SchoolLevel.SMP, "Bu Yohana"),
        (SchoolLevel.SMA, "Pak Togar"),
        (SchoolLevel.SMK, "Pak Hasan"),
        (SchoolLevel.SLB, "Bu Meilin"),
    ],
)
def test_a_level_follows_one_teacher(
    level: SchoolLevel, persona: str, programme: Programme
) -> None:
    """The thirteen stories of a level are about the same teacher, told in two paragraphs each."""
    for step in programme:
        story = step.examples[level].blocks
        assert persona in " ".join(story), step.slug
        assert len(story) == 2, step.slug


def test_colleagues_bring_the_missing_subjects(programme: Programme) -> None:
    """In SMP, SMA and SMK the teacher meets colleagues of PAI, PJOK, arts, English and BK."""
    for level in (SchoolLevel.SMP, SchoolLevel.SMA, SchoolLevel.SMK):
        told_there = " ".join(block for step in programme for block in step.examples[level].blocks)
        for subject in ("PAI", "PJOK", "seni budaya", "bahasa Inggris", "guru BK"):
            assert subject in told_there, (level, subject)


@each(
    "unwanted",
    [
        r"\btiap\b",
        r"\bsatu–dua\b",
        r"\bbelum (menulis|berbicara|membaca)\b(?! refleksi)",
        r"\balasan belajar",
        r"\bdibanding\b",
        r"\bsatu hari sepekan\b",
        r"\bpeserta didik\b",
        r"(?<!Kompetensi )\bsiswa\b",
        r"\bcacat\b",
        r"\bgrup pesan\b",
        r"\bkebagian\b",
        r", maka\b",
        r"Kompetensi Kerja Nasional \(",
        r"\bjajargenjang yang miring\b",
    ],
)
def test_one_form_for_one_thing(unwanted: str) -> None:
    """A form that was replaced everywhere does not come back.

    Titles keep the words of the source; in running text they do not stand.
    """
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith(("#", "- kata:"))]
    assert [line for line in body if search(unwanted, line, IGNORECASE)] == []


def test_the_review_of_learning_styles_is_named(programme: Programme) -> None:
    """Who is told that research found no support also reads whose review it was."""
    reason = plain(" ".join(programme.steps[0].sections[SectionKind.REASON].blocks))
    assert "Pashler dkk. (2008)" in reason
