"""Making a step the active one, putting one off, and going on with it."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.account.routes import MENU_MAIN
from bot.chat.screens.coaching.routes import ASIDE, BEGIN, GO_ON, SWAP, SWAPPED, OfSwap
from bot.chat.screens.coaching.words import kept, onward, step_of, today, where
from bot.chat.screens.steps.routes import STEPS_STEP, OfStep
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_open
from bot.domain.coaching.coaching import began, put_aside
from bot.domain.coaching.progress import Status, mark, status_of
from bot.domain.programme.programme import StepSlug
from bot.domain.reminders.check_back import open_promise


def begin(s: TurnContext, at: OfStep) -> Answer | None:
    """Make a step the active one; where another is active she is asked once."""
    if step_of(s, at.step) is None:
        return None
    active = s.person.coaching.active
    if active and active.step != at.step:
        return s.go(SWAP(at.step))
    return _begun(s, at)


def show_swap(s: TurnContext, at: OfStep) -> Screen:
    """Ask whether the active step is put off for another."""
    active, step = s.person.coaching.active, step_of(s, at.step)
    before = step_of(s, active.step) if active else None
    if step is None or before is None:
        return Screen(s.say("coach-gone"), rows(s.menu_button()))
    text = s.say(
        "coach-swap",
        number=step.number,
        label=step.label,
        before=before.number,
        named=before.label,
    )
    return Screen(
        text,
        rows(
            s.button("coach-swap", "yes", SWAPPED(at.step, before.slug), number=step.number),
            s.button("coach-swap", "no", where(s.person) or STEPS_STEP(at.step)),
            s.menu_button(),
        ),
    )


def swapped(s: TurnContext, at: OfSwap) -> Answer | None:
    """Put the step off that she was asked about and begin another; of any other she is asked."""
    active = s.person.coaching.active
    if active is None or active.step == at.before:
        return _begun(s, OfStep(at.step)) if step_of(s, at.step) else None
    return begin(s, OfStep(at.step))


def _begun(s: TurnContext, at: OfStep) -> Answer:
    """Make a step the active one; a plan whose day has passed meanwhile is made anew, never asked about."""
    was_active = bool(s.person.coaching.active and s.person.coaching.active.step == at.step)
    coaching = began(s.person.coaching, at.step, s.now)
    progress = s.person.progress
    if status_of(progress, at.step) is Status.UNTOUCHED:
        progress = mark(progress, at.step, Status.UNDERWAY, s.now)
    after = s.change(replace(s.person, coaching=coaching, progress=progress))
    cycle, promise = coaching.active, open_promise(coaching)
    if was_active or cycle is None or promise is None or promise.day >= today(s):
        return onward(after)
    over = kept(after, cycle.changed(lambda one: one.unplanned()))
    return onward(over, note=s.say("coach-day-over"))


def aside(s: TurnContext, at: OfStep) -> Answer | None:
    """Put the active step off without beginning another."""
    active = s.person.coaching.active
    if active is None or active.step != at.step:
        return None
    person = replace(s.person, coaching=put_aside(s.person.coaching))
    return s.change(person).go(STEPS_STEP(at.step), note=s.say("coach-put-off"))


def go_on(s: TurnContext) -> Answer:
    """Go where the active step goes on."""
    return onward(s)


def begin_button(s: TurnContext, step: StepSlug) -> Button | None:
    """Return the way straight to a step's task; None for somebody about whom nothing is stored."""
    if not s.person.may_be_stored:
        return None
    coaching = s.person.coaching
    attribute = "begin"
    if coaching.active and coaching.active.step == step:
        attribute = "go-on"
    elif coaching.open_cycle(step):
        attribute = "resume"
    elif any(one.step == step for one in coaching.history):
        attribute = "repeat"
    return s.button("coach", attribute, BEGIN(step))


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave what is open: home; what she wrote stays kept."""
    del note
    return rest(s) if is_open(s.person) else None


def rest(s: TurnContext) -> Answer:
    """Go home; "Lanjutkan" leads back."""
    return s.go(MENU_MAIN(), note=s.say("coach-rest"))


SHOWS: tuple[ShownPlace, ...] = (shown(SWAP, show_swap),)
VERBS: tuple[Done, ...] = (
    done(GO_ON, go_on),
    done(BEGIN, begin),
    done(SWAP, begin),
    done(SWAPPED, swapped),
    done(ASIDE, aside),
)
