"""What comes before an evaluation's first item: the table of contents of its screens."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.evaluation import routes as r
    from bot.chat.screens.evaluation.course import beside_commands
    from bot.chat.screens.opening import became, length, naming, planned
    from bot.chat.screens.plan.went import WENT_LENGTH

    waits = Asks.OPEN | Asks.WAITS
    modules = (became, planned, length, naming)
    return ScreenFamily(
        shows=tuple(one for module in modules for one in module.SHOWS),
        verbs=tuple(one for module in modules for one in module.VERBS),
        typed=tuple(
            beside_commands(one) for one in (became.typed_how, planned.typed_how, naming.typed)
        ),
        questions={
            r.EVALUATION_BECAME.name: Question(
                asks=waits | Asks.HELP, means=became.typed, skip=became.skip
            ),
            r.EVALUATION_HOW.name: Question(
                asks=waits | Asks.WORDS | Asks.TOLD | Asks.FELT,
                longest=became.HOW_LENGTH,
                take=became.typed_how,
                skip=became.skip,
            ),
            r.EVALUATION_PLANNED.name: Question(
                asks=waits | Asks.HELP, means=planned.typed, skip=planned.skip
            ),
            r.EVALUATION_PLANNED_HOW.name: Question(
                asks=waits | Asks.WORDS | Asks.TOLD | Asks.FELT,
                longest=WENT_LENGTH,
                take=planned.typed_how,
                skip=planned.skip,
            ),
            r.EVALUATION_LENGTH.name: Question(asks=waits | Asks.HELP, means=length.typed),
            r.EVALUATION_NAME.name: Question(
                asks=waits | Asks.CHOICE, means=naming.begin_said, skip=naming.skip
            ),
        },
    )
