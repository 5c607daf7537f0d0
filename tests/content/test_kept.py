"""What was read of the content is kept for the next start, and never believed wrongly."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bot.content import kept
from bot.content.library import ANSWERS_FILE, Findings, inspect
from bot.content.texts import Texts

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 30)
NO_TEXTS = Texts("")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder of one's own."""
    return Path(copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture
def keeps(tmp_path: Path) -> Path:
    """A folder in which something may be kept."""
    place = tmp_path / "kept"
    place.mkdir()
    return place


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Findings, bytes]:
    """What is read of the shipped content, and what is kept of it then."""
    keeps = tmp_path_factory.mktemp("whole")
    return inspect(ROOT / "content", TODAY, keeps), (keeps / kept.FILE).read_bytes()


def told(findings: Findings) -> Findings:
    """Return findings without the texts, which are read anew each time and know no equality."""
    return replace(findings, texts=NO_TEXTS)


def test_what_is_kept_needs_no_reading(folder: Path, keeps: Path) -> None:
    """A start that finds everything kept does not load what reads steps, and reads texts as they are said."""
    inspect(folder, TODAY, keeps)
    question = (
        "import sys; from datetime import date; from pathlib import Path; from bot.content.library import inspect\n"
        f"found = inspect(Path({str(folder)!r}), date(2026, 11, 30), Path({str(keeps)!r}))\n"
        "print('markdown_it' in sys.modules, len(found.texts._messages._unread) > 1_000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", question], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["False", "True"]


def test_what_is_kept_is_what_was_read(folder: Path, keeps: Path) -> None:
    """The second start finds the very same content without reading the files again."""
    first = inspect(folder, TODAY, keeps)
    assert (keeps / kept.FILE).is_file()
    mark = (keeps / kept.FILE).read_bytes()[: kept.MARK_BYTES]
    parsed = kept.load(keeps, mark)
    assert parsed is not None
    assert (parsed.guides, parsed.answers, parsed.words) == (
        first.guides,
        first.answers,
        first.words,
    )
    assert parsed.places == first.texts.places
    assert told(inspect(folder, TODAY, keeps)) == told(first) == told(inspect(folder, TODAY))


def test_a_changed_file_is_read_again(folder: Path, keeps: Path) -> None:
    """An edit shows at the next start, also one that keeps the length."""
    inspect(folder, TODAY, keeps)
    path = folder / ANSWERS_FILE
    path.write_text(
        path.read_text(encoding="utf-8").replace("Coba besok", "Cuba besok", 1), "utf-8"
    )
    assert inspect(folder, TODAY, keeps).answers == inspect(folder, TODAY).answers


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff" * 100, b"x" * 64 + b"{}", b"x" * 64])
def test_damage_is_read_past(
    whole: tuple[Findings, bytes], folder: Path, keeps: Path, damage: bytes
) -> None:
    """A torn or foreign file costs the time of reading and nothing else."""
    first, good = whole
    mark = good[: kept.MARK_BYTES]
    for content in (good[:-1], damage, mark + damage):
        (keeps / kept.FILE).write_bytes(content)
        assert kept.load(keeps, mark) is None
    assert told(inspect(folder, TODAY, keeps)) == told(first)
    assert (keeps / kept.FILE).read_bytes() == good


def test_problems_are_found_at_every_start(folder: Path, keeps: Path) -> None:
    """What has a problem is not kept, so it is named again."""
    path = folder / ANSWERS_FILE
    path.write_text(path.read_text(encoding="utf-8") + "\n## Tanpa isi\n", "utf-8")
    first = inspect(folder, TODAY, keeps)
    assert first.problems
    assert inspect(folder, TODAY, keeps).problems == first.problems
    assert not (keeps / kept.FILE).exists()


def test_without_a_place_nothing_is_kept(folder: Path, tmp_path: Path) -> None:
    """A start on a new data directory reads everything and writes nothing."""
    inspect(folder, TODAY, tmp_path / "none")
    assert not (tmp_path / "none").exists()
