"""All screens, by name. Written by hand: this page is their table of contents."""

from collections.abc import Mapping

from bot.chat.known import Need
from bot.chat.screens import (
    admin,
    asides,
    broadcast,
    evaluation,
    join,
    letters,
    meant,
    menu,
    offers,
    own_name,
    privacy,
    progress,
    questions,
    recap,
    reminder_wishes,
    reminders,
    roster,
    roster_teacher,
    schedule,
    school,
    school_data,
    settings,
    steps,
    welcome,
)
from bot.chat.screens import help as help_screens
from bot.chat.situation import Family, NeedyFamily, Show, Verb

FAMILIES: Mapping[str, Family] = {
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

NEEDY: Mapping[str, NeedyFamily] = {
    "school": school,
    "admin": admin,
    "recap": recap,
    "roster": roster,
    "siar": broadcast,
    "teacher": roster_teacher,
}

NEEDS: Mapping[str, Need] = {
    f"{family}.{name}": need
    for family, module in NEEDY.items()
    for name, need in module.NEEDS.items()
}
"""What some places need to be drawn."""

PRESS_NEEDS: Mapping[str, Need] = {
    **roster.PRESS_NEEDS,
    **broadcast.PRESS_NEEDS,
    **roster_teacher.PRESS_NEEDS,
}
"""What some buttons need before they are acted on: they are good for what was shown only."""
