"""For whoever runs the bot: the table of contents of its screens."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.admin import admin, school_list

    return ScreenFamily(
        shows=(*admin.SHOWS, *school_list.SHOWS),
        verbs=(*admin.VERBS, *school_list.VERBS),
        typed=(admin.typed,),
    )
