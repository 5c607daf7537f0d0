"""What follows when a person's own clock changes: she moves to another zone, or to another hour.

Pure. What she chose by the hand of her clock ("Besok" at her hour, a pause until a day) keeps the
day she was told; "1 jam lagi" is a moment, whatever the clocks show.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time

from bot.domain.calendar.quarter import local, zone_of
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone


def with_zone(person: Person, zone: Zone) -> Person:
    """Return the person living in a zone, with her pause and her chosen moment by its clock."""

    def moved(moment: datetime) -> datetime:
        return local(moment, person.zone).replace(tzinfo=zone_of(zone)).astimezone(UTC)

    paused = person.wishes.paused_until
    wishes = replace(person.wishes, paused_until=moved(paused)) if paused else person.wishes
    return replace(_snoozed_anew(person, moved), zone=zone, wishes=wishes)


def with_hour(person: Person, hour: time) -> Person:
    """Return the person with another hour for messages; what waits for the old one takes the new."""

    def moved(moment: datetime) -> datetime:
        here = local(moment, person.zone)
        return here.replace(hour=hour.hour, minute=hour.minute).astimezone(UTC)

    return replace(_snoozed_anew(person, moved), wishes=replace(person.wishes, hour=hour))


def _snoozed_anew(person: Person, moved: Callable[[datetime], datetime]) -> Person:
    """Return the person with the moment she chose moved, if that was a day at her hour."""
    cycle = person.outbound.cycle
    chosen = cycle.snoozed_until if cycle else None
    if cycle is None or chosen is None or local(chosen, person.zone).time() != person.wishes.hour:
        return person
    cycle = replace(cycle, snoozed_until=moved(chosen))
    return replace(person, outbound=replace(person.outbound, cycle=cycle))
