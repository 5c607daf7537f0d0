"""Who stands where: the table of contents of the screens with the teachers of a school by name."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.roster import roster, teacher

    return ScreenFamily(
        shows=(*roster.SHOWS, *teacher.SHOWS),
        verbs=(*roster.VERBS, *teacher.VERBS),
        typed=(teacher.typed,),
        ways_out={"teacher": teacher.way_out},
    )
