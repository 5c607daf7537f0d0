"""The broadcasts of a school: the table of contents of their screens and buttons (``siar``)."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from bot.chat.context import Query
from bot.chat.guard import InSchool, done_in, going, shown_in
from bot.chat.model import Media, Screen, Typed
from bot.chat.routes import OfSchool, Route
from bot.chat.screens.broadcast import begin, choices, draft, late, loud, send, woken
from bot.chat.screens.broadcast import lifecycle as course
from bot.chat.screens.broadcast.routes import (
    SIAR_AT,
    SIAR_DO,
    SIAR_DRAFT,
    SIAR_DROP,
    SIAR_FRESH,
    SIAR_HOME,
    SIAR_KEPT,
    SIAR_LATER,
    SIAR_LIST,
    SIAR_LOUD,
    SIAR_MOVE,
    SIAR_NAMES,
    SIAR_NEW,
    SIAR_NOW,
    SIAR_ONE,
    SIAR_PEOPLE,
    SIAR_READY,
    SIAR_REPEAT,
    SIAR_SEE,
    SIAR_SEND,
    SIAR_SOFT,
    SIAR_STOP,
    SIAR_SURE,
    SIAR_TEST,
    SIAR_TO,
    SIAR_WAKE,
    SIAR_WHEN,
    SIAR_WHO,
    SIAR_WHOM,
    SIAR_WRITE,
    Paging,
    When,
)
from bot.chat.screens.school.routes import SCHOOL_HOME
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId


def show_home(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw what there is to do with broadcasts."""
    begun = begin.kept(s)
    goes_on = begun is not None and begun.school == school.id
    return Screen(
        s.say("broadcast", school=school.name),
        rows(
            s.button("broadcast", "go", SIAR_DRAFT(school.id)) if goes_on else None,
            s.button("broadcast", "write", SIAR_NEW(school.id)),
            s.button("broadcast", "evaluation", SIAR_READY(school.id)),
            s.button("broadcast", "list", SIAR_LIST(school.id)),
            (s.button("nav", "back", SCHOOL_HOME(school.id)), s.menu_button()),
        ),
    )


def _turning(route: Route[[SchoolId, int | None], Paging]) -> InSchool[Paging]:
    return lambda s, school, at: s.go(route(school.id, at.page))


def _when(s: TurnContext, school: School, _at: When) -> Answer:
    return s.go(SIAR_WHEN(school.id))


def passed_on(s: TurnContext, event: Typed) -> Answer | None:
    """Take somebody else's words as the content, such as a circular; None where none is asked for."""
    return draft.composed(s, event)


def composed(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take what was written or sent for the broadcast being composed; None elsewhere."""
    if isinstance(event, Typed):
        for answers in (choices.typed, late.typed):
            if (answer := answers(s, event.text)) is not None:
                return answer
    return draft.composed(s, event)


S = TypeVar("S", bound=OfSchool)


def _shown(route: Route[..., S], show: Callable[[TurnContext, School, S], Screen]) -> Show:
    return shown_in(route, show, Action.BROADCAST, consented=True)


def _done(route: Route[..., S], verb: InSchool[S]) -> Verb:
    return done_in(route, verb, Action.BROADCAST, consented=True)


SHOWS: Mapping[str, Show] = {
    "home": _shown(SIAR_HOME, show_home),
    "write": _shown(SIAR_WRITE, draft.show_write),
    "kept": _shown(SIAR_KEPT, begin.show_kept),
    "draft": _shown(SIAR_DRAFT, draft.show_draft),
    "whom": _shown(SIAR_WHOM, choices.show_whom),
    "people": _shown(SIAR_PEOPLE, choices.show_people),
    "names": _shown(SIAR_NAMES, choices.show_names),
    "when": _shown(SIAR_WHEN, choices.show_when),
    "sure": _shown(SIAR_SURE, loud.show_loud),
    "later": _shown(SIAR_LATER, late.show_later),
    "wake": _shown(SIAR_WAKE, woken.show_wake),
    "one": _shown(SIAR_ONE, course.show_one),
    "stop": _shown(SIAR_STOP, course.show_stop),
    "who": _shown(SIAR_WHO, course.show_who),
    "list": _shown(SIAR_LIST, course.show_list),
}
VERBS: Mapping[str, Verb] = {
    "home": _done(SIAR_HOME, going(SIAR_HOME)),
    "new": _done(SIAR_NEW, begin.new),
    "write": _done(SIAR_WRITE, begin.write),
    "ready": _done(SIAR_READY, begin.ready),
    "fresh": _done(SIAR_FRESH, begin.fresh),
    "draft": _done(SIAR_DRAFT, going(SIAR_DRAFT)),
    "test": _done(SIAR_TEST, send.test),
    "loud": _done(SIAR_LOUD, draft.loud),
    "drop": _done(SIAR_DROP, draft.drop),
    "send": _done(SIAR_SEND, send.send),
    "whom": _done(SIAR_WHOM, going(SIAR_WHOM)),
    "people": _done(SIAR_PEOPLE, _turning(SIAR_PEOPLE)),
    "names": _done(SIAR_NAMES, _turning(SIAR_NAMES)),
    "to": _done(SIAR_TO, choices.choose),
    "when": _done(SIAR_WHEN, _when),
    "now": _done(SIAR_NOW, choices.set_now),
    "at": _done(SIAR_AT, choices.set_at),
    "soft": _done(SIAR_SOFT, loud.soft),
    "later": _done(SIAR_LATER, late.later),
    "move": _done(SIAR_MOVE, late.move),
    "repeat": _done(SIAR_REPEAT, choices.set_repeat),
    "see": _done(SIAR_SEE, course.see),
    "do": _done(SIAR_DO, course.order),
    "stop": _done(SIAR_STOP, course.ask_stop),
    "who": _done(SIAR_WHO, course.who),
    "list": _done(SIAR_LIST, _turning(SIAR_LIST)),
}
QUERIES: Mapping[str, Query] = {
    **dict.fromkeys(("draft", "whom", "people", "names", "sure"), Query.ROSTER),
    **dict.fromkeys(("wake", "who"), Query.BROADCAST_TO),
    **dict.fromkeys(("one", "stop"), Query.BROADCAST),
    "list": Query.BROADCASTS,
}
PRESS_QUERIES: Mapping[str, Query] = {
    "siar:send": Query.ROSTER,
    "siar:do": Query.BROADCAST_TO,
    "siar:move": Query.BROADCAST_TO,
}
"""What some buttons need before they are pressed, not only to be drawn after it."""
