"""What recipients of a broadcast see, and their answers to it: the table of contents."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.replies import offers, replies

    return ScreenFamily(
        shows=(*replies.SHOWS,),
        verbs=(*replies.VERBS, *offers.VERBS),
        replied=(replies.taken,),
    )
