"""A school's recap for its coordinator: counts in words, and the way to a picture and a table.

Counts only; levels only as ``bot.domain.roster.recap`` lets them out. The files are made after the turn.
"""

from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import InSchool, done_in, going, refused, shown_in
from bot.chat.model import Button, DrawRecap, Effect, ExportRecap, Screen
from bot.chat.routes import OfSchool
from bot.chat.screens.evaluation.quarter_words import quarter_name, short_quarter
from bot.chat.screens.roster.evaluated_words import evaluated_words, not_open
from bot.chat.screens.school import routes as to
from bot.chat.screens.school.recap_report import table_kilobytes
from bot.chat.screens.school.routes import FileMade, MakingFile, RecapFile
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.calendar.quarter import local
from bot.domain.coaching.progress import Status
from bot.domain.programme.programme import Step
from bot.domain.roster.levels import Halves
from bot.domain.roster.recap import Recap
from bot.domain.roster.roster import Evaluated
from bot.domain.school.access import Action
from bot.domain.school.school import School

PICTURE_KILOBYTES = 60
"""No picture is larger than this (tests/reports/test_recap_chart.py); it is said before."""


def show_main(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw the counts of steps and of the evaluation."""
    recap = s.known.recap
    if recap is None:
        return refused(s)
    text = s.say(
        "recap",
        school=school.name,
        day=s.world.texts.brief_day(local(s.now, school.zone).date()),
        count=recap.teachers,
        reachable=recap.reachable,
    )
    back = (s.button("nav", "back", to.SCHOOL_HOME(school.id)), s.menu_button())
    if not recap.teachers:
        return Screen(f"{text}\n\n{s.say('recap-empty')}", rows(back))
    return Screen(
        f"{text}\n\n{_steps(s, recap)}\n{_evaluation(s, recap)}",
        rows(
            s.button("recap", "levels", to.RECAP_LEVELS(school.id)),
            _files(s, school, table_kilobytes(recap.teachers)),
            back,
        ),
    )


def _files(s: TurnContext, school: School, size: int) -> tuple[Button, ...]:
    """Return what the numbers can be taken along as, with the size of each file."""
    return (
        s.button("recap", "picture", to.RECAP_PICTURE(school.id, size), size=PICTURE_KILOBYTES),
        s.button("recap", "table", to.RECAP_TABLE(school.id, size), size=size),
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
    states = Html(" · ".join(told))
    now = s.say("recap-evaluation", quarter=quarter_name(texts, recap.quarter), states=states)
    due = recap.due(recap.before)
    if not due:
        return now
    done = recap.states[recap.before][Evaluated.DONE]
    quarter = short_quarter(texts, recap.before)
    return f"{now}\n{s.say('recap-before', quarter=quarter, done=done, due=due, missed=due - done)}"


def show_made(s: TurnContext, school: School, at: FileMade) -> Screen:
    """Draw what stands above a file, with the way to the other one; the school is not counted once more for it."""
    back = s.button("recap", "main", to.RECAP_MAIN(school.id))
    picture, table = _files(s, school, at.kilobytes) if at.kilobytes else (None, None)
    other = {"picture": table, "table": picture}.get(at.made or "")
    return Screen(s.say("recap-made", school=school.name), rows(other, (back, s.menu_button())))


def show_levels(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw how many teachers stand in which half of the levels, as far as that is told."""
    recap = s.known.recap
    if recap is None:
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
    back = s.button("recap", "main", to.RECAP_MAIN(school.id))
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


def wishing(made: RecapFile) -> InSchool[MakingFile]:
    """Return what has a file made of the recap."""
    wish = DrawRecap if made == "picture" else ExportRecap

    def verb(s: TurnContext, school: School, at: MakingFile) -> Answer:
        effect: Effect = wish(school.id)
        there = to.RECAP_MADE(school.id, made, at.kilobytes)
        return Answer(person=s.go(there).person, effects=(effect,))

    return verb


SHOWS: tuple[ShownPlace, ...] = (
    shown_in(to.RECAP_MAIN, show_main, Action.EXPORT, query=Query.RECAP),
    shown_in(to.RECAP_LEVELS, show_levels, Action.EXPORT, query=Query.RECAP),
    shown_in(to.RECAP_MADE, show_made, Action.EXPORT),
)
VERBS: tuple[Done, ...] = (
    done_in(to.RECAP_MAIN, going(to.RECAP_MAIN), Action.EXPORT),
    done_in(to.RECAP_LEVELS, going(to.RECAP_LEVELS), Action.EXPORT),
    done_in(to.RECAP_PICTURE, wishing("picture"), Action.EXPORT),
    done_in(to.RECAP_TABLE, wishing("table"), Action.EXPORT),
)
