"""Whether words are a plan: "Jika …, maka saya …", "kalau … saya …". All words stand in the texts."""

from bot.chat.turn_context import TurnContext
from bot.chat.typed.line import clean_line


def is_if_then(s: TurnContext, text: str) -> bool:
    """Say whether words begin as a plan does and go on to what follows."""
    words, texts = clean_line(text).casefold().split(), s.world.texts
    if not words or words[0] not in texts.words("coach-words", "opens"):
        return False
    return not set(words[1:]).isdisjoint(texts.words("coach-words", "follows"))
