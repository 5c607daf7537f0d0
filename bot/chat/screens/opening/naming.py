"""Which steps a short evaluation asks: those of her focus, and at most three she names."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.closing.named_steps import named_steps
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import go_on
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import Focusing, OfQuarter
from bot.chat.screens.evaluation.words import quarter_words, steps_words
from bot.chat.screens.opening.length import earlier, may_begin
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.same import is_one_of
from bot.domain.evaluation.evaluation import NAMED_MOST, Evaluation, by_level, shortened
from bot.domain.programme.programme import Step, StepSlug

NAMED, ALL = "langkah", "semua"
"""In the draft of the place: the steps she named so far, and that she asked for all of them."""

OFFERED = 4
"""So many are offered first: where she was coached, then what stands lowest."""


def _named(s: TurnContext) -> tuple[StepSlug, ...]:
    words = s.person.place.draft.get(NAMED, "").split()
    return tuple(step.slug for step in s.programme if step.slug in words)


def _asked(s: TurnContext, last: Evaluation) -> tuple[StepSlug, ...]:
    """Return all steps that would be asked, in the programme's order."""
    wanted = (*last.focus, *_named(s))
    return tuple(step.slug for step in s.programme if step.slug in wanted)


def show_name(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for the steps to look at beside those of the focus."""
    last = earlier(s, at.quarter)
    if last is None:
        return gone(s)
    named, steps = _named(s), _offered(s, last)
    buttons = [
        s.button(
            "evaluation-focus",
            "chosen" if step.slug in named else "open",
            to.EVALUATION_NAMING(at.quarter, step.slug, "off" if step.slug in named else "on"),
            number=step.number,
            label=step.label,
        )
        for step in steps
    ]
    text = s.say(
        "evaluation-name",
        quarter=quarter_words(s, at.quarter),
        focus="ya" if last.focus else "tidak",
        steps=steps_words(s, last.focus),
        most=NAMED_MOST,
    )
    more = None
    if len(steps) + len(last.focus) < len(s.programme):
        more = s.button("evaluation-focus", "others", to.EVALUATION_MORE(at.quarter))
    count = len(_asked(s, last))
    start = s.button("evaluation-name", "begin", to.EVALUATION_SHORT(at.quarter), count=count)
    back = s.button("nav", "back", to.EVALUATION_LENGTH(at.quarter))
    return Screen(
        text,
        rows(*side_by_side(buttons, 2), more, (start if count else None, back, s.menu_button())),
    )


def _offered(s: TurnContext, last: Evaluation) -> tuple[Step, ...]:
    """Return the steps to name: the likeliest and those named, or all but the focus once asked for."""
    others = tuple(
        step
        for step in by_level(last, s.programme, best_first=False)
        if step.slug not in last.focus
    )
    if ALL in s.person.place.draft:
        return others
    cycles = (s.person.coaching.active, *s.person.coaching.history[::-1])
    coached = dict.fromkeys(
        cycle.step
        for cycle in cycles
        if cycle and last.finished_at and cycle.begun_at > last.finished_at
    )
    first = sorted(others, key=lambda step: step.slug not in coached)[:OFFERED]
    named = _named(s)
    return (*first, *(step for step in others if step.slug in named and step not in first))


def open_name(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to the choice of the steps."""
    fits = may_begin(s, at.quarter) and earlier(s, at.quarter)
    return s.go(to.EVALUATION_NAME(at.quarter)) if fits else None


def _stay(
    s: TurnContext, quarter: str, draft: Mapping[str, str], note: str | None = None
) -> Answer:
    return Answer(person=s.at(to.EVALUATION_NAME(quarter), draft), note=note)


def name(s: TurnContext, at: Focusing) -> Answer | None:
    """Name a step, or take it back; more than three are refused."""
    step = s.programme.step(at.step)
    if to.EVALUATION_NAME.at(s.person.place) != OfQuarter(at.quarter) or step is None:
        return None
    others = tuple(slug for slug in _named(s) if slug != step.slug)
    named = (*others, step.slug) if at.wish == "on" else others
    draft = s.person.place.draft
    if len(named) > NAMED_MOST:
        most = s.say("evaluation-name-most", most=NAMED_MOST)
        return replace(_stay(s, at.quarter, draft), toast=most)
    return _stay(s, at.quarter, {**draft, NAMED: " ".join(named)})


def more(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Show all steps to name."""
    if to.EVALUATION_NAME.at(s.person.place) != at:
        return None
    return _stay(s, at.quarter, {**s.person.place.draft, ALL: "ya"})


def begin_short(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Begin with the steps of the focus and those named; a second tap goes on with it."""
    begun, last = s.person.evaluating, earlier(s, at.quarter)
    if begun and begun.quarter == at.quarter:
        return go_on(s, begun)
    if last is None or not may_begin(s, at.quarter):
        return None
    is_here = to.EVALUATION_NAME.at(s.person.place) == at
    asked = _asked(s, last) if is_here else ()
    if not asked:
        return s.go(to.EVALUATION_NAME(at.quarter))
    return go_on(s, shortened(at.quarter, s.now, last, asked))


def begin_said(s: TurnContext, text: str) -> Answer | None:
    """Take "mulai" as the button that begins; elsewhere the word opens the menu, and the names would be lost."""
    at, phrases = (
        to.EVALUATION_NAME.at(s.person.place),
        s.world.texts.words("evaluation", "said-begin"),
    )
    return begin_short(s, at) if at and is_one_of(s, text, phrases) else None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed numbers or short titles as the steps she names."""
    at = to.EVALUATION_NAME.at(s.person.place)
    last = earlier(s, at.quarter) if at else None
    if at is None or last is None:
        return None
    steps, is_sure = named_steps(s, text)
    if not steps and is_sure:
        return None
    added = (step.slug for step in steps if step.slug not in last.focus)
    named = tuple(dict.fromkeys((*_named(s), *added)))
    draft = s.person.place.draft
    if not is_sure:
        return _stay(s, at.quarter, draft, s.say("ask-choose"))
    if len(named) > NAMED_MOST:
        most = s.say("evaluation-name-most", most=NAMED_MOST)
        return replace(_stay(s, at.quarter, draft), toast=most)
    return _stay(s, at.quarter, {**draft, NAMED: " ".join(named)})


def skip(s: TurnContext) -> Answer | None:
    """Begin with what is chosen so far."""
    at = to.EVALUATION_NAME.at(s.person.place)
    return begin_short(s, at) if at else None


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_NAME, show_name, otherwise=gone),)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_NAME, open_name),
    done(to.EVALUATION_NAMING, name),
    done(to.EVALUATION_MORE, more),
    done(to.EVALUATION_SHORT, begin_short),
)
