"""Reads a moment as people type it: a day and an hour, by her own clock or the zone she names.

What may be meant in more than one way is a doubt with a few moments to choose from, never a guess.
Must not judge whether the moment is a good one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.chat.moments.day import LikelyDays, MomentDoubt, days_of
from bot.chat.moments.hour import Option, options
from bot.chat.moments.said import Date, SaidMoment
from bot.chat.moments.scan import NOON, scan
from bot.chat.moments.words import AFTERNOON, DAWN, DAY, EVENING, MORNING, PAST_NOON
from bot.content.texts import Texts
from bot.domain.calendar.calendar import NIGHT_BEGINS
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.person.zone import Zone

MOST_CHOICES = 3
"""More would be no question but a list."""

HOURS_OF_PART = {
    "": (time(7), time(10), time(14)),
    MORNING: (time(7), time(8), time(9)),
    DAY: (time(11), time(12), time(13)),
    PAST_NOON: (time(12, 30), time(13), time(14)),
    AFTERNOON: (time(15), time(16), time(17)),
    EVENING: (time(18, 30), time(19), time(19, 30)),
    DAWN: (time(4), time(5), time(6)),
}
"""The hours offered when only a day was said, or a part of it."""

PARTS_OF_DAY = {
    DAWN: range(7),
    MORNING: range(11),
    DAY: range(10, 16),
    PAST_NOON: range(12, 16),
    AFTERNOON: range(14, 19),
    EVENING: range(18, 24),
}
"""The hours that each part of the day may be said of."""

HOUR = timedelta(hours=1)
DAY_LENGTH = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MomentReading:
    """What was understood: one moment, or a doubt with moments to choose from, or nothing."""

    moments: tuple[datetime, ...] = ()
    doubt: MomentDoubt | None = None
    zone: Zone | None = None
    """The zone that was named."""

    odd: tuple[str, ...] = ()
    """What was not understood."""

    @property
    def moment(self) -> datetime | None:
        """The moment that was understood, None where it is asked for."""
        return self.moments[0] if self.moments and self.doubt is None else None


def read_moment(
    texts: Texts,
    text: str,
    now: datetime,
    own: Zone | None,
    asked: tuple[datetime, ...] = (),
    *,
    unsure: bool = False,
) -> MomentReading:
    """Return what a text says about a moment after now, by the clock of ``own`` if it names none.

    ``asked`` are the moments she was asked to choose from: "yang sore" may be enough then, and an
    hour without a day is one of their day, if they have only one; where it is ``unsure`` that this day
    was meant, it is asked again.
    """
    said = scan(texts, text)
    if asked and (chosen := _among(asked, said, now, own)):
        return MomentReading((chosen,))
    days = {local(moment, own).date() for moment in asked}
    if len(days) == 1 and not (said.names_day or said.odd) and said.minutes is None:
        if unsure and (fresh := read_moment(texts, text, now, own)).moments:
            stuck = read_moment(texts, text, now, own, asked)
            return MomentReading(
                tuple(dict.fromkeys((*stuck.moments[:1], *fresh.moments[:1]))), MomentDoubt.SEVERAL
            )
        said.near.append((days.pop() - local(now, own).date()).days)
    named = tuple(Zone(zone) for zone in dict.fromkeys(said.zones))
    zone = named[0] if named else own or Zone.WIB
    found = _read(said, now, zone)
    if found.moments and (said.odd or (found.doubt is None and len(named) > 1)):
        found = MomentReading(found.moments, MomentDoubt.ODD)
    return MomentReading(found.moments, found.doubt, named[0] if named else None, tuple(said.odd))


def _among(
    asked: tuple[datetime, ...], said: SaidMoment, now: datetime, own: Zone | None
) -> datetime | None:
    """Return the one of several moments that a day or a part of the day picks out."""
    if said.hours or said.spare or said.odd or not (said.names_day or said.parts):
        return None
    if said.names_day:
        days = days_of(said, local(now, own).date()).days
        asked = tuple(moment for moment in asked if local(moment, own).date() in days)
    for part in said.parts:
        asked = tuple(one for one in asked if local(one, own).hour in PARTS_OF_DAY[part])
    return asked[0] if len(asked) == 1 else None


def _read(said: SaidMoment, now: datetime, zone: Zone) -> MomentReading:
    said.odd += [one.words for one in said.every]
    if said.minutes is not None:
        said.odd += [str(one.hour) for one in said.spare]
        start = now.replace(second=0, microsecond=0)
        odd = MomentDoubt.ODD if said.hours or said.names_day or not said.minutes else None
        return MomentReading((start + timedelta(minutes=said.minutes),), odd)
    _settle(said)
    today = local(now, zone).date()
    hours = options(said)
    if said.hours and not hours:
        return MomentReading()
    said.odd += [str(one.hour) for one in said.spare]
    if not said.names_day:
        return _without_day(said, hours, now, zone) if hours else MomentReading()
    days = days_of(said, today)
    if not days.days:
        return MomentReading()
    return _on_days(days, hours, said, now, zone) if hours else _without_hour(days, said, now, zone)


def _settle(said: SaidMoment) -> None:
    """Say of what a number is that stands without a word: a day written like 24.12, an hour."""
    if not said.names_day and len(said.hours) > 1 and said.hours[0].dotted:
        first = said.hours[0]
        if first.hour >= 1 and 1 <= first.minute <= NOON and (first.hour > NOON or first.minute):
            said.hours.pop(0)
            said.dates.append(Date(first.hour, first.minute))
    if said.names_day and not said.hours and len(said.spare) == 1:
        said.hours.append(said.spare[0])
        said.spare.clear()


def _coming(moments: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    return tuple(dict.fromkeys(moment for moment in moments if moment > now))


def _at(day: date, option: Option, zone: Zone) -> datetime:
    return moment_at(day + timedelta(days=option[0]), option[1], zone)


def _doubted(hours: tuple[Option, ...], said: SaidMoment) -> MomentDoubt | None:
    if len(said.hours) > 1 and len(hours) > 1:
        return MomentDoubt.SEVERAL
    return MomentDoubt.HALF if len(hours) > 1 else None


def _without_day(
    said: SaidMoment, hours: tuple[Option, ...], now: datetime, zone: Zone
) -> MomentReading:
    """Return the next such hour: today's if it lies ahead, else it is asked."""
    today = local(now, zone).date()
    at = [_at(today, option, zone) for option in hours]
    ahead = _coming(at, now)
    if said.either and len(hours) == 1:
        both = (*ahead, *(moment + DAY_LENGTH for moment in at))
        return MomentReading(both, MomentDoubt.SEVERAL if len(both) > 1 else None)
    if len(hours) == 1 and ahead:
        return MomentReading(ahead)
    later = [moment if moment > now else moment + DAY_LENGTH for moment in at]
    if len(hours) == 1:
        later = [*_other_half(said, at[0], now), *later]
        return MomentReading(tuple(later), MomentDoubt.PAST)
    return MomentReading(tuple(dict.fromkeys(later))[:MOST_CHOICES], _doubted(hours, said))


def _other_half(said: SaidMoment, moment: datetime, now: datetime) -> tuple[datetime, ...]:
    """Return the same hour after noon, where "jam 8" may mean it and it lies ahead."""
    one = said.hours[0]
    if one.exact or said.parts or one.hour >= NOON:
        return ()
    return _coming([moment + NOON * HOUR], now)


def _on_days(
    days: LikelyDays, hours: tuple[Option, ...], said: SaidMoment, now: datetime, zone: Zone
) -> MomentReading:
    moments = [_at(day, option, zone) for day in days.days for option in hours]
    ahead = _coming(moments, now)
    today = local(now, zone).date()
    if not ahead:
        if days.days == (today,):
            return _today_again(moments, said, now, zone)
        return MomentReading((), MomentDoubt.PAST)
    if days.doubt is MomentDoubt.WEEK and today in days.days and len(ahead) == 1:
        return MomentReading(ahead)
    doubt = days.doubt or _doubted(hours, said)
    if doubt is MomentDoubt.HALF and len(ahead) == 1:
        doubt = None
    return MomentReading(ahead[:MOST_CHOICES], doubt)


def _today_again(
    moments: list[datetime], said: SaidMoment, now: datetime, zone: Zone
) -> MomentReading:
    """Return the other half of today, where an hour that is over may mean it, or ask for tomorrow's."""
    other = _other_half(said, moments[0], now) if len(moments) == 1 else ()
    if other and local(other[0], zone).time() < NIGHT_BEGINS:
        return MomentReading(other)
    tomorrow = tuple(moment + DAY_LENGTH for moment in moments)
    return MomentReading((*other, *tomorrow)[:MOST_CHOICES], MomentDoubt.PAST)


def _without_hour(days: LikelyDays, said: SaidMoment, now: datetime, zone: Zone) -> MomentReading:
    """Return hours to choose from on the day that was said, or one on each of several."""
    part = said.parts[0] if said.parts else ""
    if days.doubt:
        moments = [moment_at(day, HOURS_OF_PART[part][0], zone) for day in days.days]
        return MomentReading(_coming(moments, now)[:MOST_CHOICES], days.doubt)
    ahead = _coming((moment_at(days.days[0], hour, zone) for hour in HOURS_OF_PART[part]), now)
    if not ahead and said.parts and days.days[0] == local(now, zone).date():
        tomorrow = days.days[0] + DAY_LENGTH
        return MomentReading(
            tuple(moment_at(tomorrow, hour, zone) for hour in HOURS_OF_PART[part]), MomentDoubt.PAST
        )
    if not ahead and days.days[0] == local(now, zone).date():
        ahead = (now.replace(minute=0, second=0, microsecond=0) + 2 * HOUR,)
    return MomentReading(ahead, MomentDoubt.HOUR if ahead else MomentDoubt.PAST)
