"""The list of all schools, for whoever runs the bot: page by page, or found by a part of the name.

Must not change a school; ``admin`` does.
"""

from collections.abc import Mapping

from bot.chat.model import Button, Screen
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.school.access import Action
from bot.domain.school.school import School

LISTED = 10
"""Schools on one page; any is found by typing a part of its name."""


def show_main(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw a page of the schools, and the way to a new one; args are the page and a part of names."""
    if not s.known.rights.is_admin(s.person.id):
        return Screen(s.say("no-right"), rows(s.menu_button()))
    page, wanted = _listing(args)
    schools = _named(s, wanted)
    first = page * LISTED
    buttons = tuple(
        Button(one.name, f"admin:school:{one.id}") for one in schools[first : first + LISTED]
    )
    text = s.say("admin", count=len(s.known.rights.schools))
    if s.known.unreadable_schools:
        text += "\n\n" + s.say("admin-schools-unreadable", count=s.known.unreadable_schools)
    if wanted:
        text += "\n" + s.say("admin-found", wanted=wanted, count=len(schools))
    elif len(schools) > LISTED:
        text += "\n" + s.say("admin-more")
    turning = (
        s.button("roster", "before", f"admin:page:{page - 1}") if page else None,
        s.button("roster", "after", f"admin:page:{page + 1}")
        if first + LISTED < len(schools)
        else None,
    )
    return Screen(
        text,
        rows(
            s.button("admin", "new", "admin:new"),
            *buttons,
            tuple(button for button in turning if button),
            s.button("admin", "all", "admin:main") if wanted else None,
            (s.button("admin", "health", "admin:health"), s.menu_button()),
        ),
    )


def _listing(args: tuple[str, ...]) -> tuple[int, str]:
    """Return the page and the part of names a list of schools is about."""
    page = int(args[0]) if args and args[0].isascii() and args[0].isdecimal() else 0
    return page, args[1] if len(args) > 1 else ""


def _named(s: TurnContext, wanted: str) -> list[School]:
    """Return the schools with these words in their names, by name."""
    found = (
        one for one in s.known.rights.schools.values() if wanted.casefold() in one.name.casefold()
    )
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def turn_page(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to a page of the list one is looking at."""
    if not s.may(Action.MAKE_SCHOOL):
        return s.stay(s.say("no-right"))
    page, _ = _listing(args)
    place = s.person.place
    wanted = _listing(place.args)[1] if place.screen == "admin.main" else ""
    if page * LISTED >= len(_named(s, wanted)):
        return None
    return s.go("admin.main", str(page), wanted)


def searched(s: TurnContext, wanted: str) -> Answer | None:
    """Go to the schools with these words in their names; None where none has them."""
    if not wanted or not s.may(Action.MAKE_SCHOOL) or not _named(s, wanted):
        return None
    return s.go("admin.main", "0", wanted)


SHOWS: Mapping[str, Show] = {"main": show_main}
VERBS: Mapping[str, Verb] = {"page": turn_page}
