"""The one check before every screen and button of a broadcast: may she send in this school, now?"""

from collections.abc import Callable

from bot.chat.model import Screen
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId

ShowIn = Callable[[TurnContext, School, tuple[str, ...]], Screen]
VerbIn = Callable[[TurnContext, School, tuple[str, ...]], Answer | None]
"""As Show and Verb, told the school; ``args`` are those after it."""


def school_of(s: TurnContext, args: tuple[str, ...]) -> School | None:
    """Return the school the first argument names, if she may broadcast there."""
    if not args or not s.person.may_be_stored or not s.may(Action.BROADCAST, args[0]):
        return None
    return s.known.rights.schools.get(SchoolId(args[0]))


def shown_to_coordinator(show: ShowIn) -> Show:
    """Return the screen, which everybody else is refused."""

    def guarded(s: TurnContext, args: tuple[str, ...]) -> Screen:
        school = school_of(s, args)
        if school is None:
            return Screen(s.say("no-right"), rows(s.menu_button()))
        return show(s, school, args[1:])

    return guarded


def done_by_coordinator(verb: VerbIn) -> Verb:
    """Return the verb, which everybody else is refused."""

    def guarded(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        school = school_of(s, args)
        return verb(s, school, args[1:]) if school else s.stay(s.say("no-right"))

    return guarded


def page_of(args: tuple[str, ...], at: int = 0) -> int:
    """Return the page an argument names, the first one for anything else."""
    text = args[at] if len(args) > at else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else 0  # noqa: PLR2004 -- no list has so many pages
