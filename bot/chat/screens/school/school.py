"""A coordinator's schools: the list, one school, its invitation, handing over, and the log.

Every button is checked against the rights as they stand now, because old buttons stay in chats.
"""

from collections.abc import Mapping

from bot.chat.context import Query
from bot.chat.model import Button, ChangeSchool, Screen, SendInvitation
from bot.chat.screens.roster.words import joined
from bot.chat.screens.school.audit import audit_lines, page_buttons
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.school.access import Action
from bot.domain.school.school import Handover, School
from bot.domain.school.school_change import (
    CloseInvite,
    OfferHandover,
    OpenInvite,
    SchoolChange,
    WithdrawLink,
)
from bot.domain.script import is_printed

TOOLS: tuple[tuple[str, str, Action], ...] = (
    ("roster", "roster:list", Action.SEE_TEACHERS),
    ("recap", "recap:main", Action.EXPORT),
    ("broadcast", "siar:home", Action.BROADCAST),
    ("schedule", "schedule:main", Action.CHANGE_WINDOW),
    ("invite", "school:invite", Action.OPEN_INVITE),
    ("handover", "school:handover", Action.INVITE_COORDINATOR),
    ("data", "sdata:main", Action.CORRECT_SCHOOL),
    ("audit", "school:audit", Action.READ_AUDIT),
)
"""What a school's page offers: the label, the button's data, and the right it needs."""


SURE = ("renew", "close")
"""What is done to an open invitation only after a question."""


def open_schools(s: TurnContext, _args: tuple[str, ...] = ()) -> Answer:
    """Go to the schools one coordinates: to the one school, or to the list."""
    own = s.known.rights.schools_of(s.person.id)
    if not s.person.may_be_stored or not own:
        lost = s.known.unreadable_schools
        return s.go(
            "menu.main" if s.person.may_be_stored else "welcome.hello",
            note=s.say("schools-unreadable" if lost else "schools-none"),
        )
    return s.go("school.home", own[0].id) if len(own) == 1 else s.go("school.list")


def show_list(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Draw the schools one coordinates, by name."""
    own = s.known.rights.schools_of(s.person.id)
    buttons = tuple(Button(school.name, f"school:home:{school.id}") for school in own)
    return Screen(s.say("schools", count=len(own)), rows(*buttons, s.menu_button()))


def _own(s: TurnContext, args: tuple[str, ...], action: Action) -> School | None:
    """Return the school an action is about, if the person may do it there."""
    if not args or not s.may(action, args[0]):
        return None
    return next((one for one in s.known.rights.schools.values() if one.id == args[0]), None)


def refused(s: TurnContext) -> Screen:
    """Draw the answer to whoever has no right (any more): the same for every reason."""
    return Screen(s.say("no-right"), rows(s.menu_button()))


def show_home(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw one school: how many teachers joined, and the coordinator's tools."""
    school = _own(s, args, Action.SEE_TEACHERS)
    if school is None:
        return refused(s)
    text = s.say(
        "school",
        name=school.name,
        zone=s.world.texts.pick("zone", school.zone),
        count=s.known.count,
        coordinators=joined(one.name for one in school.coordinators),
    )
    tools = tuple(
        s.button("school", name, f"{data}:{school.id}")
        for name, data, action in TOOLS
        if s.may(action, school.id)
    )
    pairs = tuple(tools[at : at + 2] for at in range(0, len(tools), 2))
    several = len(s.known.rights.schools_of(s.person.id)) > 1
    back = s.button("school", "list", "school:list") if several else None
    return Screen(text, (*pairs, *rows(tuple(b for b in (back, s.menu_button()) if b))))


def show_invite(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the invitation for teachers: its link, or that it is closed."""
    school = _own(s, args, Action.OPEN_INVITE)
    if school is None:
        return refused(s)
    code = school.teacher_code
    back = s.button("nav", "back", f"school:home:{school.id}")
    if code is None:
        return Screen(
            s.say("invite-closed", school=school.name),
            rows(s.button("invite", "open", f"school:open:{school.id}"), (back, s.menu_button())),
        )
    link, count = s.known.link(code), s.known.count
    text = s.say("invite", school=school.name, link=link, count=count, pending=s.known.pending)
    return Screen(
        text if is_printed(school.name) else f"{text}\n\n{s.say('invite-letters')}",
        rows(
            s.button("invite", "print", f"school:print:{school.id}"),
            (
                s.button("invite", "renew", f"school:sure:{school.id}:renew"),
                s.button("invite", "close", f"school:sure:{school.id}:close"),
            ),
            (back, s.menu_button()),
        ),
    )


def show_sure(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask once more before links that were given away and printed stop working."""
    school = _own(s, args, Action.OPEN_INVITE)
    if school is None or len(args) != 2 or args[1] not in SURE:  # noqa: PLR2004 -- school and what
        return refused(s)
    if args[1] == "renew":
        text = s.say("invite-renew", school=school.name)
        yes = s.button("invite-renew", "yes", f"school:renew:{school.id}")
    else:
        text = s.say("invite-close", school=school.name)
        yes = s.button("invite-close", "yes", f"school:close:{school.id}")
    return Screen(text, rows(yes, s.button("nav", "cancel", f"school:invite:{school.id}")))


def ask_sure(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to the question whether the open invitation is to be renewed or closed."""
    school = _own(s, args, Action.OPEN_INVITE)
    if school is None:
        return s.stay(s.say("no-right"))
    if len(args) != 2 or args[1] not in SURE or school.invite is None:  # noqa: PLR2004 -- school and what
        return None
    return s.go("school.sure", *args)


def show_handover(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the two kinds of one-time link, or the link just made; it is shown this once."""
    school = _own(s, args, Action.INVITE_COORDINATOR)
    if school is None:
        return refused(s)
    is_own = school.coordinator(s.person.id) is not None
    home = f"school:home:{school.id}" if is_own else f"admin:school:{school.id}"
    back = s.button("nav", "back", home)
    if s.known.fresh_code is None:
        text = s.say("handover-ask", school=school.name)
        if is_own:
            text += "\n" + s.say("handover-ask-own")
        links = school.waiting_links(s.now)
        withdrawals = tuple(
            s.button("handover", "withdraw", f"school:withdraw:{school.id}:{one.mark}", number=at)
            for at, one in enumerate(links, start=1)
        )
        return Screen(
            f"{text}\n\n{_links(s, school, links)}",
            rows(
                s.button("handover", "make", f"school:offer:{school.id}"),
                s.button("handover", "give", f"school:give:{school.id}") if is_own else None,
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


def withdraw_link(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take back a one-time link that nobody has used yet."""
    school = _own(s, args, Action.WITHDRAW_LINK)
    if school is None:
        return s.stay(s.say("no-right"))
    marks = {one.mark for one in school.waiting_links(s.now)}
    if len(args) != 2 or args[1] not in marks:  # noqa: PLR2004 -- school and mark
        return s.go("school.handover", school.id, note=s.say("handover-gone"))
    going = s.go("school.handover", school.id)
    wish = ChangeSchool(school.id, WithdrawLink(args[1]))
    return Answer(person=going.person, note=s.say("handover-withdrawn"), changes=(wish,))


def show_audit(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw who did what in the school, newest first, page by page."""
    school = _own(s, args, Action.READ_AUDIT)
    if school is None:
        return refused(s)
    home = (
        f"school:home:{school.id}"
        if s.may(Action.SEE_TEACHERS, school.id)
        else f"admin:school:{school.id}"
    )
    text = s.say("audit", school=school.name)
    page = int(args[1]) if len(args) > 1 and args[1].isdecimal() else 0
    turning = page_buttons(s, school.id, page)
    return Screen(
        f"{text}\n\n{audit_lines(s, school, page)}",
        rows(turning, (s.button("nav", "back", home), s.menu_button())),
    )


def to(place: str, action: Action) -> Verb:
    """Return the verb that goes to a place of a school, for whom may."""

    def verb(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        if _own(s, args, action) is None:
            return s.stay(s.say("no-right"))
        return s.go(f"school.{place}", *args[:2])

    return verb


def wishing(place: str, change: SchoolChange, *, is_open: bool | None = None) -> Verb:
    """Return the verb that changes a school and then shows a place of it, for whom may.

    With ``is_open`` only where the invitation is open, or closed, as it says.
    """

    def verb(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        school = _own(s, args, change.action)
        if school is None:
            return s.stay(s.say("no-right"))
        going = s.go(f"school.{place}", school.id)
        if is_open is not None and is_open != (school.invite is not None):
            return going
        return Answer(person=going.person, changes=(ChangeSchool(school.id, change),))

    return verb


def send_invitation(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Send the page with the QR code to print."""
    school = _own(s, args, Action.OPEN_INVITE)
    if school is None or school.invite is None:
        return s.stay(s.say("no-right")) if school is None else None
    going = s.go("school.invite", school.id)
    return Answer(person=going.person, effects=(SendInvitation(school.id),))


SHOWS: Mapping[str, Show] = {
    "list": show_list,
    "home": show_home,
    "invite": show_invite,
    "sure": show_sure,
    "handover": show_handover,
    "audit": show_audit,
}
VERBS: Mapping[str, Verb] = {
    "list": open_schools,
    "home": to("home", Action.SEE_TEACHERS),
    "invite": to("invite", Action.OPEN_INVITE),
    "handover": to("handover", Action.INVITE_COORDINATOR),
    "audit": to("audit", Action.READ_AUDIT),
    "open": wishing("invite", OpenInvite(), is_open=False),
    "sure": ask_sure,
    "renew": wishing("invite", OpenInvite(), is_open=True),
    "close": wishing("invite", CloseInvite(), is_open=True),
    "offer": wishing("handover", OfferHandover()),
    "give": wishing("handover", OfferHandover(replaces=True)),
    "print": send_invitation,
    "withdraw": withdraw_link,
}
QUERIES: Mapping[str, Query] = {"home": Query.COUNT, "invite": Query.COUNT, "audit": Query.AUDIT}
