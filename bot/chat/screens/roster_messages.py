"""Messages around a coordinator's reminding: to a teacher, the result, and the weekly digest.

Built when they are sent; they are no places, because nobody stands on them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.chat.model import Button, Screen
from bot.chat.screens.roster_words import names, what_would_help
from bot.chat.situation import Situation, rows
from bot.chat.way_on import where_to_go_on
from bot.content.texts import Html
from bot.domain.ask import Ask, Dealt, Group
from bot.domain.digest import Week
from bot.domain.quarter import local
from bot.domain.roster import quarter_of_school
from bot.domain.school import Coordinator, School


def asked_screen(s: Situation, group: Group, school: School, coordinator: Coordinator) -> Screen:
    """Return the kind word to one teacher; it names who asked for it."""
    head = s.say("asked", coordinator=coordinator.name, school=school.name, address=s.address)
    text, first = _body(s, group, school)
    return Screen(
        f"{head}\n\n{text}",
        rows(
            first,
            (
                s.button("nudge", "later", "remind:later"),
                s.button("reminder", "settings", "remind:main"),
            ),
        ),
    )


def opens_on(s: Situation, school: School) -> str | None:
    """Return the day on which a school's evaluation opens, in words; None once it has."""
    quarter = quarter_of_school(school, s.world.calendar, s.now)
    first = school.window(s.world.calendar, quarter).first
    is_to_come = local(s.now, school.zone).date() < first
    return s.world.texts.long_day(first) if is_to_come else None


def _body(s: Situation, group: Group, school: School) -> tuple[str, Button]:
    if group is Group.UNEVALUATED:
        return _about_evaluation(s, school), s.button("reminder", "start", "evaluation:open")
    target = where_to_go_on(s.person, s.world)
    if target is None:
        return s.say("asked-all-done"), s.menu_button()
    step, page = target
    text = s.say(
        "asked-begin" if group is Group.NOT_BEGUN else "asked-continue",
        number=step.number,
        label=step.label,
    )
    return text, s.button("nudge", "open", f"steps:page:{step.slug}:{page}")


def _about_evaluation(s: Situation, school: School) -> str:
    if s.person.evaluating is not None:
        return s.say("asked-evaluation-begun")
    if opening := opens_on(s, school):
        return s.say("asked-evaluation-early", day=opening)
    return s.say("asked-evaluation")


@dataclass(frozen=True, slots=True)
class Told:
    """How many ended in one way, and the first of their names."""

    count: int
    names: tuple[str, ...]


def result_screen(s: Situation, ask: Ask, school: School, told: Mapping[Dealt, Told]) -> Screen:
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
    back = s.button("school", "roster", f"roster:list:{school.id}:{ask.group}")
    return Screen("\n".join((head, "", *lines)), rows(back, s.menu_button()))


def digest_screen(s: Situation, schools: Sequence[School], week: Week) -> Screen:
    """Return a coordinator's week: three lines and at most three names."""
    named = ", ".join(
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
        evaluated=week.evaluated,
        due=week.due,
    )
    text += "\n" + (s.say("digest-names", names=Html(named)) if named else s.say("digest-nobody"))
    opened = f"roster:list:{one.id}:semua" if one else "school:list"
    return Screen(
        text,
        rows(
            s.button("digest", "open", opened),
            (
                s.button("digest", "off", "remind:digest:mati"),
                s.button("reminder", "settings", "remind:main"),
            ),
        ),
    )
