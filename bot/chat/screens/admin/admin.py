"""For whoever runs the bot (``ADMIN_IDS``): schools, their coordinators, and how the bot fares."""

from collections.abc import Mapping
from hashlib import sha256

from bot.chat.answers.name import school_in
from bot.chat.answers.npsn import NPSN_LENGTH, npsn_in
from bot.chat.context import Query
from bot.chat.model import Button, ChangeSchool, Screen
from bot.chat.screens.admin import school_list as admin_list
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed.asking import is_stale
from bot.chat.typed.line import clean_line, comparable
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.domain.school.school import ID_LENGTH, Coordinator, School, SchoolId
from bot.domain.school.school_change import Found, RemoveCoordinator

NAME_LENGTH = 60
"""Digits of a school's national number (NPSN)."""


def open_admin(s: TurnContext, _args: tuple[str, ...] = ()) -> Answer:
    """Go to the administration; everybody else is told the command is unknown."""
    if not s.known.rights.is_admin(s.person.id):
        return s.stay(s.say("note-command", word="admin"))
    if not s.person.may_be_stored:
        return s.go("welcome.hello", note=s.say("welcome-to-keep"))
    return s.go("admin.main")


def _refused(s: TurnContext) -> Screen:
    return Screen(s.say("no-right"), rows(s.menu_button()))


def show_health(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Draw how the bot fares: its data, what waits, its content."""
    health = s.known.health
    if health is None or not s.known.rights.is_admin(s.person.id):
        return _refused(s)
    ticked = health.ticked_at
    return Screen(
        s.say(
            "admin-health",
            people=health.people,
            unreachable=health.unreachable,
            unreadable=health.unreadable,
            schools=health.unreadable_schools,
            others=health.unreadable_others,
            due=health.due,
            broadcasts=health.broadcasts,
            tick=s.world.texts.moment(ticked, s.person.zone) if ticked else s.say("admin-no-tick"),
            steps=len(s.world.programme),
            version=s.world.version,
            warnings=s.world.warnings,
        ),
        rows(
            s.button("admin-health", "again", "admin:health"),
            (s.button("nav", "back", "admin:main"), s.menu_button()),
        ),
    )


def show_new(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Ask for the new school's name."""
    offered = s.person.place.draft.get("offered", "")
    use = s.button("admin-name", "use", "admin:name", name=offered) if offered else None
    return Screen(s.say("admin-name"), rows(use, s.button("nav", "cancel", "admin:main")))


def show_zone(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Ask for the new school's zone."""
    zones = tuple(Button(s.world.texts.pick("zone", zone), f"admin:zone:{zone}") for zone in Zone)
    name = s.person.place.draft.get("name", "")
    return Screen(
        s.say("admin-zone", name=name), rows(*zones, s.button("nav", "cancel", "admin:main"))
    )


def show_npsn(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Ask for the NPSN, which may be skipped."""
    return Screen(
        s.say("admin-npsn"),
        rows(
            s.button("ask-subject", "skip", "admin:make"), s.button("nav", "cancel", "admin:main")
        ),
    )


def show_school(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw one school with its coordinators."""
    school = _school(s, args)
    if school is None:
        return _refused(s)
    text = s.say(
        "admin-school",
        name=school.name,
        zone=school.zone,
        npsn=school.npsn or s.say("settings-empty"),
        count=s.known.count,
        coordinators=len(school.coordinators),
    )
    removals = tuple(
        s.button("admin-school", "remove", f"admin:remove:{school.id}:{one.id}", person=one.name)
        for one in school.coordinators
    )
    return Screen(
        text,
        rows(
            s.button("admin-school", "invite", f"school:handover:{school.id}"),
            *removals,
            s.button("school", "data", f"sdata:main:{school.id}"),
            s.button("school", "audit", f"school:audit:{school.id}"),
            (s.button("nav", "back", "admin:main"), s.menu_button()),
        ),
    )


def _school(s: TurnContext, args: tuple[str, ...]) -> School | None:
    if not args or not s.may(Action.MAKE_SCHOOL):
        return None
    return s.known.rights.schools.get(SchoolId(args[0]))


def new(s: TurnContext, _args: tuple[str, ...]) -> Answer | None:
    """Begin a new school."""
    return s.go("admin.new") if s.may(Action.MAKE_SCHOOL) else s.stay(s.say("no-right"))


def open_health(s: TurnContext, _args: tuple[str, ...]) -> Answer | None:
    """Go to the bot's own state, for whoever runs it."""
    return s.go("admin.health") if s.may(Action.MAKE_SCHOOL) else s.stay(s.say("no-right"))


def open_school(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to one school."""
    school = _school(s, args)
    return s.go("admin.school", school.id) if school else s.stay(s.say("no-right"))


def set_zone(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the zone of the school being made."""
    draft = s.person.place.draft
    if s.person.place.screen != "admin.zone" or not args or args[0] not in set(Zone):
        return None
    if is_stale(s):
        return s.stay(s.say("asked-long-ago"))
    return Answer(person=s.person.at("admin.npsn", draft={**draft, "zone": args[0]}))


def make(s: TurnContext, _args: tuple[str, ...]) -> Answer | None:
    """Make the school without an NPSN."""
    if s.person.place.screen != "admin.npsn":
        return None
    return s.stay(s.say("asked-long-ago")) if is_stale(s) else _make(s, None)


def take_name(s: TurnContext, _args: tuple[str, ...]) -> Answer | None:
    """Go on with the name that was shown back."""
    offered = s.person.place.draft.get("offered")
    if s.person.place.screen != "admin.new" or not offered:
        return None
    return Answer(person=s.person.at("admin.zone", draft={"name": offered}))


def _make(s: TurnContext, npsn: str | None) -> Answer:
    if not s.may(Action.MAKE_SCHOOL):
        return s.go("menu.main", note=s.say("no-right"))
    draft = s.person.place.draft
    # Made of the update, so that the same tap handed in twice makes one school.
    seed = f"{s.person.id}:{s.person.updates[-1:]}:{draft['name']}"
    school = SchoolId(sha256(seed.encode()).hexdigest()[:ID_LENGTH])
    change = Found(name=draft["name"], zone=Zone(draft["zone"]), npsn=npsn)
    going = s.go("admin.school", school)
    return Answer(
        person=going.person, note=s.say("admin-made"), changes=(ChangeSchool(school, change),)
    )


def ask_remove(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Ask whether a coordinator's rights are to be taken away."""
    found = _coordinator(s, args)
    return s.go("admin.sure", *args) if found else _missing(s)


def show_sure(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask once more before a coordinator's rights are taken away."""
    found = _coordinator(s, args)
    if found is None:
        return _refused(s)
    school, coordinator = found
    return Screen(
        s.say("admin-sure", person=coordinator.name, school=school.name),
        rows(
            s.button("admin-sure", "yes", f"admin:removed:{school.id}:{coordinator.id}"),
            s.button("nav", "cancel", f"admin:school:{school.id}"),
        ),
    )


def _coordinator(s: TurnContext, args: tuple[str, ...]) -> tuple[School, Coordinator] | None:
    """Return the school and the coordinator a button names."""
    school = _school(s, args)
    if school is None or len(args) != 2 or not args[1].isdecimal():  # noqa: PLR2004 -- school, person
        return None
    coordinator = school.coordinator(int(args[1]))
    return (school, coordinator) if coordinator else None


def _missing(s: TurnContext) -> Answer | None:
    return None if s.may(Action.MAKE_SCHOOL) else s.stay(s.say("no-right"))


def remove(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take a coordinator's rights away at once."""
    found = _coordinator(s, args)
    if found is None:
        return _missing(s)
    school, coordinator = found
    going = s.go("admin.school", school.id)
    wish = ChangeSchool(school.id, RemoveCoordinator(coordinator.id))
    return Answer(person=going.person, note=s.say("admin-removed"), changes=(wish,))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name or NPSN of the school being made; None elsewhere."""
    place = s.person.place
    if place.screen == "admin.main" and comparable(text) not in s.world.phrases:
        return admin_list.searched(s, clean_line(text))
    if place.screen not in ("admin.new", "admin.zone", "admin.npsn"):
        return None
    if not s.may(Action.MAKE_SCHOOL):
        return s.go("menu.main", note=s.say("no-right"))
    line = clean_line(text)
    if place.screen == "admin.zone":
        return set_zone(s, (line.upper(),)) or s.stay(s.say("ask-choose"))
    if place.screen == "admin.npsn":
        return _number(s, line)
    return _named(s, line)


def _number(s: TurnContext, line: str) -> Answer:
    """Make the school with the number that was typed."""
    npsn = npsn_in(line)
    if npsn is None:
        return s.stay(s.say("admin-npsn-unread", length=NPSN_LENGTH))
    if other := s.known.rights.with_npsn(npsn, ""):
        return s.stay(s.say("admin-npsn-taken", npsn=npsn, school=other.name))
    return _make(s, npsn)


def _named(s: TurnContext, line: str) -> Answer:
    """Take the school's name; what does not surely look like one is shown back first."""
    if not line:
        return s.stay(s.say("ask-empty"))
    if len(line) > NAME_LENGTH:
        return s.stay(s.say("ask-long", limit=NAME_LENGTH, length=len(line)))
    named = school_in(s.world, line)
    if not named.name:
        return s.stay(s.say("name-none"))
    if named.sure:
        return Answer(person=s.person.at("admin.zone", draft={"name": line}))
    person = s.person.at("admin.new", draft={"offered": named.name})
    return Answer(person=person, note=s.say("name-doubt", name=named.name))


SHOWS: Mapping[str, Show] = {
    **admin_list.SHOWS,
    "new": show_new,
    "zone": show_zone,
    "npsn": show_npsn,
    "school": show_school,
    "sure": show_sure,
    "health": show_health,
}
VERBS: Mapping[str, Verb] = {
    **admin_list.VERBS,
    "main": open_admin,
    "new": new,
    "school": open_school,
    "zone": set_zone,
    "name": take_name,
    "make": make,
    "remove": ask_remove,
    "removed": remove,
    "health": open_health,
}
QUERIES: Mapping[str, Query] = {"school": Query.COUNT, "health": Query.HEALTH}
