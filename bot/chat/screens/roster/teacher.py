"""One teacher in her coordinator's hands: her name in the lists corrected, or taken out of the school.

She is told of either (``domain.school.school_news``); her own records are not touched.
"""

from datetime import date

from bot.chat.button import side_by_side
from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import InSchool, answered_in, done_in, refused, shown_in
from bot.chat.model import Button, ChangeSchool, Screen
from bot.chat.routes import Route, button_to
from bot.chat.screens.roster import routes as to
from bot.chat.screens.roster.routes import OfTeacher, Picking
from bot.chat.screens.roster.words import told_names, where_she_is
from bot.chat.screens.school.join import typed_name
from bot.chat.screens.turning import turning
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.roster.roster import Row
from bot.domain.roster.roster_group import passed_over, to_remind_of
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId
from bot.domain.school.school_change import RemoveTeacher, RenameTeacher

PAGE = 10
"""Teachers to choose from on one page."""


def _row(s: TurnContext, at: OfTeacher) -> Row | None:
    """Return the teacher a place or button names, if she is in the school."""
    rows_known = s.known.roster.rows if s.known.roster else ()
    return next((row for row in rows_known if row.id == at.teacher), None)


def _told(s: TurnContext, row: Row) -> str:
    """Return how a teacher is named, so that nobody of the same name is meant instead."""
    return told_names(s, s.known.roster)[row.id] if s.known.roster else row.name


def _page_of(s: TurnContext, teacher: int) -> int:
    """Return the page on which a teacher stands to be chosen; the first if she is not there."""
    rows_known = s.known.roster.rows if s.known.roster else ()
    return next((at // PAGE for at, row in enumerate(rows_known) if row.id == teacher), 0)


def show_pick(s: TurnContext, school: School, at: Picking) -> Screen:
    """Draw the teachers as buttons, to choose one."""
    roster = s.known.roster
    if roster is None:
        return refused(s)
    page = min(at.page or 0, max(0, (len(roster.rows) - 1) // PAGE))
    told = told_names(s, roster)
    shown = roster.rows[page * PAGE : (page + 1) * PAGE]
    buttons = (button_to(told[row.id], to.TEACHER_ONE(school.id, row.id)) for row in shown)
    turns = turning(s, lambda at: to.TEACHER_PICK(school.id, at), page, len(roster.rows), PAGE)
    back = s.button("nav", "back", to.ROSTER_LIST(school.id, TeacherGroup.ALL))
    return Screen(
        s.say("teacher-pick", school=school.name) if shown else s.say("roster-empty"),
        rows(*side_by_side(tuple(buttons), 2), turns, (back, s.menu_button())),
    )


def show_one(s: TurnContext, school: School, at: OfTeacher) -> Screen:
    """Draw one teacher and what her coordinator may do for her entry."""
    roster, row = s.known.roster, _row(s, at)
    if roster is None:
        return refused(s)
    if row is None:
        return show_pick(s, school, Picking(school.id))
    return Screen(
        s.say(
            "teacher-one",
            name=_told(s, row),
            where=Html(where_she_is(s, row, roster.today)),
        ),
        rows(
            _remind_button(s, school, row, roster.today),
            s.button("teacher-one", "rename", to.TEACHER_NAME(school.id, row.id)),
            s.button("teacher-one", "remove", to.TEACHER_SURE(school.id, row.id)),
            (
                s.button("nav", "back", to.TEACHER_PICK(school.id, _page_of(s, row.id))),
                s.menu_button(),
            ),
        ),
    )


def _remind_button(s: TurnContext, school: School, row: Row, today: date) -> Button | None:
    """Return the way to remind her, None where nothing would reach her now."""
    group = to_remind_of(row, today)
    if group is None or passed_over(row, group, today) or not s.may(Action.REMIND, school.id):
        return None
    return s.button("teacher-one", "remind", to.ROSTER_ASK(school.id, group, teacher=row.id))


def show_name(s: TurnContext, school: School, at: OfTeacher) -> Screen:
    """Ask under which name the teacher is to stand in the lists."""
    row = _row(s, at)
    if row is None:
        return show_pick(s, school, Picking(school.id))
    cancel = s.button("nav", "cancel", to.TEACHER_ONE(school.id, row.id))
    return Screen(s.say("teacher-name", name=_told(s, row)), rows(cancel))


def show_named(s: TurnContext, school: School, at: OfTeacher) -> Screen:
    """Show the name that was typed, and ask."""
    row, new = _row(s, at), s.person.place.draft.get("name")
    if row is None or not new:
        return show_pick(s, school, Picking(school.id))
    return Screen(
        s.say("teacher-named", old=_told(s, row), new=new),
        rows(
            s.button("teacher-named", "yes", to.TEACHER_NAMED(school.id, row.id)),
            s.button("nav", "cancel", to.TEACHER_ONE(school.id, row.id)),
        ),
    )


def show_sure(s: TurnContext, school: School, at: OfTeacher) -> Screen:
    """Ask once more before a teacher is taken out, and say what becomes of her records."""
    row = _row(s, at)
    if row is None:
        return show_pick(s, school, Picking(school.id))
    return Screen(
        s.say("teacher-sure", name=_told(s, row), school=school.name),
        rows(
            s.button("teacher-sure", "yes", to.TEACHER_OUT(school.id, row.id)),
            s.button("nav", "cancel", to.TEACHER_ONE(school.id, row.id)),
        ),
    )


def pick(s: TurnContext, school: School, at: Picking) -> Answer:
    """Go to a page of the teachers to choose from."""
    return s.go(to.TEACHER_PICK(school.id, at.page))


def about(route: Route[[SchoolId, int], OfTeacher]) -> InSchool[OfTeacher]:
    """Return what goes to a page about one teacher."""
    return lambda s, school, at: s.go(route(school.id, at.teacher))


def remove(s: TurnContext, school: School, at: OfTeacher) -> Answer | None:
    """Take a teacher out of the school."""
    row = _row(s, at)
    if row is None:
        return None
    going = s.go(to.ROSTER_LIST(school.id, TeacherGroup.ALL))
    wish = ChangeSchool(school.id, RemoveTeacher(row.id))
    return Answer(
        person=going.person, note=s.say("teacher-removed", name=_told(s, row)), changes=(wish,)
    )


def rename(s: TurnContext, school: School, at: OfTeacher) -> Answer | None:
    """Take the name that was typed and shown."""
    row = _row(s, at)
    name = s.person.place.draft.get("name")
    if row is None or not name or to.TEACHER_NAMED.at(s.person.place) != at:
        return None
    going = s.go(to.TEACHER_ONE(school.id, row.id))
    wish = ChangeSchool(school.id, RenameTeacher(row.id, name))
    return Answer(person=going.person, note=s.say("teacher-renamed"), changes=(wish,))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name for a teacher; None where none is asked for."""
    return answered_in(
        s, to.TEACHER_NAME, lambda _school, at: _typed(s, at, text), Action.RENAME_TEACHER
    )


def _typed(s: TurnContext, at: OfTeacher, text: str) -> Answer:
    name = typed_name(s, text)
    if isinstance(name, Answer):
        return name
    place = to.TEACHER_NAMED(at.school, at.teacher)
    return Answer(person=s.at(place, {"name": name}))


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave a question: back to the teachers to choose from, on the page where she stands."""
    at = to.TEACHER_ONE.read(s.person.place.args)
    return s.go(to.TEACHER_PICK(at.school, _page_of(s, at.teacher)), note=note) if at else None


SHOWS: tuple[ShownPlace, ...] = (
    shown_in(to.TEACHER_PICK, show_pick, Action.SEE_TEACHERS, query=Query.ROSTER),
    shown_in(to.TEACHER_ONE, show_one, Action.SEE_TEACHERS, query=Query.ROSTER),
    shown_in(to.TEACHER_NAME, show_name, Action.RENAME_TEACHER, query=Query.ROSTER),
    shown_in(to.TEACHER_NAMED, show_named, Action.RENAME_TEACHER, query=Query.ROSTER),
    shown_in(to.TEACHER_SURE, show_sure, Action.REMOVE_TEACHER, query=Query.ROSTER),
)
VERBS: tuple[Done, ...] = (
    done_in(to.TEACHER_PICK, pick, Action.SEE_TEACHERS),
    done_in(to.TEACHER_ONE, about(to.TEACHER_ONE), Action.SEE_TEACHERS),
    done_in(to.TEACHER_NAME, about(to.TEACHER_NAME), Action.RENAME_TEACHER),
    done_in(to.TEACHER_NAMED, rename, Action.RENAME_TEACHER, query=Query.ROSTER, fresh=True),
    done_in(to.TEACHER_SURE, about(to.TEACHER_SURE), Action.REMOVE_TEACHER),
    done_in(to.TEACHER_OUT, remove, Action.REMOVE_TEACHER, query=Query.ROSTER),
)
