"""Broadcasts: the table of contents of their screens."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.broadcast import broadcast, choices
    from bot.chat.screens.broadcast import routes as r

    asked = Asks.OPEN | Asks.WAITS | Asks.OUTWARD
    begun = (
        *(r.SIAR_KEPT, r.SIAR_WHOM, r.SIAR_PEOPLE, r.SIAR_NAMES),
        *(r.SIAR_SURE, r.SIAR_LATER, r.SIAR_WAKE, r.SIAR_STOP),
    )
    return ScreenFamily(
        shows=(*broadcast.SHOWS,),
        verbs=(*broadcast.VERBS,),
        typed=(choices.typed,),
        taken=(broadcast.composed,),
        passed_on=(broadcast.passed_on,),
        ways_out={"siar": broadcast.way_out},
        questions={
            **{route.name: Question(asks=Asks.OPEN) for route in begun},
            r.SIAR_DRAFT.name: Question(asks=Asks.OPEN | Asks.HELP),
            r.SIAR_WRITE.name: Question(asks=asked | Asks.WORDS | Asks.FREE),
            r.SIAR_WHEN.name: Question(asks=asked | Asks.TIME),
        },
    )
