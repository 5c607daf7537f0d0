"""Who counts as behind with an evaluation: nobody before its window, nobody who came too late for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.chat.world import World
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import Audience, AudienceFilter
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import CONSENT_VERSION, Consent, Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.roster.recap import Tally
from bot.domain.roster.roster import Evaluated, Roster, roster_of, row_of
from bot.domain.roster.roster_group import members
from bot.domain.roster.weekly_digest import week_of
from bot.domain.school.school import School, SchoolId
from tests.each import each

SCHOOL = School(id=SchoolId("aaaaaaaa"), name="SDN Contoh", zone=Zone.WIT)
OPENS, UNTIL = "2026-12-01", "2027-01-22"


def at(day: str, hour: int = 5) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00")


LONG_AGO = at("2026-02-01")


def teacher(registered: datetime = LONG_AGO, joined: datetime | None = None) -> Person:
    return Person(
        id=PersonId(1),
        consent=Consent(version=CONSENT_VERSION, given_at=registered),
        seen_at=registered,
        zone=Zone.WIB,
        school=SCHOOL.id,
        shown_name="Sari",
        joined_at=joined,
    )


def done(quarter: str, day: str, person: Person | None = None) -> Person:
    finished = Evaluation(quarter=quarter, begun_at=at(day), finished_at=at(day))
    return replace(person or teacher(), evaluations=(finished,))


def begun(quarter: str) -> Person:
    return replace(teacher(), evaluating=Evaluation(quarter=quarter, begun_at=at("2026-11-28")))


CASES = [
    ("long before", teacher(), "2026-11-05", Evaluated.NOT_OPEN),
    ("the day before", teacher(), "2026-11-30", Evaluated.NOT_OPEN),
    ("the first day", teacher(), "2026-12-01", Evaluated.OPEN),
    ("the last day to catch up", teacher(), "2027-01-22", Evaluated.OPEN),
    ("between two windows", teacher(), "2027-01-23", Evaluated.NOT_OPEN),
    ("five weeks before the next", teacher(), "2027-02-22", Evaluated.NOT_OPEN),
    ("done early", done("2026-Q4", "2026-11-29"), "2026-11-30", Evaluated.DONE),
    ("done", done("2026-Q4", "2026-12-02"), "2026-12-03", Evaluated.DONE),
    ("begun early", begun("2026-Q4"), "2026-11-30", Evaluated.BEGUN),
    ("begun", begun("2026-Q4"), "2026-12-05", Evaluated.BEGUN),
    ("begun for a quarter that is over", begun("2026-Q3"), "2026-12-05", Evaluated.OPEN),
    ("evaluated 44 days before", done("2026-Q3", "2026-10-18"), "2026-12-05", Evaluated.NOT_DUE),
    ("evaluated 46 days before", done("2026-Q3", "2026-10-16"), "2026-12-05", Evaluated.OPEN),
    ("the same, not open yet", done("2026-Q3", "2026-10-18"), "2026-11-20", Evaluated.NOT_DUE),
    ("registered before it opened", teacher(at("2026-11-30")), "2026-12-05", Evaluated.OPEN),
    ("registered after", teacher(at("2026-12-03")), "2026-12-05", Evaluated.NOT_DUE),
    ("registered on the last day", teacher(at("2027-01-22")), "2027-01-22", Evaluated.NOT_DUE),
    ("joined after", teacher(joined=at("2026-12-03")), "2026-12-05", Evaluated.NOT_DUE),
    ("joined before", teacher(joined=at("2026-11-03")), "2026-12-05", Evaluated.OPEN),
    ("joined late, next quarter", teacher(joined=at("2026-12-03")), "2027-03-30", Evaluated.OPEN),
]


@each(("why", "person", "day", "expected"), CASES)
def test_a_teacher_is_behind_only_in_a_window_that_asks_her(
    why: str, person: Person, day: str, expected: Evaluated, world: World
) -> None:
    """The roster, the numbers, the filter, the audience and the week agree about everybody."""
    now = at(day)
    row = row_of(person, SCHOOL, world.programme, world.calendar, now)
    assert row.evaluated is expected, why
    roster = roster_of([row], SCHOOL, world.calendar, now)
    tally = Tally(SCHOOL, world.programme, world.calendar, now)
    tally.add(person)
    recap = tally.recap(SCHOOL.keeping(tally.untold()))
    assert recap.evaluated[expected] == 1
    is_open = OPENS <= day <= UNTIL or day == "2027-03-30"
    waits = is_open and expected in (Evaluated.OPEN, Evaluated.BEGUN)
    assert bool(members(roster, TeacherGroup.UNEVALUATED)) is waits
    assert bool(selected(Audience(AudienceFilter.NOT_EVALUATED), roster).recipients) is waits
    assert (roster.opens is None) is is_open
    assert recap.opens == roster.opens
    week = week_of([roster])
    assert week.opens == roster.opens
    assert week.due == (is_open and expected is not Evaluated.NOT_DUE)


def test_after_a_window_that_is_over_within_its_quarter_it_is_missed(world: World) -> None:
    """Who did nothing is told as missed, not as behind, and nobody is reminded of it."""
    school = replace(SCHOOL, shifts={"2026-Q3": -28})
    now = at("2026-09-29")
    row = row_of(teacher(), school, world.programme, world.calendar, now)
    assert row.evaluated is Evaluated.MISSED
    assert not row.waits


def test_days_are_those_of_the_school(world: World) -> None:
    """At a quarter past midnight in the east the window is open, though it is still November here."""
    for hour, expected in ((14, Evaluated.NOT_OPEN), (15, Evaluated.OPEN)):
        now = datetime(2026, 11, 30, hour, 15, tzinfo=UTC)
        row = row_of(teacher(), SCHOOL, world.programme, world.calendar, now)
        assert row.evaluated is expected


def test_a_broadcast_planned_into_the_window_means_whoever_it_will_ask(world: World) -> None:
    """Planned five weeks ahead it has its people; sent now, or planned for before, it has none."""
    now = at("2026-11-05")
    people = [teacher(), replace(done("2026-Q3", "2026-10-20"), id=PersonId(2))]
    rows = [row_of(one, SCHOOL, world.programme, world.calendar, now) for one in people]
    roster: Roster = roster_of(rows, SCHOOL, world.calendar, now)

    def meant(day: datetime | None) -> list[int]:
        on = day.date() if day else None
        found = selected(Audience(AudienceFilter.NOT_EVALUATED), roster, on).recipients
        return [one.id for one in found]

    assert meant(None) == meant(now + timedelta(days=20)) == []
    assert meant(at("2026-12-05")) == [1]


def test_a_week_of_two_schools_counts_the_one_that_is_open(world: World) -> None:
    """Only while all are closed the day of opening is told, the nearest of them."""
    now = at("2026-12-02")
    late = replace(SCHOOL, shifts={"2026-Q4": 7})
    rosters = [
        roster_of(
            [row_of(teacher(), school, world.programme, world.calendar, now)],
            school,
            world.calendar,
            now,
        )
        for school in (SCHOOL, late)
    ]
    assert (week_of(rosters).due, week_of(rosters).opens) == (1, None)
    assert (week_of(rosters[1:]).due, str(week_of(rosters[1:]).opens)) == (0, "2026-12-08")
