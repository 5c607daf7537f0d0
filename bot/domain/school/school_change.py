"""What can be changed about a school, as values, and what each change does. Pure.

The secret of a new link comes from outside, because nothing here is random.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.calendar.calendar import Period
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.domain.school.news import NewsKind
from bot.domain.school.school import (
    Coordinator,
    Handover,
    Invite,
    School,
    SchoolId,
    fingerprint_of,
)
from bot.domain.school.school_news import telling, with_word_to

HANDOVER_LIFE = timedelta(days=7)
HANDOVERS_KEPT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSchool:
    """Make the school."""

    name: str
    zone: Zone
    npsn: str | None
    action: Action = Action.MAKE_SCHOOL


@dataclass(frozen=True, slots=True)
class OpenInvite:
    """Open the invitation for teachers, or renew it: the old link is good no more."""

    action: Action = Action.OPEN_INVITE


@dataclass(frozen=True, slots=True)
class CloseInvite:
    """Close the invitation for teachers."""

    action: Action = Action.CLOSE_INVITE


@dataclass(frozen=True, slots=True)
class OfferHandover:
    """Make a one-time link for another coordinator, or for one who takes the maker's place."""

    replaces: bool = False
    action: Action = Action.INVITE_COORDINATOR


@dataclass(frozen=True, slots=True)
class WithdrawLink:
    """Take back a one-time link that nobody has used, named by its mark."""

    mark: str
    action: Action = Action.WITHDRAW_LINK


@dataclass(frozen=True, slots=True)
class CorrectName:
    """Give the school its right name."""

    name: str
    action: Action = Action.CORRECT_SCHOOL


@dataclass(frozen=True, slots=True)
class CorrectZone:
    """Give the school its right zone."""

    zone: Zone
    action: Action = Action.CORRECT_SCHOOL


@dataclass(frozen=True, slots=True)
class CorrectNpsn:
    """Give the school its right national number."""

    npsn: str
    action: Action = Action.CORRECT_NPSN


@dataclass(frozen=True, slots=True)
class RenameTeacher:
    """Correct the name under which a teacher stands in the lists; she is told."""

    person: int
    name: str
    action: Action = Action.RENAME_TEACHER


@dataclass(frozen=True, slots=True)
class RemoveTeacher:
    """Take a teacher out of the school; her records stay hers, and she is told."""

    person: int
    action: Action = Action.REMOVE_TEACHER


@dataclass(frozen=True, slots=True)
class TakeHandover:
    """Become a coordinator by the link with this fingerprint, under a name."""

    fingerprint: str
    name: str
    action: Action = Action.BECOME_COORDINATOR


@dataclass(frozen=True, slots=True)
class RemoveCoordinator:
    """Take a coordinator's rights away."""

    person: int
    action: Action = Action.REMOVE_COORDINATOR


@dataclass(frozen=True, slots=True)
class ForgetCoordinator:
    """Take somebody's rights away and forget her name: she deleted her data, or agrees no more."""

    person: int
    action: Action = Action.STEP_DOWN


@dataclass(frozen=True, slots=True)
class ShiftWindow:
    """Move a quarter's window by some days from the calendar's."""

    quarter: str
    days: int
    action: Action = Action.CHANGE_WINDOW


@dataclass(frozen=True, slots=True)
class SetQuiet:
    """Set the school's own quiet days."""

    periods: tuple[Period, ...]
    action: Action = Action.CHANGE_WINDOW


@dataclass(frozen=True, slots=True)
class SetSaturdays:
    """Say whether the school's week has six days."""

    open: bool
    action: Action = Action.CHANGE_WINDOW


LinkChange = OpenInvite | CloseInvite | OfferHandover | WithdrawLink | TakeHandover
Adjustment = ShiftWindow | SetQuiet | SetSaturdays | CorrectName | CorrectZone | CorrectNpsn
TeacherChange = RenameTeacher | RemoveTeacher
"""What a coordinator changes about a teacher: her document changes with it."""

SchoolChange = (
    FoundSchool | LinkChange | Adjustment | TeacherChange | RemoveCoordinator | ForgetCoordinator
)


@dataclass(frozen=True, slots=True)
class ChangeSchool:
    """A change of one school, which its audit log notes."""

    school: SchoolId
    change: SchoolChange


def changed(school: School, change: SchoolChange, by: int, secret: str, now: datetime) -> School:
    """Return the school after a change by a person; doing it twice is doing it once."""
    match change:
        case FoundSchool():
            return school
        case OpenInvite() | CloseInvite() | OfferHandover() | WithdrawLink() | TakeHandover():
            return _with_links(school, change, by, secret, now)
        case RemoveCoordinator(person):
            return _removed(school, person, by, now)
        case ForgetCoordinator(person):
            return _forgotten(school, person, now)
        case RenameTeacher(person, name):
            return with_word_to(school, person, name, by, now)
        case RemoveTeacher(person):
            return with_word_to(school, person, None, by, now)
        case _:
            return _adjusted(school, change)


def _adjusted(school: School, change: Adjustment) -> School:
    """Return the school with another schedule, name, zone or number."""
    match change:
        case ShiftWindow(quarter, days):
            others = {name: by_days for name, by_days in school.shifts.items() if name != quarter}
            return replace(school, shifts={**others, quarter: days} if days else others)
        case SetQuiet(periods):
            return replace(school, quiet=periods)
        case SetSaturdays():
            return replace(school, saturdays=change.open)
        case CorrectName(name):
            return replace(school, name=name)
        case CorrectZone(zone):
            return replace(school, zone=zone)
        case CorrectNpsn(npsn):
            return replace(school, npsn=npsn)


def _with_links(school: School, change: LinkChange, by: int, secret: str, now: datetime) -> School:
    """Return the school with a link more or less, or one used."""
    match change:
        case OpenInvite():
            return replace(school, invite=Invite(secret=secret, made_at=now))
        case CloseInvite():
            return replace(school, invite=None)
        case OfferHandover():
            offered = Handover(
                fingerprint=fingerprint_of(secret),
                made_by=by,
                made_at=now,
                expires_at=now + HANDOVER_LIFE,
                replaces=change.replaces,
            )
            kept = tuple(one for one in school.handovers if not _gives_way(one, offered))
            return replace(school, handovers=(*kept, offered)[-HANDOVERS_KEPT:])
        case WithdrawLink(mark):
            left = (one for one in school.handovers if one.used_by is not None or one.mark != mark)
            return replace(school, handovers=tuple(left))
        case TakeHandover(fingerprint, name):
            return _taken(school, fingerprint, Coordinator(by, name), now)


def _gives_way(known: Handover, offered: Handover) -> bool:
    """Say whether a link ends when another is made: unused, of the same maker, for the same end."""
    same = known.made_by == offered.made_by and known.replaces == offered.replaces
    return known.used_by is None and same


def _taken(school: School, fingerprint: str, new: Coordinator, now: datetime) -> School:
    """Return the school with a coordinator more, if the link is still good for her."""
    taken = None
    handovers = []
    for handover in school.handovers:
        fits = handover.fingerprint == fingerprint and handover.is_open_to(new.id, now)
        taken = replace(handover, used_by=new.id) if fits else taken
        handovers.append(taken if fits and taken else handover)
    if taken is None:
        return school
    others = tuple(one for one in school.coordinators if one.id != new.id)
    is_new = len(others) == len(school.coordinators)
    after = replace(school, handovers=tuple(handovers), coordinators=(*others, new))
    gone = school.coordinator(taken.made_by) if taken.replaces else None
    if gone and gone.id != new.id:
        return telling(after.without(gone.id), NewsKind.REPLACED, new, gone, now)
    return telling(after, NewsKind.JOINED, new, None, now) if is_new else after


def _removed(school: School, person: int, by: int, now: datetime) -> School:
    gone = school.coordinator(person)
    if gone is None:
        return school
    actor = Coordinator(by, school.named(by) or "")
    return telling(school.without(person), NewsKind.REMOVED, actor, gone, now)


def _forgotten(school: School, person: int, now: datetime) -> School:
    """Return the school without a person's trace; the others learn that there is one less."""
    after = _without_trace(school, person)
    if school.coordinator(person) is None:
        return after
    return telling(after, NewsKind.LEFT, Coordinator(0, ""), None, now)


def names(school: School, person: int) -> bool:
    """Say whether a school holds anything of somebody as its coordinator, present or former."""
    return _without_trace(school, person) != school


def _without_trace(school: School, person: int) -> School:
    """Return the school without somebody's name and id, and without the links she made or used."""
    return replace(
        school,
        coordinators=tuple(one for one in school.coordinators if one.id != person),
        former=tuple(one for one in school.former if one.id != person),
        handovers=tuple(
            one for one in school.handovers if person not in (one.made_by, one.used_by)
        ),
        news=tuple(left for one in school.news if (left := one.without(person))),
    )
