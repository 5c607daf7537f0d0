"""The places and buttons of a school's teachers by name, with what they carry."""

from dataclasses import dataclass
from typing import Literal

from bot.chat.button import Style
from bot.chat.routes import OfSchool, Route
from bot.domain.roster.nudge_request import TeacherGroup


@dataclass(frozen=True, slots=True)
class OfGroup(OfSchool):
    """A group of teachers and a page of it."""

    group: TeacherGroup | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class GroupAsked(OfSchool):
    """A group that may be reminded, when that was asked, in seconds since 1970, and which one of it alone."""

    group: TeacherGroup
    asked: int | None = None
    teacher: int | None = None


@dataclass(frozen=True, slots=True)
class Confirming(OfSchool):
    """The same with what stands for exactly the teachers who were shown; empty where it is one."""

    group: TeacherGroup
    asked: int
    fingerprint: str
    teacher: int | None = None


@dataclass(frozen=True, slots=True)
class Counted(OfSchool):
    """How many will be reminded."""

    count: int


@dataclass(frozen=True, slots=True)
class Picking(OfSchool):
    """A page of the teachers to choose from."""

    page: int | None = None


@dataclass(frozen=True, slots=True)
class OfTeacher(OfSchool):
    """A teacher of the school."""

    teacher: int


@dataclass(frozen=True, slots=True)
class SoughtTeacher(OfSchool):
    """The name she typed, and whether that teacher is to be reminded."""

    name: str
    aim: Literal["ingatkan"] | None = None


ROSTER_LIST = Route("roster.list", OfGroup)
ROSTER_ASK = Route("roster.ask", GroupAsked)
ROSTER_SEND = Route("roster.send", Confirming, style=Style.PRIMARY)
ROSTER_SENT = Route("roster.sent", Counted)

TEACHER_PICK = Route("teacher.pick", Picking)
TEACHER_ONE = Route("teacher.one", OfTeacher)
TEACHER_FOUND = Route("teacher.found", SoughtTeacher)
TEACHER_NAME = Route("teacher.name", OfTeacher)
TEACHER_NAMED = Route("teacher.named", OfTeacher)
TEACHER_SURE = Route("teacher.sure", OfTeacher, style=Style.DANGER)
TEACHER_OUT = Route("teacher.out", OfTeacher, style=Style.DANGER)
