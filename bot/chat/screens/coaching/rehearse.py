"""The model to copy, and the two minutes in which she tries her own words. Judged by nobody but her."""

from dataclasses import replace

from bot.chat.answers.refused import refused_line
from bot.chat.button import Copy, fits_copy, side_by_side
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Button, Media, Screen
from bot.chat.routes import button_to
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.routes import (
    LOOK,
    LOOKED,
    LOOKS,
    MODEL,
    MODEL_OF,
    OTHER,
    READ,
    REHEARSE,
    UNREHEARSED,
    OfModel,
    OfTry,
    Ticking,
)
from bot.chat.screens.coaching.words import (
    cycle_of,
    guide_of,
    head,
    kept,
    meant,
    onward,
    sent_at,
    try_open,
    typed_at,
)
from bot.chat.screens.evidence.sent_file import not_spoken
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import caption_of, clean_line
from bot.content.texts import Html
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import SKIPPED, Said
from bot.domain.programme.guide import Model
from bot.domain.programme.programme import EXAMPLE_LEVELS

SAID_LENGTH = 500
"""The longest words kept of a rehearsal or a reflection, in characters."""


def show_model(s: TurnContext, at: OfTry) -> Screen:
    """Draw what the task looks or sounds like, word for word."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return gone(s)
    guide, level = guide_of(s, cycle), s.person.level
    counsels = s.world.counsellors.includes(s.person.subject)
    has_own = level in EXAMPLE_LEVELS or guide.model or (counsels and guide.counsellor)
    if not has_own and guide.models:
        return _ask_level(s, at, cycle)
    return _model(s, at, guide.model_for(level.value if level else None, counsels=counsels))


def _ask_level(s: TurnContext, at: OfTry, cycle: Cycle) -> Screen:
    """Let her choose whose model she sees, who has no level with models of its own."""
    texts = s.world.texts
    buttons = tuple(
        button_to(texts.pick("level", level), MODEL_OF(at.step, at.number, level))
        for level in EXAMPLE_LEVELS
    )
    return Screen(
        f"{head(s, cycle)}\n\n{s.say('coach-model-level')}",
        rows(
            *side_by_side(buttons, 2),
            s.button("coach", "pass", READ(at.step, at.number)),
            s.menu_button(),
        ),
    )


def show_model_of(s: TurnContext, at: OfModel) -> Screen:
    """Draw the model for the level she chose."""
    cycle, one_try = cycle_of(s, at.step), OfTry(at.step, at.number)
    if cycle is None or meant(s, one_try) is None:
        return gone(s)
    return _model(s, one_try, guide_of(s, cycle).model_for(at.level.value))


def _model(s: TurnContext, at: OfTry, model: Model | None) -> Screen:
    cycle = cycle_of(s, at.step)
    if cycle is None:
        return gone(s)
    shown = model.html if model else s.say("coach-no-model")
    copied = model.copied if model else ""
    label = s.world.texts.label("coach-model", "copy")
    onward_button = s.button("coach-model", "onward", READ(at.step, at.number))
    return Screen(
        f"{head(s, cycle)}\n{shown}",
        rows(
            (Copy(label, copied), onward_button) if fits_copy(copied) else onward_button,
            (s.button("coach-model", "other", OTHER(at.step, at.number)), s.menu_button()),
        ),
    )


def read(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on from the model."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    return onward(kept(s, cycle.changed(lambda one: replace(one, read=True))))


def read_of(s: TurnContext, at: OfModel) -> Answer | None:
    """Go on from the model of another level."""
    return read(s, OfTry(at.step, at.number))


def show_rehearse(s: TurnContext, at: OfTry) -> Screen:
    """Ask for her own first sentence, question or instruction."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    rehearsal = guide_of(s, cycle).rehearsal
    asked = Html(rehearsal.html) if rehearsal else s.say("coach-rehearse-any")
    text = f"{head(s, cycle)}\n\n{s.say('coach-rehearse', asked=asked)}"
    if attempt.rehearsal and attempt.rehearsal.words:
        text += "\n\n" + s.say("coach-said-now", words=attempt.rehearsal.words)
    return Screen(
        text,
        rows(
            (s.button("coach", "pass", UNREHEARSED(at.step, at.number)), s.menu_button()),
        ),
    )


def say(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Keep her typed rehearsal."""
    if meant(s, at) is None:
        return None
    line = clean_line(text)
    asked = refused_line(s, line, SAID_LENGTH) or asks_first(s, at, line)
    return asked or _rehearsed(s, at, Said(words=line))


def say_aloud(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Keep her spoken rehearsal."""
    if meant(s, at) is None:
        return None
    if refusal := not_spoken(s, event, SAID_LENGTH):
        return refusal
    words = caption_of(event)
    asked = asks_first(s, at, words, event)
    return asked or _rehearsed(s, at, Said(words=words, voice=event.file))


def pass_by(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on without a rehearsal."""
    attempt = meant(s, at)
    return _rehearsed(s, at, attempt.rehearsal or SKIPPED) if attempt else None


def _rehearsed(s: TurnContext, at: OfTry, said: Said) -> Answer | None:
    cycle = cycle_of(s, at.step)
    return onward(kept(s, cycle.changed(lambda one: one.rehearsed(said)))) if cycle else None


def show_looks(s: TurnContext, at: OfTry) -> Screen:
    """Draw her words with three looks of her own, each yes or not yet."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None or attempt.rehearsal is None:
        return gone(s)
    looks = looks_of(s, cycle)
    said = attempt.rehearsal.words
    lines = (
        s.say("coach-look", answer="ya" if nth in attempt.looks else "belum", look=look)
        for nth, look in enumerate(looks)
    )
    return Screen(
        "\n".join((s.say("coach-looks", how="teks" if said else "suara", words=said), *lines)),
        rows(
            tuple(
                _look_button(s, at, nth, is_yes=nth in attempt.looks) for nth in range(len(looks))
            ),
            s.button("coach-looks", "again", REHEARSE(at.step, at.number)),
            s.button("coach-looks", "onward", LOOKED(at.step, at.number)),
            s.menu_button(),
        ),
    )


def looks_of(s: TurnContext, cycle: Cycle) -> tuple[str, ...]:
    """Return the looks at a rehearsal: those of the task, or what fits any."""
    rehearsal = guide_of(s, cycle).rehearsal
    if rehearsal and rehearsal.looks:
        return rehearsal.looks
    texts = s.world.texts
    return tuple(texts.pick("coach-look-any", one) for one in texts.family("coach-look-any"))


def _look_button(s: TurnContext, at: OfTry, nth: int, *, is_yes: bool) -> Button:
    return s.button(
        "coach-looks",
        "yes" if is_yes else "no",
        LOOK(at.step, at.number, nth, int(not is_yes)),
        nth=nth + 1,
    )


def look(s: TurnContext, at: Ticking) -> Answer | None:
    """Answer one look with yes, or take that back."""
    cycle, one_try = cycle_of(s, at.step), OfTry(at.step, at.number)
    attempt = meant(s, one_try)
    if cycle is None or attempt is None or attempt.rehearsal is None:
        return None
    looks = attempt.looks - {at.nth} | ({at.nth} if at.chosen else frozenset())
    return kept(s, cycle.changed(lambda one: replace(one, looks=looks))).stay()


def looked(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on from the looks."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None or attempt.rehearsal is None:
        return None
    return onward(kept(s, cycle.changed(lambda one: replace(one, looked=True))))


SHOWS: tuple[ShownPlace, ...] = (
    shown(MODEL, show_model),
    shown(MODEL_OF, show_model_of),
    shown(REHEARSE, show_rehearse),
    shown(LOOKS, show_looks),
)
VERBS: tuple[Done, ...] = (
    try_open(MODEL),
    try_open(MODEL_OF),
    done(READ, read),
    try_open(REHEARSE),
    done(UNREHEARSED, pass_by),
    try_open(LOOKS),
    done(LOOK, look),
    done(LOOKED, looked),
)
TYPED: tuple[TypedAnswer, ...] = (typed_at(REHEARSE, say),)
SENT: tuple[Taken, ...] = (sent_at(REHEARSE, say_aloud),)
