"""A school's recap for its coordinator: counts in words, and the way to a picture and a table.

Counts only; levels only as ``bot.domain.roster.recap`` lets them out. The files are made after the turn.
"""

from collections.abc import Mapping

from bot.chat.context import Query
from bot.chat.model import DrawRecap, Effect, ExportRecap, Screen
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.chat.screens.roster.evaluated_words import evaluated_words, not_open
from bot.chat.screens.school.recap_report import table_kilobytes
from bot.chat.screens.school.school import refused
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.content.texts import Html
from bot.domain.coaching.progress import Status
from bot.domain.programme.programme import Step
from bot.domain.roster.levels import Halves
from bot.domain.roster.recap import Recap
from bot.domain.roster.roster import Evaluated
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId

PICTURE_KILOBYTES = 60
"""No picture is larger than this (tests/reports/test_recap_chart.py); it is said before."""


def _own(s: TurnContext, args: tuple[str, ...]) -> School | None:
    """Return the school whose recap is asked for, if the person may have it."""
    if not args or not s.may(Action.EXPORT, args[0]):
        return None
    return s.known.rights.schools.get(SchoolId(args[0]))


def show_main(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the counts of steps and of the evaluation."""
    school, recap = _own(s, args), s.known.recap
    if school is None or recap is None:
        return refused(s)
    text = s.say(
        "recap",
        school=school.name,
        day=s.world.texts.day(s.now, school.zone),
        count=recap.teachers,
        reachable=recap.reachable,
    )
    back = (s.button("nav", "back", f"school:home:{school.id}"), s.menu_button())
    if not recap.teachers:
        return Screen(f"{text}\n\n{s.say('recap-empty')}", rows(back))
    size = table_kilobytes(recap.teachers)
    return Screen(
        f"{text}\n\n{_steps(s, recap)}\n\n{_evaluation(s, recap)}",
        rows(
            s.button("recap", "levels", f"recap:levels:{school.id}"),
            (
                s.button("recap", "picture", f"recap:picture:{school.id}", size=PICTURE_KILOBYTES),
                s.button("recap", "table", f"recap:table:{school.id}", size=size),
            ),
            back,
        ),
    )


def _steps(s: TurnContext, recap: Recap) -> str:
    lines = [s.say("recap-steps")]
    for step in s.world.programme:
        counts = recap.steps[step.slug]
        lines.append(
            s.say(
                "recap-step",
                number=step.number,
                label=step.label,
                done=counts[Status.DONE],
                underway=counts[Status.UNDERWAY],
                untouched=counts[Status.UNTOUCHED],
            )
        )
    return "\n".join(lines)


def _evaluation(s: TurnContext, recap: Recap) -> str:
    texts = s.world.texts
    told = [not_open(texts, recap.opens)] if recap.opens else []
    told += [
        s.say("recap-state", state=evaluated_words(texts, state, None), count=count)
        for state, count in recap.evaluated.items()
        if (count and state is not Evaluated.NOT_OPEN)
        or (state is Evaluated.DONE and recap.opens is None)
    ]
    return s.say(
        "recap-evaluation",
        quarter=quarter_name(texts, recap.quarter),
        states=Html(" · ".join(told)),
        before=quarter_name(texts, recap.before),
        past=recap.finished[recap.before],
    )


def show_made(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw what stands above a file; the school is not counted once more for it."""
    school = _own(s, args)
    if school is None:
        return refused(s)
    back = s.button("recap", "main", f"recap:main:{school.id}")
    return Screen(s.say("recap-made", school=school.name), rows((back, s.menu_button())))


def show_levels(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw how many teachers stand in which half of the levels, as far as that is told."""
    school, recap = _own(s, args), s.known.recap
    if school is None or recap is None:
        return refused(s)
    texts = s.world.texts
    told = [_level(s, recap, step) for step in s.world.programme if _is_told(recap, step)]
    if len(told) < len(s.world.programme):
        told.append(s.say("recap-levels-hidden"))
    text = s.say(
        "recap-levels",
        school=school.name,
        quarter=quarter_name(texts, recap.told_of),
        before=quarter_name(texts, recap.told_of.shifted(-1)),
        lines=Html("\n".join(told)),
    )
    if recap.tells_from:
        quarter, day = quarter_name(texts, recap.quarter), texts.plain_day(recap.tells_from)
        text += "\n" + s.say("recap-levels-later", quarter=quarter, day=day)
    back = s.button("recap", "main", f"recap:main:{school.id}")
    return Screen(text, rows((back, s.menu_button())))


def _is_told(recap: Recap, step: Step) -> bool:
    return step.slug in recap.levels or step.slug in recap.levels_before


def _level(s: TurnContext, recap: Recap, step: Step) -> str:
    return s.say(
        "recap-level",
        number=step.number,
        label=step.label,
        now=_halves(recap.levels.get(step.slug)),
        past=_halves(recap.levels_before.get(step.slug)),
    )


def _halves(halves: Halves | None) -> str:
    return " / ".join(map(str, halves)) if halves else "–"


def to(place: str) -> Verb:
    """Return the verb that goes to a page of the recap, for whom may."""

    def verb(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        if _own(s, args) is None:
            return s.stay(s.say("no-right"))
        return s.go(f"recap.{place}", args[0])

    return verb


def wishing(wish: type[DrawRecap] | type[ExportRecap]) -> Verb:
    """Return the verb that has a file made of the recap, for whom may."""

    def verb(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        school = _own(s, args)
        if school is None:
            return s.stay(s.say("no-right"))
        effect: Effect = wish(school.id)
        return Answer(person=s.go("recap.made", school.id).person, effects=(effect,))

    return verb


SHOWS: Mapping[str, Show] = {"main": show_main, "levels": show_levels, "made": show_made}
VERBS: Mapping[str, Verb] = {
    "main": to("main"),
    "levels": to("levels"),
    "picture": wishing(DrawRecap),
    "table": wishing(ExportRecap),
}
QUERIES: Mapping[str, Query] = {"main": Query.RECAP, "levels": Query.RECAP}
