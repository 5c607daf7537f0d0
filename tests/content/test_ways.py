"""Ways of asking that lead nowhere or twice are refused by ``bot check``."""

from datetime import date
from pathlib import Path
from shutil import copytree

from bot.content.library import inspect
from bot.run.doctor.content import content_problems
from tests.each import each

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 30)


@each(
    ("asked", "title", "faults"),
    [
        (
            "membuat rubriknya; kelas 4",
            "KKTP",
            ("asks for 'rubrik' and for 'kktp'", "'kelas 4' says too little"),
        ),
        (
            "bikin rubriknya; apa itu",
            f"KKTP {'lagi ' * 8}",
            ("asks for 'rubrik' and for 'kktp'", "'apa itu' says too little", "title 'KKTP lagi"),
        ),
    ],
)
def test_a_way_that_leads_astray_is_refused(
    asked: str, title: str, faults: tuple[str, ...], tmp_path: Path
) -> None:
    """Also where the words differ, but are compared as the same; all are told at once."""
    folder = copytree(CONTENT, tmp_path / "content")
    path = folder / "answers_id.md"
    text = path.read_text(encoding="utf-8")
    assert "- tanya: kktp;" in text
    faulty = text.replace("- tanya: kktp;", f"- tanya: {asked}; kktp;", 1)
    path.write_text(faulty.replace("## KKTP\n", f"## {title}\n", 1), encoding="utf-8")
    line = text[: text.index("## KKTP\n")].count("\n") + 1
    problems = content_problems(folder, TODAY)
    assert {one.path.name for one in problems} == {"answers_id.md"}
    for fault in faults:
        told = [one for one in problems if fault in one.fault]
        assert any(abs(one.line - line) < 300 for one in told), (fault, problems)


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
