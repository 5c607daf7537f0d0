"""What was read of the long files of the content, kept so that a start need not read them again.

Never trusted by itself: it counts only for the very files and the very code it was made by, and holds
values only, nothing that could be carried out. Must never make a start fail.
"""

import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from bot.content.answers import ShortAnswer
from bot.content.asking.words import WordList
from bot.content.messages import Places
from bot.content.programme.guides import GuidedSteps
from bot.domain.programme.programme import Page, Programme, SchoolLevel, Step

FILE: Final = "content.json"
MARK_BYTES: Final = 64

CODE: Final = (Path(__file__).parent, Path(__file__).parents[1] / "domain" / "programme")
"""The folders whose code decides what is read out of a file."""


StepPages = tuple[tuple[SchoolLevel | None, tuple[Page, ...]], ...]
"""The pages of one step: JSON has no key that is nothing."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What stands in the long files: steps, guides of the tasks, short answers, words to ask with.

    ``places`` tells where each of the texts stands, so that each can be read when it is said.
    """

    programme: Programme
    guides: GuidedSteps
    answers: tuple[ShortAnswer, ...]
    words: WordList
    places: Places


@dataclass(frozen=True, slots=True)
class _Written:
    """The same as it is written down: ``pages`` of each step beside the steps."""

    parsed: Parsed
    steps: tuple[StepPages, ...]
    counselling: tuple[StepPages, ...]


def mark_of(files: Iterable[Path]) -> bytes:
    """Return what tells one state of files and code from every other; of absent files, that they are."""
    whole = sha256(sys.version.encode())
    for path in files:
        whole.update(path.name.encode())
        with suppress(OSError):
            whole.update(path.read_bytes())
    for path in sorted(one for folder in CODE for one in folder.rglob("*.py")):
        whole.update(f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}".encode())
    return whole.hexdigest().encode()


def load(folder: Path, mark: bytes) -> Parsed | None:
    """Return what is kept in a folder under this mark; None where there is nothing good."""
    try:
        kept = (folder / FILE).read_bytes()
        if kept[:MARK_BYTES] != mark:
            return None
        return _taken(TypeAdapter(_Written).validate_json(kept[MARK_BYTES:]))
    except (OSError, ValueError):
        return None


def save(folder: Path, mark: bytes, parsed: Parsed) -> None:
    """Keep what was read; where that is not possible the next start reads again."""
    beside = folder / f"{FILE}.tmp"
    with suppress(OSError):
        beside.write_bytes(mark + TypeAdapter(_Written).dump_json(_written(parsed)))
        beside.replace(folder / FILE)


def _written(parsed: Parsed) -> _Written:
    programme = parsed.programme
    bare = Programme(_bare(programme.steps), _bare(programme.counselling))
    return _Written(
        replace(parsed, programme=bare), _pages(programme.steps), _pages(programme.counselling)
    )


def _bare(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(replace(step, pages={}) for step in steps)


def _pages(steps: tuple[Step, ...]) -> tuple[StepPages, ...]:
    return tuple(tuple(step.pages.items()) for step in steps)


def _taken(written: _Written) -> Parsed:
    programme = written.parsed.programme
    whole = Programme(
        _whole(programme.steps, written.steps), _whole(programme.counselling, written.counselling)
    )
    return replace(written.parsed, programme=whole)


def _whole(steps: tuple[Step, ...], pages: tuple[StepPages, ...]) -> tuple[Step, ...]:
    return tuple(replace(step, pages=dict(own)) for step, own in zip(steps, pages, strict=True))
