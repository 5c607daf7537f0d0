"""The coach, one step at a time from a task to its close: the table of contents of its screens."""

from collections.abc import Mapping
from dataclasses import replace

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
            *private.TYPED,
        ),
        taken=(
            *(*choose.SENT, *rehearse.SENT, *plan.SENT),
            *(*pupils.SENT, *evidence.SENT, *reflect.SENT),
            *private.SENT,
        ),
        questions=_questions(),
        ways_out={"coach": begin.way_out},
        is_result=lambda place: place.screen == r.DONE.name,
    )


def _questions() -> Mapping[str, Question]:
    return {**_chosen(), **_answered()}


def _chosen() -> Mapping[str, Question]:
    """Return the questions that are answered by buttons, with what may be typed in their place."""
    from bot.chat.screens.coach_answers.meanings import means_at
    from bot.chat.screens.coaching import begin, plan, rehearse
    from bot.chat.screens.coaching import routes as r
    from bot.chat.screens.coaching.words import skip_at

    chosen = Question(asks=Asks.OPEN | Asks.WAITS | Asks.HELP)
    choices = (
        *(r.SWAP, r.TASKS, r.DAYS, r.LATER, r.GATE, r.AGAIN, r.LEVEL, r.SUMMARY),
        r.HABIT,
    )
    passed = (
        (r.MODEL, skip_at(r.MODEL, rehearse.read)),
        (r.MODEL_OF, skip_at(r.MODEL_OF, rehearse.read_of)),
        (r.LOOKS, skip_at(r.LOOKS, rehearse.looked)),
        (r.AIDS, skip_at(r.AIDS, plan.settle)),
    )
    waits = Question(asks=Asks.WAITS | Asks.HELP, means=means_at(r.WAIT.name), later=begin.rest)
    return {
        r.WAIT.name: waits,
        **{one.name: replace(chosen, means=means_at(one.name)) for one in choices},
        **{one.name: replace(chosen, means=means_at(one.name), skip=skip) for one, skip in passed},
    }


def _answered() -> Mapping[str, Question]:
    """Return the questions that are answered in her own words."""
    from bot.chat.answers.if_then import is_if_then
    from bot.chat.screens.coach_answers.meanings import means_at
    from bot.chat.screens.coaching import choose, evidence, plan, private, pupils, reflect, rehearse
    from bot.chat.screens.coaching import routes as r
    from bot.chat.screens.coaching.words import skip_at, taking

    told = Asks.OPEN | Asks.WAITS | Asks.WORDS | Asks.TOLD
    spoken, felt, long = told | Asks.SPOKEN, told | Asks.FELT, rehearse.SAID_LENGTH
    asked = (
        (r.OWN, spoken, choose.OWN_LENGTH, choose.TYPED, None),
        (r.REHEARSE, spoken, long, rehearse.TYPED, skip_at(r.REHEARSE, rehearse.pass_by)),
        (r.GROUP, told, plan.GROUP_LENGTH, plan.TYPED, skip_at(r.GROUP, plan.no_group)),
        (r.WORDS, spoken, plan.WORDS_LENGTH, plan.TYPED, skip_at(r.WORDS, plan.no_words)),
        (r.PUPILS, felt, pupils.LINE_LENGTH, pupils.TYPED, skip_at(r.PUPILS, pupils.no_sign)),
        (r.PROOF, felt, long, evidence.TYPED, skip_at(r.PROOF, evidence.proven)),
        (r.REFLECT, felt, long, reflect.TYPED, skip_at(r.REFLECT, reflect.pass_question)),
        (r.PRIVATE, felt, long, private.TYPED, None),
    )
    return {
        route.name: Question(
            asks=asks,
            longest=longest,
            take=taking(typed),
            means=means_at(route.name),
            surely=is_if_then if route == r.WORDS else None,
            skip=skip,
        )
        for route, asks, longest, typed, skip in asked
    }
