"""How a teacher's evaluation of this quarter is told to her coordinator, on screens and in files alike."""

from datetime import date

from bot.content.texts import Texts
from bot.domain.roster.roster import Evaluated


def evaluated_words(texts: Texts, state: Evaluated, opens: date | None) -> str:
    """Return the word for a state; what is not open yet says from which day on it is."""
    if state is Evaluated.NOT_OPEN and opens:
        return not_open(texts, opens)
    return texts.pick("recap-evaluated", state)


def not_open(texts: Texts, opens: date) -> str:
    """Return "belum dibuka (11 April 2027)"."""
    return texts.pick("recap-evaluated", "belum-dibuka-hari", day=texts.plain_day(opens))
