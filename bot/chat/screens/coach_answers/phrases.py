"""Whether a text is one of the phrases of a list, said kindly or not. Must not hold phrases; they stand in the texts."""

from functools import lru_cache

from bot.chat.turn_context import TurnContext
from bot.chat.typed.labels import words_of
from bot.chat.typed.wording import Wording


def says(s: TurnContext, text: str, which: str, *, asked: bool = False) -> bool:
    """Say whether a text is one of these words and, unless it may be ``asked``, no question."""
    phrases = s.world.texts.words("coach-typed", which)
    if "?" in text and not asked:
        return False
    titles = s.world.texts.words("fillers", "titles")
    uncalled = " ".join(word for word in words_of(text).split() if word not in titles)
    return not {words_of(text), uncalled}.isdisjoint(phrases) or means_one_of(s, text, phrases)


def mentions(s: TurnContext, text: str, which: str) -> bool:
    """Say whether one of these phrases stands in a text with all its words: "sudah dulu ya" is not "sudah"."""
    spelt = s.world.wording.spelt
    said = f" {' '.join(spelt(text))} "
    listed = s.world.texts.words("coach-typed", which)
    return any(f" {' '.join(spelt(one))} " in said for one in listed)


def opens(s: TurnContext, text: str, which: str) -> bool:
    """Say whether a text begins with one of these phrases, all its words counted."""
    spelt = s.world.wording.spelt
    said = f"{' '.join(spelt(text))} "
    listed = s.world.texts.words("coach-typed", which)
    return any(said.startswith(f"{' '.join(spelt(one))} ") for one in listed)


def means_one_of(s: TurnContext, text: str, phrases: tuple[str, ...]) -> bool:
    """Say whether a text is one of these phrases as far as words carry a meaning."""
    words = s.world.wording.bare(text)
    return bool(words) and tuple(words) in _bare(s.world.wording, phrases)


@lru_cache(32)
def _bare(wording: Wording, phrases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the words of each phrase that carry a meaning: each text is compared with the same few lists."""
    return frozenset(tuple(wording.bare(one)) for one in phrases)


def without(s: TurnContext, text: str, which: str) -> str:
    """Return a text without the words of a list around what it names: "tugas kecil 2" is "2"."""
    around = set(s.world.texts.words("coach-typed", which))
    return " ".join(word for word in words_of(text).split() if word not in around)
