"""The messages the bot begins, and her wishes about them: the table of contents of their screens."""

from bot.chat.family import Asks, Question, ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.reminders import reminders, snooze, wishes
    from bot.chat.screens.reminders import routes as r

    asked = Asks.OPEN | Asks.WAITS
    timed = Question(asks=asked | Asks.TIME)
    return ScreenFamily(
        shows=(*reminders.SHOWS, *snooze.SHOWS, *wishes.SHOWS),
        verbs=(*reminders.VERBS, *snooze.VERBS, *wishes.VERBS),
        typed=(wishes.typed,),
        taken=snooze.SENT,
        ways_out={"wish": wishes.way_out},
        commands={CommandId.REMINDERS: reminders.open_reminders},
        questions={
            **dict.fromkeys((r.WISH_DAY.name, r.WISH_RHYTHM.name), Question(asks=asked)),
            **dict.fromkeys((r.WISH_HOUR.name, r.WISH_PAUSE.name), timed),
        },
    )
