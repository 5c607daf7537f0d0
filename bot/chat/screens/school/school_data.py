"""Data sekolah: a school's name, zone and national number, to be corrected by whom may.

Coordinators correct name and zone; the number, by which schools are told apart, only whoever runs
the bot. What is typed is shown again before it counts.
"""

from bot.chat.answers.npsn import NPSN_LENGTH, npsn_in
from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import answered_in, done_in, going, shown_in
from bot.chat.model import Button, ChangeSchool, Replan, Screen
from bot.chat.routes import OfSchool
from bot.chat.screens.admin.admin import NAME_LENGTH
from bot.chat.screens.admin.routes import ADMIN_SCHOOL
from bot.chat.screens.school import routes as to
from bot.chat.screens.school.routes import SettingZone
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.domain.school.school import School
from bot.domain.school.school_change import CorrectName, CorrectNpsn, CorrectZone, SchoolChange


def home_of(s: TurnContext, school: School) -> Button:
    """Return the way back to the school's page: the coordinator's, or that of the administration."""
    is_own = school.coordinator(s.person.id) is not None
    home = to.SCHOOL_HOME(school.id) if is_own else ADMIN_SCHOOL(school.id)
    return s.button("nav", "back", home)


def show_main(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw what is known of the school, each with the way to correct it."""
    may_number = s.may(Action.CORRECT_NPSN, school.id)
    return Screen(
        s.say(
            "school-data",
            name=school.name,
            zone=s.world.texts.pick("zone", school.zone),
            npsn=school.npsn or s.say("settings-empty"),
        ),
        rows(
            s.button("school-data", "name", to.SDATA_NAME(school.id)),
            s.button("school-data", "zone", to.SDATA_ZONE(school.id)),
            s.button("school-data", "npsn", to.SDATA_NPSN(school.id)) if may_number else None,
            (home_of(s, school), s.menu_button()),
        ),
    )


def show_name(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Ask for the school's right name."""
    cancel = s.button("nav", "cancel", to.SDATA_MAIN(school.id))
    return Screen(s.say("school-data-name", name=school.name), rows(cancel))


def show_sure(s: TurnContext, school: School, at: OfSchool) -> Screen:
    """Show the name that was typed and ask whether it is to be the school's."""
    name = s.person.place.draft.get("name")
    if not name:
        return show_main(s, school, at)
    return Screen(
        s.say("school-data-sure", old=school.name, new=name),
        rows(
            s.button("school-data-sure", "yes", to.SDATA_NAMED(school.id)),
            s.button("nav", "cancel", to.SDATA_MAIN(school.id)),
        ),
    )


def show_zone(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Ask for the school's right zone."""
    zones = tuple(
        s.choice(
            s.world.texts.pick("zone", zone),
            to.SDATA_SET(school.id, zone),
            is_current=zone == school.zone,
        )
        for zone in Zone
    )
    cancel = s.button("nav", "cancel", to.SDATA_MAIN(school.id))
    return Screen(s.say("school-data-zone", name=school.name), rows(*zones, cancel))


def show_npsn(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Ask for the school's right national number."""
    cancel = s.button("nav", "cancel", to.SDATA_MAIN(school.id))
    return Screen(s.say("school-data-npsn", name=school.name), rows(cancel))


def _corrected(s: TurnContext, school: School, change: SchoolChange) -> Answer:
    going = s.go(to.SDATA_MAIN(school.id))
    return Answer(
        person=going.person,
        note=s.say("school-data-changed"),
        changes=(ChangeSchool(school.id, change),),
        effects=(Replan(school.id),),
    )


def named(s: TurnContext, school: School, at: OfSchool) -> Answer | None:
    """Take the name that was typed and shown."""
    name = s.person.place.draft.get("name")
    if to.SDATA_SURE.at(s.person.place) != at or not name:
        return None
    return _corrected(s, school, CorrectName(name))


def set_zone(s: TurnContext, school: School, at: SettingZone) -> Answer:
    """Take a zone; every teacher's next message is planned anew after it."""
    if school.zone == at.zone:
        return s.go(to.SDATA_MAIN(school.id))
    return _corrected(s, school, CorrectZone(at.zone))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name or number of a school; None where none is asked for."""
    line = clean_line(text)
    return answered_in(
        s, to.SDATA_NAME, lambda school, _at: _name_typed(s, school, line), Action.CORRECT_SCHOOL
    ) or answered_in(
        s, to.SDATA_NPSN, lambda school, _at: _number_typed(s, school, line), Action.CORRECT_NPSN
    )


def _number_typed(s: TurnContext, school: School, line: str) -> Answer:
    npsn = npsn_in(line)
    if npsn is None:
        return s.stay(s.say("school-data-npsn-unread", length=NPSN_LENGTH))
    if other := s.known.rights.with_npsn(npsn, school.id):
        return s.stay(s.say("admin-npsn-taken", npsn=npsn, school=other.name))
    return _corrected(s, school, CorrectNpsn(npsn))


def _name_typed(s: TurnContext, school: School, line: str) -> Answer:
    if refusal := refused_line(s, line, NAME_LENGTH):
        return refusal
    return Answer(person=s.at(to.SDATA_SURE(school.id), {"name": line}))


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave a question: back to the data of the school."""
    at = to.SDATA_MAIN.read(s.person.place.args)
    return s.go(to.SDATA_MAIN(at.school), note=note) if at else None


SHOWS: tuple[ShownPlace, ...] = (
    shown_in(to.SDATA_MAIN, show_main, Action.CORRECT_SCHOOL),
    shown_in(to.SDATA_NAME, show_name, Action.CORRECT_SCHOOL),
    shown_in(to.SDATA_SURE, show_sure, Action.CORRECT_SCHOOL),
    shown_in(to.SDATA_ZONE, show_zone, Action.CORRECT_SCHOOL),
    shown_in(to.SDATA_NPSN, show_npsn, Action.CORRECT_NPSN),
)
VERBS: tuple[Done, ...] = (
    done_in(to.SDATA_MAIN, going(to.SDATA_MAIN), Action.CORRECT_SCHOOL),
    done_in(to.SDATA_NAME, going(to.SDATA_NAME), Action.CORRECT_SCHOOL),
    done_in(to.SDATA_NAMED, named, Action.CORRECT_SCHOOL, fresh=True),
    done_in(to.SDATA_ZONE, going(to.SDATA_ZONE), Action.CORRECT_SCHOOL),
    done_in(to.SDATA_SET, set_zone, Action.CORRECT_SCHOOL),
    done_in(to.SDATA_NPSN, going(to.SDATA_NPSN), Action.CORRECT_NPSN),
)
