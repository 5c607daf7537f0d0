"""The words of a step for guru BK: what may be written beside the words for all, and its faults."""

from pathlib import Path

import pytest

from bot.content.programme.pages import visible_length
from bot.content.programme.steps import PAGE_LIMIT, read_programme
from bot.domain.programme.programme import Programme, SectionKind, StepSlug
from tests.content.test_steps_file import SHIPPED, caption, faults, read
from tests.content.test_steps_wording import SENTENCE_WORDS, sentences
from tests.each import each


@pytest.fixture(scope="module")
def programme() -> Programme:
    """The shipped steps."""
    return read_programme(SHIPPED, caption)[0]


def test_only_words_differ(programme: Programme) -> None:
    """For a guru BK every step keeps its place, slug, tasks, examples and number of levels."""
    own = programme.told(counsels=True)
    assert len(own) == len(programme)
    for step, hers in zip(programme, own, strict=True):
        assert (hers.number, hers.slug, hers.tasks) == (step.number, step.slug, step.tasks)
        assert (hers.examples, hers.questions) == (step.examples, step.questions)
        assert len(hers.rubric) == len(step.rubric)
        assert [page.name for page in hers.pages[None]]


def test_names_and_titles_say_layanan(programme: Programme) -> None:
    """No name or title of a guru BK's speaks of pembelajaran."""
    own = programme.told(counsels=True)
    assert [step.title for step in own if "pembelajaran" in step.title] == []
    assert [step.label for step in own if "pembelajaran" in step.label] == []
    labels = {step.slug: step.label for step in own}
    assert labels[StepSlug("rancang")] == "Merancang layanan"
    assert labels[StepSlug("laksana")] == "Melaksanakan layanan"


def test_no_level_asks_a_guru_bk_how_she_teaches(programme: Programme) -> None:
    """The statements to choose from never speak of teaching or lessons."""
    told = [level.statement for step in programme.told(counsels=True) for level in step.rubric]
    assert [one for one in told if "mengajar" in one or "pembelajaran" in one] == []


def test_her_rubric_stands_on_her_page(programme: Programme) -> None:
    """The page with the rubric shows the same words as the evaluation, in short sentences."""
    for step in programme.told(counsels=True):
        for pages in step.pages.values():
            shown = "".join(page.html for page in pages)
            assert all(level.statement in shown for level in step.rubric), step.slug
            assert all(visible_length(page.html) <= PAGE_LIMIT for page in pages)
        for block in step.sections[SectionKind.RUBRIC].blocks:
            long = [s for s in sentences(block) if len(s.split()) > SENTENCE_WORDS]
            assert long == []


def test_steps_may_do_without(tmp_path: Path) -> None:
    """Without any of those words a guru BK reads what all read."""
    text = SHIPPED.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(("- bk:", "- judul-bk:"))]
    programme, problems = read("\n".join(kept), tmp_path)
    assert problems == []
    assert [s.title for s in programme.told(counsels=True)] == [s.title for s in programme]


@each(
    ("before", "after", "fault"),
    [
        ("- bk: Merancang layanan", f"- bk: {'M' * 29}", "label of 29 characters"),
        ("- bk: Merancang layanan", "- bk:", "the field is empty"),
        ("- bk: Merancang layanan", "- bk: **Merancang**", "a label is shown as it is written"),
        ("- bk: Merancang layanan", "- bk: A\n- bk: B", "field 'bk' stands twice"),
        ("- judul-bk: Merancang", "- judul-bk: *Merancang*", "a label is shown as it is written"),
        ("### Rubrik guru BK\n", "### Rubrik BK\n", "unknown section 'Rubrik BK'"),
        (
            "### Rubrik guru BK\n",
            "### Rubrik guru BK\n\n1. **Saya.** A.\n",
            "the rubric has 5 levels",
        ),
        (
            "4. **Saya memperbaiki rencana dari tanggapan",
            "4. **Guru",
            "not told in the first person",
        ),
        ("1. **Saya memberi layanan tanpa", "- **Saya memberi layanan tanpa", "is not numbered"),
    ],
)
def test_a_fault_is_found(before: str, after: str, fault: str, tmp_path: Path) -> None:
    """The check finds what cannot be shown to a guru BK."""
    text = SHIPPED.read_text(encoding="utf-8")
    assert before in text
    _, problems = read(text.replace(before, after, 1), tmp_path)
    assert any(fault in line for line in faults(problems)), faults(problems)
