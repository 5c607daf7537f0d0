"""When a message of the bot's own quotes her intention: once a quarter at most, and not after she was asked about it.

Decided from what is stored before the message, so that whoever records it decides the same.
"""

from datetime import datetime

from bot.chat.turn_context import TurnContext
from bot.chat.way_on import what_to_propose
from bot.chat.world import World
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.evaluation.development_plan import open_plan
from bot.domain.evaluation.evaluation import Evaluation, previous
from bot.domain.person.person import Person
from bot.domain.reminders.check_back import open_promise, times_asked
from bot.domain.reminders.outbound import Planned, Topic
from bot.domain.reminders.plan_reminder import asks_again


def quoted_by(s: TurnContext, planned: Planned) -> Evaluation | None:
    """Return the evaluation whose intention a message quotes; None where it quotes none."""
    if s.person.outbound.quoted == quarter_of(s.person, s.now):
        return None
    found: Evaluation | None = None
    if planned.topic is Topic.EVALUATION and planned.window:
        found = previous(s.person.evaluations, str(planned.window.quarter))
    elif planned.topic is Topic.NUDGE and not rests(s.person) and not plan_rests(s.person):
        step = what_to_propose(s.person, s.world)
        newest = s.person.evaluations[-1] if s.person.evaluations else None
        found = newest if newest and step and step.slug in newest.focus else None
    return found if found and found.intention and found.became is None else None


def rests(person: Person) -> bool:
    """Say whether a nudge is the last word about a plan she was asked about once already."""
    promise = open_promise(person.coaching)
    return promise is not None and times_asked(person.outbound.asked, promise) == 1


def plan_rests(person: Person) -> bool:
    """Say whether a nudge is the last word about a development plan she was asked about once already."""
    return asks_again(person.outbound, open_plan(person.plans))


def quarter_of(person: Person, now: datetime) -> str:
    """Return the quarter of a moment by her own clock, like 2026-Q4."""
    return str(Quarter.of(local(now, person.zone).date()))


def quotes(person: Person, planned: Planned, world: World, now: datetime) -> bool:
    """Say whether the message that is due quotes her intention."""
    return quoted_by(TurnContext(person=person, world=world, now=now), planned) is not None
