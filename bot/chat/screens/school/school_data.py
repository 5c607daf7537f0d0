"""Data sekolah: a school's name, zone and national number, to be corrected by whom may.

Coordinators correct name and zone; the number, by which schools are told apart, only whoever runs
the bot. What is typed is shown again before it counts.
"""

from collections.abc import Mapping

from bot.chat.answers.npsn import NPSN_LENGTH, npsn_in
from bot.chat.model import Button, ChangeSchool, Replan, Screen
from bot.chat.screens.admin.admin import NAME_LENGTH
from bot.chat.screens.school.school import refused
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed.line import clean_line
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId
from bot.domain.school.school_change import CorrectName, CorrectNpsn, CorrectZone, SchoolChange


def _own(
    s: TurnContext, args: tuple[str, ...], action: Action = Action.CORRECT_SCHOOL
) -> School | None:
    """Return the school of a place or button, if the person may correct this of it."""
    if not args or not s.may(action, args[0]):
        return None
    return s.known.rights.schools.get(SchoolId(args[0]))


def home_of(s: TurnContext, school: School) -> Button:
    """Return the way back to the school's page: the coordinator's, or that of the administration."""
    is_own = school.coordinator(s.person.id) is not None
    return s.button("nav", "back", f"{'school:home' if is_own else 'admin:school'}:{school.id}")


def show_main(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw what is known of the school, each with the way to correct it."""
    school = _own(s, args)
    if school is None:
        return refused(s)
    may_number = s.may(Action.CORRECT_NPSN, school.id)
    return Screen(
        s.say(
            "school-data",
            name=school.name,
            zone=s.world.texts.pick("zone", school.zone),
            npsn=school.npsn or s.say("settings-empty"),
        ),
        rows(
            s.button("school-data", "name", f"sdata:name:{school.id}"),
            s.button("school-data", "zone", f"sdata:zone:{school.id}"),
            s.button("school-data", "npsn", f"sdata:npsn:{school.id}") if may_number else None,
            (home_of(s, school), s.menu_button()),
        ),
    )


def show_name(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for the school's right name."""
    school = _own(s, args)
    if school is None:
        return refused(s)
    cancel = s.button("nav", "cancel", f"sdata:main:{school.id}")
    return Screen(s.say("school-data-name", name=school.name), rows(cancel))


def show_sure(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Show the name that was typed and ask whether it is to be the school's."""
    school, name = _own(s, args), s.person.place.draft.get("name")
    if school is None:
        return refused(s)
    if not name:
        return show_main(s, args)
    return Screen(
        s.say("school-data-sure", old=school.name, new=name),
        rows(
            s.button("school-data-sure", "yes", f"sdata:named:{school.id}"),
            s.button("nav", "cancel", f"sdata:main:{school.id}"),
        ),
    )


def show_zone(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for the school's right zone."""
    school = _own(s, args)
    if school is None:
        return refused(s)
    zones = tuple(
        Button(s.world.texts.pick("zone", zone), f"sdata:set:{school.id}:{zone}") for zone in Zone
    )
    cancel = s.button("nav", "cancel", f"sdata:main:{school.id}")
    return Screen(s.say("school-data-zone", name=school.name), rows(*zones, cancel))


def show_npsn(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for the school's right national number."""
    school = _own(s, args, Action.CORRECT_NPSN)
    if school is None:
        return refused(s)
    cancel = s.button("nav", "cancel", f"sdata:main:{school.id}")
    return Screen(s.say("school-data-npsn", name=school.name), rows(cancel))


def to(place: str, action: Action = Action.CORRECT_SCHOOL) -> Verb:
    """Return the verb that goes to a place of a school's data, for whom may."""

    def verb(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        school = _own(s, args, action)
        return s.go(f"sdata.{place}", school.id) if school else s.stay(s.say("no-right"))

    return verb


def _corrected(s: TurnContext, school: School, change: SchoolChange) -> Answer:
    going = s.go("sdata.main", school.id)
    return Answer(
        person=going.person,
        note=s.say("school-data-changed"),
        changes=(ChangeSchool(school.id, change),),
        effects=(Replan(school.id),),
    )


def named(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the name that was typed and shown."""
    school, name = _own(s, args), s.person.place.draft.get("name")
    if school is None:
        return s.stay(s.say("no-right"))
    if s.person.place.screen != "sdata.sure" or s.person.place.args[:1] != args[:1] or not name:
        return None
    return _corrected(s, school, CorrectName(name))


def set_zone(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take a zone; every teacher's next message is planned anew after it."""
    school = _own(s, args)
    if school is None:
        return s.stay(s.say("no-right"))
    if len(args) != 2 or args[1] not in set(Zone):  # noqa: PLR2004 -- school and zone
        return None
    if school.zone == args[1]:
        return s.go("sdata.main", school.id)
    return _corrected(s, school, CorrectZone(Zone(args[1])))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name or number of a school; None where none is asked for."""
    place, line = s.person.place, clean_line(text)
    if place.screen == "sdata.name":
        return _name_typed(s, line)
    if place.screen != "sdata.npsn":
        return None
    school = _own(s, place.args, Action.CORRECT_NPSN)
    if school is None:
        return s.go("menu.main", note=s.say("no-right"))
    npsn = npsn_in(line)
    if npsn is None:
        return s.stay(s.say("school-data-npsn-unread", length=NPSN_LENGTH))
    if other := s.known.rights.with_npsn(npsn, school.id):
        return s.stay(s.say("admin-npsn-taken", npsn=npsn, school=other.name))
    return _corrected(s, school, CorrectNpsn(npsn))


def _name_typed(s: TurnContext, line: str) -> Answer:
    school = _own(s, s.person.place.args)
    if school is None:
        return s.go("menu.main", note=s.say("no-right"))
    if not line:
        return s.stay(s.say("ask-empty"))
    if len(line) > NAME_LENGTH:
        return s.stay(s.say("ask-long", limit=NAME_LENGTH, length=len(line)))
    return Answer(person=s.person.at("sdata.sure", school.id, draft={"name": line}))


SHOWS: Mapping[str, Show] = {
    "main": show_main,
    "name": show_name,
    "sure": show_sure,
    "zone": show_zone,
    "npsn": show_npsn,
}
VERBS: Mapping[str, Verb] = {
    "main": to("main"),
    "name": to("name"),
    "named": named,
    "zone": to("zone"),
    "set": set_zone,
    "npsn": to("npsn", Action.CORRECT_NPSN),
}
