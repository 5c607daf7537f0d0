"""The 13 items of an evaluation: one step at a time, judged by the words of its rubric."""

from dataclasses import replace

from bot.chat.answers.level import level_said
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Rows, Screen
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import (
    find,
    go_on,
    is_asked,
    is_reviewed,
    item_place,
    repeated,
)
from bot.chat.screens.evaluation.routes import Judging, QuarterStep
from bot.chat.screens.evaluation.words import item_head, span_words
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.labels import words_of
from bot.chat.typed.wording import Wish
from bot.content.texts import Html
from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.evaluation import LEVELS, Evaluation, previous
from bot.domain.programme.programme import Step


def show_item(s: TurnContext, at: QuarterStep) -> Screen:
    """Draw one item."""
    evaluation, step = _item(s, at)
    if evaluation is None or step is None:
        return gone(s)
    text = s.say(
        "evaluation-item",
        number=step.number,
        label=step.label,
        span=span_words(s, evaluation),
    )
    levels = tuple(zip(LEVELS, step.rubric, strict=True))
    chosen_by = "\n".join(
        s.say("evaluation-level", level=level, statement=Html(words.statement))
        for level, words in levels
    )
    more = [
        s.say(
            "evaluation-level-more",
            name=s.world.texts.pick("rubric", str(level)),
            detail=Html(words.detail),
        )
        for level, words in levels
    ]
    described = "\n".join((s.say("evaluation-doubt"), *more))
    return Screen(
        f"{item_head(s, evaluation, step)}\n{text}\n\n{chosen_by}\n"
        f"<blockquote expandable>{described}</blockquote>",
        _buttons(s, evaluation, step),
    )


def gone(s: TurnContext) -> Screen:
    """Draw the way back when an evaluation is not there any more."""
    opening = s.button("menu", "evaluation", to.EVALUATION_OPEN())
    return Screen(s.say("evaluation-gone"), rows(opening, s.menu_button()))


def _buttons(s: TurnContext, evaluation: Evaluation, step: Step) -> Rows:
    chosen = evaluation.levels.get(step.slug)
    is_open = chosen is None and step.slug not in evaluation.skipped
    return rows(
        _level_row(s, evaluation, step),
        _same_button(s, evaluation, step),
        s.button(
            "evaluation-item", "examples", to.EVALUATION_EXAMPLES(evaluation.quarter, step.slug)
        ),
        _leave_button(s, evaluation, is_open=is_open),
        (
            _back_button(s, evaluation, step),
            s.button(
                "evaluation-item",
                "empty" if chosen else "skip",
                to.EVALUATION_SKIP(evaluation.quarter, step.slug),
            ),
            s.menu_button(),
        ),
    )


def _level_row(s: TurnContext, evaluation: Evaluation, step: Step) -> tuple[Button, ...]:
    chosen = evaluation.levels.get(step.slug)
    return tuple(_level_button(s, evaluation, step, level, chosen == level) for level in LEVELS)


def _level_button(
    s: TurnContext, evaluation: Evaluation, step: Step, level: int, is_chosen: bool
) -> Button:
    data = to.EVALUATION_LEVEL(evaluation.quarter, step.slug, level)
    return s.button("evaluation-item", "chosen" if is_chosen else "open", data, level=level)


def _same_button(s: TurnContext, evaluation: Evaluation, step: Step) -> Button | None:
    """Return the button that takes the level of the evaluation before, where there is one."""
    before = previous(s.person.evaluations, evaluation.quarter)
    level = before.known.get(step.slug) if before else None
    if before is None or level is None:
        return None
    just_before = Quarter.parse(before.quarter) == Quarter.parse(evaluation.quarter).shifted(-1)
    data = to.EVALUATION_LEVEL(evaluation.quarter, step.slug, level)
    return s.button("evaluation-item", "same" if just_before else "as-before", data, level=level)


def _leave_button(s: TurnContext, evaluation: Evaluation, *, is_open: bool) -> Button | None:
    """Return the way on without a change, for somebody who went back to look."""
    if is_open or is_reviewed(s, evaluation):
        return None
    return s.button("evaluation-item", "leave", to.EVALUATION_GO(evaluation.quarter))


def _back_button(s: TurnContext, evaluation: Evaluation, step: Step) -> Button:
    if is_reviewed(s, evaluation):
        return s.button("nav", "back", to.EVALUATION_EDIT(evaluation.quarter))
    earlier = [one for one in evaluation.items(s.programme) if one.number < step.number]
    if not earlier:
        return s.button("nav", "back", to.EVALUATION_OPEN())
    return s.button("nav", "back", to.EVALUATION_ITEM(evaluation.quarter, earlier[-1].slug))


def _item(s: TurnContext, at: QuarterStep | None) -> tuple[Evaluation | None, Step | None]:
    return (find(s.person, at.quarter), s.programme.step(at.step)) if at else (None, None)


def open_item(s: TurnContext, at: QuarterStep) -> Answer | None:
    """Go to an item that was answered, or to the open one."""
    evaluation, step = _item(s, at)
    if evaluation is None or step is None:
        return None
    known = step.slug in evaluation.levels or step.slug in evaluation.skipped
    reachable = known or evaluation.finished_at or evaluation.next_item(s.programme) == step
    return s.go(to.EVALUATION_ITEM(evaluation.quarter, step.slug)) if reachable else None


def set_level(s: TurnContext, at: Judging) -> Answer | None:
    """Take a level."""
    evaluation, step = _item(s, at)
    if evaluation is None or step is None or at.level not in LEVELS:
        return None
    return _judge(s, evaluation, step, at.level)


def level_examples(s: TurnContext, at: QuarterStep) -> Answer | None:
    """Show one example of each level beside the item, which can be answered from there."""
    evaluation, step = _item(s, at)
    if evaluation is None or step is None:
        return None
    lines = [
        s.say(
            "evaluation-example",
            name=s.world.texts.pick("rubric", str(level)),
            proof=Html(words.proof),
        )
        for level, words in zip(LEVELS, step.rubric, strict=True)
    ]
    title = s.say("evaluation-examples", number=step.number, label=step.label)
    return s.short(
        "\n\n".join((title, *lines, s.say("evaluation-doubt"))),
        rows(_level_row(s, evaluation, step), s.button("aside", "back", MEANT_STAY())),
    )


def open_examples(s: TurnContext, at: QuarterStep) -> Answer | None:
    """Show the examples of the item that is asked now."""
    evaluation, step = _item(s, at)
    if evaluation is None or step is None:
        return None
    is_here = is_asked(s, evaluation, item_place(evaluation, step))
    return level_examples(s, at) if is_here else None


def skip_item(s: TurnContext, at: QuarterStep) -> Answer | None:
    """Leave an item without a level."""
    evaluation, step = _item(s, at)
    return _judge(s, evaluation, step, None) if evaluation and step else None


def _judge(s: TurnContext, evaluation: Evaluation, step: Step, level: int | None) -> Answer | None:
    """Record a level if the item is asked now; a second tap of the same kind is passed over."""
    if is_asked(s, evaluation, item_place(evaluation, step)):
        return go_on(s, evaluation.judged(step.slug, level))
    is_same = evaluation.levels.get(step.slug) == level
    passed = level is not None or step.slug in evaluation.skipped
    return repeated(s, evaluation, is_same=is_same and passed)


def named(s: TurnContext, text: str) -> Answer | None:
    """Understand the name of a level, with or without its number, as that level."""
    evaluation, step = _item(s, to.EVALUATION_ITEM.at(s.person.place))
    if evaluation is None or step is None:
        return None
    bare = s.world.wording.bare(text)
    while bare and bare[0] in s.world.texts.words("numbers", "leading"):
        del bare[0]
    said = {words_of(text), " ".join(bare)}
    for level in LEVELS:
        name = words_of(s.world.texts.pick("rubric", str(level)))
        short = name.removeprefix(f"{level} ")
        spelt = " ".join(s.world.wording.bare(short))
        if said & {name, short, spelt, spelt.removeprefix("sudah ")}:
            return _judge(s, evaluation, step, level)
    return None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand typed words as the level of the item on the screen, and say what was taken.

    Between two levels she is asked; other words are not ours.
    """
    evaluation, step = _item(s, to.EVALUATION_ITEM.at(s.person.place))
    if evaluation is None or step is None:
        return None
    if s.world.wording.wish(text, (Wish.SAME,)):
        before = previous(s.person.evaluations, evaluation.quarter)
        level = before.known.get(step.slug) if before else None
        if level is None:
            return s.stay(s.say("evaluation-none-before"))
        return _taken(s, evaluation, step, level)
    said = level_said(s, text)
    if said is None:
        return None
    return _taken(s, evaluation, step, said.level) if said.level else s.stay(said.asks)


def _taken(s: TurnContext, evaluation: Evaluation, step: Step, level: int) -> Answer | None:
    answer = _judge(s, evaluation, step, level)
    return replace(answer, note=_said_back(s, step, level)) if answer else None


def _said_back(s: TurnContext, step: Step, level: int) -> str:
    return s.say("evaluation-taken", number=step.number, label=step.label, level=level)


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_ITEM, show_item, otherwise=gone),)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_ITEM, open_item),
    done(to.EVALUATION_LEVEL, set_level),
    done(to.EVALUATION_EXAMPLES, open_examples),
    done(to.EVALUATION_SKIP, skip_item),
)
