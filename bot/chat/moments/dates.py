"""Takes the dates that were said, out of runs of tokens: "5/12", "5, 7 dan 24-26 Desember", "14-18/12".

Must not say which day or year is meant; ``typed_day`` and ``typed_days`` do.
"""

from dataclasses import replace

from bot.chat.moments.said import Date, SaidMoment
from bot.chat.moments.words import DATE, NUMBER, YEARLIKE, Token
from bot.content.texts import CENTURY

NUMBERS = {NUMBER, YEARLIKE}


def _written(one: Token) -> Date:
    """Return a date in figures."""
    return Date(one.value, one.more[0], next(iter(one.more[1:]), None))


def numbers_of(found: tuple[Token, ...]) -> list[Token]:
    """Return the numbers among tokens."""
    return [one for one in found if one.kind in NUMBERS]


def date(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "5/12" and "5-12-2026"; "tanggal 5-7" may be two days."""
    one = found[-1]
    is_run = found[0].kind == "t" and "-" in one.word and one.value < one.more[0]
    said.add_date(replace(_written(one), is_run=is_run))


def year_of(found: tuple[Token, ...]) -> int | None:
    """Return the year behind the month, if one was said."""
    behind = found[[one.kind for one in found].index("m") + 1 :]
    years = [one.value for one in behind if one.kind in NUMBERS]
    return years[0] + (CENTURY if years[0] < 100 else 0) if years else None  # noqa: PLR2004 -- digits


def spoken_date(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "5 Desember 2026", and both days of "10-12 Maret"."""
    month = next(one.value for one in found if one.kind == "m")
    before = found[: [one.kind for one in found].index("m")]
    year = year_of(found)
    for one in before:
        if one.kind in "oL":
            said.order.append(one.kind)
        elif one.kind == DATE and "-" not in one.word:
            said.add_date(_written(one))
        elif one.kind in {DATE, *NUMBERS}:
            said.add_date(Date(one.value, month, year))
            for last in one.more:
                said.order.append("o")
                said.add_date(Date(last, month, year))


def shared_month(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "7 & 9/12" and "14-18/12": the last one says the month of all."""
    month, year = found[-1].more[0], next(iter(found[-1].more[1:]), None)
    for one in found:
        if one.kind in "oL":
            said.order.append(one.kind)
        elif one.kind in {DATE, *NUMBERS}:
            said.add_date(Date(one.value, month, year))


def month_first(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "Desember 5"."""
    said.add_date(Date(found[1].value, found[0].value))


def day_of_month(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "tanggal 5" and "tanggal 5 bulan 12"."""
    numbers = numbers_of(found)
    month = numbers[1].value if len(numbers) > 1 else None
    said.add_date(Date(numbers[0].value, month))


def dotted_date(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "tanggal 24.12"."""
    said.add_date(Date(found[-1].value, found[-1].more[0]))
