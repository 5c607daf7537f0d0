"""A quarter that is over stays told, who did it and who missed it, until the next evaluation opens."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.pressing import draw
from bot.chat.screens.school.recap_report import RecapReport
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import CONSENT_VERSION, Consent, Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.roster.recap import Recap, Tally
from bot.domain.roster.roster import Evaluated, Roster, roster_of
from tests.chat.known_people import OWN, SCHOOL, known, people, standing

JANUARY = datetime.fromisoformat("2027-01-25T05:00:00+00:00")
CAME = datetime.fromisoformat("2026-08-28T05:00:00+00:00")
FOURTH = Quarter(2026, 4)


def teacher(number: int) -> Person:
    """A teacher who came in August, as the school did."""
    return Person(
        id=PersonId(number),
        consent=Consent(version=CONSENT_VERSION, given_at=CAME),
        seen_at=JANUARY,
        zone=Zone.WIB,
        school=OWN,
        shown_name=f"Guru {number:02}",
        joined_at=CAME,
    )


def evaluated(person: Person, quarter: str, on: str) -> Person:
    """Return the person with an evaluation."""
    moment = datetime.fromisoformat(f"{on}T05:00:00+00:00")
    one = Evaluation(quarter=quarter, begun_at=moment, finished_at=moment)
    return replace(person, evaluations=(*person.evaluations, one))


def forty(late: int = 1) -> list[Person]:
    """Sixteen evaluated in December, some came after the window had opened, the others missed it."""
    done = [evaluated(teacher(at), "2026-Q4", "2026-12-05") for at in range(16)]
    came = [replace(teacher(at), joined_at=JANUARY) for at in range(40 - late, 40)]
    return [*done, *(teacher(at) for at in range(16, 40 - late)), *came]


def counted(everybody: list[Person], world: World, now: datetime = JANUARY) -> tuple[Roster, Recap]:
    """Return these teachers by name and in numbers."""
    tally = Tally(SCHOOL, world.programme, world.calendar, now)
    rows = [tally.add(one) for one in everybody]
    return roster_of(rows, SCHOOL, world.calendar, now), tally.recap()


def test_the_closed_quarter_is_told_in_numbers(world: World) -> None:
    """Of how many it was asked, how many have done it and how many missed it; who came late is not counted."""
    recap = counted(forty(), world)[1]
    states = recap.states[FOURTH]
    assert [states[one] for one in (Evaluated.DONE, Evaluated.MISSED, Evaluated.NOT_DUE)] == [
        16,
        23,
        1,
    ]
    who = standing(people(world)["koordinator"], "recap.main", OWN)
    around: Context = replace(known(world), recap=recap)
    shown = draw(TurnContext(person=who, world=world, now=JANUARY, known=around))
    assert "Triwulan IV 2026: 16 dari 39 selesai, 23 terlewat." in shown.text


def test_an_evaluation_of_the_next_quarter_excuses_nobody_from_the_last(world: World) -> None:
    """Whoever did nothing in December and evaluates in spring has missed December."""
    everybody = [evaluated(teacher(1), "2027-Q1", "2027-03-25")]
    spring = datetime.fromisoformat("2027-03-26T05:00:00+00:00")
    assert counted(everybody, world, spring)[1].states[FOURTH][Evaluated.MISSED] == 1


def test_no_quarter_is_told_that_was_over_before_the_school_began(world: World) -> None:
    """A school that began in August has no numbers of the spring, nor of the year before."""
    recap = counted(forty(), world)[1]
    assert list(recap.states) == [Quarter(2027, 1), FOURTH, Quarter(2026, 3)]
    assert list(counted([], world)[1].states) == [Quarter(2027, 1)]


def cells(world: World, now: datetime = JANUARY) -> dict[str, list[Sequence[object]]]:
    """Return the sheets of her workbook by name, heads first."""
    roster, recap = counted(forty(), world, now)
    report = RecapReport(world=world, school=SCHOOL, roster=roster, recap=recap, now=now)
    return {sheet.name: [sheet.heads, *sheet.rows] for sheet in report.workbook()}


def test_the_workbook_names_who_missed_the_closed_quarter(world: World) -> None:
    """Until the next evaluation opens a column says by name how the last one ended."""
    heads, *rows = cells(world)["Guru"]
    at = heads.index("Evaluasi Triwulan IV 2026 (Okt–Des)")
    ends = [row[at] for row in rows]
    assert ends == ["selesai"] * 16 + ["terlewat"] * 23 + [None]
    assert all(len(row) == len(heads) for row in rows)
    opened = datetime.fromisoformat("2027-04-20T05:00:00+00:00")
    assert not [head for head in cells(world, opened)["Guru"][0] if "IV 2026" in str(head)]


def test_the_workbook_counts_who_missed_each_quarter(world: World) -> None:
    """Finished and missed stand beside each other in the line of a quarter that is over."""
    heads, now, last, *_ = cells(world)["Evaluasi"]
    assert last[heads.index("Selesai")] == 16
    assert last[heads.index("Terlewat")] == 23
    assert now[heads.index("Terlewat")] is None


def test_of_ten_who_were_asked_a_percentage_is_told(world: World) -> None:
    """Of a quarter in which fewer were asked, or which has not opened, there is none."""
    heads, now, last, *_ = cells(world)["Evaluasi"]
    at = heads.index("Persen selesai")
    assert (now[at], last[at]) == (None, 16 / 39)
    roster, recap = counted(forty()[:9], world)
    few = RecapReport(world=world, school=SCHOOL, roster=roster, recap=recap, now=JANUARY)
    sheet = next(one for one in few.workbook() if one.name == "Evaluasi")
    assert [row[at] for row in sheet.rows] == [None] * len(sheet.rows)
