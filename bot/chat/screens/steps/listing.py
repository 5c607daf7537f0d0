"""The list of the 13 steps: how each stands, and the one to go on with."""

from functools import lru_cache

from bot.chat.button import side_by_side
from bot.chat.model import Button, Screen
from bot.chat.routes import button_to
from bot.chat.screens.account.routes import WELCOME_HELLO
from bot.chat.screens.evaluation.words import steps_words
from bot.chat.screens.steps import routes as to
from bot.chat.screens.steps.standing import listed
from bot.chat.turn_context import TurnContext, rows
from bot.content.texts import Texts
from bot.domain.coaching.progress import Status, done_count, suggestion
from bot.domain.programme.programme import StepSlug


def show_list(s: TurnContext) -> Screen:
    """Draw all steps with their status and the one to go on with."""
    programme, progress, marked = s.programme, s.person.progress, listed(s)
    texts, untouched = s.world.texts, Status.UNTOUCHED
    lines = [
        _line_of(texts, marked.get(one.slug, untouched), one.slug, one.number, one.label)
        for one in programme
    ]
    if not s.person.may_be_stored:
        return Screen(
            s.say("steps-guest"),
            rows(*side_by_side(lines, 2), s.button("steps-guest", "join", WELCOME_HELLO())),
        )
    text = s.say("steps", done=done_count(progress, programme), total=len(programme))
    active = s.person.coaching.active
    going = programme.step(active.step) if active else None
    suggested = going or suggestion(progress, programme, s.person.focus)
    if suggested:
        is_going = marked.get(suggested.slug) is Status.UNDERWAY
        text += "\n" + s.say(
            "steps-underway" if is_going else "steps-suggestion",
            number=suggested.number,
            label=suggested.label,
        )
    if s.person.focus:
        text += "\n" + s.say("steps-focus", steps=steps_words(s, s.person.focus))
    return Screen(text, rows(*side_by_side(lines, 2), s.menu_button()))


@lru_cache(256)  # each in each status, in the words for a guru BK too
def _line_of(texts: Texts, status: Status, slug: StepSlug, number: int, label: str) -> Button:
    """Return one of the 13 lines that every list shows: they come often, and are few."""
    label = texts.label("steps", f"line-{status}", number=number, label=label)
    return button_to(label, to.STEPS_STEP(slug))
