"""The list of all schools, for whoever runs the bot: page by page, or found by a part of the name.

Must not change a school; ``admin`` does.
"""

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done_by_admin, shown_to_admin
from bot.chat.model import Screen
from bot.chat.routes import button_to
from bot.chat.screens.admin import routes as to
from bot.chat.screens.admin.routes import OfListPage, SchoolsFrom
from bot.chat.screens.turning import turning
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.school.access import Action
from bot.domain.school.school import School

LISTED = 10
"""Schools on one page; any is found by typing a part of its name."""


def show_main(s: TurnContext, at: SchoolsFrom) -> Screen:
    """Draw a page of the schools, and the way to a new one."""
    page, wanted = at.page, at.wanted
    schools = _named(s, wanted)
    first = page * LISTED
    buttons = tuple(
        button_to(one.name, to.ADMIN_SCHOOL(one.id)) for one in schools[first : first + LISTED]
    )
    text = s.say("admin", count=len(s.known.rights.schools))
    if s.known.unreadable_schools:
        text += "\n\n" + s.say("admin-schools-unreadable", count=s.known.unreadable_schools)
    if wanted:
        text += "\n" + s.say("admin-found", wanted=wanted, count=len(schools))
    elif len(schools) > LISTED:
        text += "\n" + s.say("admin-more")
    return Screen(
        text,
        rows(
            s.button("admin", "new", to.ADMIN_NEW()),
            *buttons,
            turning(s, to.ADMIN_PAGE, page, len(schools), LISTED),
            s.button("admin", "all", to.ADMIN_OPEN()) if wanted else None,
            (s.button("admin", "health", to.ADMIN_HEALTH()), s.menu_button()),
        ),
    )


def _named(s: TurnContext, wanted: str) -> list[School]:
    """Return the schools with these words in their names, by name."""
    found = (
        one for one in s.known.rights.schools.values() if wanted.casefold() in one.name.casefold()
    )
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def turn_page(s: TurnContext, at: OfListPage) -> Answer | None:
    """Go to a page of the list one is looking at."""
    looked_at = to.ADMIN_MAIN.at(s.person.place)
    wanted = looked_at.wanted if looked_at else ""
    if at.page * LISTED >= len(_named(s, wanted)):
        return None
    return s.go(to.ADMIN_MAIN(at.page, wanted))


def searched(s: TurnContext, wanted: str) -> Answer | None:
    """Go to the schools with these words in their names; None where none has them."""
    if not wanted or not s.may(Action.MAKE_SCHOOL) or not _named(s, wanted):
        return None
    return s.go(to.ADMIN_MAIN(0, wanted))


SHOWS: tuple[ShownPlace, ...] = (shown_to_admin(to.ADMIN_MAIN, show_main),)
VERBS: tuple[Done, ...] = (done_by_admin(to.ADMIN_PAGE, turn_page),)
