"""Every problem of the content: what is read of it, compared with what the code needs of it.

No running bot needs it. Must not print anything.
"""

from datetime import date
from pathlib import Path

from bot.chat.vocabulary import VOCABULARY
from bot.content import derived
from bot.content.check import kept_uses
from bot.content.check.guides import check_guides
from bot.content.check.texts import check_texts
from bot.content.check.ways import check_ways
from bot.content.library import ANSWERS_FILE, COACHING_FILE, TEXTS_FILE, inspect
from bot.content.problem import Problem

CODE = Path(__file__).parents[2]


def content_problems(folder: Path, today: date) -> tuple[Problem, ...]:
    """Return every problem of the content folder, the use of the texts included.

    Reads our own source for that where nothing of it is kept, which takes longer than all else of a start.
    """
    findings = inspect(folder, today)
    texts = folder / TEXTS_FILE
    of_ways = check_ways(folder / ANSWERS_FILE, findings.search().answers)
    if not texts.is_file():
        return tuple(sorted([*findings.problems, *of_ways]))
    of_guides = check_guides(folder / COACHING_FILE, findings.programme, findings.guides)
    of_texts = check_texts(texts, CODE, VOCABULARY, derived.place(kept_uses.NAME))
    return tuple(sorted([*findings.problems, *of_ways, *of_guides, *of_texts]))
