"""The coach, one step at a time from a task to its close: the table of contents of its screens."""

from bot.chat.family import Asks, Question, ScreenFamily


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.coaching import (
        begin,
        choose,
        close,
        evidence,
        plan,
        private,
        promise,
        pupils,
        reflect,
        rehearse,
    )
    from bot.chat.screens.coaching import routes as r

    chosen, waits = Question(asks=Asks.OPEN), Question(asks=Asks.OPEN | Asks.WAITS)
    choices = (
        *(r.SWAP, r.TASKS, r.MODEL, r.LOOKS, r.DAYS, r.AIDS, r.LATER),
        *(r.GATE, r.PRIVATE, r.AGAIN, r.LEVEL, r.SUMMARY, r.HABIT),
    )
    words = (r.OWN, r.REHEARSE, r.GROUP, r.WORDS, r.PUPILS, r.PROOF, r.REFLECT)
    modules = (
        *(begin, choose, rehearse, plan, promise),
        *(pupils, evidence, reflect, private, close),
    )
    return ScreenFamily(
        shows=tuple(one for module in modules for one in module.SHOWS),
        verbs=tuple(one for module in modules for one in module.VERBS),
        typed=(
            *(*choose.TYPED, *rehearse.TYPED, *plan.TYPED),
            *(*pupils.TYPED, *evidence.TYPED, *reflect.TYPED),
        ),
        taken=(*rehearse.SENT, *evidence.SENT, *reflect.SENT),
        questions={
            **{route.name: chosen for route in choices},
            **{route.name: waits for route in words},
        },
        ways_out={"coach": begin.way_out},
    )
