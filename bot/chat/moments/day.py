"""Reads which day is meant: besok, Jum'at, Senin depan, tanggal 5, 5/12, akhir bulan, 2 pekan lagi.

Returns every day that may be meant and why there are several; must not choose among them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.chat.moments.said import Date, SaidMoment
from bot.chat.moments.scan import scan
from bot.content.texts import Texts
from bot.domain.calendar.calendar import SATURDAY
from bot.domain.calendar.quarter import months_later

WEEK = 7
MONTHS = 12
LEAP_YEARS_AHEAD = 4
"""Years looked ahead for a 29 February."""


class MomentDoubt(StrEnum):
    """Why it is asked which moment is meant; each has a question, ``doubt-<value>``."""

    PAST = "lewat"
    WEEK = "pekan"
    SEVERAL = "beberapa"
    HALF = "paruh"
    HOUR = "jam"
    ODD = "lain"


@dataclass(frozen=True, slots=True)
class LikelyDays:
    """The days that may be meant, the likelier first; one and no doubt is the day meant."""

    days: tuple[date, ...] = ()
    doubt: MomentDoubt | None = None

    @property
    def day(self) -> date | None:
        """The day, if there is no doubt."""
        return self.days[0] if self.days and self.doubt is None else None


def read_day(texts: Texts, text: str, today: date) -> LikelyDays:
    """Return the day meant by what was typed; without a day nothing could be read."""
    said = scan(texts, text, lengths=True)
    if not said.names_day and len(said.hours) == 1 and said.hours[0].dotted:
        said.dates.append(Date(said.hours[0].hour, said.hours[0].minute))
        said.hours.clear()
    return settled(said, today)


def settled(said: SaidMoment, today: date) -> LikelyDays:
    """Return the day that was said; it is asked about where a word or a number was left over."""
    found = days_of(said, today)
    is_odd = said.odd or said.hours or said.spare or said.every
    return LikelyDays(found.days, MomentDoubt.ODD) if found.days and is_odd else found


def days_of(said: SaidMoment, today: date) -> LikelyDays:
    """Return the days that may be meant by all that was said of a day; none if nothing was."""
    if said.edge:
        return _at_edge(said, today)
    found = [date_of(one, said, today) for one in said.dates]
    found += [LikelyDays((today + timedelta(days=near),)) for near in said.near]
    if said.distance and not (said.weekdays and said.weeks is not None):
        months, days = said.distance
        found.append(LikelyDays((months_later(today, months) + timedelta(days=days),)))
    if not found and not said.weekdays:
        return _loose(said, today)
    if any(not one.days for one in found):
        return LikelyDays()
    if not found:
        return _weekdays(said, today)
    return _agreeing(found, said, today)


def _agreeing(found: list[LikelyDays], said: SaidMoment, today: date) -> LikelyDays:
    """Return the day that all that was said agrees on, or all of them with a doubt."""
    days = tuple(dict.fromkeys(day for one in found for day in one.days))
    doubt = next((one.doubt for one in found if one.doubt), None)
    if len(found) > 1 and doubt is None and len(days) > 1:
        doubt = MomentDoubt.SEVERAL
    if not said.weekdays or doubt is MomentDoubt.PAST or max(days) < today:
        return LikelyDays(days, doubt)
    named = {day for day, _ in said.weekdays}
    if all(day.weekday() in named for day in days):
        return LikelyDays(days, doubt)
    others = tuple(day_of_week(today, day) for day, _ in said.weekdays)
    return LikelyDays(tuple(dict.fromkeys((*days, *others))), MomentDoubt.SEVERAL)


def day_of_week(today: date, weekday: int) -> date:
    """Return the next such day of the week after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % WEEK + 1)


def _weekdays(said: SaidMoment, today: date) -> LikelyDays:
    found = [_one_weekday(day, behind, said, today) for day, behind in said.weekdays]
    days = tuple(dict.fromkeys(day for one in found for day in one.days))
    doubt = next((one.doubt for one in found if one.doubt), None)
    several = MomentDoubt.SEVERAL if len(set(said.weekdays)) > 1 else None
    return LikelyDays(days, doubt or several)


def _one_weekday(weekday: int, behind: str, said: SaidMoment, today: date) -> LikelyDays:
    coming = day_of_week(today, weekday)
    monday = today - timedelta(days=today.weekday())
    if said.weeks is not None:
        return LikelyDays((monday + timedelta(days=WEEK * said.weeks + weekday),))
    if behind == "eve":
        return LikelyDays((coming - timedelta(days=1), coming), MomentDoubt.SEVERAL)
    if behind == "next":
        later = monday + timedelta(days=WEEK + weekday)
        if coming == today + timedelta(days=1):
            return LikelyDays((coming, coming + timedelta(days=WEEK)), MomentDoubt.WEEK)
        return (
            LikelyDays((coming,))
            if coming == later
            else LikelyDays((coming, later), MomentDoubt.WEEK)
        )
    if weekday == today.weekday():
        return (
            LikelyDays((today,))
            if behind == "this"
            else LikelyDays((today, coming), MomentDoubt.WEEK)
        )
    return LikelyDays((coming,))


def _loose(said: SaidMoment, today: date) -> LikelyDays:
    """Return what a week, a month or a year alone may mean."""
    monday = today - timedelta(days=today.weekday())
    if said.weeks:
        next_monday = monday + timedelta(days=WEEK * said.weeks)
        same = today + timedelta(days=WEEK * said.weeks)
        days = (next_monday, same, next_monday + timedelta(days=WEEK - 1))
        return LikelyDays(tuple(dict.fromkeys(days)), MomentDoubt.WEEK)
    if said.months:
        later = months_later(today, said.months)
        return LikelyDays(tuple(dict.fromkeys((later.replace(day=1), later))), MomentDoubt.SEVERAL)
    return LikelyDays()


def _at_edge(said: SaidMoment, today: date) -> LikelyDays:
    """Return the end (or the start) of a month, the two days that end a week, the end of a year."""
    if said.edge == "week":
        saturday = day_of_week(today - timedelta(days=1), SATURDAY)
        saturday += timedelta(days=WEEK * (said.months or 0))
        return LikelyDays((saturday, saturday + timedelta(days=1)), MomentDoubt.SEVERAL)
    if said.edge == "year":
        return LikelyDays((date(today.year, MONTHS, 31),))
    first = months_later(today.replace(day=1), said.months or 0)
    if said.dates:
        named = said.dates[0]
        year = named.year or today.year + (named.month is not None and named.month < today.month)
        first = date(year, named.month or today.month, 1)
    elif said.edge == "start" and said.months is None:
        first = months_later(first, 1)
    end = months_later(first, 1) - timedelta(days=1)
    return LikelyDays((first if said.edge == "start" else end,))


def date_of(one: Date, said: SaidMoment, today: date) -> LikelyDays:
    """Return the day of one date, in the month and year that were said or are likely."""
    if one.month is None:
        return _day_of_month(one.day, said.months, today)
    year = today.year + said.years if one.year is None and said.years is not None else one.year
    if year is not None:
        found = _on(one.day, one.month, year)
        return LikelyDays((found,)) if found else LikelyDays()
    coming = [_on(one.day, one.month, today.year + ahead) for ahead in range(LEAP_YEARS_AHEAD + 1)]
    later = next((day for day in coming if day and day >= today), None)
    this = coming[0]
    if later is None or this is None or this >= today or today - this > later - today:
        return LikelyDays((later,)) if later else LikelyDays()
    soon = _day_of_month(one.day, None, today).days
    return LikelyDays(tuple(dict.fromkeys((*soon, later))), MomentDoubt.PAST)


def _day_of_month(day: int, months: int | None, today: date) -> LikelyDays:
    """Return the next such day of a month, or that of the month so many from this one."""
    first = today.replace(day=1)
    ahead = range(MONTHS) if months is None else (months,)
    for by in ahead:
        month = months_later(first, by)
        found = _on(day, month.month, month.year)
        if found and (found >= today or months is not None):
            return LikelyDays((found,))
    return LikelyDays()


def _on(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
