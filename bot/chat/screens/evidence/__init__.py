"""A teacher's evidence, piece by piece: what can be kept, and the page of each."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.coach_answers.dropping import drop_said
    from bot.chat.screens.coaching.routes import PIECE
    from bot.chat.screens.evidence import piece

    return ScreenFamily(
        shows=piece.SHOWS,
        verbs=piece.VERBS,
        questions={PIECE.name: Question(asks=Asks.OPEN, means=drop_said)},
    )
