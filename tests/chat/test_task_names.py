"""The names of a step's tasks stand on their buttons: nobody scrolls up to know what she taps."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.model import Button
from bot.chat.screens.coaching.choose import show_tasks
from bot.chat.screens.steps.routes import OfStep
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.coaching.coaching import Coaching, began
from bot.domain.person.person import PersonId, guest

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)


def test_every_task_is_called_by_its_name_on_its_button(world: World) -> None:
    """Each task of each step, and its small version, has its name, cut only where it is too long."""
    for step in world.programme:
        person = replace(guest(PersonId(1), NOW), coaching=began(Coaching(), step.slug, NOW))
        screen = show_tasks(TurnContext(person=person, world=world, now=NOW), OfStep(step.slug))
        labels = [button.label for row in screen.rows for button in row]
        names = [task.title for task in step.tasks]
        names += [f"Kecil: {task.title}" for task in step.tasks]
        assert labels[: len(names)] == [Button(name, "").label for name in names]
