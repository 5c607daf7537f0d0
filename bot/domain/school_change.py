"""What can be changed about a school, as values, and what each change does. Pure.

The secret of a new link comes from outside, because nothing here is random.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.access import Action
from bot.domain.calendar import Period
from bot.domain.school import Coordinator, Handover, Invite, School, digest_of
from bot.domain.zone import Zone

HANDOVER_LIFE = timedelta(days=7)
HANDOVERS_KEPT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
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
class TakeHandover:
    """Become a coordinator by the link with this digest, under a name."""

    digest: str
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


SchoolChange = (
    Found
    | OpenInvite
    | CloseInvite
    | OfferHandover
    | TakeHandover
    | RemoveCoordinator
    | ForgetCoordinator
    | ShiftWindow
    | SetQuiet
    | SetSaturdays
)


def changed(school: School, change: SchoolChange, by: int, secret: str, now: datetime) -> School:
    """Return the school after a change by a person; doing it twice is doing it once."""
    match change:
        case Found():
            return school
        case OpenInvite():
            return replace(school, invite=Invite(secret=secret, made_at=now))
        case CloseInvite():
            return replace(school, invite=None)
        case OfferHandover():
            offered = Handover(
                digest=digest_of(secret),
                made_by=by,
                made_at=now,
                expires_at=now + HANDOVER_LIFE,
                replaces=change.replaces,
            )
            return replace(school, handovers=(*school.handovers, offered)[-HANDOVERS_KEPT:])
        case TakeHandover(digest, name):
            return _taken(school, digest, Coordinator(by, name), now)
        case RemoveCoordinator() | ForgetCoordinator():
            return _parted(school, change)
        case ShiftWindow(quarter, days):
            others = {name: by_days for name, by_days in school.shifts.items() if name != quarter}
            return replace(school, shifts={**others, quarter: days} if days else others)
        case SetQuiet(periods):
            return replace(school, quiet=periods)
        case SetSaturdays():
            return replace(school, saturdays=change.open)


def _taken(school: School, digest: str, new: Coordinator, now: datetime) -> School:
    """Return the school with a coordinator more, if the link is still good for her."""
    taken = None
    handovers = []
    for handover in school.handovers:
        fits = handover.digest == digest and handover.is_open_to(new.id, now)
        taken = replace(handover, used_by=new.id) if fits else taken
        handovers.append(taken if fits and taken else handover)
    if taken is None:
        return school
    others = tuple(one for one in school.coordinators if one.id != new.id)
    school = replace(school, handovers=tuple(handovers), coordinators=(*others, new))
    return school.without(taken.made_by) if taken.replaces and taken.made_by != new.id else school


def _parted(school: School, change: RemoveCoordinator | ForgetCoordinator) -> School:
    if isinstance(change, RemoveCoordinator):
        return school.without(change.person)
    return _without_trace(school, change.person)


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
    )
