"""Where a person goes on: what "Lanjutkan" leads to, and what a message of the bot's own is about."""

from datetime import datetime

from bot.chat.world import World
from bot.domain.calendar.quarter import local
from bot.domain.coaching.progress import chosen, suggestion
from bot.domain.person.person import Person
from bot.domain.programme.programme import Step, Task


def where_to_go_on(person: Person, world: World) -> tuple[Step, str] | None:
    """Return the step and page to go on with where none is active: where she stopped, else what is suggested."""
    mark = person.bookmark
    step = world.programme_for(person).step(mark.step) if mark else None
    if mark and step:
        return step, mark.page
    suggested = suggestion(person.progress, world.programme_for(person), person.focus)
    return (suggested, suggested.pages_for(person.level)[0].name) if suggested else None


def what_to_propose(person: Person, world: World) -> Step | None:
    """Return the step a message may be about: the active one, else what she chose.

    Whatever page she looked at last.
    """
    if active := person.coaching.active:
        return world.programme_for(person).step(active.step)
    return chosen(
        person.progress, world.programme_for(person), person.focus, person.focus_chosen_at
    )


def task_of_week(person: Person, step: Step, now: datetime) -> Task | None:
    """Return the task of a step whose turn it is this week; they take turns."""
    week = (local(now, person.zone).date().toordinal() - 1) // 7
    return step.tasks[week % len(step.tasks)] if step.tasks else None
