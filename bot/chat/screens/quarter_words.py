"""How a quarter is named, wherever it is shown."""

from bot.content.texts import Texts
from bot.domain.quarter import Quarter


def quarter_name(texts: Texts, quarter: Quarter) -> str:
    """Return "Triwulan 4, 2026"."""
    return texts.say("quarter", number=str(quarter.number), year=str(quarter.year))
