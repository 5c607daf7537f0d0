"""Broadcasts: the table of contents of their screens."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.broadcast import broadcast

    return ScreenFamily(
        shows=(*broadcast.SHOWS,),
        verbs=(*broadcast.VERBS,),
        taken=(broadcast.composed,),
        passed_on=(broadcast.passed_on,),
        ways_out={"siar": broadcast.way_out},
    )
