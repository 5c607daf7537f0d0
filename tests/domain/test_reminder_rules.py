"""What must hold of the messages of any teacher in any year."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.quarter import local, moment_at
from bot.domain.evaluation.evaluation import Evaluation, History, of_quarter
from bot.domain.evaluation.window import quarter_to_evaluate
from bot.domain.person.zone import Zone
from bot.domain.reminders.evaluation_reminder import EVALUATION_MOST
from bot.domain.reminders.outbound import (
    PlanningFacts,
    Rhythm,
    Wishes,
)
from bot.domain.reminders.reminder import preview
from bot.domain.school.school import School
from tests.domain.subjects import (
    CALENDAR,
    SCHOOL,
    teacher,
)

subjects = st.builds(
    teacher,
    st.dates(date(2026, 7, 1), date(2027, 12, 31)).map(str),
    wishes=st.builds(
        Wishes,
        weekday=st.integers(0, 4),
        hour=st.sampled_from([time(7), time(10), time(13, 30), time(15, 30), time(19)]),
        rhythm=st.sampled_from(Rhythm),
    ),
    zone=st.sampled_from(Zone),
)


@given(subjects, st.sampled_from([None, SCHOOL]), st.integers(0, 300))
def test_a_year_of_silence_keeps_every_rule(
    subject: PlanningFacts, school: School | None, days: int
) -> None:
    """Whoever never answers gets at most four messages a quarter, one a day, none forbidden."""
    now = subject.history.registered + timedelta(days=days)
    found = preview(subject, school, CALENDAR, now, 30)
    spent: dict[str, int] = {}
    for planned in found:
        assert planned.moment >= now
        assert planned.moment.tzinfo is not None
        assert CALENDAR.quiet_moment(planned.moment, subject.zone) is None
        if planned.window:
            spent[str(planned.window.quarter)] = spent.get(str(planned.window.quarter), 0) + 1
        now = planned.moment
    local_days = [local(planned.moment, subject.zone).date() for planned in found]
    assert len(set(local_days)) == len(local_days)
    assert max(spent.values(), default=0) <= EVALUATION_MOST
    for week in CALENDAR.reports:
        assert sum(week.holds(day, subject.zone) for day in local_days) <= 1
    assert len({planned.key for planned in found}) == len(found)


@given(subjects, st.sampled_from([None, SCHOOL]))
def test_no_window_passes_in_silence(subject: PlanningFacts, school: School | None) -> None:
    """Whoever never answers hears of an evaluation at least every seven months, whatever is quiet."""
    quiet = replace(subject, wishes=replace(subject.wishes, rhythm=Rhythm.OFF))
    start = quiet.history.registered.astimezone(UTC)
    found = preview(quiet, school, CALENDAR, start, 8)
    moments = [start, *(planned.moment for planned in found)]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(found) == 8
    assert max(gaps) < timedelta(days=215)


@given(st.dates(date(2026, 7, 1), date(2027, 12, 31)), st.booleans(), st.sampled_from(Zone))
def test_what_a_message_is_about_can_be_begun_from_it(
    day: date, in_school: bool, zone: Zone
) -> None:
    """From the word three days before on, "Mulai" begins that quarter's evaluation, never done yet."""
    moment = moment_at(day, time(12), zone)
    school = SCHOOL if in_school else None
    history = History(registered=moment, evaluations=(), zone=zone)
    begun = quarter_to_evaluate(history, school, CALENDAR, local(moment, zone))
    evaluation = Evaluation(quarter=str(begun), begun_at=moment, finished_at=moment)
    history = replace(history, evaluations=(evaluation,))
    subject = replace(teacher(zone=zone), history=history, seen_at=moment)
    for planned in preview(subject, school, CALENDAR, moment, 6):
        assert planned.window
        here = local(planned.moment, zone)
        assert quarter_to_evaluate(history, school, CALENDAR, here) == planned.window.quarter
        assert of_quarter(history.evaluations, str(planned.window.quarter)) is None
