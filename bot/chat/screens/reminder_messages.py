"""The messages the bot begins: one line, at most one quotation of her own words, and buttons.

Built when they are due; they are no places, because nobody stands on them.
"""

from datetime import datetime

from bot.chat.model import Screen
from bot.chat.situation import Situation, rows
from bot.chat.way_on import where_to_go_on
from bot.chat.world import World
from bot.domain.calendar import Window
from bot.domain.evaluation import previous
from bot.domain.outbound import Planned, Stage, Topic
from bot.domain.person import Person
from bot.domain.quarter import local

VARIANTS = 3
"""Wordings of each message; they take turns, because a known text loses its effect."""


def message_screen(person: Person, planned: Planned, world: World, now: datetime) -> Screen:
    """Return the message that is due for a person."""
    s = Situation(person=person, world=world, now=now)
    if planned.topic is Topic.EVALUATION and planned.window and planned.stage:
        return _evaluation_message(s, planned.window, planned.stage)
    return _nudge(s)


def _variant(s: Situation, of: str) -> int:
    """Return which wording to use: another one each time, another one for each person."""
    return (sum(of.encode()) + s.person.id) % VARIANTS


def _evaluation_message(s: Situation, window: Window, stage: Stage) -> Screen:
    quarter = str(window.quarter)
    begun = s.person.evaluating is not None
    text = s.world.texts.tell(
        "reminder",
        stage.value,
        variant=_variant(s, f"{quarter}{stage}"),
        address=s.address,
        first=s.world.texts.long_day(window.first),
        last=s.world.texts.long_day(window.last if stage is not Stage.CATCH_UP else window.until),
    )
    if begun:
        text += "\n" + s.say("reminder-begun")
    before = previous(s.person.evaluations, quarter)
    if before and before.intention:
        text += "\n\n" + s.say("reminder-target", intention=before.intention)
    if stage is Stage.HEADS_UP:
        return Screen(
            text,
            rows(
                s.button("reminder", "start", "evaluation:open"),
                s.button("reminder", "settings", "remind:main"),
            ),
        )
    return Screen(
        text,
        rows(
            s.button("reminder", "start", "evaluation:open"),
            (
                s.button("reminder", "hour", f"remind:snooze:{quarter}:1jam"),
                s.button("reminder", "tomorrow", f"remind:snooze:{quarter}:besok"),
                s.button("reminder", "week", f"remind:snooze:{quarter}:pekan"),
            ),
            s.button("reminder", "skip", f"remind:skip:{quarter}"),
        ),
    )


def _nudge(s: Situation) -> Screen:
    target = where_to_go_on(s.person, s.world)
    if target is None:
        return Screen(s.say("menu-all-done"), rows(s.menu_button()))
    step, page = target
    day = local(s.now, s.person.zone).date().isoformat()
    text = s.say(
        "nudge",
        variant=_variant(s, day),
        address=s.address,
        number=step.number,
        label=step.label,
    )
    if s.person.outbound.slowed:
        text += "\n\n" + s.say("nudge-slower")
    return Screen(
        text,
        rows(
            s.button("nudge", "open", f"steps:page:{step.slug}:{page}"),
            (
                s.button("nudge", "later", "remind:later"),
                s.button("reminder", "settings", "remind:main"),
            ),
        ),
    )
