"""The one check before a place is drawn and a button or an answer is acted on: may she, here and now?

What each needs is declared where it is registered (``shown``, ``done`` and their kin), and refused
with the same words everywhere. It guards what is seen; what changes a school is checked once more
as it is done. Must not know what a place shows or a button does.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, overload

from bot.chat.context import Query, QueryAbout
from bot.chat.family import TABLE, Done, Needs, ShownPlace
from bot.chat.model import Screen
from bot.chat.routes import Bare, OfBroadcast, OfSchool, Route
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_stale
from bot.domain.person.person import MENU, WELCOME
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId

A = TypeVar("A")
P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=OfSchool)

Refusal = Callable[[TurnContext], Screen]
InSchool = Callable[[TurnContext, School, S], Answer | None]
"""What a button of a school does, once it is known that she may."""


def refused(s: TurnContext) -> Screen:
    """Draw the answer to whoever has no right (any more): the same for every reason."""
    return Screen(s.say("no-right"), rows(s.menu_button()))


def keeping(
    act: Callable[Concatenate[TurnContext, P], R],
) -> Callable[Concatenate[TurnContext, P], R | Answer]:
    """Return what keeps something of her: whoever has not agreed to that is led to the welcome."""

    @wraps(act)
    def kept(s: TurnContext, /, *args: P.args, **kwargs: P.kwargs) -> R | Answer:
        return act(s, *args, **kwargs) if s.person.may_be_stored else _to_welcome(s)

    return kept


def _to_welcome(s: TurnContext) -> Answer:
    return s.go(WELCOME, note=s.say("welcome-to-keep"))


def acted(s: TurnContext, name: str, args: tuple[str, ...]) -> Answer:
    """Do what a button does for whom it may; one that no longer fits says so."""
    button = TABLE.verbs.get(name)
    if button is None:
        return s.stay(s.say("note-old-button"))
    if not s.person.may_be_stored and name.partition(":")[0] not in TABLE.guests:
        return _to_welcome(s)
    if button.fresh and is_stale(s):
        return s.stay(s.say("asked-long-ago"))
    return button(s, args) or s.stay(s.say("note-old-button"))


# --- for everybody ------------------------------------------------------------------------------


@overload
def shown(
    route: Bare, show: Callable[[TurnContext], Screen], *, query: Query | None = ...
) -> ShownPlace: ...
@overload
def shown(
    route: Route[..., A],
    show: Callable[[TurnContext, A], Screen],
    otherwise: Refusal = ...,
    *,
    query: Query | None = ...,
) -> ShownPlace: ...
def shown(
    route: Any, show: Any, otherwise: Refusal = refused, *, query: Query | None = None
) -> ShownPlace:
    """Return a place; ``otherwise`` draws what carries nothing that can be read."""

    def drawn(s: TurnContext, args: tuple[str, ...]) -> Screen:
        at = route.read(args)
        return otherwise(s) if at is None else show(s, at)

    draw = _without_args(show) if isinstance(route, Bare) else drawn
    return ShownPlace(route.name, draw, _needs(route, query))


@overload
def done(
    route: Bare, verb: Callable[[TurnContext], Answer | None], *, fresh: bool = ...
) -> Done: ...
@overload
def done(route: Route[..., A], verb: Callable[[TurnContext, A], Answer | None]) -> Done: ...
def done(route: Any, verb: Any, *, fresh: bool = False) -> Done:
    """Return a button; one that carries nothing that can be read does nothing."""

    def act(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        at = route.read(args, exact=True)
        return None if at is None else verb(s, at)

    return Done(route.name, _without_args(verb) if isinstance(route, Bare) else act, fresh=fresh)


def _without_args(act: Any) -> Any:
    return lambda s, _args: act(s)


def _needs(route: Any, query: Query | None) -> Needs | None:
    """Return what says what must be loaded, from what the route carries."""
    if query is None:
        return None

    def needed(args: tuple[str, ...]) -> QueryAbout | None:
        match None if isinstance(route, Bare) else route.read(args):
            case OfBroadcast(school, broadcast):
                return QueryAbout(query, school, broadcast)
            case OfSchool(school):
                return QueryAbout(query, school)
            case _:
                return QueryAbout(query) if isinstance(route, Bare) else None

    return needed


# --- for whoever runs the bot -------------------------------------------------------------------


@overload
def shown_to_admin(
    route: Bare, show: Callable[[TurnContext], Screen], *, query: Query | None = ...
) -> ShownPlace: ...
@overload
def shown_to_admin(
    route: Route[..., A], show: Callable[[TurnContext, A], Screen], *, query: Query | None = ...
) -> ShownPlace: ...
def shown_to_admin(route: Any, show: Any, *, query: Query | None = None) -> ShownPlace:
    """Return a place for whoever runs the bot."""
    place = shown(route, show)

    def drawn(s: TurnContext, args: tuple[str, ...]) -> Screen:
        return place(s, args) if s.may(Action.MAKE_SCHOOL) else refused(s)

    return ShownPlace(route.name, drawn, _needs(route, query))


@overload
def done_by_admin(route: Bare, verb: Callable[[TurnContext], Answer | None]) -> Done: ...
@overload
def done_by_admin(
    route: Route[..., A], verb: Callable[[TurnContext, A], Answer | None]
) -> Done: ...
def done_by_admin(route: Any, verb: Any) -> Done:
    """Return a button for whoever runs the bot."""
    button = done(route, verb)

    def act(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        return button(s, args) if s.may(Action.MAKE_SCHOOL) else s.stay(s.say("no-right"))

    return Done(route.name, act)


# --- for whoever has a right in a school --------------------------------------------------------


def shown_in(
    route: Route[..., S],
    show: Callable[[TurnContext, School, S], Screen],
    action: Action,
    *,
    query: Query | None = None,
    consented: bool = False,
) -> ShownPlace:
    """Return a place of a school, for whom may; ``consented`` asks for her own consent as well."""

    def drawn(s: TurnContext, args: tuple[str, ...]) -> Screen:
        at = route.read(args)
        school = _school(s, action, at.school, consented=consented) if at else None
        return show(s, school, at) if school and at else refused(s)

    return ShownPlace(route.name, drawn, _needs(route, query))


def done_in(
    route: Route[..., S],
    verb: InSchool[S],
    action: Action,
    *,
    query: Query | None = None,
    fresh: bool = False,
    consented: bool = False,
) -> Done:
    """Return a button of a school, for whom may."""

    def act(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        school = _school(s, action, SchoolId("".join(args[:1])), consented=consented)
        if school is None:
            return s.stay(s.say("no-right"))
        at = route.read(args, exact=True)
        return verb(s, school, at) if at else None

    return Done(route.name, act, _needs(route, query), fresh)


def answered_in(
    s: TurnContext,
    route: Route[..., S],
    taken: Callable[[School, S], Answer | None],
    action: Action,
    *,
    consented: bool = False,
) -> Answer | None:
    """Take what was typed where she stands, for whom may; None elsewhere."""
    if s.person.place.screen != route.name:
        return None
    at = route.at(s.person.place)
    school = _school(s, action, at.school, consented=consented) if at else None
    return taken(school, at) if school and at else s.go(MENU, note=s.say("no-right"))


def going(route: Route[[SchoolId], OfSchool]) -> InSchool[Any]:
    """Return what goes to a place of the school."""
    return lambda s, school, _at: s.go(route(school.id))


def _school(s: TurnContext, action: Action, school: SchoolId, *, consented: bool) -> School | None:
    """Return a school if she may do this there, as roles stand now."""
    may = s.may(action, school) and (s.person.may_be_stored or not consented)
    return s.known.rights.schools.get(school) if may else None
