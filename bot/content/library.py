"""Reads the content folder as a whole: texts, then steps, then the search over both.

The one place that knows the names of the content files.
"""

from dataclasses import dataclass
from pathlib import Path

from bot.content.problem import Problem
from bot.content.search import Search
from bot.content.steps import read_programme
from bot.content.texts import Texts, read_texts
from bot.domain.programme import Programme, Task
from bot.errors import ContentFaulty, TextFaulty, TextMissing

STEPS_FILE = "steps_id.md"
TEXTS_FILE = "texts_id.ftl"


@dataclass(frozen=True, slots=True)
class Library:
    """All content, read and found good."""

    programme: Programme
    texts: Texts
    search: Search


def inspect(folder: Path) -> tuple[Programme, Texts, list[Problem]]:
    """Return what the content folder holds and every problem in it, sorted by place."""
    missing = [
        Problem(folder / name, 1, "the file is missing", "restore it from the last version")
        for name in (TEXTS_FILE, STEPS_FILE)
        if not (folder / name).is_file()
    ]
    if missing:
        return Programme(()), Texts(""), missing
    texts, problems = read_texts(folder / TEXTS_FILE)
    programme, more = read_programme(folder / STEPS_FILE, lambda task: _caption(texts, task))
    return programme, texts, sorted([*problems, *more])


def load(folder: Path) -> Library:
    """Return the content of a folder. Raises ContentFaulty with all problems when there are any."""
    programme, texts, problems = inspect(folder)
    if problems:
        raise ContentFaulty(tuple(map(str, problems)))
    return make_library(programme, texts)


def make_library(programme: Programme, texts: Texts) -> Library:
    """Return the library of a programme and texts that were found good."""
    return Library(programme, texts, Search(programme, texts.words("search", "stop-words")))


def _caption(texts: Texts, task: Task) -> str:
    try:
        if task.span:
            return texts.say("task-span", title=task.title, minutes=task.minutes, span=task.span)
        return texts.say("task", title=task.title, minutes=task.minutes)
    except (TextMissing, TextFaulty):
        return task.title  # the missing text is reported where the texts are checked
