"""The documents: lines that fit a page, decisions that fit a screen."""

from pathlib import Path

from tests.each import each

ROOT = Path(__file__).parents[1]
LINE_MOST = 120
DECISION_MOST = 40
"""Lines of a decision: question, choice, why, what was given up."""

DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    ROOT / "bench" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


@each("path", DOCUMENTS)
def test_no_line_is_too_long(path: Path) -> None:
    """Prose is wrapped; tables and pictures are not."""
    lines = path.read_text(encoding="utf-8").splitlines()
    long = [
        f"{number}: {line}"
        for number, line in enumerate(lines, start=1)
        if len(line) > LINE_MOST and not line.lstrip().startswith(("|", "![", "- `"))
    ]
    assert long == []


@each("path", sorted((ROOT / "docs" / "decisions").glob("0*.md")))
def test_a_decision_is_short(path: Path) -> None:
    """A decision is read in two minutes."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= DECISION_MOST
