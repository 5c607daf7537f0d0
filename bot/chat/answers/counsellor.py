"""Who is a guru BK: told by what stands as her subject, in whatever words.

All words stand in the texts. Must not decide what she is shown; ``World.programme_for`` does.
"""

from functools import lru_cache

from bot.chat.typed.labels import words_of
from bot.content.texts import Texts

REMEMBERED = 4096
"""Subjects judged once: the planner asks for everybody, and most subjects are those of many."""


class Counsellors:
    """The words for a guru BK, ready to be compared."""

    def __init__(self, texts: Texts) -> None:
        self.name = texts.label("ask-subject", "counsellor")
        """What is kept as the subject of a guru BK, and the label of the button."""

        self._telling = frozenset(texts.words("counsellor", "words"))
        self._beside = frozenset(texts.words("counsellor", "beside"))
        self._joined = texts.words("counsellor", "joined")
        self._judged = lru_cache(REMEMBERED)(self._judge)

    def includes(self, subject: str | None) -> bool:
        """Say whether a subject is that of a guru BK and of nothing else: "BK", "Guru BK kelas 8"."""
        return subject is not None and self._judged(subject)

    def _judge(self, subject: str) -> bool:
        line = f" {words_of(subject.replace('.', ''))} "
        if line == f" {words_of(self.name)} ":
            return True
        rest = line
        for phrase in self._joined:
            rest = rest.replace(f" {phrase} ", " ")
        words = set(rest.split())
        others = {word for word in words - self._telling - self._beside if not word.isdecimal()}
        return not others and (rest != line or bool(words & self._telling))
