"""Whether the moment planned for a person still holds after a turn, so that it need not be planned anew. Pure.

Must not know the rules; it knows what they look at.
"""

from operator import attrgetter, is_

from bot.domain.calendar.quarter import local
from bot.domain.person.person import Person

_PLANNED_BY = attrgetter(
    "consent", "address", "level", "zone", "progress", "evaluations", "school", "wishes",
    "outbound", "quiet", "reachable", "coaching", "plans",
)  # fmt: skip
"""What of a person the next message depends on, besides the day of her last sign."""


def still_planned(before: Person, person: Person) -> bool:
    """Say whether the moment planned for a person still holds after a turn, without planning anew.

    So it does when she was here earlier the same day and nothing it depends on has changed: later
    on one day the rules give the same moment. Most turns are of this kind. (``replace`` keeps what it
    is not told to change, so being the same object says enough.)
    """
    due_at, now = before.outbound.due_at, person.seen_at
    if due_at is None or due_at <= now or now < before.seen_at or before.outbound.unanswered:
        return False
    if not all(map(is_, _PLANNED_BY(before), _PLANNED_BY(person))):
        return False
    return local(before.seen_at, person.zone).date() == local(now, person.zone).date()
