"""Who stands where: the table of contents of the screens with the teachers of a school by name."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.roster import named, roster, teacher
    from bot.chat.screens.roster import routes as r

    return ScreenFamily(
        shows=(*roster.SHOWS, *teacher.SHOWS, *named.SHOWS),
        verbs=(*roster.VERBS, *teacher.VERBS, *named.VERBS),
        typed=(teacher.typed,),
        ways_out={"teacher": teacher.way_out},
        questions={
            r.ROSTER_ASK.name: Question(asks=Asks.OPEN),
            r.TEACHER_NAME.name: Question(asks=Asks.OPEN | Asks.OUTWARD | Asks.RENAME | Asks.LINE),
            r.TEACHER_NAMED.name: Question(asks=Asks.OPEN | Asks.OUTWARD),
            r.TEACHER_SURE.name: Question(asks=Asks.OPEN),
        },
    )
