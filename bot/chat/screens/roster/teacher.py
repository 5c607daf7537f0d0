"""One teacher in her coordinator's hands: her name in the lists corrected, or taken out of the school.

She is told of either (``domain.school_news``); her own records are not touched.
"""

from collections.abc import Mapping

from bot.chat.answers.name import person_in
from bot.chat.context import Query
from bot.chat.model import Button, ChangeSchool, Screen
from bot.chat.screens.roster.words import told_names, where_she_is
from bot.chat.screens.school.join import NAME_LENGTH, as_written
from bot.chat.screens.school.school import refused
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.content.texts import Html
from bot.domain.roster.roster import Row
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId
from bot.domain.school.school_change import RemoveTeacher, RenameTeacher

PAGE = 10
"""Teachers to choose from on one page."""


def _own(s: TurnContext, args: tuple[str, ...], action: Action) -> School | None:
    if not args or not s.may(action, args[0]):
        return None
    return s.known.rights.schools.get(SchoolId(args[0]))


def _row(s: TurnContext, args: tuple[str, ...]) -> Row | None:
    """Return the teacher a place or button names, if she is in the school."""
    if len(args) < 2 or s.known.roster is None:  # noqa: PLR2004 -- school and teacher
        return None
    return next((row for row in s.known.roster.rows if str(row.id) == args[1]), None)


def _told(s: TurnContext, row: Row) -> str:
    """Return how a teacher is named, so that nobody of the same name is meant instead."""
    return told_names(s, s.known.roster)[row.id] if s.known.roster else row.name


def show_pick(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the teachers as buttons, to choose one."""
    school, roster = _own(s, args, Action.SEE_TEACHERS), s.known.roster
    if school is None or roster is None:
        return refused(s)
    page = int(args[1]) if len(args) > 1 and args[1].isdecimal() else 0
    page = min(page, max(0, (len(roster.rows) - 1) // PAGE))
    told = told_names(s, roster)
    shown = roster.rows[page * PAGE : (page + 1) * PAGE]
    buttons = (Button(told[row.id], f"teacher:one:{school.id}:{row.id}") for row in shown)
    data = f"teacher:pick:{school.id}"
    turning = (
        s.button("roster", "before", f"{data}:{page - 1}") if page else None,
        s.button("roster", "after", f"{data}:{page + 1}")
        if (page + 1) * PAGE < len(roster.rows)
        else None,
    )
    back = s.button("nav", "back", f"roster:list:{school.id}:semua")
    return Screen(
        s.say("teacher-pick", school=school.name),
        rows(*buttons, tuple(one for one in turning if one), (back, s.menu_button())),
    )


def show_one(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw one teacher and what her coordinator may do for her entry."""
    school, roster = _own(s, args, Action.SEE_TEACHERS), s.known.roster
    if school is None or roster is None:
        return refused(s)
    row = _row(s, args)
    if row is None:
        return show_pick(s, args[:1])
    data = f"{school.id}:{row.id}"
    return Screen(
        s.say(
            "teacher-one",
            name=_told(s, row),
            where=Html(where_she_is(s, row, roster.today)),
        ),
        rows(
            s.button("teacher-one", "rename", f"teacher:name:{data}"),
            s.button("teacher-one", "remove", f"teacher:sure:{data}"),
            (s.button("nav", "back", f"teacher:pick:{school.id}:0"), s.menu_button()),
        ),
    )


def show_name(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask under which name the teacher is to stand in the lists."""
    school, row = _own(s, args, Action.RENAME_TEACHER), _row(s, args)
    if school is None:
        return refused(s)
    if row is None:
        return show_pick(s, args[:1])
    cancel = s.button("nav", "cancel", f"teacher:one:{school.id}:{row.id}")
    return Screen(s.say("teacher-name", name=_told(s, row)), rows(cancel))


def show_named(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Show the name that was typed, and ask."""
    school, row = _own(s, args, Action.RENAME_TEACHER), _row(s, args)
    new = s.person.place.draft.get("name")
    if school is None:
        return refused(s)
    if row is None or not new:
        return show_pick(s, args[:1])
    return Screen(
        s.say("teacher-named", old=_told(s, row), new=new),
        rows(
            s.button("teacher-named", "yes", f"teacher:named:{school.id}:{row.id}"),
            s.button("nav", "cancel", f"teacher:one:{school.id}:{row.id}"),
        ),
    )


def show_sure(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask once more before a teacher is taken out, and say what becomes of her records."""
    school, row = _own(s, args, Action.REMOVE_TEACHER), _row(s, args)
    if school is None:
        return refused(s)
    if row is None:
        return show_pick(s, args[:1])
    return Screen(
        s.say("teacher-sure", name=_told(s, row), school=school.name),
        rows(
            s.button("teacher-sure", "yes", f"teacher:out:{school.id}:{row.id}"),
            s.button("nav", "cancel", f"teacher:one:{school.id}:{row.id}"),
        ),
    )


def to(place: str, action: Action) -> Verb:
    """Return the verb that goes to a page about one teacher, for whom may."""

    def verb(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        if _own(s, args, action) is None:
            return s.stay(s.say("no-right"))
        if len(args) < 2 or not args[1].isdecimal():  # noqa: PLR2004 -- school and teacher, or page
            return s.go("teacher.pick", args[0])
        return s.go(f"teacher.{place}", *args[:2])

    return verb


def remove(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take a teacher out of the school."""
    school, row = _own(s, args, Action.REMOVE_TEACHER), _row(s, args)
    if school is None:
        return s.stay(s.say("no-right"))
    if row is None:
        return None
    going = s.go("roster.list", school.id, "semua")
    wish = ChangeSchool(school.id, RemoveTeacher(row.id))
    return Answer(
        person=going.person, note=s.say("teacher-removed", name=_told(s, row)), changes=(wish,)
    )


def rename(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the name that was typed and shown."""
    school, row = _own(s, args, Action.RENAME_TEACHER), _row(s, args)
    if school is None:
        return s.stay(s.say("no-right"))
    place = s.person.place
    name = place.draft.get("name")
    if row is None or not name or (place.screen, place.args) != ("teacher.named", args):
        return None
    going = s.go("teacher.one", school.id, str(row.id))
    wish = ChangeSchool(school.id, RenameTeacher(row.id, name))
    return Answer(person=going.person, note=s.say("teacher-renamed"), changes=(wish,))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name for a teacher; None where none is asked for."""
    place = s.person.place
    if place.screen != "teacher.name":
        return None
    if _own(s, place.args, Action.RENAME_TEACHER) is None:
        return s.go("menu.main", note=s.say("no-right"))
    name = as_written(s, text)
    if not name:
        return s.stay(s.say("ask-empty"))
    if len(name) > NAME_LENGTH:
        return s.stay(s.say("ask-long", limit=NAME_LENGTH, length=len(name)))
    named = person_in(s.world, name)
    if not named.name:
        return s.stay(s.say("name-none"))
    return Answer(
        person=s.person.at("teacher.named", *place.args, draft={"name": as_written(s, named.name)})
    )


SHOWS: Mapping[str, Show] = {
    "pick": show_pick,
    "one": show_one,
    "name": show_name,
    "named": show_named,
    "sure": show_sure,
}
VERBS: Mapping[str, Verb] = {
    "pick": to("pick", Action.SEE_TEACHERS),
    "one": to("one", Action.SEE_TEACHERS),
    "name": to("name", Action.RENAME_TEACHER),
    "named": rename,
    "sure": to("sure", Action.REMOVE_TEACHER),
    "out": remove,
}
QUERIES: Mapping[str, Query] = dict.fromkeys(SHOWS, Query.ROSTER)
PRESS_QUERIES: Mapping[str, Query] = {"teacher:out": Query.ROSTER, "teacher:named": Query.ROSTER}
"""Only whoever is in the school can be taken out or renamed, whatever a button says."""
