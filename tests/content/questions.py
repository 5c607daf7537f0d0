"""The questions of teachers with the answers they should find, and which half is kept aside.

The half is decided by the question's own letters, so that nobody can choose. Must not look at answers.
"""

from hashlib import sha256
from pathlib import Path

FILE = Path(__file__).with_name("questions_id.tsv")

MORE = FILE.with_name("questions_more_id.tsv")

FRESH = FILE.with_name("questions_fresh_id.tsv")

LATER = FILE.with_name("questions_later_id.tsv")

ABOUT = "about:"
"""Marks a question about the bot itself; its kind stands behind."""


def questions(path: Path = FILE) -> list[tuple[str, str]]:
    """Return every question with the answer it should find."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    return [(question, answer) for answer, question in pairs]


def is_kept_aside(question: str) -> bool:
    """Say whether a question belongs to the half that nothing may be tuned to."""
    return sha256(question.encode()).digest()[0] % 2 == 1


def tuning() -> list[tuple[str, str]]:
    """Return the half that the words and answers are tuned with."""
    return [pair for pair in questions() if not is_kept_aside(pair[0])]


def more() -> list[tuple[str, str]]:
    """Return further questions, all of them tuned to."""
    return questions(MORE)


def fresh() -> list[tuple[str, str]]:
    """Return questions that were written later, to measure anew."""
    return questions(FRESH)


def later() -> list[tuple[str, str]]:
    """Return questions that were written later still, as on a phone in a hurry."""
    return questions(LATER)


def kept_aside() -> list[tuple[str, str]]:
    """Return the half that only measures."""
    return [pair for pair in questions() if is_kept_aside(pair[0])]
