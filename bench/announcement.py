"""The broadcast that is measured, wherever it is: what a coordinator sends to her school while others ask.

Must not store it.
"""

from datetime import datetime
from typing import Final

from bench.teachers import person_id
from bot.domain.broadcast.broadcast import Broadcast, Content, fingerprint
from bot.domain.person.person import PersonId
from bot.domain.person.zone import Zone
from bot.domain.school.school import Coordinator, School, SchoolId

RECIPIENTS: Final = 3_000
LATENCY: Final = 0.06
"""So long Telegram takes for an answer."""

ASKED_EACH_SECOND: Final = 1.0
"""So many others ask something meanwhile: each answer takes a moment from the broadcast."""

SCHOOL: Final = SchoolId("bench000")


def school_of(recipients: int) -> School:
    """Return the school; its coordinator comes after so many teachers."""
    coordinator = Coordinator(person_id(recipients), "Made")
    return School(id=SCHOOL, name="SDN 1", zone=Zone.WITA, coordinators=(coordinator,))


def announcement(recipients: int, now: datetime) -> Broadcast:
    """Return what she sends them, as it is when she has confirmed it."""
    school = school_of(recipients)
    [coordinator] = school.coordinators
    return Broadcast(
        id=fingerprint("bench"),
        school=SCHOOL,
        school_name=school.name,
        by=PersonId(coordinator.id),
        sender="Made",
        content=Content(text="Pengumuman untuk [nama] di [sekolah]."),
        made_at=now,
        due=now,
        important=True,
        disturbed=recipients,
        loud_at=now,  # by night as by day: nobody who measures or tests waits for the morning
    )
