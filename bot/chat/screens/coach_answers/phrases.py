"""Whether a text is one of the phrases of a list, said kindly or not. Must not hold phrases; they stand in the texts."""

from bot.chat.turn_context import TurnContext
from bot.chat.typed.labels import words_of


def says(s: TurnContext, text: str, which: str, *, asked: bool = False) -> bool:
    """Say whether a text is one of these words and, unless it may be ``asked``, no question."""
    phrases, bare = s.world.texts.words("coach-typed", which), s.world.wording.bare
    if "?" in text and not asked:
        return False
    if words_of(text) in phrases:
        return True
    return bool(words := bare(text)) and words in [bare(one) for one in phrases]


def without(s: TurnContext, text: str, which: str) -> str:
    """Return a text without the words of a list around what it names: "tugas kecil 2" is "2"."""
    around = set(s.world.texts.words("coach-typed", which))
    return " ".join(word for word in words_of(text).split() if word not in around)
