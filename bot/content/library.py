"""Reads the content folder as a whole: texts, steps, guides, answers, calendar, and the search over them.

The one place that knows the names of the content files.
"""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from bot.content import fluent_parser, kept
from bot.content.answers import ShortAnswer, read_answers
from bot.content.asking.words import WordList, read_words
from bot.content.calendar.calendar import read_calendar
from bot.content.consent_check import check_consent
from bot.content.kept import Parsed
from bot.content.problem import Problem
from bot.content.programme import markdown
from bot.content.programme.guides import GuidedSteps, guided, read_guides
from bot.content.programme.steps import read_programme
from bot.content.search import Search
from bot.content.texts import Texts, read_texts
from bot.domain.calendar.calendar import Calendar
from bot.domain.programme.programme import Programme, Task
from bot.errors import ContentFaulty, TextFaulty, TextMissing

STEPS_FILE = "steps_id.md"
TEXTS_FILE = "texts_id.ftl"
CALENDAR_FILE = "calendar_id.toml"
ANSWERS_FILE = "answers_id.md"
COACHING_FILE = "coaching_id.md"
WORDS_FILE = "words_id.toml"
FILES = (TEXTS_FILE, STEPS_FILE, CALENDAR_FILE, ANSWERS_FILE)
"""Without one of these there is nothing to show. The guides may be missing: tasks stand alone then; so may
the words: questions are understood less well then."""


@dataclass(frozen=True, slots=True)
class Library:
    """All content, read and found good."""

    programme: Programme
    texts: Texts
    calendar: Calendar
    search: Search


@dataclass(frozen=True, slots=True)
class Findings:
    """What the content folder holds and every problem in it, sorted by place."""

    programme: Programme
    texts: Texts
    calendar: Calendar
    problems: tuple[Problem, ...]
    answers: tuple[ShortAnswer, ...] = ()
    guides: GuidedSteps = field(default_factory=dict)
    words: WordList = field(default_factory=WordList)

    def library(self) -> Library:
        """Return the content to be used. Raises ContentFaulty with all problems if there are any."""
        faults = tuple(str(problem) for problem in self.problems if not problem.is_warning)
        if faults:
            raise ContentFaulty(faults)
        return Library(self.programme, self.texts, self.calendar, self.search())

    def search(self) -> Search:
        """Return the search over the content, whether it is good or not."""
        return Search(self.programme, self.words, self.answers)


def inspect(folder: Path, today: date, keeps: Path | None = None) -> Findings:
    """Read the content folder; ``today`` tells whether its calendar is still of use.

    In the folder ``keeps``, if there is such a one, is kept what takes long to read.
    """
    missing = [
        Problem(folder / name, 1, "the file is missing", "restore it from the last version")
        for name in FILES
        if not (folder / name).is_file()
    ]
    if missing:
        return Findings(Programme(()), Texts(""), Calendar(), tuple(missing))
    texts, parsed, of_long = _long_files(folder, keeps)
    calendar, of_calendar = read_calendar(folder / CALENDAR_FILE, today)
    of_consent = check_consent(texts, folder / TEXTS_FILE)
    problems = sorted(problem for each in (of_long, of_calendar, of_consent) for problem in each)
    taught = guided(parsed.programme, parsed.guides)
    answers, guides, words = parsed.answers, parsed.guides, parsed.words
    return Findings(taught, texts, calendar, tuple(problems), answers, guides, words)


def _long_files(folder: Path, keeps: Path | None) -> tuple[Texts, Parsed, list[Problem]]:
    """Return what the long files say; what has no problems is kept for the next start."""
    names = (TEXTS_FILE, STEPS_FILE, ANSWERS_FILE, COACHING_FILE, WORDS_FILE)
    mark = kept.mark_of(folder / name for name in names) if keeps else b""
    if keeps and (parsed := kept.load(keeps, mark)):
        texts, problems = read_texts(folder / TEXTS_FILE, parsed.places)
        return texts, parsed, problems
    texts, of_texts = read_texts(folder / TEXTS_FILE)
    programme, of_steps = read_programme(folder / STEPS_FILE, lambda task: _caption(texts, task))
    answers, of_answers = read_answers(folder / ANSWERS_FILE, programme)
    guides, of_guides = _guides(folder / COACHING_FILE, programme)
    words, of_words = _words(folder / WORDS_FILE)
    parsed = Parsed(programme, guides, answers, words, texts.places)
    problems = [*of_texts, *of_steps, *of_answers, *of_guides, *of_words]
    if keeps and not problems:
        kept.save(keeps, mark, parsed)
    return texts, parsed, problems


def _guides(path: Path, programme: Programme) -> tuple[GuidedSteps, list[Problem]]:
    return read_guides(path, programme) if path.is_file() else ({}, [])


def _words(path: Path) -> tuple[WordList, list[Problem]]:
    if path.is_file():
        return read_words(path)
    advice = "restore it from the last version; without it fewer questions are understood"
    return WordList(), [Problem(path, 1, "the file is missing", advice, is_warning=True)]


def content_version(folder: Path) -> str:
    """Return eight characters that change when one of the content's files does."""
    whole = sha256()
    for path in (folder / name for name in (*FILES, COACHING_FILE, WORDS_FILE)):
        if path.is_file():
            whole.update(path.read_bytes())
    return whole.hexdigest()[:8]


def load(folder: Path, today: date) -> Library:
    """Return the content of a folder. Raises ContentFaulty with all problems when there are any."""
    return inspect(folder, today).library()


def forget() -> None:
    """Keep nothing of the files as they were read: whoever serves has made its values of them."""
    fluent_parser.parsed.cache_clear()
    markdown.forget()


def _caption(texts: Texts, task: Task) -> str:
    try:
        if task.span:
            return texts.say("task-span", title=task.title, minutes=task.minutes, span=task.span)
        return texts.say("task", title=task.title, minutes=task.minutes)
    except (TextMissing, TextFaulty):
        return task.title  # the missing text is reported where the texts are checked
