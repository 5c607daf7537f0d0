"""For whoever runs the bot (``ADMIN_IDS``): schools, their coordinators, and how the bot fares."""

from hashlib import sha256

from bot.chat.answers.name import school_in
from bot.chat.answers.npsn import NPSN_LENGTH, npsn_in
from bot.chat.answers.refused import refused_line
from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, done_by_admin, refused, shown, shown_to_admin
from bot.chat.model import ChangeSchool, Screen
from bot.chat.routes import OfSchool, button_to
from bot.chat.screens.account.routes import MENU_MAIN, WELCOME_HELLO
from bot.chat.screens.admin import routes as to
from bot.chat.screens.admin import school_list as admin_list
from bot.chat.screens.admin.backup_words import backup_words
from bot.chat.screens.admin.breach_words import breach_words
from bot.chat.screens.admin.routes import InZone, OfCoordinator
from bot.chat.screens.school.routes import SCHOOL_AUDIT, SCHOOL_HANDOVER, SDATA_MAIN
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_stale
from bot.chat.typed.line import clean_line, comparable
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.domain.school.school import SCHOOL_ID_LENGTH, Coordinator, School, SchoolId
from bot.domain.school.school_change import FoundSchool, RemoveCoordinator

NAME_LENGTH = 60
"""Digits of a school's national number (NPSN)."""


def open_admin(s: TurnContext) -> Answer:
    """Go to the administration; everybody else is told the command is unknown."""
    if not s.known.rights.is_admin(s.person.id):
        return s.stay(s.say("note-command", word="admin"))
    if not s.person.may_be_stored:
        return s.go(WELCOME_HELLO(), note=s.say("welcome-to-keep"))
    return s.go(to.ADMIN_MAIN())


def show_health(s: TurnContext) -> Screen:
    """Draw how the bot fares: its data, what waits, its content."""
    health = s.known.health
    if health is None:
        return refused(s)
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
            backup=backup_words(s, health.backup),
            steps=len(s.world.programme),
            version=s.world.version,
            warnings=s.world.warnings,
        )
        + breach_words(s, health.breaches),
        rows(
            s.button("admin-health", "again", to.ADMIN_HEALTH()),
            (s.button("nav", "back", to.ADMIN_OPEN()), s.menu_button()),
        ),
    )


def show_new(s: TurnContext) -> Screen:
    """Ask for the new school's name."""
    offered = s.person.place.draft.get("offered", "")
    use = s.button("admin-name", "use", to.ADMIN_NAME(), name=offered) if offered else None
    return Screen(s.say("admin-name"), rows(use, s.button("nav", "cancel", to.ADMIN_OPEN())))


def show_zone(s: TurnContext) -> Screen:
    """Ask for the new school's zone."""
    zones = tuple(
        button_to(s.world.texts.pick("zone", zone), to.ADMIN_SET_ZONE(zone)) for zone in Zone
    )
    name = s.person.place.draft.get("name", "")
    return Screen(
        s.say("admin-zone", name=name), rows(*zones, s.button("nav", "cancel", to.ADMIN_OPEN()))
    )


def show_npsn(s: TurnContext) -> Screen:
    """Ask for the NPSN, which may be skipped."""
    return Screen(
        s.say("admin-npsn"),
        rows(
            s.button("ask-subject", "skip", to.ADMIN_MAKE()),
            s.button("nav", "cancel", to.ADMIN_OPEN()),
        ),
    )


def show_school(s: TurnContext, at: OfSchool) -> Screen:
    """Draw one school with its coordinators."""
    school = _school(s, at)
    if school is None:
        return refused(s)
    text = s.say(
        "admin-school",
        name=school.name,
        zone=school.zone,
        npsn=school.npsn or s.say("settings-empty"),
        count=s.known.count,
        coordinators=len(school.coordinators),
    )
    removals = tuple(
        s.button("admin-school", "remove", to.ADMIN_REMOVE(school.id, one.id), person=one.name)
        for one in school.coordinators
    )
    return Screen(
        text,
        rows(
            s.button("admin-school", "invite", SCHOOL_HANDOVER(school.id)),
            *removals,
            s.button("school", "data", SDATA_MAIN(school.id)),
            s.button("school", "audit", SCHOOL_AUDIT(school.id)),
            (s.button("nav", "back", to.ADMIN_OPEN()), s.menu_button()),
        ),
    )


def _school(s: TurnContext, at: OfSchool) -> School | None:
    return s.known.rights.schools.get(at.school)


def new(s: TurnContext) -> Answer:
    """Begin a new school."""
    return s.go(to.ADMIN_NEW())


def open_health(s: TurnContext) -> Answer:
    """Go to the bot's own state, for whoever runs it."""
    return s.go(to.ADMIN_HEALTH())


def open_school(s: TurnContext, at: OfSchool) -> Answer:
    """Go to one school."""
    school = _school(s, at)
    return s.go(to.ADMIN_SCHOOL(school.id)) if school else s.stay(s.say("no-right"))


def set_zone(s: TurnContext, at: InZone) -> Answer | None:
    """Take the zone of the school being made."""
    draft = s.person.place.draft
    if s.person.place.screen != to.ADMIN_ZONE.name:
        return None
    if is_stale(s):
        return s.stay(s.say("asked-long-ago"))
    return Answer(person=s.at(to.ADMIN_NPSN(), {**draft, "zone": at.zone}))


def make(s: TurnContext) -> Answer | None:
    """Make the school without an NPSN."""
    if s.person.place.screen != to.ADMIN_NPSN.name:
        return None
    return s.stay(s.say("asked-long-ago")) if is_stale(s) else _make(s, None)


def take_name(s: TurnContext) -> Answer | None:
    """Go on with the name that was shown back."""
    offered = s.person.place.draft.get("offered")
    if s.person.place.screen != to.ADMIN_NEW.name or not offered:
        return None
    return Answer(person=s.at(to.ADMIN_ZONE(), {"name": offered}))


def _make(s: TurnContext, npsn: str | None) -> Answer:
    if not s.may(Action.MAKE_SCHOOL):
        return s.go(MENU_MAIN(), note=s.say("no-right"))
    draft = s.person.place.draft
    # Made of the update, so that the same tap handed in twice makes one school.
    seed = f"{s.person.id}:{s.person.updates[-1:]}:{draft['name']}"
    school = SchoolId(sha256(seed.encode()).hexdigest()[:SCHOOL_ID_LENGTH])
    change = FoundSchool(name=draft["name"], zone=Zone(draft["zone"]), npsn=npsn)
    going = s.go(to.ADMIN_SCHOOL(school))
    return Answer(
        person=going.person, note=s.say("admin-made"), changes=(ChangeSchool(school, change),)
    )


def ask_remove(s: TurnContext, at: OfCoordinator) -> Answer | None:
    """Ask whether a coordinator's rights are to be taken away."""
    return s.go(to.ADMIN_SURE(at.school, at.person)) if _coordinator(s, at) else None


def show_sure(s: TurnContext, at: OfCoordinator) -> Screen:
    """Ask once more before a coordinator's rights are taken away."""
    found = _coordinator(s, at)
    if found is None:
        return refused(s)
    school, coordinator = found
    return Screen(
        s.say("admin-sure", person=coordinator.name, school=school.name),
        rows(
            s.button("admin-sure", "yes", to.ADMIN_REMOVED(school.id, coordinator.id)),
            s.button("nav", "cancel", to.ADMIN_SCHOOL(school.id)),
        ),
    )


def _coordinator(s: TurnContext, at: OfCoordinator) -> tuple[School, Coordinator] | None:
    """Return the school and the coordinator a button names."""
    school = _school(s, at)
    coordinator = school.coordinator(at.person) if school else None
    return (school, coordinator) if school and coordinator else None


def remove(s: TurnContext, at: OfCoordinator) -> Answer | None:
    """Take a coordinator's rights away at once."""
    found = _coordinator(s, at)
    if found is None:
        return None
    school, coordinator = found
    going = s.go(to.ADMIN_SCHOOL(school.id))
    wish = ChangeSchool(school.id, RemoveCoordinator(coordinator.id))
    return Answer(person=going.person, note=s.say("admin-removed"), changes=(wish,))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name or NPSN of the school being made; None elsewhere."""
    place = s.person.place
    if place.screen == to.ADMIN_MAIN.name and comparable(text) not in s.world.phrases:
        return admin_list.searched(s, clean_line(text))
    if place.screen not in (to.ADMIN_NEW.name, to.ADMIN_ZONE.name, to.ADMIN_NPSN.name):
        return None
    if not s.may(Action.MAKE_SCHOOL):
        return s.go(MENU_MAIN(), note=s.say("no-right"))
    line = clean_line(text)
    if place.screen == to.ADMIN_ZONE.name:
        zone = to.ADMIN_SET_ZONE.read((line.upper(),))
        return (zone and set_zone(s, zone)) or s.stay(s.say("ask-choose"))
    if place.screen == to.ADMIN_NPSN.name:
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
    if refusal := refused_line(s, line, NAME_LENGTH):
        return refusal
    named = school_in(s.world, line)
    if not named.name:
        return s.stay(s.say("name-none"))
    if named.sure:
        return Answer(person=s.at(to.ADMIN_ZONE(), {"name": line}))
    person = s.at(to.ADMIN_NEW(), {"offered": named.name})
    return Answer(person=person, note=s.say("name-doubt", name=named.name))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.ADMIN_NEW, show_new),
    shown(to.ADMIN_ZONE, show_zone),
    shown(to.ADMIN_NPSN, show_npsn),
    shown_to_admin(to.ADMIN_SCHOOL, show_school, query=Query.COUNT),
    shown_to_admin(to.ADMIN_SURE, show_sure),
    shown_to_admin(to.ADMIN_HEALTH, show_health, query=Query.HEALTH),
)
VERBS: tuple[Done, ...] = (
    done(to.ADMIN_OPEN, open_admin),
    done_by_admin(to.ADMIN_NEW, new),
    done_by_admin(to.ADMIN_SCHOOL, open_school),
    done(to.ADMIN_SET_ZONE, set_zone),
    done(to.ADMIN_NAME, take_name),
    done(to.ADMIN_MAKE, make),
    done_by_admin(to.ADMIN_REMOVE, ask_remove),
    done_by_admin(to.ADMIN_REMOVED, remove),
    done_by_admin(to.ADMIN_HEALTH, open_health),
)
