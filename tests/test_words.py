"""One word has one meaning: two things of the bot never have one name."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

BOT = Path(__file__).parents[1] / "bot"
APART = BOT / "simulator"
"""A world of its own that knows nothing of the bot: its person is not the bot's."""


def named(file: Path) -> Iterator[str]:
    """Yield the classes and the named types of a module; what begins with "_" is its own affair."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name=name) if not name.startswith("_"):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)) if is_type(name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if is_type(name):
                if not ast.unparse(value).startswith("TypeVar("):
                    yield name


def is_type(name: str) -> bool:
    """Say whether a name is written as those of types are."""
    return name[:1].isupper() and not name.isupper()


def test_no_two_things_have_one_name() -> None:
    """Who reads a name in one room has met the same thing under it in every other."""
    places = defaultdict(list)
    for file in sorted(BOT.rglob("*.py")):
        if not file.is_relative_to(APART):
            for name in named(file):
                places[name].append(str(file.relative_to(BOT)))
    twice = {name: files for name, files in places.items() if len(files) > 1}
    assert len(places) > len(twice)
    assert twice == {}
