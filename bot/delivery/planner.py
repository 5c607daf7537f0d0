"""What the rules of reminders need to know of a person, gathered from schools and content.

Must not send or store anything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.chat.way_on import what_to_propose
from bot.chat.world import World
from bot.domain.calendar.calendar import Calendar
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import Planned, PlanningFacts
from bot.domain.reminders.reminder import plan, subject_of, with_due
from bot.domain.school.access import Rights
from bot.domain.school.school import School


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans messages with the schools as they stand now."""

    world: World
    rights: Callable[[], Rights] = Rights

    def school(self, person: Person) -> School | None:
        """Return the school a person belongs to as a teacher."""
        return self.rights().schools.get(person.school) if person.school else None

    def calendar(self, person: Person) -> Calendar:
        """Return the calendar that holds for a person."""
        return person.calendar(self.school(person), self.world.calendar)

    def subject(self, person: Person) -> PlanningFacts | None:
        """Return what the rules need of a person; None for whom nothing may be begun."""
        return subject_of(
            person, has_step=self._has_step(person), has_digest=self._has_digest(person)
        )

    def plan(self, person: Person, now: datetime) -> Planned | None:
        """Return the next message for a person."""
        subject = self.subject(person)
        return plan(subject, self.school(person), self.calendar(person), now) if subject else None

    def with_due(self, person: Person, now: datetime) -> Person:
        """Return the person with the moment of her next message computed anew."""
        return with_due(
            person,
            self.school(person),
            self.calendar(person),
            now,
            has_step=self._has_step(person),
            has_digest=self._has_digest(person),
        )

    def _has_step(self, person: Person) -> bool:
        return what_to_propose(person, self.world) is not None

    def _has_digest(self, person: Person) -> bool:
        return bool(self.rights().schools_of(person.id))
