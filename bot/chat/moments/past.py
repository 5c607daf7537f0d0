"""Reads which day that is over is meant: kemarin, Jumat, Senin lalu, 20/11, tanggal 5, 2 hari yang lalu.

Reads by the same words as days to come (``scan``); must not choose among several.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.chat.moments.day import WEEK, LikelyDays, MomentDoubt, date_of
from bot.chat.moments.said import Date, SaidMoment
from bot.chat.moments.scan import scan
from bot.chat.typed.line import clean_line
from bot.content.texts import Texts
from bot.domain.calendar.quarter import months_later

MONTHS = 12
HALF_YEAR = 183
"""Without a year, a date further back than this may as well be meant as one to come."""


@dataclass(frozen=True, slots=True)
class _Back:
    """How far back a text says it looks: "lalu" at all, last week, last month."""

    ago: bool = False
    week: bool = False
    month: bool = False


def read_past_day(texts: Texts, text: str, today: date) -> LikelyDays:
    """Return the day meant, today or earlier; one to come where that was said; none for no day."""
    words, back = _looking_back(texts, clean_line(text).casefold().rstrip(".!"))
    said = scan(texts, words, lengths=True)
    if not said.names_day and len(said.hours) == 1 and said.hours[0].dotted:
        said.dates.append(Date(said.hours[0].hour, said.hours[0].minute))
        said.hours.clear()
    if said.weekdays and said.near == [-1]:
        back = _Back(ago=True, week=back.week)
        said.near.clear()
    days = tuple(dict.fromkeys(_candidates(said, back, today)))
    if days and (said.odd or said.spare or said.every):
        return LikelyDays(days, MomentDoubt.ODD)
    if any(one.month and not one.year for one in said.dates) and (
        days and (today - days[0]).days > HALF_YEAR
    ):
        return LikelyDays(days, MomentDoubt.PAST)
    named = {weekday for weekday, _ in said.weekdays}
    is_torn = len(days) > 1 or (named and any(day.weekday() not in named for day in days))
    return LikelyDays(days, MomentDoubt.SEVERAL if is_torn else None)


def _looking_back(texts: Texts, text: str) -> tuple[str, _Back]:
    """Return the text without the words that look back, and what they say."""
    found = {}
    padded = f" {text} "
    for name in ("week", "month", "ago"):
        for phrase in sorted(texts.words("past-words", name), key=len, reverse=True):
            if f" {phrase} " in padded:
                padded = padded.replace(f" {phrase} ", " ")
                found[name] = True
    return padded.strip(), _Back(**found)


def _candidates(said: SaidMoment, back: _Back, today: date) -> list[date]:
    found = [today + timedelta(days=near) for near in said.near]
    if said.distance and not said.weekdays:
        months, days = said.distance
        sign = -1 if back.ago else 1
        found.append(months_later(today, sign * months) + timedelta(days=sign * days))
    for one in said.dates:
        day = _date(one, said, back, today)
        found += [day] if day else []
    if not found:
        found += [_weekday(day, said, back, today) for day, _ in said.weekdays]
    return found


def _weekday(weekday: int, said: SaidMoment, back: _Back, today: date) -> date:
    """Return the last such day of the week; of last week, or of one to come, where that was said."""
    monday = today - timedelta(days=today.weekday())
    if back.week:
        return monday - timedelta(days=WEEK - weekday)
    if said.weeks:
        return monday + timedelta(days=WEEK * said.weeks + weekday)
    behind = (today.weekday() - weekday) % WEEK
    return today - timedelta(days=behind or (WEEK if back.ago else 0))


def _date(one: Date, said: SaidMoment, back: _Back, today: date) -> date | None:
    """Return the last such date; that of the year or month where one was said."""
    if one.year is not None or said.years is not None:
        return next(iter(date_of(one, said, today).days), None)
    if one.month is not None:
        tries = [(today.year - years, one.month) for years in range(MONTHS)]
    else:
        first = today.replace(day=1)
        ahead = [-1] if back.month else [said.months] if said.months else range(0, -MONTHS, -1)
        months = [months_later(first, by) for by in ahead]
        tries = [(month.year, month.month) for month in months]
    known = [day for year, month in tries if (day := _on(one.day, month, year))]
    over = [day for day in known if day <= today]
    return next(iter(over or known), None)


def _on(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
