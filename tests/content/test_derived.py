"""What is made of a release's files is kept beside the compiled modules, and never believed wrongly."""

import os
import sys
from pathlib import Path

import pytest

from bot.content import derived
from bot.content.check.kept_uses import uses_in


@pytest.fixture
def keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for it, with a Python that keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of code that needs two texts."""
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "a.py").write_text('texts.say("a", name=1)\ntexts.button("b", "long")\n')
    return folder


def test_code_is_searched_once(source: Path, keeps: Path) -> None:
    """What is kept is all that was found, also where the code has been moved; then no code is read."""
    found = uses_in(source, keeps)
    assert [(use.key, use.attribute, use.is_html, use.is_label) for use in found] == [
        ("a", "", True, False),
        ("b", "long", False, True),
    ]
    assert uses_in(source, keeps) == found == uses_in(source, None)
    moved = source.rename(source.with_name("moved"))
    kept = keeps.read_bytes()
    assert [use.path for use in uses_in(moved, keeps)] == [moved / "a.py"] * 2
    assert keeps.read_bytes() == kept
    mark = derived.mark_of(moved, [moved / "a.py"])
    derived.save(keeps, mark, [])
    assert uses_in(moved, keeps) == ()


def test_other_code_is_searched_anew(source: Path, keeps: Path) -> None:
    """A file that is written again, comes or goes is another state."""
    uses_in(source, keeps)
    (source / "a.py").write_text('texts.say("c")\n')
    assert [use.key for use in uses_in(source, keeps)] == ["c"]
    (source / "b.py").write_text('texts.say("d")\n')
    assert [use.key for use in uses_in(source, keeps)] == ["c", "d"]
    (source / "a.py").unlink()
    assert [use.key for use in uses_in(source, keeps)] == ["d"]


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 100])
def test_damage_costs_only_the_time(source: Path, keeps: Path, damage: bytes) -> None:
    """A torn or foreign file is read past and written again."""
    found = uses_in(source, keeps)
    whole = keeps.read_bytes()
    for content in (damage, whole[:-1], whole.replace(b"long", b"tall"), whole + b" "):
        keeps.write_bytes(content)
        assert uses_in(source, keeps) == found
        assert keeps.read_bytes() == whole


def test_where_python_keeps_nothing_nothing_is_kept(
    source: Path, keeps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PYTHONDONTWRITEBYTECODE holds for this, too, and a folder that is not there costs nothing."""
    found = uses_in(source, keeps)
    keeps.unlink()
    assert uses_in(source, keeps / "absent" / "kept") == found
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert uses_in(source, keeps) == found
    assert not keeps.exists()


def test_who_runs_the_bot_may_read_what_who_installed_it_kept(source: Path, keeps: Path) -> None:
    """Commands keep their files private, but not these."""
    os.umask(0o077)
    uses_in(source, keeps)
    assert keeps.stat().st_mode & 0o777 == derived.READABLE
    assert str(sys.implementation.cache_tag) in derived.place("x").name
