"""For whoever runs the bot: the table of contents of its screens."""

from bot.chat.family import Asks, Question, ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.admin import admin, school_list
    from bot.chat.screens.admin import routes as r

    asked = Asks.OPEN | Asks.WAITS | Asks.OUTWARD
    return ScreenFamily(
        shows=(*admin.SHOWS, *school_list.SHOWS),
        verbs=(*admin.VERBS, *school_list.VERBS),
        typed=(admin.typed,),
        commands={CommandId.ADMIN: admin.open_admin},
        questions={
            r.ADMIN_NEW.name: Question(asks=asked | Asks.WORDS | Asks.FREE),
            r.ADMIN_ZONE.name: Question(asks=asked),
            r.ADMIN_NPSN.name: Question(asks=asked | Asks.HELP, skip=admin.make),
            r.ADMIN_SURE.name: Question(asks=Asks.OPEN),
        },
    )
