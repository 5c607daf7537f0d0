"""The quarter's evaluation: the table of contents of its screens."""

from bot.chat.family import ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.evaluation import (
        closing,
        evaluation,
        history,
        items,
        picture,
        plan,
        review,
        share,
    )

    return ScreenFamily(
        shows=(
            *evaluation.SHOWS,
            *items.SHOWS,
            *closing.SHOWS,
            *review.SHOWS,
            *share.SHOWS,
            *history.SHOWS,
            *plan.SHOWS,
        ),
        verbs=(
            *evaluation.VERBS,
            *items.VERBS,
            *closing.VERBS,
            *review.VERBS,
            *share.VERBS,
            *history.VERBS,
            *plan.VERBS,
            *picture.VERBS,
        ),
        typed=(evaluation.typed,),
        ways_out={"evaluation": evaluation.way_out},
    )
