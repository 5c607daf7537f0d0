"""What a teacher who never answers would get in twelve months, in words: ``python -m bot calendar``.

For whoever edits content/calendar_id.toml: shows the effect of the file. Sends nothing.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.domain.evaluation.evaluation import History
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Planned, PlanningFacts
from bot.domain.reminders.reminder import preview
from bot.domain.school.school import School, SchoolId

YEAR = timedelta(days=365)
MOST = 80
"""More messages than anybody gets in a year."""


def year_ahead(library: Library, zone: Zone, now: datetime, *, in_school: bool) -> Iterator[str]:
    """Yield a line for each message a teacher registered ``now`` would get within a year."""
    subject = PlanningFacts(
        id=0,
        zone=zone,
        history=History(registered=now, evaluations=(), zone=zone, spared=True),
        seen_at=now,
        has_step=True,
    )
    school = School(id=SchoolId("-"), name="-", zone=zone) if in_school else None
    texts = library.texts
    yield texts.say("calendar-head", day=texts.day(now, zone), zone=zone)
    for planned in preview(subject, school, library.calendar, now, MOST):
        if planned.moment > now + YEAR:
            break
        yield _line(library, planned, zone)


def _line(library: Library, planned: Planned, zone: Zone) -> str:
    texts = library.texts
    moment = texts.moment(planned.moment, zone)
    line = f"{moment}: {texts.pick('topic', planned.stage or planned.topic)}"
    reasons = (texts.pick("quiet", why.quiet, name=why.name) for why in planned.reasons)
    moved = "; ".join(dict.fromkeys(reasons))
    return f"{line}  [{moved}]" if moved else line
