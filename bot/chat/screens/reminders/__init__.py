"""The messages the bot begins, and her wishes about them: the table of contents of their screens."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.reminders import reminders, snooze, wishes

    return ScreenFamily(
        shows=(*reminders.SHOWS, *snooze.SHOWS, *wishes.SHOWS),
        verbs=(*reminders.VERBS, *snooze.VERBS, *wishes.VERBS),
        typed=(wishes.typed,),
        ways_out={"wish": wishes.way_out},
    )
