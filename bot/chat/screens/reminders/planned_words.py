"""What is told of the messages planned for a person: whom they are planned for, and why they moved."""

from bot.chat.turn_context import TurnContext
from bot.chat.way_on import what_to_propose
from bot.domain.calendar.calendar import Quiet
from bot.domain.reminders.outbound import Planned, PlanningFacts
from bot.domain.reminders.reminder import subject_of

PREVIEWED = 3
"""How many of the next messages /pengingat shows."""

REASONS_TOLD = 2
"""A moved message names the first reasons; more would be a lecture."""

WEEKEND = frozenset({Quiet.SATURDAY, Quiet.SUNDAY})
"""Told only when nothing else moved the message."""


def subject_here(s: TurnContext) -> PlanningFacts | None:
    """Return what the rules need of the person; None for whom nothing is planned."""
    return subject_of(
        s.person,
        has_step=what_to_propose(s.person, s.world) is not None,
        has_digest=s.known.has_teachers,
    )


def moved_words(s: TurnContext, planned: Planned) -> str:
    """Return "Digeser: …" for a message that something moved, else ""."""
    telling = [why for why in planned.reasons if why.quiet not in WEEKEND] or planned.reasons
    named = [s.world.texts.pick("quiet", why.quiet, name=why.name) for why in telling]
    if not named:
        return ""
    return s.say("reminders-moved", reasons=", ".join(tuple(dict.fromkeys(named))[:REASONS_TOLD]))
