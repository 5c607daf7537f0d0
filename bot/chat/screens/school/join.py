"""A teacher and her school: coming by a link, agreeing to what the coordinator sees, leaving.

Also how somebody becomes a coordinator by a one-time link.
"""

from dataclasses import replace

from bot.chat.answers.name import person_in
from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, keeping, shown
from bot.chat.model import ChangeSchool, Screen
from bot.chat.routes import OfSchool
from bot.chat.screens.account.menu import open_menu
from bot.chat.screens.account.routes import SETTINGS_MAIN, WELCOME_HELLO
from bot.chat.screens.school import routes as to
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_stale
from bot.chat.typed.line import clean_line, comparable
from bot.chat.typed.wording import Wish
from bot.domain.person.casing import cased
from bot.domain.person.joining import JoinSchool, joined
from bot.domain.person.leaving import left
from bot.domain.roster.roster import TERMS_WITH_SUBJECT
from bot.domain.school.school import (
    COORDINATOR_CODE,
    TEACHER_CODE,
    Code,
    School,
    handover_for,
    opens_for_teacher,
)
from bot.domain.school.school_change import TakeHandover

NAME_LENGTH = 40


def arrive(s: TurnContext, text: str) -> Answer:
    """Take somebody who came by a link: keep its code until she can answer.

    A wrong, used or expired code gets one constant answer, so that nobody can try codes.
    """
    code = None if s.known.doors_closed else Code.parse(text.strip())
    if code is None or not _opens(s, code):
        answer = open_menu(s)
        return Answer(person=answer.person, note=s.say("join-not-open"))
    if not s.person.may_be_stored:
        return s.go(WELCOME_HELLO(str(code)))
    if s.school and code.kind == TEACHER_CODE and code.school == s.school.id:
        return s.go(to.JOIN_MAIN(), note=s.say("join-member", school=s.school.name))
    school = s.known.rights.schools[code.school]
    coordinates = school.coordinator(s.person.id) is not None
    if code.kind == COORDINATOR_CODE and coordinates:  # the link stays for another
        return s.go(to.SCHOOL_HOME(school.id), note=s.say("join-coordinates", school=school.name))
    invited = s.change(replace(s.person, invited=str(code)))
    if not s.person.is_registered:
        return open_menu(invited)
    return invited.go(to.JOIN_OFFER())


def _opens(s: TurnContext, code: Code) -> bool:
    school = s.known.rights.schools.get(code.school)
    if school is None:
        return False
    return opens_for_teacher(school, code) or bool(handover_for(school, code, s.person.id, s.now))


def _invitation(s: TurnContext) -> tuple[School, Code] | None:
    """Return the school and code of the invitation the person came with, if it is still open."""
    code = Code.parse(s.person.invited or "")
    if code is None or not _opens(s, code):
        return None
    return s.known.rights.schools[code.school], code


def show_offer(s: TurnContext) -> Screen:
    """Ask whether she wants to join, and say first what the coordinator will see."""
    invitation = _invitation(s)
    if invitation is None:
        return Screen(s.say("join-not-open"), rows(s.menu_button()))
    school, code = invitation
    if handover := handover_for(school, code, s.person.id, s.now):
        text = s.say("join-coordinator", school=school.name)
        giver = school.coordinator(handover.made_by) if handover.replaces else None
        if giver:
            text += "\n\n" + s.say("join-coordinator-replaces", name=giver.name)
        return Screen(
            text,
            rows(
                s.button("join-coordinator", "accept", to.JOIN_AGREE()),
                s.button("join-offer", "decline", to.JOIN_DECLINE()),
            ),
        )
    text = s.say("join-offer", school=school.name)
    if s.school and s.school.id != school.id:
        text += "\n\n" + s.say("join-leaves", school=s.school.name)
    return Screen(
        text,
        rows(
            s.button("join-offer", "agree", to.JOIN_AGREE()),
            s.button("join-offer", "decline", to.JOIN_DECLINE()),
        ),
    )


def agree(s: TurnContext) -> Answer | None:
    """Go on to the name the others will see: one they know is offered, else what Telegram calls her, if it is a name."""
    if _invitation(s) is None:
        return s.go(to.JOIN_OFFER())
    called = (person_in(s.world, one).name for one in (s.person.nickname or "", s.first_name))
    known = s.person.shown_name
    offered = known or as_written(s, next(filter(None, called), ""))[:NAME_LENGTH]
    return Answer(person=s.at(to.JOIN_NAME(), {"offered": offered}))


def show_name(s: TurnContext) -> Screen:
    """Ask for the name the others see; a known one is offered for a tap."""
    offered = s.person.place.draft.get("offered", "")
    invitation = _invitation(s)
    coordinates = invitation and handover_for(*invitation, s.person.id, s.now)
    school = invitation[0].name if invitation else ""
    return Screen(
        s.say("join-name-coordinator" if coordinates else "join-name", school=school),
        rows(
            s.button("join-name", "use", to.JOIN_NAME(), name=offered) if offered else None,
            s.button("nav", "cancel", to.JOIN_DECLINE()),
        ),
    )


def take_name(s: TurnContext) -> Answer | None:
    """Join under the offered name, if the question was asked just now."""
    offered = s.person.place.draft.get("offered")
    if s.person.place.screen != to.JOIN_NAME.name or not offered:
        return None
    return s.stay(s.say("asked-long-ago")) if is_stale(s) else _join(s, offered)


def typed(s: TurnContext, text: str) -> Answer | None:
    """Join under the typed name; None where no name is asked for.

    What does not surely look like a name is shown back first: others will read it.
    """
    if s.person.place.screen != to.JOIN_NAME.name or comparable(text) in s.world.phrases:
        return None
    if s.world.wording.wish(text, (Wish.DECLINE,)):
        return later(s)
    line = clean_line(text)
    if refusal := refused_line(s, line, NAME_LENGTH):
        return refusal
    named = person_in(s.world, line, s.own_names)
    if not named.name:
        return s.stay(s.say("name-none"))
    if named.sure:
        return _join(s, named.name)
    person = s.at(to.JOIN_NAME(), {**s.person.place.draft, "offered": named.name})
    return Answer(person=person, note=s.say("name-doubt", name=named.name))


def take_as(s: TurnContext, name: str) -> Answer:
    """Join under a name that was shown back."""
    return _join(s, name)


def as_written(s: TurnContext, name: str) -> str:
    """Return a name in one line, with capitals where they belong."""
    return cased(clean_line(name), s.world.texts.spelling())


def typed_name(s: TurnContext, text: str) -> str | Answer:
    """Return the name somebody typed for a person, as it will be shown; or what is said to none."""
    line = as_written(s, text)
    if refusal := refused_line(s, line, NAME_LENGTH):
        return refusal
    named = person_in(s.world, line)
    return as_written(s, named.name) if named.name else s.stay(s.say("name-none"))


def _join(s: TurnContext, name: str) -> Answer:
    name = as_written(s, name)
    invitation = _invitation(s)
    if invitation is None:
        return s.go(to.JOIN_OFFER())
    school, code = invitation
    handover = handover_for(school, code, s.person.id, s.now)
    if handover:
        person = replace(s.person, invited=None, place=to.SCHOOL_HOME(school.id))
        wish = ChangeSchool(school.id, TakeHandover(handover.fingerprint, name))
        return Answer(person=person, note=s.say("join-coordinator-done"), changes=(wish,))
    joining = JoinSchool(code, name)
    there = s.change(joined(s.person, joining, s.now))
    return replace(there.go(to.JOIN_MAIN(), note=s.say("join-done")), changes=(joining,))


def later(s: TurnContext) -> Answer:
    """Leave the question for her name: she joins another time."""
    return replace(decline(s), note=s.say("join-later"))


def decline(s: TurnContext) -> Answer:
    """Forget the invitation."""
    return open_menu(s.change(replace(s.person, invited=None)))


def show_main(s: TurnContext) -> Screen:
    """Draw her school, what its coordinator sees, and the way out."""
    own = s.known.rights.schools.get(s.person.school) if s.person.school else None
    if own is None:
        lost = s.person.school and s.known.unreadable_schools
        return Screen(
            s.say("own-school-unreadable" if lost else "own-school-none"),
            rows(s.button("nav", "back", SETTINGS_MAIN()), s.menu_button()),
        )
    return Screen(
        s.say(
            "own-school",
            school=own.name,
            name=s.person.shown_name or s.address,
            subject="ya" if s.person.school_terms >= TERMS_WITH_SUBJECT else "tidak",
        ),
        rows(
            s.button("own-school", "rename", to.OWNNAME_NAME()),
            s.button("own-school", "leave", to.JOIN_ASK_SURE(own.id)),
            (s.button("nav", "back", SETTINGS_MAIN()), s.menu_button()),
        ),
    )


@keeping
def open_main(s: TurnContext) -> Answer:
    """Go to her school."""
    return s.go(to.JOIN_MAIN())


def ask_leave(s: TurnContext, at: OfSchool) -> Answer | None:
    """Go to the question whether she wants to leave."""
    return s.go(to.JOIN_SURE()) if s.person.school == at.school else None


def show_sure(s: TurnContext) -> Screen:
    """Ask once more before she leaves: coming back needs a link."""
    if s.school is None:
        return show_main(s)
    return Screen(
        s.say("own-school-sure", school=s.school.name),
        rows(
            s.button("own-school-sure", "yes", to.JOIN_LEAVE(s.school.id)),
            s.button("nav", "cancel", to.JOIN_MAIN()),
        ),
    )


def leave(s: TurnContext, at: OfSchool) -> Answer | None:
    """Leave the school named by the button; her own records stay hers."""
    if s.person.school != at.school:
        return None
    return s.change(left(s.person)).go(to.JOIN_MAIN(), note=s.say("own-school-left"))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.JOIN_OFFER, show_offer),
    shown(to.JOIN_NAME, show_name),
    shown(to.JOIN_MAIN, show_main),
    shown(to.JOIN_SURE, show_sure),
)
VERBS: tuple[Done, ...] = (
    done(to.JOIN_AGREE, agree),
    done(to.JOIN_NAME, take_name),
    done(to.JOIN_DECLINE, decline),
    done(to.JOIN_MAIN, open_main),
    done(to.JOIN_ASK_SURE, ask_leave),
    done(to.JOIN_LEAVE, leave),
)
