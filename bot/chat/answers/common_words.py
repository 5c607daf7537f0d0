"""The words of daily talk and of teaching: what consists of them is hardly anybody's name.

Must not hold words; they stand in the texts and the steps. Read by the first question, not at the start.
"""

from functools import cached_property
from re import compile as pattern

from bot.chat.typed.heard import About, Heard
from bot.content.texts import Texts
from bot.domain.programme.programme import Programme

_LISTS = (
    *(("fillers", "words"), ("fillers", "joins"), ("spelling", "words"), ("question", "words")),
    *(("wish", "later"), ("wish", "help"), ("wish", "skip"), ("wish", "stop"), ("wish", "erase")),
    *(("wish", "cancel"), ("wish", "doubt"), ("wish", "decline"), ("wish", "same")),
    *(("reply-offer", "words"), ("name", "strange"), ("name", "schools")),
    *(("numbers", "around"), ("name", "openings")),
    *(("numbers", f"n{number}") for number in range(1, 5)),
)
"""Lists of the texts whose words are common."""

_WORD = pattern(r"[^\W\d_]+")
_SMALL = pattern(r"(?<![^\W\d_])[a-z]{3,}(?![^\W\d_])")
"""A word in small letters; one with a capital may be a name in an example."""


class CommonWords:
    """All of them, in small letters."""

    def __init__(self, texts: Texts, programme: Programme) -> None:
        self._texts = texts
        self._programme = programme

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        texts = self._texts
        lines = [line for key, name in _LISTS for line in texts.words(key, name)]
        lines += texts.words("name", "common")
        heard = [*(f"heard-{kind}" for kind in Heard), *(f"about-{about}" for about in About)]
        greetings = [f"greeting-back-{one}" for one in texts.family("greeting-back")]
        lines += [line for key in (*heard, *greetings) for line in texts.words(key, "words")]
        taught = {
            word
            for step in self._programme
            for section in step.sections.values()
            for block in (section.title, *section.blocks)
            for word in _SMALL.findall(block)
        }
        return frozenset(taught | {word for line in lines for word in _WORD.findall(line)})
