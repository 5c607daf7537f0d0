"""Who is left out of an audience because she asked for silence."""

from dataclasses import replace
from datetime import date

from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import Audience, AudienceFilter, Recipient
from bot.domain.calendar.quarter import Quarter
from bot.domain.programme.programme import SchoolLevel, StepSlug
from bot.domain.roster.roster import Evaluated, Roster, Row, Standing
from tests.each import each

ANI = Row(
    id=71,
    name="Ani",
    level=SchoolLevel.SD,
    standing=Standing.UNDERWAY,
    step=StepSlug("murid"),
    since=None,
    statuses={},
    evaluated=Evaluated.OPEN,
    seen=date(2026, 9, 1),
    reachable=True,
    silent=False,
    written_today=False,
)
BUDI = replace(ANI, id=72, name="Budi", silent=True)
ROSTER = Roster(quarter=Quarter(2026, 4), today=date(2026, 11, 20), rows=(ANI, BUDI))


@each(
    "audience",
    [
        Audience(),
        Audience(AudienceFilter.LEVEL, "sd"),
        Audience(AudienceFilter.NOT_EVALUATED),
        Audience(AudienceFilter.INACTIVE),
    ],
)
def test_who_asked_for_silence_is_left_out_and_named(audience: Audience) -> None:
    """Whichever filter finds her, she gets nothing, and the coordinator is told whom it spares."""
    found = selected(audience, ROSTER)
    assert found.recipients == (Recipient(71, "Ani"),)
    assert found.silent == (Recipient(72, "Budi"),)
