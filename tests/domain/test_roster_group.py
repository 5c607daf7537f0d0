"""Who belongs to which group of a roster, and who may be reminded now."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.calendar.quarter import Quarter
from bot.domain.programme.programme import StepSlug
from bot.domain.roster.nudge_request import Dealt, TeacherGroup
from bot.domain.roster.roster import Evaluated, Roster, Row, Standing
from bot.domain.roster.roster_group import belongs, members, passed_over, reminding
from tests.each import each

TODAY = date(2026, 11, 20)


def row(number: int, days: int = 0, **changes: object) -> Row:
    """A teacher who has not begun and gave a sign so many days ago."""
    seen = TODAY - timedelta(days=days)
    known = Row(
        id=number,
        name=f"Guru {number}",
        level=None,
        standing=Standing.NOT_BEGUN,
        step=None,
        since=seen,
        statuses={},
        evaluated=Evaluated.OPEN,
        seen=seen,
        reachable=True,
        silent=False,
        written_today=False,
    )
    return replace(known, **changes)  # type: ignore[arg-type] # fields of a row


def on_step(number: int, since: int, seen: int) -> Row:
    """A teacher on step 4 since so many days."""
    began = TODAY - timedelta(days=since)
    return row(number, seen, standing=Standing.UNDERWAY, step=StepSlug("rancang"), since=began)


@each(
    ("teacher", "group", "expected"),
    [
        (row(1), TeacherGroup.ALL, True),
        (row(1), TeacherGroup.NOT_BEGUN, True),
        (on_step(1, 9, 9), TeacherGroup.NOT_BEGUN, False),
        (on_step(1, 7, 7), TeacherGroup.STUCK, True),
        (on_step(1, 6, 6), TeacherGroup.STUCK, False),
        (on_step(1, 40, 1), TeacherGroup.STUCK, False),
        (row(1, 40), TeacherGroup.STUCK, False),
        (row(1, evaluated=Evaluated.BEGUN), TeacherGroup.UNEVALUATED, True),
        (row(1, evaluated=Evaluated.DONE), TeacherGroup.UNEVALUATED, False),
        (row(1, evaluated=Evaluated.NOT_DUE), TeacherGroup.UNEVALUATED, False),
        (row(1, 30), TeacherGroup.INACTIVE, True),
        (row(1, 29), TeacherGroup.INACTIVE, False),
        (row(1, reachable=False), TeacherGroup.UNREACHABLE, True),
        (row(1), TeacherGroup.UNREACHABLE, False),
    ],
)
def test_who_belongs_to_a_group(teacher: Row, group: TeacherGroup, *, expected: bool) -> None:
    """Seven days without a sign on a step is stopping there; thirty without any is inactive."""
    assert belongs(teacher, group, TODAY) is expected


def test_a_reminder_passes_over_whom_it_must() -> None:
    """The done, the unreachable, the paused and those written to today are named with the reason."""
    teachers = (
        row(1),
        row(2, evaluated=Evaluated.DONE, silent=True),
        row(3, silent=True),
        row(4, written_today=True),
        row(5, reachable=False, silent=True),
        row(6),
    )
    roster = Roster(quarter=Quarter.of(TODAY), today=TODAY, rows=teachers)
    found = reminding(roster, TeacherGroup.UNEVALUATED)
    assert [one.id for one in found.whom] == [1, 6]
    assert {reason: [one.id for one in rows] for reason, rows in found.skipped.items()} == {
        Dealt.DONE: [2],
        Dealt.PAUSED: [3],
        Dealt.WRITTEN: [4],
        Dealt.UNREACHABLE: [5],
    }
    assert len(members(roster, TeacherGroup.UNEVALUATED)) == 5


@each(
    ("evaluated", "is_open", "told"),
    [
        (Evaluated.DONE, True, Dealt.DONE),
        (Evaluated.DONE, False, Dealt.DONE),
        (Evaluated.NOT_DUE, True, Dealt.NOT_DUE),
        (Evaluated.NOT_OPEN, False, Dealt.NOT_OPEN),
        (Evaluated.BEGUN, False, Dealt.NOT_OPEN),
        (Evaluated.MISSED, False, Dealt.NOT_OPEN),
    ],
)
def test_done_is_said_only_of_whoever_has_evaluated(
    evaluated: Evaluated, told: Dealt, *, is_open: bool
) -> None:
    """A window that moved away, or has closed, makes nobody one who has done it."""
    teacher = row(1, evaluated=evaluated, is_open=is_open)
    assert passed_over(teacher, TeacherGroup.UNEVALUATED, TODAY) is told


def test_a_confirmation_fits_exactly_those_who_were_shown() -> None:
    """One teacher more, less or another makes another fingerprint; the order of skipping does not."""

    def fingerprint(*teachers: Row) -> str:
        roster = Roster(quarter=Quarter.of(TODAY), today=TODAY, rows=teachers)
        return reminding(roster, TeacherGroup.NOT_BEGUN).fingerprint

    assert fingerprint(row(1), row(2)) == fingerprint(row(1), row(2), row(3, silent=True))
    assert (
        len({fingerprint(row(1)), fingerprint(row(2)), fingerprint(row(1), row(2)), fingerprint()})
        == 4
    )
