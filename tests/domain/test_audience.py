"""The filters of a broadcast mean what the groups of the list of teachers mean."""

from dataclasses import replace

from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import Audience, AudienceFilter
from bot.domain.calendar.quarter import Quarter
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.roster.roster import Evaluated, Roster
from bot.domain.roster.roster_group import members
from tests.domain.test_roster_group import TODAY, on_step, row
from tests.each import each

ROWS = (
    on_step(1, 12, 8),
    on_step(2, 12, 6),
    on_step(3, 40, 7),
    on_step(4, 40, 31),
    row(5, 31),
    row(6, evaluated=Evaluated.DONE),
    row(7, evaluated=Evaluated.BEGUN),
    row(8, evaluated=Evaluated.NOT_DUE),
)
ROSTER = Roster(quarter=Quarter.of(TODAY), today=TODAY, rows=ROWS)


@each(
    ("audience", "group", "expected"),
    [
        (Audience(AudienceFilter.STEP, "rancang"), TeacherGroup.STUCK, [1, 3, 4]),
        (Audience(AudienceFilter.INACTIVE), TeacherGroup.INACTIVE, [4, 5]),
        (Audience(AudienceFilter.NOT_EVALUATED), TeacherGroup.UNEVALUATED, [1, 2, 3, 4, 5, 7]),
        (Audience(AudienceFilter.STEP, "murid"), TeacherGroup.STUCK, []),
    ],
)
def test_counts_agree_with_the_list(
    audience: Audience, group: TeacherGroup, expected: list[int]
) -> None:
    """Stopping at a step takes seven days without a sign in both; the numbers are the same."""
    found = [one.id for one in selected(audience, ROSTER).recipients]
    assert found == expected
    if found:
        assert found == [one.id for one in members(ROSTER, group)]


def test_who_asked_for_silence_is_named_apart() -> None:
    """Whoever paused or stopped is left out of every audience, and told beside it."""
    rows = (replace(ROWS[0], silent=True), *ROWS[1:3])
    found = selected(Audience(AudienceFilter.STEP, "rancang"), replace(ROSTER, rows=rows))
    assert ([one.id for one in found.recipients], [one.id for one in found.silent]) == ([3], [1])
