"""How a quarter is named, wherever it is shown: by its Roman number, its year and its months.

One quarter has one name; where there is little room it loses its end, never its beginning.
"""

from bot.content.texts import Texts
from bot.domain.calendar.quarter import Quarter


def quarter_name(texts: Texts, quarter: Quarter) -> str:
    """Return "Triwulan IV 2026 (Okt–Des)"."""
    return texts.say("quarter", number=quarter.number, year=str(quarter.year))


def short_quarter(texts: Texts, quarter: Quarter) -> str:
    """Return "Triwulan IV 2026", for buttons and pictures."""
    return texts.say("quarter-short", number=quarter.number, year=str(quarter.year))
