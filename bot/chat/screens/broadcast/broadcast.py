"""The broadcasts of a school: the table of contents of their screens and buttons (``siar``)."""

from collections.abc import Callable
from typing import TypeVar

from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import InSchool, done_in, going, shown_in
from bot.chat.model import Media, Screen, Typed
from bot.chat.routes import OfSchool, Route
from bot.chat.screens.broadcast import begin, choices, draft, late, loud, send, woken
from bot.chat.screens.broadcast import lifecycle as course
from bot.chat.screens.broadcast import routes as to
from bot.chat.screens.broadcast.routes import Paging, When
from bot.chat.screens.school.routes import SCHOOL_HOME
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId


def show_home(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw what there is to do with broadcasts."""
    begun = begin.kept(s)
    goes_on = begun is not None and begun.school == school.id
    return Screen(
        s.say("broadcast", school=school.name),
        rows(
            s.button("broadcast", "go", to.SIAR_DRAFT(school.id)) if goes_on else None,
            s.button("broadcast", "write", to.SIAR_NEW(school.id)),
            s.button("broadcast", "evaluation", to.SIAR_READY(school.id)),
            s.button("broadcast", "list", to.SIAR_LIST(school.id)),
            (s.button("nav", "back", SCHOOL_HOME(school.id)), s.menu_button()),
        ),
    )


def _turning(route: Route[[SchoolId, int | None], Paging]) -> InSchool[Paging]:
    return lambda s, school, at: s.go(route(school.id, at.page))


def _when(s: TurnContext, school: School, _at: When) -> Answer:
    return s.go(to.SIAR_WHEN(school.id))


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


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave a question: back to the broadcasts of the school."""
    at = to.SIAR_HOME.read(s.person.place.args)
    return s.go(to.SIAR_HOME(at.school), note=note) if at else None


S = TypeVar("S", bound=OfSchool)


def _shown(
    route: Route[..., S],
    show: Callable[[TurnContext, School, S], Screen],
    query: Query | None = None,
) -> ShownPlace:
    return shown_in(route, show, Action.BROADCAST, query=query, consented=True)


def _done(route: Route[..., S], verb: InSchool[S], query: Query | None = None) -> Done:
    return done_in(route, verb, Action.BROADCAST, query=query, consented=True)


SHOWS: tuple[ShownPlace, ...] = (
    _shown(to.SIAR_HOME, show_home),
    _shown(to.SIAR_WRITE, draft.show_write),
    _shown(to.SIAR_KEPT, begin.show_kept),
    _shown(to.SIAR_DRAFT, draft.show_draft, query=Query.ROSTER),
    _shown(to.SIAR_WHOM, choices.show_whom, query=Query.ROSTER),
    _shown(to.SIAR_PEOPLE, choices.show_people, query=Query.ROSTER),
    _shown(to.SIAR_NAMES, choices.show_names, query=Query.ROSTER),
    _shown(to.SIAR_WHEN, choices.show_when),
    _shown(to.SIAR_SURE, loud.show_loud, query=Query.ROSTER),
    _shown(to.SIAR_LATER, late.show_later),
    _shown(to.SIAR_WAKE, woken.show_wake, query=Query.BROADCAST_TO),
    _shown(to.SIAR_ONE, course.show_one, query=Query.BROADCAST),
    _shown(to.SIAR_STOP, course.show_stop, query=Query.BROADCAST),
    _shown(to.SIAR_WHO, course.show_who, query=Query.BROADCAST_TO),
    _shown(to.SIAR_LIST, course.show_list, query=Query.BROADCASTS),
)
VERBS: tuple[Done, ...] = (
    _done(to.SIAR_HOME, going(to.SIAR_HOME)),
    _done(to.SIAR_NEW, begin.new),
    _done(to.SIAR_WRITE, begin.write),
    _done(to.SIAR_READY, begin.ready),
    _done(to.SIAR_FRESH, begin.fresh),
    _done(to.SIAR_DRAFT, going(to.SIAR_DRAFT)),
    _done(to.SIAR_TEST, send.test),
    _done(to.SIAR_LOUD, draft.loud),
    _done(to.SIAR_DROP, draft.drop),
    _done(to.SIAR_SEND, send.send, query=Query.ROSTER),
    _done(to.SIAR_WHOM, going(to.SIAR_WHOM)),
    _done(to.SIAR_PEOPLE, _turning(to.SIAR_PEOPLE)),
    _done(to.SIAR_NAMES, _turning(to.SIAR_NAMES)),
    _done(to.SIAR_TO, choices.choose),
    _done(to.SIAR_WHEN, _when),
    _done(to.SIAR_NOW, choices.set_now),
    _done(to.SIAR_AT, choices.set_at),
    _done(to.SIAR_SOFT, loud.soft),
    _done(to.SIAR_LATER, late.later),
    _done(to.SIAR_MOVE, late.move, query=Query.BROADCAST_TO),
    _done(to.SIAR_REPEAT, choices.set_repeat),
    _done(to.SIAR_SEE, course.see),
    _done(to.SIAR_DO, course.order, query=Query.BROADCAST_TO),
    _done(to.SIAR_STOP, course.ask_stop),
    _done(to.SIAR_WHO, course.who),
    _done(to.SIAR_LIST, _turning(to.SIAR_LIST)),
)
