"""Ties the versions of what people agree to to the words: whoever changes the words must raise the version.

People agreed to what they read. Must not judge whether a change matters; that is said by whoever makes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.content.problem import Problem
from bot.content.texts import Texts
from bot.domain.person.person import CONSENT_VERSION, SCHOOL_TERMS


@dataclass(frozen=True, slots=True)
class Agreed:
    """Texts people agree to together, and the fingerprint of the words of each version."""

    constant: str
    version: int
    keys: tuple[str, ...]
    versions: Mapping[int, str]


CONSENT = Agreed(
    "CONSENT_VERSION",
    CONSENT_VERSION,
    ("welcome", "privacy-full"),
    {1: "f2266f6d8740c8a1", 2: "980ef5913642b950", 3: "de4994d6e8c3afa8"},
)
"""What people agree to: the first screen, and the complete text it leads to.

Version 2 names evidence, and what is kept of a try in class. Version 3 tells what twelve months without
a sign mean, that ids of files go after as long, and what people are told of whatever they stopped.
"""

SCHOOL = Agreed(
    "SCHOOL_TERMS",
    SCHOOL_TERMS,
    ("join-offer", "own-school"),
    {1: "21cf567090f53c79", 2: "5a2bb5fc4bf5ccaf"},
)
"""What a teacher agrees to when she joins a school: what its coordinator sees of her.

Of version 1 only the differences count: it did not name the subject.
"""

ADVICE = (
    "if it says something else now, raise {constant} in bot/domain/person/person.py, tell what changed"
    " (`welcome-changed` for the consent) and add {version}:"
    ' "{found}" in bot/content/consent_check.py, so that people are asked again or nothing new is'
    " shown of them; if only the wording is better, put the fingerprint in place of the old one"
)

ARGUMENTS = {"school": "S", "name": "N", "subject": "ya"}
"""Stand for what the texts name; so the words count alone."""


def fingerprint(texts: Texts, agreed: Agreed = CONSENT) -> str:
    """Return what stands for the words agreed to; spaces and line breaks do not count."""
    words = " ".join(" ".join(texts.say(key, **ARGUMENTS).split()) for key in agreed.keys)
    return sha256(words.encode()).hexdigest()[:16]


def check_consent(
    texts: Texts, path: Path, every: tuple[Agreed, ...] = (CONSENT, SCHOOL)
) -> list[Problem]:
    """Return the problems that words are not those of the version people are asked for."""
    problems = (_problem(texts, path, agreed) for agreed in every)
    return [problem for problem in problems if problem]


def _problem(texts: Texts, path: Path, agreed: Agreed) -> Problem | None:
    if not all(texts.has(key) for key in agreed.keys):
        return None  # what is missing is told elsewhere
    found = fingerprint(texts, agreed)
    if agreed.versions.get(agreed.version) == found:
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    first = agreed.keys[0]
    line = next((at for at, one in enumerate(lines, 1) if one.startswith(f"{first} =")), 1)
    advice = ADVICE.format(constant=agreed.constant, version=agreed.version + 1, found=found)
    return Problem(
        path, line, f"what people agree to ({', '.join(agreed.keys)}) has changed", advice
    )
