"""Whether a text says nothing but some phrases or words, whatever politeness stands around them.

Must not hold the phrases, nor judge what they mean.
"""

from collections.abc import Iterable

from bot.chat.turn_context import TurnContext
from bot.chat.typed.line import comparable


def is_one_of(s: TurnContext, text: str, phrases: Iterable[str]) -> bool:
    """Say whether a text is one of these phrases: "belum bu" is "belum", "sudah?" asks and is none."""
    if "?" in text:
        return False
    known, bare = tuple(phrases), s.world.wording.bare
    if comparable(text) in known:
        return True
    words = bare(text)
    return bool(words) and any(words == bare(phrase) for phrase in known)


def says_only(s: TurnContext, text: str, words: Iterable[str], beside: Iterable[str] = ()) -> bool:
    """Say whether a text consists of these words and of those beside them: "ya boleh bu" of "ya" and "boleh"."""
    if "?" in text:
        return False
    spelt = s.world.wording.spelt
    heads = {part for word in words for part in spelt(word)}
    others = {part for word in beside for part in spelt(word)}
    return not heads.isdisjoint(spelt(text)) and s.world.wording.is_polite(text, heads | others)
