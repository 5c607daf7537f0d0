"""Whether a text says nothing but one of some phrases, whatever politeness stands around it.

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
