"""Where the bot's code needs texts, found once for a release: reading all code takes a sixth of a check.

Must not find anything itself; see ``text_use``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bot.content import derived
from bot.content.check.text_use import Use, find_uses

NAME: Final = "text_uses"


def uses_in(source: Path, keeps: Path | None) -> tuple[Use, ...]:
    """Return every use of a text below a folder; what is kept in the file ``keeps`` need not be looked for."""
    if keeps is None:
        return tuple(find_uses(source))
    mark = derived.mark_of(source, sorted(source.rglob("*.py")))
    if (rows := derived.load(keeps, mark)) is not None:
        return tuple(_uses(source, rows))
    uses = tuple(find_uses(source))
    derived.save(keeps, mark, [_row(source, use) for use in uses])
    return uses


def _row(source: Path, use: Use) -> tuple[Any, ...]:
    place = (
        str(use.path.relative_to(source)),
        use.line,
        use.key,
        use.attribute,
        sorted(use.variables),
    )
    return *place, use.is_html, use.is_open, use.is_label


def _uses(source: Path, rows: list[list[Any]]) -> Iterator[Use]:
    paths: dict[str, Path] = {}
    for name, line, key, attribute, variables, *marks in rows:
        path = paths.setdefault(name, source / name)
        yield Use(path, line, key, attribute, frozenset(variables), *marks)
