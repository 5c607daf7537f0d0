"""Whether a broadcast comes too late to go out without its sender's word. Pure."""

from datetime import datetime, timedelta

from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.calendar.quarter import local
from bot.domain.person.zone import Zone

LATE = timedelta(hours=6)
"""What was meant for the morning is still right at noon; after that "besok" and "nanti" are wrong."""

OVER_MIDNIGHT = timedelta(hours=1)
"""So late it may be although its day is over: a start that takes its time around midnight."""


def is_stale(broadcast: Broadcast, zone: Zone, now: datetime) -> bool:
    """Say whether a broadcast that is due lies so long behind that its sender must be asked.

    Only what the bot itself has missed counts; who waits for the end of the quiet hours is not late
    before that. An answer, or an evaluation that is shared, is never stale.
    """
    if broadcast.is_letter or broadcast.due is None:
        return False
    late = now - broadcast.due
    another_day = local(now, zone).date() > local(broadcast.due, zone).date()
    return late > LATE or (another_day and late > OVER_MIDNIGHT)
