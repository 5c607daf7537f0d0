"""Step 8's development plan, offered after an evaluation: three typed lines, each may be skipped."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.model import Button, Screen
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.review import focus_button
from bot.chat.screens.evaluation.words import ahead_words, quarter_words
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed.line import clean_line
from bot.domain.evaluation.evaluation import DevelopmentPlan, PlanLine, of_quarter
from bot.domain.person.person import Person

LINE_LENGTH = 200
"""The longest line of a plan, in characters: one or two sentences."""


def show_line(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for one line; args are the quarter and the line."""
    if len(args) < 2 or args[1] not in set(PlanLine):  # noqa: PLR2004 -- quarter, line
        return gone(s)
    quarter, line = args[0], PlanLine(args[1])
    plan = plan_of(s.person, quarter)
    words = plan.lines.get(line) if plan else None
    order = list(PlanLine)
    evaluation = of_quarter(s.person.evaluations, quarter)
    ahead = ahead_words(s, evaluation) if evaluation else ""
    text = s.say(
        "plan-line",
        quarter=quarter_words(s, quarter),
        at=order.index(line) + 1,
        total=len(order),
        asked=s.world.texts.pick("plan-ask", line, ahead=ahead),
    )
    if words:
        text += "\n\n" + s.say("plan-now", words=words)
    pass_by = s.button(
        "evaluation-item", "empty" if words else "skip", f"evaluation:noline:{quarter}:{line}"
    )
    back = s.button("nav", "back", f"evaluation:{_back_to(plan, line)}:{quarter}")
    return Screen(text, rows((back, pass_by), s.menu_button()))


def _back_to(plan: DevelopmentPlan | None, line: PlanLine) -> str:
    """Return the verb that leads back: to the plan when it is complete, else to the evaluation."""
    return "answers" if plan is None or plan.next_line or line not in plan.lines else "plan"


def show_plan(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the plan of a quarter, each line with the way to change it."""
    quarter = args[0] if args else ""
    plan = plan_of(s.person, quarter)
    evaluation = of_quarter(s.person.evaluations, quarter)
    if plan is None or evaluation is None:
        return gone(s)
    lines = [
        s.say(
            "plan-written",
            name=s.world.texts.pick("plan-name", line),
            words=plan.lines.get(line) or s.say("evaluation-none"),
        )
        for line in PlanLine
    ]
    text = s.say("plan", quarter=quarter_words(s, quarter))
    back = s.button("evaluation-view", "answers", f"evaluation:answers:{quarter}")
    return Screen(
        "\n\n".join((text, *lines)),
        rows(
            focus_button(s, evaluation),
            *(_change_button(s, quarter, line) for line in PlanLine),
            (back, s.menu_button()),
        ),
    )


def _change_button(s: TurnContext, quarter: str, line: PlanLine) -> Button:
    name = s.world.texts.pick("plan-name", line)
    return s.button("plan", "change", f"evaluation:line:{quarter}:{line}", name=name)


def plan_of(person: Person, quarter: str) -> DevelopmentPlan | None:
    """Return the plan made for a quarter, or None."""
    return next((plan for plan in person.plans if plan.quarter == quarter), None)


def open_plan(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to the first line not asked yet, or to the plan; args are the quarter."""
    if not args or of_quarter(s.person.evaluations, args[0]) is None:
        return None
    return _go_on(s, args[0])


def _go_on(s: TurnContext, quarter: str) -> Answer:
    plan = plan_of(s.person, quarter)
    line = plan.next_line if plan else PlanLine.GOAL
    return s.go("evaluation.line", quarter, line) if line else s.go("evaluation.plan", quarter)


def open_line(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to a line to change it; args are the quarter and the line."""
    if len(args) != 2 or args[1] not in set(PlanLine) or plan_of(s.person, args[0]) is None:  # noqa: PLR2004 -- quarter, line
        return None
    return s.go("evaluation.line", *args)


def skip_line(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Leave a line empty, if it is the one asked; args are the quarter and the line."""
    place = s.person.place
    if (place.screen, place.args) != ("evaluation.line", args):
        return None
    return _put(s, args, "")


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed text as the line that is asked; too much or nothing is asked for again."""
    line = clean_line(text)
    if not line:
        return s.stay(s.say("ask-empty"))
    if len(line) > LINE_LENGTH:
        return s.stay(s.say("ask-long", limit=LINE_LENGTH, length=len(line)))
    return _put(s, s.person.place.args, line)


def _put(s: TurnContext, args: tuple[str, ...], words: str) -> Answer | None:
    if len(args) != 2 or args[1] not in set(PlanLine):  # noqa: PLR2004 -- quarter, line
        return None
    quarter = args[0]
    if of_quarter(s.person.evaluations, quarter) is None:
        return None
    plan = plan_of(s.person, quarter) or DevelopmentPlan(quarter=quarter, made_at=s.now)
    others = tuple(other for other in s.person.plans if other.quarter != quarter)
    changed = plan.with_line(PlanLine(args[1]), words)
    return _go_on(s.change(replace(s.person, plans=(*others, changed))), quarter)


SHOWS: Mapping[str, Show] = {"line": show_line, "plan": show_plan}
VERBS: Mapping[str, Verb] = {"plan": open_plan, "line": open_line, "noline": skip_line}
