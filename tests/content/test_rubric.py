"""One level of a rubric: a statement to choose by, what more it means, and what would show it."""

from datetime import date
from pathlib import Path
from shutil import copytree

from bot.content.programme.markdown import Block
from bot.content.programme.rubric import level_faults, read_level
from bot.domain.programme.programme import Level
from bot.run.doctor.content import content_problems
from tests.each import each

ROOT = Path(__file__).parents[2]


def test_a_level_is_read_in_three_parts() -> None:
    """The bold words are the statement, those behind the italic mark the proof."""
    html = "<b>Saya bertanya.</b> Satu kali saja. <i>Contoh bukti:</i> foto papan."
    assert read_level(Block(html, "", 1)) == Level(
        "Saya bertanya.", "Satu kali saja.", "foto papan."
    )


@each(
    ("html", "fault"),
    [
        ("Saya bertanya.", "a level without its statement"),
        ("<b>Guru bertanya.</b> Ya. <i>Contoh bukti:</i> foto.", "not told in the first person"),
        (f"<b>Saya {'x' * 56}</b> Ya. <i>Contoh bukti:</i> foto.", "has 61 characters"),
        ("<b>Saya bertanya.</b> <i>Contoh bukti:</i> foto.", "nothing more is said"),
        ("<b>Saya bertanya.</b> Ya.", "names no proof"),
        (f"<b>Saya bertanya.</b> {'x' * 300} <i>Contoh bukti:</i> foto.", "characters are said"),
    ],
)
def test_a_level_of_another_form_is_refused(html: str, fault: str) -> None:
    """A statement that is long, not in the first person or alone does not reach a teacher."""
    plain = html.replace("<b>", "").replace("</b>", "")
    assert any(fault in found for found, _ in level_faults(Block(html, plain, 1)))


def test_the_check_names_the_line_of_a_level(tmp_path: Path) -> None:
    """`bot check` says where a level is written in another form."""
    folder: Path = tmp_path / "content"
    copytree(ROOT / "content", folder)
    path = folder / "steps_id.md"
    text = path.read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index("1. **Saya ")) + 1
    path.write_text(text.replace("1. **Saya ", "1. **Guru ", 1), encoding="utf-8")
    found: list[str] = [str(one) for one in content_problems(folder, date(2026, 11, 20))]
    assert [one for one in found if f":{line}: the level 'Guru " in one]
