"""The quarter's evaluation: the table of contents of its screens."""

from bot.chat.family import Asks, Question, ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens import results
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
    from bot.chat.screens.evaluation import routes as r

    waits = Asks.OPEN | Asks.WAITS
    chosen = Question(asks=waits | Asks.CHOICE, skip=evaluation.skip)
    begun = (r.EVALUATION_HELLO, r.EVALUATION_SUMMARY, r.EVALUATION_EDIT)
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
        is_result=results.is_result,
        commands={CommandId.EVALUATION: evaluation.open_evaluation},
        questions={
            **{route.name: Question(asks=Asks.OPEN_IF_BEGUN) for route in begun},
            **{
                route.name: chosen
                for route in (r.EVALUATION_ITEM, r.EVALUATION_STRENGTH, r.EVALUATION_FOCUS)
            },
            r.EVALUATION_INTENTION.name: Question(
                asks=waits | Asks.WORDS | Asks.LINE,
                longest=closing.INTENTION_LENGTH,
                take=closing.typed,
                skip=evaluation.skip,
            ),
            r.EVALUATION_LINE.name: Question(
                asks=waits | Asks.WORDS | Asks.LINE,
                longest=plan.LINE_LENGTH,
                take=plan.typed,
                skip=evaluation.skip,
            ),
            r.EVALUATION_SHARE.name: Question(asks=Asks.OPEN),
        },
    )
