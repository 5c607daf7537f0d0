"""Reads which days are meant where several may be typed: lists, runs, and both: "5, 7 dan 24–26 Desember".

Returns runs of days, or the doubt about one; must not choose, and drops no number that was typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import search

from bot.chat.moments.day import LikelyDays, date_of, day_of_week, read_day
from bot.chat.moments.said import Date, SaidMoment
from bot.chat.moments.scan import scan
from bot.content.texts import Texts
from bot.domain.calendar.quarter import months_later

MONTHS = 12
WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)

Run = tuple[date, date]
"""The first and the last day."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of days that were typed, and the words that were of no use."""

    runs: tuple[Run, ...]
    unused: tuple[str, ...] = ()


@dataclass(slots=True)
class _Point:
    """One day as it was said: a date, a day of the week, or both; or days from today."""

    date: Date | None = None
    weekday: int | None = None
    near: int | None = None
    joined: bool = False
    """It ends the run that the one before begins."""


def read_days(texts: Texts, text: str, today: date) -> Runs | LikelyDays:
    """Return the runs of days that were typed, or the doubt about them."""
    said = scan(texts, text)
    points = _points(said)
    is_clear = not (said.hours or said.spare or said.every or said.edge or said.distance)
    is_clear = is_clear and said.weeks is None and said.months is None and bool(points)
    unused = tuple(said.odd)
    turns = set(texts.words("moment-words", "not"))
    is_spoken = not any(search(r"\d", words) or words in turns for words in unused)
    if len(points) > 1 or (points and unused):
        runs = _runs(points, said, today) if is_clear and is_spoken else None
        if runs:
            return Runs(_merged(runs), unused)
        if len(points) > 1:
            return LikelyDays()
    found = read_day(texts, text, today)
    return Runs(((found.day, found.day),)) if found.day else found


def _points(said: SaidMoment) -> list[_Point]:
    """Return the days in the order they were said; "Kamis, 24 Desember" is one."""
    dates, weekdays, near = iter(said.dates), iter(said.weekdays), iter(said.near)
    found: list[_Point] = []
    before = ""
    for kind in said.order:
        last = found[-1] if found else None
        if kind == "w":
            weekday = next(weekdays)[0]
            if last and before == "d" and last.weekday is None:
                last.weekday = weekday
            else:
                found.append(_Point(weekday=weekday, joined=before == "o"))
        elif kind == "d":
            one = next(dates)
            if last and before == "w" and last.date is None:
                last.date = one
            else:
                found += _of_date(one, joined=before == "o")
        elif kind == "r":
            found.append(_Point(near=next(near), joined=before == "o"))
        before = kind
    return found


def _of_date(one: Date, *, joined: bool) -> Iterable[_Point]:
    """Return one point, or both ends of "tanggal 5-7"."""
    if not one.is_run:
        return (_Point(one, joined=joined),)
    return _Point(Date(one.day), joined=joined), _Point(Date(one.month or 0), joined=True)


def _runs(points: list[_Point], said: SaidMoment, today: date) -> list[Run] | None:
    """Return every run; None where an end is no day, is not clear, or lies before its beginning."""
    found: list[Run] = []
    at = 0
    while at < len(points):
        is_run = at + 1 < len(points) and points[at + 1].joined
        if points[at].joined:
            return None
        run = _run(points[at], points[at + 1] if is_run else points[at], said, today)
        if run is None:
            return None
        found.append(run)
        at += 1 + is_run
    return found


def _run(begin: _Point, end: _Point, said: SaidMoment, today: date) -> Run | None:
    if begin.date and end.date:
        begin = replace(begin, date=_completed(begin.date, end.date))
    firsts, lasts = _days(begin, said, today), _days(end, said, today)
    if not firsts or not lasts:
        return None
    first, last = firsts[-1], lasts[-1]
    if first > last and begin.date and begin.date.year is None and end.date:
        first = firsts[0] if firsts[0] <= last else months_later(first, -MONTHS)
    if first > last and end.weekday is not None and end.date is None:
        last += WEEK
    return (first, last) if first <= last and _agrees(begin, first) and _agrees(end, last) else None


def _completed(first: Date, last: Date) -> Date:
    """Return the first date with what only the last one says: "10 Maret - 12 Maret 2027"."""
    month = first.month or last.month
    same_year = month is not None and last.month is not None and month <= last.month
    year = first.year or (last.year if same_year else last.year and last.year - 1)
    return Date(first.day, month, year)


def _agrees(point: _Point, day: date) -> bool:
    """Say whether the day of the week that stands beside a date is the date's own."""
    return point.weekday is None or day.weekday() == point.weekday


def _days(point: _Point, said: SaidMoment, today: date) -> tuple[date, ...]:
    if point.date:
        return date_of(point.date, said, today).days
    if point.near is not None:
        return (today + timedelta(days=point.near),)
    return (day_of_week(today, point.weekday),) if point.weekday is not None else ()


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs in their order in time, those that touch as one."""
    found: list[Run] = []
    for first, last in sorted(runs):
        if found and first <= found[-1][1] + ONE_DAY:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)
