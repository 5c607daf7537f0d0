"""Messages around a coordinator's reminding: to a teacher, the result, and the weekly digest.

Built when they are sent; they are no places, because nobody stands on them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.chat.model import Button, Screen
from bot.chat.screens.reminders.evaluate_button import evaluate_button
from bot.chat.screens.reminders.routes import REMIND_DIGEST, REMIND_LATER, REMIND_MAIN
from bot.chat.screens.roster.evaluated_words import not_open
from bot.chat.screens.roster.routes import ROSTER_LIST
from bot.chat.screens.roster.words import joined, names, what_would_help
from bot.chat.screens.school.routes import SCHOOL_LIST
from bot.chat.screens.steps.routes import STEPS_PAGE
from bot.chat.turn_context import TurnContext, rows
from bot.chat.way_on import what_to_propose
from bot.content.texts import Html
from bot.domain.coaching.progress import Status, status_of
from bot.domain.roster.nudge_request import Dealt, NudgeRequest, TeacherGroup
from bot.domain.roster.weekly_digest import Week
from bot.domain.school.school import Coordinator, School


def asked_screen(
    s: TurnContext, group: TeacherGroup, school: School, coordinator: Coordinator
) -> Screen:
    """Return the kind word to one teacher; it names who asked for it."""
    head = s.say("asked", coordinator=coordinator.name, school=school.name, address=s.address)
    text, first = _body(s, group)
    return Screen(
        f"{head}\n\n{text}",
        rows(
            first,
            (
                s.button("nudge", "later", REMIND_LATER()),
                s.button("reminder", "settings", REMIND_MAIN()),
            ),
        ),
    )


def _body(s: TurnContext, group: TeacherGroup) -> tuple[str, Button]:
    if group is TeacherGroup.UNEVALUATED:
        return _about_evaluation(s)
    target = what_to_propose(s.person, s.world)
    if target is None:
        return s.say("asked-all-done"), s.menu_button()
    mark = s.person.bookmark
    stopped = mark.page if mark and mark.step == target.slug else None
    page = stopped or target.pages_for(s.person.level)[0].name
    goes_on = stopped or status_of(s.person.progress, target.slug) is Status.UNDERWAY
    text = s.say(
        "asked-continue" if goes_on and group is not TeacherGroup.NOT_BEGUN else "asked-begin",
        number=target.number,
        label=target.label,
    )
    return text, s.button("nudge", "page", STEPS_PAGE(target.slug, page))


def _about_evaluation(s: TurnContext) -> tuple[str, Button]:
    is_begun = s.person.evaluating is not None
    text = s.say("asked-evaluation-begun" if is_begun else "asked-evaluation")
    return text, evaluate_button(s.world.texts, s.person)


@dataclass(frozen=True, slots=True)
class OutcomeTold:
    """How many ended in one way, and the first of their names."""

    count: int
    names: tuple[str, ...]


def result_screen(
    s: TurnContext, ask: NudgeRequest, school: School, told: Mapping[Dealt, OutcomeTold]
) -> Screen:
    """Return what became of a wish to remind, by name."""
    texts = s.world.texts
    lines = [
        s.say(
            "roster-outcome",
            outcome=texts.pick("outcome", outcome),
            count=told[outcome].count,
            names=Html(names(s, told[outcome].names, told[outcome].count)),
        )
        for outcome in Dealt
        if outcome in told
    ]
    head = s.say("asked-result", school=school.name, group=texts.pick("group", ask.group))
    back = s.button("school", "roster", ROSTER_LIST(school.id, ask.group))
    return Screen("\n".join((head, "", *lines)), rows(back, s.menu_button()))


def _week_evaluation(s: TurnContext, week: Week) -> str:
    if week.opens:
        return not_open(s.world.texts, week.opens)
    return s.say("digest-evaluated", evaluated=week.evaluated, due=week.due)


def digest_screen(s: TurnContext, schools: Sequence[School], week: Week) -> Screen:
    """Return a coordinator's week: three lines and at most three names."""
    named = joined(
        s.say("digest-name", name=row.name, help=Html(what_would_help(s, row, today)))
        for row, today in week.named
    )
    one = schools[0] if len(schools) == 1 else None
    where = one.name if one else s.say("digest-schools", count=len(schools))
    text = s.say(
        "digest",
        where=where,
        teachers=week.teachers,
        active=week.active,
        evaluation=_week_evaluation(s, week),
    )
    text += "\n" + (s.say("digest-names", names=Html(named)) if named else s.say("digest-nobody"))
    opened = ROSTER_LIST(one.id, TeacherGroup.ALL) if one else SCHOOL_LIST()
    return Screen(
        text,
        rows(
            s.button("digest", "open", opened),
            (
                s.button("digest", "off", REMIND_DIGEST("mati")),
                s.button("reminder", "settings", REMIND_MAIN()),
            ),
        ),
    )
