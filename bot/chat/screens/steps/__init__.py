"""The 13 steps and what was done of them: the table of contents of their screens."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.steps import progress, steps

    return ScreenFamily(
        shows=(*steps.SHOWS, *progress.SHOWS),
        verbs=(*steps.VERBS, *progress.VERBS),
        guests=frozenset({"steps", "progress"}),
    )
