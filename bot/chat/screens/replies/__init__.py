"""What recipients of a broadcast see, and their answers to it: the table of contents."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.replies import offers, replies
    from bot.chat.screens.replies import routes as r

    return ScreenFamily(
        shows=(*replies.SHOWS,),
        verbs=(*replies.VERBS, *offers.VERBS),
        replied=(replies.taken,),
        questions={
            r.REPLY_WRITE.name: Question(asks=Asks.OPEN | Asks.WAITS | Asks.OUTWARD | Asks.FREE)
        },
    )
