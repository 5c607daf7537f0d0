"""The quarter's evaluation: the table of contents of its screens."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.family import Asks, Question, ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens import results
    from bot.chat.screens.evaluation import (
        evaluation,
        history,
        items,
        picture,
        review,
        share,
    )

    return ScreenFamily(
        shows=(
            *evaluation.SHOWS,
            *items.SHOWS,
            *review.SHOWS,
            *share.SHOWS,
            *history.SHOWS,
        ),
        verbs=(
            *evaluation.VERBS,
            *items.VERBS,
            *review.VERBS,
            *share.VERBS,
            *history.VERBS,
            *picture.VERBS,
        ),
        typed=(evaluation.typed,),
        ways_out={"evaluation": evaluation.way_out},
        is_result=results.is_result,
        commands={CommandId.EVALUATION: evaluation.open_evaluation},
        questions=_questions(),
    )


def _questions() -> Mapping[str, Question]:
    from bot.chat.screens.evaluation import evaluation
    from bot.chat.screens.evaluation import routes as r

    waits = Asks.OPEN | Asks.WAITS
    chosen = Question(asks=waits | Asks.CHOICE, skip=evaluation.skip)
    begun = Question(asks=Asks.OPEN_IF_BEGUN)
    explained = Question(asks=Asks.OPEN_IF_BEGUN | Asks.HELP)
    return {
        r.EVALUATION_HELLO.name: replace(explained, means=evaluation.begin_said),
        r.EVALUATION_SUMMARY.name: replace(explained, means=evaluation.save_said),
        r.EVALUATION_EDIT.name: replace(begun, means=evaluation.save_said),
        r.EVALUATION_ITEM.name: chosen,
        r.EVALUATION_SHARE.name: Question(asks=Asks.OPEN),
    }
