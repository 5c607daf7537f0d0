"""The places and buttons of a school and of a teacher's belonging to it, with what they carry."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.chat.button import Style
from bot.chat.moments.day import MomentDoubt
from bot.chat.routes import Bare, CompactDay, OfSchool, QuarterName, Route, Signed
from bot.domain.person.zone import Zone

SchoolWeek = Literal["five", "six"]
Sure = Literal["renew", "close"]
RecapFile = Literal["picture", "table"]


@dataclass(frozen=True, slots=True)
class SchoolPage(OfSchool):
    """A page of something of a school."""

    page: int | None = None


@dataclass(frozen=True, slots=True)
class MakingFile(OfSchool):
    """A file of a recap, with the size of its table: who takes the picture may want that, too."""

    kilobytes: int | None = None


@dataclass(frozen=True, slots=True)
class FileMade(OfSchool):
    """Which file of a recap was made, and the size of its table."""

    made: RecapFile | None = None
    kilobytes: int | None = None


@dataclass(frozen=True, slots=True)
class MakingSure(OfSchool):
    """What is to be done to the open invitation."""

    what: Sure


@dataclass(frozen=True, slots=True)
class OfLink(OfSchool):
    """The mark of a one-time link."""

    mark: str


@dataclass(frozen=True, slots=True)
class Shifting(OfSchool):
    """A quarter and the days its window is moved by, counted from the calendar's."""

    quarter: QuarterName
    days: Signed


@dataclass(frozen=True, slots=True)
class SettingWeek(OfSchool):
    """How many days the school's week has."""

    days: SchoolWeek


@dataclass(frozen=True, slots=True)
class Dropping(OfSchool):
    """The first and the last of quiet days."""

    first: CompactDay
    last: CompactDay


@dataclass(frozen=True, slots=True)
class QuietDays(OfSchool):
    """Which of several days is meant: why that is asked, and the days."""

    doubt: MomentDoubt | None = None
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class QuietDay(OfSchool):
    """A day that is to be quiet."""

    day: date


@dataclass(frozen=True, slots=True)
class SettingZone(OfSchool):
    """The zone a school is to have."""

    zone: Zone


JOIN_OFFER = Bare("join.offer")
JOIN_AGREE = Bare("join.agree", style=Style.PRIMARY)
JOIN_NAME = Bare("join.name")
JOIN_DECLINE = Bare("join.decline")
JOIN_MAIN = Bare("join.main")
JOIN_SURE = Bare("join.sure", style=Style.DANGER)
JOIN_ASK_SURE = Route("join.sure", OfSchool)
JOIN_LEAVE = Route("join.leave", OfSchool, style=Style.DANGER)
OWNNAME_NAME = Bare("ownname.name")
OWNNAME_SURE = Bare("ownname.sure")
OWNNAME_SET = Bare("ownname.set")

SCHOOL_LIST = Bare("school.list")
SCHOOL_HOME = Route("school.home", OfSchool)
SCHOOL_INVITE = Route("school.invite", OfSchool)
SCHOOL_HANDOVER = Route("school.handover", OfSchool)
SCHOOL_AUDIT = Route("school.audit", SchoolPage)
SCHOOL_OPEN = Route("school.open", OfSchool)
SCHOOL_SURE = Route("school.sure", MakingSure)
SCHOOL_RENEW = Route("school.renew", OfSchool)
SCHOOL_CLOSE = Route("school.close", OfSchool, style=Style.DANGER)
SCHOOL_OFFER = Route("school.offer", OfSchool)
SCHOOL_GIVE = Route("school.give", OfSchool)
SCHOOL_PRINT = Route("school.print", OfSchool)
SCHOOL_WITHDRAW = Route("school.withdraw", OfLink, style=Style.DANGER)

RECAP_MAIN = Route("recap.main", OfSchool)
RECAP_LEVELS = Route("recap.levels", OfSchool)
RECAP_MADE = Route("recap.made", FileMade)
RECAP_PICTURE = Route("recap.picture", MakingFile)
RECAP_TABLE = Route("recap.table", MakingFile)

SCHEDULE_MAIN = Route("schedule.main", OfSchool)
SCHEDULE_QUIET = Route("schedule.quiet", QuietDays)
SCHEDULE_SHIFT = Route("schedule.shift", Shifting)
SCHEDULE_WEEK = Route("schedule.week", SettingWeek)
SCHEDULE_DROP = Route("schedule.drop", Dropping, style=Style.DANGER)
SCHEDULE_DAY = Route("schedule.day", QuietDay)

SDATA_MAIN = Route("sdata.main", OfSchool)
SDATA_NAME = Route("sdata.name", OfSchool)
SDATA_SURE = Route("sdata.sure", OfSchool)
SDATA_NAMED = Route("sdata.named", OfSchool)
SDATA_ZONE = Route("sdata.zone", OfSchool)
SDATA_SET = Route("sdata.set", SettingZone)
SDATA_NPSN = Route("sdata.npsn", OfSchool)
