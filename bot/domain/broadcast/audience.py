"""Who an audience is: the teachers of a roster that a filter names. Pure.

Who stopped or paused the bot's own messages is left out and named beside it. The filters mean what the
groups of ``roster_group`` mean, so that both lists agree.
"""

from dataclasses import dataclass
from datetime import date

from bot.domain.broadcast.broadcast import Audience, AudienceFilter, Recipient
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.roster.roster import Evaluated, Roster, Row
from bot.domain.roster.roster_group import belongs


@dataclass(frozen=True, slots=True)
class Selected:
    """The people of an audience: who gets the message, and who asked for silence."""

    recipients: tuple[Recipient, ...]
    silent: tuple[Recipient, ...]


def selected(
    audience: Audience, roster: Roster, on: date | None = None, *, evaluation: bool = False
) -> Selected:
    """Return who is meant, by name: now, or on a day to come as far as that can be known.

    Words that ask for the ``evaluation`` are meant for those alone for whom one waits.
    """
    meant = [
        row
        for row in roster.rows
        if _is_meant(audience, row, roster, on)
        and (not evaluation or _is_meant(Audience(AudienceFilter.NOT_EVALUATED), row, roster, on))
    ]
    return Selected(
        tuple(Recipient(row.id, row.name) for row in meant if not row.silent),
        tuple(Recipient(row.id, row.name) for row in meant if row.silent),
    )


def _is_meant(audience: Audience, row: Row, roster: Roster, on: date | None) -> bool:
    match audience.whom:
        case AudienceFilter.ALL:
            return True
        case AudienceFilter.LEVEL:
            return row.level is not None and row.level == audience.value
        case AudienceFilter.NOT_EVALUATED:
            return belongs(row, TeacherGroup.UNEVALUATED, roster.today) or _will_wait(
                row, roster, on
            )
        case AudienceFilter.STEP:
            return row.step == audience.value and belongs(row, TeacherGroup.STUCK, roster.today)
        case AudienceFilter.INACTIVE:
            return roster.is_inactive(row)
        case AudienceFilter.ONE:
            return str(row.id) == audience.value


def _will_wait(row: Row, roster: Roster, on: date | None) -> bool:
    """Say whether an evaluation that is not open yet will wait for her on a day to come."""
    window = roster.window
    opens = on and roster.opens and window and window.first <= on <= window.until
    return bool(opens) and row.evaluated in (Evaluated.NOT_OPEN, Evaluated.BEGUN)
