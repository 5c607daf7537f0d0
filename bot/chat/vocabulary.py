"""The families of texts whose members come from values: one message for each.

``python -m bot check`` uses this to find a message that is missing before anybody needs it.
"""

from collections.abc import Mapping

from bot.chat.screens.questions import CHOICES
from bot.chat.world import CommandId
from bot.domain.access import Action
from bot.domain.ask import Dealt, Group
from bot.domain.broadcast import Medium, Phase, Whom
from bot.domain.calendar import Quiet
from bot.domain.chunk import Outcome, Why
from bot.domain.evaluation import LEVELS, PlanLine
from bot.domain.outbound import Rhythm, Stage, Topic
from bot.domain.person import Address
from bot.domain.programme import Competency
from bot.domain.progress import Status
from bot.domain.roster import Evaluated, Standing
from bot.domain.school_window import NotMoved, NotQuiet

TEXT_FAMILIES: Mapping[str, tuple[str, ...]] = {
    **{name: tuple(choice.values) for name, choice in CHOICES.items()},
    "ask": tuple(CHOICES),
    "addressed": tuple(Address),
    "competency": tuple(Competency),
    "command": tuple(CommandId),
    "rubric": tuple(map(str, LEVELS)),
    "plan-ask": tuple(PlanLine),
    "plan-name": tuple(PlanLine),
    "progress": (Status.DONE, Status.UNDERWAY),
    "reminder": tuple(Stage),
    "topic": (*Stage, Topic.DIGEST, Topic.NUDGE),
    "rhythm": tuple(Rhythm),
    "quiet": tuple(Quiet),
    "audit": tuple(Action),
    "recap-standing": tuple(Standing),
    "recap-evaluated": tuple(Evaluated),
    "group": tuple(Group),
    "outcome": tuple(Dealt),
    "not-moved": tuple(NotMoved),
    "not-quiet": tuple(NotQuiet),
    "audience": tuple(Whom),
    "medium": tuple(Medium),
    "phase": tuple(Phase),
    "fate": tuple(Outcome),
    "fate-why": tuple(Outcome),
    "skipped": tuple(Why),
    "poster": ("1", "2", "3"),
}
