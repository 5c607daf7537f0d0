"""What she did and wrote, to read, correct and delete; and the free journal: the table of contents."""

from bot.chat.family import Asks, Question, ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.coaching.rehearse import SAID_LENGTH
    from bot.chat.screens.history import adding, change, day, entry, hint, journal, listing, pieces
    from bot.chat.screens.history import routes as r

    modules = (listing, entry, pieces, change, day, adding, hint, journal)
    waits = Asks.OPEN | Asks.WAITS
    words = waits | Asks.WORDS | Asks.TOLD
    return ScreenFamily(
        shows=tuple(one for module in modules for one in module.SHOWS),
        verbs=tuple(one for module in modules for one in module.VERBS),
        typed=(*change.TYPED, *adding.TYPED, *hint.TYPED, *journal.TYPED),
        taken=(*change.SENT, *adding.SENT, *journal.SENT, *hint.SENT),
        ways_out={"history": journal.way_out, "journal": journal.way_out},
        commands={CommandId.HISTORY: listing.open_list, CommandId.JOURNAL: journal.begin},
        questions={
            r.JOURNAL.name: Question(
                asks=words | Asks.FELT, longest=SAID_LENGTH, take=journal.typed, skip=journal.skip
            ),
            r.WRITE.name: Question(asks=words, longest=SAID_LENGTH, take=change.typed),
            r.HINT.name: Question(asks=waits),
            r.LEVEL.name: Question(asks=Asks(0), means=change.typed_level),
            r.ADD.name: Question(asks=words, longest=SAID_LENGTH, take=adding.typed),
            r.DAY.name: Question(asks=Asks.OPEN | Asks.HELP, means=day.typed),
            **dict.fromkeys((r.ASK.name, r.ASK_PIECE.name, r.GATE.name), Question(asks=Asks.OPEN)),
        },
    )
