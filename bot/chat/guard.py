"""The one check before a place is drawn and a button or an answer is acted on: may she, here and now?

What each needs is declared where it is registered (``shown``, ``done``, ``answered``), and refused
with the same words everywhere. It guards what is seen; what changes a school is checked once more
as it is done. Must not know what a place shows or a button does.
"""

from collections.abc import Callable
from typing import Any, TypeVar, overload

from bot.chat.model import Screen
from bot.chat.routes import Bare, OfSchool, Route
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId

A = TypeVar("A")
S = TypeVar("S", bound=OfSchool)

Refusal = Callable[[TurnContext], Screen]
InSchool = Callable[[TurnContext, School, S], Answer | None]
"""What a button of a school does, once it is known that she may."""


def refused(s: TurnContext) -> Screen:
    """Draw the answer to whoever has no right (any more): the same for every reason."""
    return Screen(s.say("no-right"), rows(s.menu_button()))


def school_for(s: TurnContext, action: Action, school: SchoolId) -> School | None:
    """Return a school if she may do this there, as roles stand now."""
    return s.known.rights.schools.get(school) if s.may(action, school) else None


@overload
def shown(route: Bare, show: Callable[[TurnContext], Screen], otherwise: Refusal = ...) -> Show: ...
@overload
def shown(
    route: Route[..., A], show: Callable[[TurnContext, A], Screen], otherwise: Refusal = ...
) -> Show: ...
def shown(
    route: Bare | Route[..., Any], show: Callable[..., Screen], otherwise: Refusal = refused
) -> Show:
    """Return the drawing of a place; ``otherwise`` draws what carries nothing that can be read."""
    if isinstance(route, Bare):
        return lambda s, _args: show(s)
    read = route.read

    def drawn(s: TurnContext, args: tuple[str, ...]) -> Screen:
        at = read(args)
        return otherwise(s) if at is None else show(s, at)

    return drawn


def shown_in(
    route: Route[..., S],
    show: Callable[[TurnContext, School, S], Screen],
    action: Action,
    *,
    consented: bool = False,
) -> Show:
    """Return the drawing of a place of a school, for whom may; ``consented`` asks for her consent too."""

    def drawn(s: TurnContext, args: tuple[str, ...]) -> Screen:
        at = route.read(args)
        is_open = at is not None and (s.person.may_be_stored or not consented)
        school = school_for(s, action, at.school) if at and is_open else None
        return show(s, school, at) if school and at else refused(s)

    return drawn


@overload
def done(route: Bare, verb: Callable[[TurnContext], Answer | None]) -> Verb: ...
@overload
def done(route: Route[..., A], verb: Callable[[TurnContext, A], Answer | None]) -> Verb: ...
def done(route: Bare | Route[..., Any], verb: Callable[..., Answer | None]) -> Verb:
    """Return what a button does; None where it carries nothing that can be read."""
    if isinstance(route, Bare):
        return lambda s, _args: verb(s)
    read = route.read

    def acted(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        at = read(args, exact=True)
        return None if at is None else verb(s, at)

    return acted


def done_in(
    route: Route[..., S],
    verb: InSchool[S],
    action: Action,
    *,
    consented: bool = False,
) -> Verb:
    """Return what a button of a school does, for whom may."""

    def acted(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        at = route.read(args, exact=True)
        named = at.school if at else SchoolId(args[0] if args else "")
        is_open = s.person.may_be_stored or not consented
        school = school_for(s, action, named) if is_open else None
        if school is None:
            return s.stay(s.say("no-right"))
        return verb(s, school, at) if at else None

    return acted


@overload
def shown_to_admin(route: Bare, show: Callable[[TurnContext], Screen]) -> Show: ...
@overload
def shown_to_admin(route: Route[..., A], show: Callable[[TurnContext, A], Screen]) -> Show: ...
def shown_to_admin(route: Any, show: Any) -> Show:
    """Return the drawing of a place, for whoever runs the bot."""
    drawn = shown(route, show)
    return lambda s, args: drawn(s, args) if s.may(Action.MAKE_SCHOOL) else refused(s)


@overload
def done_by_admin(route: Bare, verb: Callable[[TurnContext], Answer | None]) -> Verb: ...
@overload
def done_by_admin(
    route: Route[..., A], verb: Callable[[TurnContext, A], Answer | None]
) -> Verb: ...
def done_by_admin(route: Any, verb: Any) -> Verb:
    """Return what a button does, for whoever runs the bot."""
    acted = done(route, verb)
    return lambda s, args: (
        acted(s, args) if s.may(Action.MAKE_SCHOOL) else s.stay(s.say("no-right"))
    )


def going(route: Route[[SchoolId], OfSchool]) -> InSchool[Any]:
    """Return what goes to a place of the school."""
    return lambda s, school, _at: s.go(route(school.id))


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
    is_open = at is not None and (s.person.may_be_stored or not consented)
    school = school_for(s, action, at.school) if at and is_open else None
    if school is None or at is None:
        return s.go("menu.main", note=s.say("no-right"))
    return taken(school, at)
