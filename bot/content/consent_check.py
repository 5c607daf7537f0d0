"""Ties the version of the consent to its words: whoever changes the words must raise the version.

People agreed to what they read. Must not judge whether a change matters; that is said by whoever makes it.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from bot.content.problem import Problem
from bot.content.texts import Texts
from bot.domain.person import CONSENT_VERSION

WORDS = ("welcome", "privacy-full")
"""What people agree to: the first screen, and the complete text it leads to."""

AGREED: Mapping[int, str] = {1: "f2266f6d8740c8a1"}
"""The fingerprint of the words of each version of the consent."""

ADVICE = (
    "if it says something else now, raise CONSENT_VERSION in bot/domain/person.py and add {version}:"
    ' "{found}" to AGREED in bot/content/consent_check.py, so that people are asked again; if only'
    " the wording is better, put the fingerprint in place of the old one"
)


def fingerprint(texts: Texts) -> str:
    """Return what stands for the words of the consent; spaces and line breaks do not count."""
    words = " ".join(" ".join(texts.say(key).split()) for key in WORDS)
    return sha256(words.encode()).hexdigest()[:16]


def check_consent(
    texts: Texts, path: Path, agreed: Mapping[int, str] = AGREED, version: int = CONSENT_VERSION
) -> list[Problem]:
    """Return the problem that the words are not those of the version people are asked for, if so."""
    if not all(texts.has(key) for key in WORDS):
        return []  # what is missing is told elsewhere
    found = fingerprint(texts)
    if agreed.get(version) == found:
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((at for at, one in enumerate(lines, 1) if one.startswith(f"{WORDS[0]} =")), 1)
    advice = ADVICE.format(version=version + 1, found=found)
    return [Problem(path, line, f"the consent ({', '.join(WORDS)}) has changed", advice)]
