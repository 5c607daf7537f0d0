"""The places and buttons of whoever runs the bot, with what they carry."""

from dataclasses import dataclass

from bot.chat.button import Style
from bot.chat.routes import Bare, OfSchool, Route
from bot.domain.person.zone import Zone


@dataclass(frozen=True, slots=True)
class SchoolsFrom:
    """A page of the schools, and the part of a name that was looked for."""

    page: int = 0
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class OfListPage:
    """A page of the schools one is looking at."""

    page: int


@dataclass(frozen=True, slots=True)
class InZone:
    """The zone of the school being made."""

    zone: Zone


@dataclass(frozen=True, slots=True)
class OfCoordinator(OfSchool):
    """A coordinator of a school."""

    person: int


ADMIN_MAIN = Route("admin.main", SchoolsFrom)
ADMIN_OPEN = Bare("admin.main")
ADMIN_PAGE = Route("admin.page", OfListPage)
ADMIN_NEW = Bare("admin.new")
ADMIN_NAME = Bare("admin.name")
ADMIN_ZONE = Bare("admin.zone")
ADMIN_SET_ZONE = Route("admin.zone", InZone)
ADMIN_NPSN = Bare("admin.npsn")
ADMIN_MAKE = Bare("admin.make")
ADMIN_SCHOOL = Route("admin.school", OfSchool)
ADMIN_REMOVE = Route("admin.remove", OfCoordinator, style=Style.DANGER)
ADMIN_SURE = Route("admin.sure", OfCoordinator)
ADMIN_REMOVED = Route("admin.removed", OfCoordinator, style=Style.DANGER)
ADMIN_HEALTH = Bare("admin.health")
