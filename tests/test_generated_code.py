"""What dataclasses write of themselves is kept compiled, and never changes what a class does."""

import dataclasses
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.run.start.generated_code import GeneratedCode, place, save


def class_made_by(code: GeneratedCode, monkeypatch: pytest.MonkeyPatch) -> type:
    """Return a class whose methods were run by this code."""
    with monkeypatch.context() as patched:
        patched.setitem(vars(dataclasses), "exec", code.run)

        @dataclass(frozen=True, slots=True)
        class Pair:
            left: int
            right: str = "r"

    return Pair


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for it, with a Python that keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "code"


def test_a_class_of_kept_code_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second start compiles nothing, and its class is made, compared, shown and frozen as ever."""
    first = GeneratedCode(path)
    class_made_by(first, monkeypatch)
    first.save()
    second = GeneratedCode(path)
    kind = class_made_by(second, monkeypatch)
    assert not second._is_new
    assert kind(1) == kind(1, "r") != kind(2)
    assert repr(kind(1)).endswith("Pair(left=1, right='r')")
    assert len({kind(1), kind(1)}) == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        kind(1).left = 2


def test_other_text_is_compiled_anew(path: Path) -> None:
    """A field more is another text, and nothing that is kept is taken for it."""
    code = GeneratedCode(path)
    names: dict[str, Callable[[], int]] = {}
    for answer in (1, 2):
        code.run(f"def f(): return {answer}", {}, names)
        assert names["f"]() == answer


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 100])
def test_damage_costs_only_the_time(
    path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    """A torn or foreign file is read past and written again."""
    code = GeneratedCode(path)
    class_made_by(code, monkeypatch)
    code.save()
    whole = path.read_bytes()
    for content in (damage, whole[:-1], whole + damage if damage else b""):
        path.write_bytes(content)
        again = GeneratedCode(path)
        assert again._known == {}
        class_made_by(again, monkeypatch)
        again.save()
        assert GeneratedCode(path)._known.keys() == code._known.keys()


def test_another_pythons_code_is_not_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version compiled counts as absent."""
    code = GeneratedCode(path)
    class_made_by(code, monkeypatch)
    code.save()
    monkeypatch.setattr(sys, "version", "3.99")
    assert GeneratedCode(path)._known == {}


def test_where_python_keeps_nothing_nothing_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PYTHONDONTWRITEBYTECODE holds for this, too, and a folder that cannot be written costs nothing."""
    code = GeneratedCode(path / "absent" / "code")
    class_made_by(code, monkeypatch)
    code.save()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    code = GeneratedCode(path)
    class_made_by(code, monkeypatch)
    code.save()
    assert not path.exists()


def test_it_lies_beside_the_compiled_modules() -> None:
    """Its place names the Python; where nothing is used, there is nothing to save."""
    assert str(sys.implementation.cache_tag) in place().name
    save()
