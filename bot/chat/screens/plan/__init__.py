"""Step 8's development plan, offered after an evaluation: the table of contents of its screens."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.account import asides
    from bot.chat.screens.evaluation import routes as r
    from bot.chat.screens.evaluation.course import beside_commands
    from bot.chat.screens.plan import days, plan, went

    waits = Asks.OPEN | Asks.WAITS
    return ScreenFamily(
        shows=(*plan.SHOWS, *days.SHOWS, *went.SHOWS),
        verbs=(*plan.VERBS, *days.VERBS, *went.VERBS),
        typed=(beside_commands(plan.typed), beside_commands(went.typed_how)),
        taken=went.SENT,
        questions={
            r.EVALUATION_LINE.name: Question(
                asks=waits | Asks.WORDS | Asks.LINE,
                longest=plan.LINE_LENGTH,
                take=plan.typed,
                means=asides.nth_said,
                skip=plan.skip,
            ),
            r.EVALUATION_DAYS.name: Question(
                asks=waits | Asks.HELP, means=days.typed, skip=days.skip
            ),
            r.EVALUATION_PLAN.name: Question(asks=Asks(0), means=days.typed),
            r.EVALUATION_WENT_HOW.name: Question(
                asks=waits | Asks.WORDS | Asks.TOLD | Asks.FELT,
                longest=went.WENT_LENGTH,
                take=went.typed_how,
                skip=went.skip,
            ),
        },
    )
