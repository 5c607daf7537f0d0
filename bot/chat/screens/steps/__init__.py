"""The 13 steps and what was done of them: the table of contents of their screens."""

from bot.chat.family import ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.steps import progress, steps

    return ScreenFamily(
        shows=(*steps.SHOWS, *progress.SHOWS),
        verbs=(*steps.VERBS, *progress.VERBS),
        commands={CommandId.STEPS: steps.open_list, CommandId.PROGRESS: progress.open_progress},
        guests=frozenset({"steps", "progress"}),
    )
