"""Ways of asking that lead nowhere or twice are refused by ``bot check``."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bot.content.library import inspect
from bot.run.wiring import content_problems

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("- tanya: kktp;", "- tanya: membuat rubriknya; kktp;", "asks for 'rubrik' and for 'kktp'"),
        ("- tanya: kktp;", "- tanya: bikin rubriknya; kktp;", "asks for 'rubrik' and for 'kktp'"),
        ("- tanya: kktp;", "- tanya: kelas 4; kktp;", "'kelas 4' says too little"),
        ("- tanya: kktp;", "- tanya: apa itu; kktp;", "'apa itu' says too little"),
        ("## KKTP\n", f"## KKTP {'lagi ' * 8}\n", "the title 'KKTP lagi"),
    ],
)
def test_a_way_that_leads_astray_is_refused(
    before: str, after: str, fault: str, tmp_path: Path
) -> None:
    """Also where the words differ, but are compared as the same."""
    folder = copytree(CONTENT, tmp_path / "content")
    path = folder / "answers_id.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    line = text[: text.index("## KKTP\n")].count("\n") + 1
    problems = content_problems(folder, TODAY)
    assert any(fault in one.fault for one in problems), problems
    assert {one.path.name for one in problems} == {"answers_id.md"}
    assert any(abs(one.line - line) < 300 for one in problems)


def test_the_shipped_ways_lead_where_they_should() -> None:
    """The content as it is has no problem."""
    assert content_problems(CONTENT, TODAY) == ()


def test_without_the_list_of_words_the_bot_still_starts(tmp_path: Path) -> None:
    """A folder of an earlier release lacks it: that is a warning, and formal questions are answered."""
    folder = copytree(CONTENT, tmp_path / "content")
    (folder / "words_id.toml").unlink()
    findings = inspect(folder, TODAY)
    assert [(one.path.name, one.is_warning) for one in findings.problems] == [
        ("words_id.toml", True)
    ]
    found = findings.library().search.ask("menyusun kisi-kisi ulangan")
    assert found.answer is not None
    assert found.answer.id == "kisi-kisi"
