"""Beginning a broadcast: to write one, or with words that stand ready; an older draft is asked about.

A draft with content goes away only when she says so.
"""

from typing import Literal

from bot.chat.model import Screen
from bot.chat.routes import OfSchool
from bot.chat.screens.broadcast import routes as to
from bot.chat.screens.broadcast.draft import NEW_DRAFT, drafted, excerpt
from bot.chat.screens.broadcast.routes import Beginning, Writing
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.broadcast import Audience, AudienceFilter, Content, Draft
from bot.domain.school.school import School

WRITE: Literal["tulis"] = "tulis"
EVALUATION: Literal["evaluasi"] = "evaluasi"
"""What is begun; stands in places and buttons."""


def kept(s: TurnContext) -> Draft | None:
    """Return her draft, of whatever school, if there is anything in it."""
    draft = s.person.composing
    return draft if draft and not draft.content.is_empty else None


def new(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    """Begin a new draft, unless another one is kept: then ask."""
    if kept(s):
        return s.go(to.SIAR_KEPT(school.id, WRITE))
    return _begin_to_write(s, school)


def write(s: TurnContext, school: School, _at: Writing) -> Answer:
    """Ask for the content of the draft; a draft of another school is not written over."""
    draft = kept(s)
    if draft and draft.school != school.id:
        return s.go(to.SIAR_KEPT(school.id, WRITE))
    return s.go(to.SIAR_WRITE(school.id))


def ready(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    """Begin with the words that remind of the evaluation, unless another draft is kept."""
    draft = kept(s)
    if draft is None:
        return _begin_to_remind(s, school)
    if draft.school == school.id and draft.content == _reminding(s):
        return s.go(to.SIAR_DRAFT(school.id))
    return s.go(to.SIAR_KEPT(school.id, EVALUATION))


def show_kept(s: TurnContext, school: School, at: Beginning) -> Screen:
    """Draw the older draft and ask which it is to be."""
    draft = kept(s)
    back = s.button("nav", "back", to.SIAR_HOME(school.id))
    if draft is None:
        return Screen(s.say("broadcast-gone"), rows(back))
    return Screen(
        s.say("broadcast-kept", excerpt=excerpt(s, draft.content)),
        rows(
            s.button("broadcast-kept", "go", to.SIAR_DRAFT(draft.school)),
            s.button("broadcast-kept", "fresh", to.SIAR_FRESH(school.id, at.what)),
            back,
        ),
    )


def fresh(s: TurnContext, school: School, at: Beginning) -> Answer:
    """Begin anew; the older draft goes away as soon as the new one has something in it."""
    return (_begin_to_write if at.what == WRITE else _begin_to_remind)(s, school)


def _begin_to_write(s: TurnContext, school: School) -> Answer:
    return s.go(to.SIAR_WRITE(school.id, NEW_DRAFT))


def _begin_to_remind(s: TurnContext, school: School) -> Answer:
    audience = Audience(AudienceFilter.NOT_EVALUATED)
    return drafted(s, Draft(school=school.id, content=_reminding(s), audience=audience))


def _reminding(s: TurnContext) -> Content:
    return Content(text=s.say("broadcast-evaluation"), evaluation=True)
