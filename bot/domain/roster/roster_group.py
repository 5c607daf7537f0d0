"""Who of a roster belongs to a group, and who of them may be reminded now. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.domain.roster.nudge_request import REMINDABLE, Dealt, TeacherGroup
from bot.domain.roster.roster import INACTIVE, Evaluated, Roster, Row, Standing

STUCK_DAYS = 7
"""Who gives no sign on a step for so many days is said to have stopped there."""

DIGEST_LENGTH = 8


def belongs(row: Row, group: TeacherGroup, today: date) -> bool:
    """Say whether a teacher belongs to a group."""
    match group:
        case TeacherGroup.ALL:
            return True
        case TeacherGroup.NOT_BEGUN:
            return row.standing is Standing.NOT_BEGUN
        case TeacherGroup.STUCK:
            return stuck_days(row, today) >= STUCK_DAYS
        case TeacherGroup.UNEVALUATED:
            return row.waits
        case TeacherGroup.UNREACHABLE:
            return not row.reachable
        case TeacherGroup.INACTIVE:
            return today - row.seen >= INACTIVE


def stuck_days(row: Row, today: date) -> int:
    """Return for how many days a teacher has been on her step without a sign; 0 on no step."""
    if row.standing is not Standing.UNDERWAY or row.since is None:
        return 0
    return (today - max(row.since, row.seen)).days


def members(roster: Roster, group: TeacherGroup) -> tuple[Row, ...]:
    """Return the teachers of a group, by name."""
    return tuple(row for row in roster.rows if belongs(row, group, roster.today))


def to_remind_of(row: Row, today: date) -> TeacherGroup | None:
    """Return for which group's sake one teacher may be reminded, None if she lacks nothing."""
    return next((group for group in REMINDABLE if belongs(row, group, today)), None)


def passed_over(row: Row, group: TeacherGroup, today: date) -> Dealt | None:
    """Return why a teacher is not reminded now, None if she may be."""
    if not belongs(row, group, today):
        return _left(row, group)
    if not row.reachable:
        return Dealt.UNREACHABLE
    if row.silent:
        return Dealt.PAUSED
    return Dealt.WRITTEN if row.written_today else None


def _left(row: Row, group: TeacherGroup) -> Dealt:
    """Return why somebody does not belong to a group: done is only who has done it."""
    if group is not TeacherGroup.UNEVALUATED or row.evaluated is Evaluated.DONE:
        return Dealt.DONE
    return Dealt.NOT_DUE if row.evaluated is Evaluated.NOT_DUE else Dealt.NOT_OPEN


@dataclass(frozen=True, slots=True)
class Reminding:
    """Whom a reminder would reach now, and who is passed over for which reason; by name."""

    whom: tuple[Row, ...]
    skipped: Mapping[Dealt, tuple[Row, ...]]

    @property
    def fingerprint(self) -> str:
        """A short fingerprint of whom: a confirmation is good for exactly these teachers."""
        ids = ",".join(str(row.id) for row in self.whom)
        return sha256(ids.encode()).hexdigest()[:DIGEST_LENGTH]


def reminding(roster: Roster, group: TeacherGroup, only: int | None = None) -> Reminding:
    """Return who of a group would be reminded now; of one teacher, whether she would."""
    whom: list[Row] = []
    skipped: dict[Dealt, list[Row]] = {}
    for row in roster.rows:
        if only not in (None, row.id):
            continue
        reason = passed_over(row, group, roster.today)
        (whom if reason is None else skipped.setdefault(reason, [])).append(row)
    return Reminding(tuple(whom), {reason: tuple(rows) for reason, rows in skipped.items()})
