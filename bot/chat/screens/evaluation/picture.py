"""The picture of an evaluation beside an earlier one: on request, its size said before."""

from bot.chat.family import Done
from bot.chat.guard import done
from bot.chat.model import Button, DrawChanges, LevelPicture, LevelRow
from bot.chat.screens.evaluation.routes import EVALUATION_ANSWERS, EVALUATION_PICTURE, Comparing
from bot.chat.screens.evaluation.words import quarter_words, short_quarter_words
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.evaluation.evaluation import LEVELS, Evaluation, changes, of_quarter, previous

PICTURE_KILOBYTES = 50
"""No picture is larger than this (tests/reports/test_chart.py); it is said before it is sent."""


def picture_button(
    s: TurnContext, evaluation: Evaluation, before: Evaluation | None = None
) -> Button:
    """Return the button that asks for the picture, with the size of the file."""
    to = EVALUATION_PICTURE(evaluation.quarter, before.quarter if before else None)
    return s.button("evaluation-view", "picture", to, size=PICTURE_KILOBYTES)


def send_picture(s: TurnContext, at: Comparing) -> Answer | None:
    """Wish for the picture."""
    evaluation = of_quarter(s.person.evaluations, at.quarter)
    if evaluation is None:
        return None
    if at.other is not None:
        before = of_quarter(s.person.evaluations, at.other)
    else:
        before = previous(s.person.evaluations, evaluation.quarter)
    return Answer(person=s.person, effects=(_wish(s, evaluation, before),))


def _wish(s: TurnContext, evaluation: Evaluation, before: Evaluation | None) -> DrawChanges:
    quarter = short_quarter_words(s, evaluation.quarter)
    moved = {change.step: change for change in changes(before, evaluation, s.programme)}
    drawing = LevelPicture(
        title=s.say("picture", quarter=quarter),
        now=quarter,
        before=short_quarter_words(s, before.quarter) if before else None,
        skipped=s.say("picture-skipped"),
        levels=tuple(s.world.texts.pick("rubric", str(level)) for level in LEVELS),
        rows=tuple(
            LevelRow(
                label=f"{step.number} · {step.label}",
                before=moved[step.slug].before,
                now=moved[step.slug].after,
                note=s.say("picture-kept") if step.slug in evaluation.carried else "",
            )
            for step in s.programme
        ),
    )
    return DrawChanges(
        drawing=drawing,
        name=f"{s.world.texts.label('picture-caption', 'file', quarter=evaluation.quarter)}.png",
        caption=s.say("picture-caption", quarter=quarter_words(s, evaluation.quarter)),
        failure=s.say("picture-failed"),
        rows=rows(
            (
                s.button("evaluation-view", "answers", EVALUATION_ANSWERS(evaluation.quarter)),
                s.menu_button(),
            )
        ),
    )


VERBS: tuple[Done, ...] = (done(EVALUATION_PICTURE, send_picture),)
