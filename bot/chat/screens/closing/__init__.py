"""The questions after the items of an evaluation: the table of contents of their screens."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.account import asides
    from bot.chat.screens.closing import choices, intention, private, pupils, ways
    from bot.chat.screens.evaluation import routes as r
    from bot.chat.screens.evaluation.course import beside_commands

    waits = Asks.OPEN | Asks.WAITS
    written, told = waits | Asks.WORDS | Asks.LINE, waits | Asks.WORDS | Asks.TOLD
    modules = (choices, intention, pupils, private, ways)
    return ScreenFamily(
        shows=tuple(one for module in modules for one in module.SHOWS),
        verbs=tuple(one for module in modules for one in module.VERBS),
        typed=tuple(beside_commands(one.typed) for one in (choices, intention, pupils)),
        questions={
            r.EVALUATION_STRENGTH.name: Question(
                asks=waits | Asks.CHOICE, skip=ways.passing(r.EVALUATION_STRENGTH)
            ),
            r.EVALUATION_FOCUS.name: Question(asks=waits | Asks.CHOICE, skip=choices.no_focus),
            r.EVALUATION_INTENTION.name: Question(
                asks=written,
                longest=intention.INTENTION_LENGTH,
                take=intention.typed,
                means=asides.nth_said,
                skip=ways.passing(r.EVALUATION_INTENTION),
            ),
            **{
                route.name: Question(
                    asks=told,
                    longest=pupils.PUPILS_LENGTH,
                    take=pupils.typed,
                    skip=ways.passing(r.EVALUATION_PUPILS, r.EVALUATION_PRIVATE),
                )
                for route in (r.EVALUATION_PUPILS, r.EVALUATION_PRIVATE)
            },
        },
    )
