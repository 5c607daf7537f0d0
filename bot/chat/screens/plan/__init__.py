"""Step 8's development plan, offered after an evaluation: the table of contents of its screens."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.evaluation import routes as r
    from bot.chat.screens.evaluation.course import beside_commands
    from bot.chat.screens.plan import plan

    return ScreenFamily(
        shows=plan.SHOWS,
        verbs=plan.VERBS,
        typed=(beside_commands(plan.typed),),
        questions={
            r.EVALUATION_LINE.name: Question(
                asks=Asks.OPEN | Asks.WAITS | Asks.WORDS | Asks.LINE,
                longest=plan.LINE_LENGTH,
                take=plan.typed,
                skip=plan.skip,
            ),
        },
    )
