"""All screens, by name. Written by hand: this page is their table of contents."""

from collections.abc import Mapping

from bot.chat.context import Query
from bot.chat.screens.account import asides, meant, menu, privacy, questions, settings, welcome
from bot.chat.screens.account import help as help_screens
from bot.chat.screens.admin import admin
from bot.chat.screens.broadcast import broadcast
from bot.chat.screens.evaluation import evaluation
from bot.chat.screens.reminders import reminders
from bot.chat.screens.reminders import wishes as reminder_wishes
from bot.chat.screens.replies import offers
from bot.chat.screens.replies import replies as letters
from bot.chat.screens.roster import roster
from bot.chat.screens.roster import teacher as roster_teacher
from bot.chat.screens.school import join, own_name, recap, schedule, school, school_data
from bot.chat.screens.steps import progress, steps
from bot.chat.turn_context import QueryingModule, ScreenModule, Show, Verb

FAMILIES: Mapping[str, ScreenModule] = {
    "welcome": welcome,
    "ask": questions,
    "menu": menu,
    "steps": steps,
    "evaluation": evaluation,
    "progress": progress,
    "settings": settings,
    "remind": reminders,
    "wish": reminder_wishes,
    "privacy": privacy,
    "help": help_screens,
    "join": join,
    "school": school,
    "roster": roster,
    "schedule": schedule,
    "admin": admin,
    "recap": recap,
    "siar": broadcast,
    "reply": letters,
    "meant": meant,
    "sdata": school_data,
    "teacher": roster_teacher,
    "ownname": own_name,
    "aside": asides,
    "offer": offers,
}

OPEN_TO_GUESTS = frozenset(
    {"welcome", "steps", "help", "privacy", "menu", "meant", "progress", "settings"}
)
"""Families whose buttons also work for somebody about whom nothing is stored. They lead to the
welcome by themselves where something would have to be kept.
"""

SHOWS: Mapping[str, Show] = {
    f"{family}.{name}": show
    for family, module in FAMILIES.items()
    for name, show in module.SHOWS.items()
}

VERBS: Mapping[str, Verb] = {
    f"{family}:{name}": verb
    for family, module in FAMILIES.items()
    for name, verb in module.VERBS.items()
}

QUERYING: Mapping[str, QueryingModule] = {
    "school": school,
    "admin": admin,
    "recap": recap,
    "roster": roster,
    "siar": broadcast,
    "teacher": roster_teacher,
}

QUERIES: Mapping[str, Query] = {
    f"{family}.{name}": need
    for family, module in QUERYING.items()
    for name, need in module.QUERIES.items()
}
"""What some places need to be drawn."""

PRESS_QUERIES: Mapping[str, Query] = {
    **roster.PRESS_QUERIES,
    **broadcast.PRESS_QUERIES,
    **roster_teacher.PRESS_QUERIES,
}
"""What some buttons need before they are acted on: they are good for what was shown only."""
