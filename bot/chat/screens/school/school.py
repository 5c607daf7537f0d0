"""A coordinator's schools: the list, one school, its invitation, handing over, and the log.

Every button is checked against the rights as they stand now, because old buttons stay in chats.
"""

from collections.abc import Callable

from bot.chat.button import side_by_side
from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, done_in, going, shown, shown_in
from bot.chat.model import ChangeSchool, Screen, SendInvitation
from bot.chat.routes import OfSchool, Route, button_to
from bot.chat.screens.admin.routes import ADMIN_SCHOOL
from bot.chat.screens.broadcast.routes import SIAR_HOME
from bot.chat.screens.roster.routes import ROSTER_LIST
from bot.chat.screens.roster.words import joined
from bot.chat.screens.school import routes as to
from bot.chat.screens.school.audit import audit_lines, page_buttons
from bot.chat.screens.school.routes import MakingSure, OfLink, SchoolPage
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.person.person import Place
from bot.domain.school.access import Action
from bot.domain.school.school import Handover, School, SchoolId
from bot.domain.school.school_change import (
    CloseInvite,
    OfferHandover,
    OpenInvite,
    SchoolChange,
    WithdrawLink,
)
from bot.domain.script import is_printed

TOOLS: tuple[tuple[str, Callable[[SchoolId], Place], Action], ...] = (
    ("roster", ROSTER_LIST, Action.SEE_TEACHERS),
    ("recap", to.RECAP_MAIN, Action.EXPORT),
    ("broadcast", SIAR_HOME, Action.BROADCAST),
    ("schedule", to.SCHEDULE_MAIN, Action.CHANGE_WINDOW),
    ("invite", to.SCHOOL_INVITE, Action.OPEN_INVITE),
    ("handover", to.SCHOOL_HANDOVER, Action.INVITE_COORDINATOR),
    ("data", to.SDATA_MAIN, Action.CORRECT_SCHOOL),
    ("audit", to.SCHOOL_AUDIT, Action.READ_AUDIT),
)
"""What a school's page offers: the label, where it leads, and the right it needs."""


def open_schools(s: TurnContext) -> Answer:
    """Go to the schools one coordinates: to the one school, or to the list."""
    own = s.known.rights.schools_of(s.person.id)
    if not s.person.may_be_stored or not own:
        lost = s.known.unreadable_schools
        return s.go(
            "menu.main" if s.person.may_be_stored else "welcome.hello",
            note=s.say("schools-unreadable" if lost else "schools-none"),
        )
    return s.go(to.SCHOOL_HOME(own[0].id)) if len(own) == 1 else s.go(to.SCHOOL_LIST())


def asked_schools(s: TurnContext) -> Answer:
    """Do the same at her word; whoever coordinates none is told how one comes to that, and stays."""
    if s.known.rights.schools_of(s.person.id) or s.known.unreadable_schools:
        return open_schools(s)
    return s.short(f"{s.say('schools-none')} {_becoming(s)}", rows(s.menu_button()))


def _becoming(s: TurnContext) -> str:
    """Return how somebody becomes a coordinator."""
    operator = s.world.operator
    return s.say("about-coordinator", known="ya" if operator else "tidak", operator=operator)


def show_list(s: TurnContext) -> Screen:
    """Draw the schools one coordinates, by name."""
    own = s.known.rights.schools_of(s.person.id)
    buttons = tuple(button_to(school.name, to.SCHOOL_HOME(school.id)) for school in own)
    return Screen(s.say("schools", count=len(own)), rows(*buttons, s.menu_button()))


def show_home(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw one school: how many teachers joined, and the coordinator's tools."""
    text = s.say(
        "school",
        name=school.name,
        zone=s.world.texts.pick("zone", school.zone),
        count=s.known.count,
        coordinators=joined(one.name for one in school.coordinators),
    )
    tools = tuple(
        s.button("school", name, tool(school.id))
        for name, tool, action in TOOLS
        if s.may(action, school.id)
    )
    several = len(s.known.rights.schools_of(s.person.id)) > 1
    back = s.button("school", "list", to.SCHOOL_LIST()) if several else None
    return Screen(
        text, rows(*side_by_side(tools, 2), tuple(b for b in (back, s.menu_button()) if b))
    )


def show_invite(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw the invitation for teachers: its link, or that it is closed."""
    code = school.teacher_code
    back = s.button("nav", "back", to.SCHOOL_HOME(school.id))
    if code is None:
        return Screen(
            s.say("invite-closed", school=school.name),
            rows(s.button("invite", "open", to.SCHOOL_OPEN(school.id)), (back, s.menu_button())),
        )
    link, count = s.known.link(code), s.known.count
    text = s.say("invite", school=school.name, link=link, count=count, pending=s.known.pending)
    return Screen(
        text if is_printed(school.name) else f"{text}\n\n{s.say('invite-letters')}",
        rows(
            s.button("invite", "print", to.SCHOOL_PRINT(school.id)),
            (
                s.button("invite", "renew", to.SCHOOL_SURE(school.id, "renew")),
                s.button("invite", "close", to.SCHOOL_SURE(school.id, "close")),
            ),
            (back, s.menu_button()),
        ),
    )


def show_sure(s: TurnContext, school: School, at: MakingSure) -> Screen:
    """Ask once more before links that were given away and printed stop working."""
    if at.what == "renew":
        text = s.say("invite-renew", school=school.name)
        yes = s.button("invite-renew", "yes", to.SCHOOL_RENEW(school.id))
    else:
        text = s.say("invite-close", school=school.name)
        yes = s.button("invite-close", "yes", to.SCHOOL_CLOSE(school.id))
    return Screen(text, rows(yes, s.button("nav", "cancel", to.SCHOOL_INVITE(school.id))))


def ask_sure(s: TurnContext, school: School, at: MakingSure) -> Answer | None:
    """Go to the question whether the open invitation is to be renewed or closed."""
    return s.go(to.SCHOOL_SURE(school.id, at.what)) if school.invite else None


def show_handover(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw the two kinds of one-time link, or the link just made; it is shown this once."""
    is_own = school.coordinator(s.person.id) is not None
    home = to.SCHOOL_HOME(school.id) if is_own else ADMIN_SCHOOL(school.id)
    back = s.button("nav", "back", home)
    if s.known.fresh_code is None:
        text = s.say("handover-ask", school=school.name)
        if is_own:
            text += "\n" + s.say("handover-ask-own")
        links = school.waiting_links(s.now)
        withdrawals = tuple(
            s.button("handover", "withdraw", to.SCHOOL_WITHDRAW(school.id, one.mark), number=at)
            for at, one in enumerate(links, start=1)
        )
        return Screen(
            f"{text}\n\n{_links(s, school, links)}",
            rows(
                s.button("handover", "make", to.SCHOOL_OFFER(school.id)),
                s.button("handover", "give", to.SCHOOL_GIVE(school.id)) if is_own else None,
                *withdrawals,
                (back, s.menu_button()),
            ),
        )
    replaces = school.handovers[-1].replaces
    return Screen(
        s.say(
            "handover",
            school=school.name,
            link=s.known.link(s.known.fresh_code),
            replaces="ya" if replaces else "tidak",
        ),
        rows((back, s.menu_button())),
    )


def _links(s: TurnContext, school: School, links: tuple[Handover, ...]) -> str:
    """Return the links that are still good: for what, by whom, since when and until when."""
    if not links:
        return s.say("handover-no-links")
    texts = s.world.texts
    lines = (
        s.say(
            "handover-link",
            number=at,
            replaces="ya" if one.replaces else "tidak",
            maker=school.named(one.made_by) or s.say("audit-admin"),
            made=texts.moment(one.made_at, s.person.zone),
            until=texts.moment(one.expires_at, s.person.zone),
        )
        for at, one in enumerate(links, start=1)
    )
    return "\n".join((s.say("handover-links"), *lines))


def withdraw_link(s: TurnContext, school: School, at: OfLink) -> Answer:
    """Take back a one-time link that nobody has used yet."""
    marks = {one.mark for one in school.waiting_links(s.now)}
    if at.mark not in marks:
        return s.go(to.SCHOOL_HANDOVER(school.id), note=s.say("handover-gone"))
    going = s.go(to.SCHOOL_HANDOVER(school.id))
    wish = ChangeSchool(school.id, WithdrawLink(at.mark))
    return Answer(person=going.person, note=s.say("handover-withdrawn"), changes=(wish,))


def show_audit(s: TurnContext, school: School, at: SchoolPage) -> Screen:
    """Draw who did what in the school, newest first, page by page."""
    home = (
        to.SCHOOL_HOME(school.id)
        if s.may(Action.SEE_TEACHERS, school.id)
        else ADMIN_SCHOOL(school.id)
    )
    text = s.say("audit", school=school.name)
    page = at.page or 0
    turning = page_buttons(s, school.id, page)
    return Screen(
        f"{text}\n\n{audit_lines(s, school, page)}",
        rows((*turning, s.button("nav", "back", home), s.menu_button())),
    )


def open_audit(s: TurnContext, school: School, at: SchoolPage) -> Answer:
    """Go to a page of the log."""
    return s.go(to.SCHOOL_AUDIT(school.id, at.page))


def changing(
    route: Route[[SchoolId], OfSchool],
    page: Route[[SchoolId], OfSchool],
    change: SchoolChange,
    *,
    is_open: bool | None = None,
) -> Done:
    """Return the verb that changes a school and then shows a place of it, for whom may.

    With ``is_open`` only where the invitation is open, or closed, as it says.
    """

    def verb(s: TurnContext, school: School, _at: OfSchool) -> Answer:
        going = s.go(page(school.id))
        if is_open is not None and is_open != (school.invite is not None):
            return going
        return Answer(person=going.person, changes=(ChangeSchool(school.id, change),))

    return done_in(route, verb, change.action)


def send_invitation(s: TurnContext, school: School, _at: OfSchool) -> Answer | None:
    """Send the page with the QR code to print."""
    if school.invite is None:
        return None
    going = s.go(to.SCHOOL_INVITE(school.id))
    return Answer(person=going.person, effects=(SendInvitation(school.id),))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.SCHOOL_LIST, show_list),
    shown_in(to.SCHOOL_HOME, show_home, Action.SEE_TEACHERS, query=Query.COUNT),
    shown_in(to.SCHOOL_INVITE, show_invite, Action.OPEN_INVITE, query=Query.COUNT),
    shown_in(to.SCHOOL_SURE, show_sure, Action.OPEN_INVITE),
    shown_in(to.SCHOOL_HANDOVER, show_handover, Action.INVITE_COORDINATOR),
    shown_in(to.SCHOOL_AUDIT, show_audit, Action.READ_AUDIT, query=Query.AUDIT),
)
VERBS: tuple[Done, ...] = (
    done(to.SCHOOL_LIST, open_schools),
    done_in(to.SCHOOL_HOME, going(to.SCHOOL_HOME), Action.SEE_TEACHERS),
    done_in(to.SCHOOL_INVITE, going(to.SCHOOL_INVITE), Action.OPEN_INVITE),
    done_in(to.SCHOOL_HANDOVER, going(to.SCHOOL_HANDOVER), Action.INVITE_COORDINATOR),
    done_in(to.SCHOOL_AUDIT, open_audit, Action.READ_AUDIT),
    changing(to.SCHOOL_OPEN, to.SCHOOL_INVITE, OpenInvite(), is_open=False),
    done_in(to.SCHOOL_SURE, ask_sure, Action.OPEN_INVITE),
    changing(to.SCHOOL_RENEW, to.SCHOOL_INVITE, OpenInvite(), is_open=True),
    changing(to.SCHOOL_CLOSE, to.SCHOOL_INVITE, CloseInvite(), is_open=True),
    changing(to.SCHOOL_OFFER, to.SCHOOL_HANDOVER, OfferHandover()),
    changing(to.SCHOOL_GIVE, to.SCHOOL_HANDOVER, OfferHandover(replaces=True)),
    done_in(to.SCHOOL_PRINT, send_invitation, Action.OPEN_INVITE),
    done_in(to.SCHOOL_WITHDRAW, withdraw_link, Action.WITHDRAW_LINK),
)
