"""Siapa di mana: the teachers of a school by name, filters, and reminding those who have not.

Shows what ``domain.roster`` knows and nothing else, so nothing private can be on it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.button import side_by_side
from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done_in, refused, shown_in
from bot.chat.model import Button, Screen
from bot.chat.moments.asked_at import asked_at, is_fresh
from bot.chat.routes import button_to
from bot.chat.screens.roster import routes as to
from bot.chat.screens.roster.evaluated_words import not_open
from bot.chat.screens.roster.routes import Confirming, Counted, GroupAsked, OfGroup
from bot.chat.screens.roster.words import names, told_names, where_she_is
from bot.chat.screens.school.routes import SCHOOL_HOME
from bot.chat.screens.turning import turning
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import NIGHT_ENDS
from bot.domain.roster.nudge_request import (
    ASKS_AT_ONCE,
    REMINDABLE,
    Dealt,
    NudgeRequest,
    RequestNudges,
    TeacherGroup,
    document_of,
    is_too_late,
)
from bot.domain.roster.roster import Roster
from bot.domain.roster.roster_group import Reminding, members, reminding
from bot.domain.school.access import Action
from bot.domain.school.school import School

PAGE = 6
"""Teachers on one page."""

CONFIRM_WITHIN = timedelta(hours=1)
"""A confirmation is good for so long after the list was shown."""


def _group_name(s: TurnContext, group: TeacherGroup) -> str:
    return s.world.texts.pick("group", group)


# --- the list -----------------------------------------------------------------------------------


def show_list(s: TurnContext, school: School, at: OfGroup) -> Screen:
    """Draw one page of the teachers of a group, and the groups with their numbers."""
    roster, group = s.known.roster, at.group or TeacherGroup.ALL
    if roster is None:
        return refused(s)
    found = members(roster, group)
    last = max(0, (len(found) - 1) // PAGE)
    page = min(at.page or 0, last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    told = told_names(s, roster)
    lines = [
        s.say("roster-line", name=told[row.id], where=Html(where_she_is(s, row, roster.today)))
        for row in shown
    ]
    is_early = group is TeacherGroup.UNEVALUATED and roster.opens is not None
    text = s.say("roster", school=school.name, group=_group_name(s, group), count=len(found))
    if is_early:
        text = s.say("roster-unopened", school=school.name)
    if roster.opens:
        opens = not_open(s.world.texts, roster.opens)
        text += "\n" + s.say("roster-not-open", opens=opens)
    if last:
        text += " · " + s.say("roster-page", page=page + 1, pages=last + 1)
    asks = group in REMINDABLE and found and s.may(Action.REMIND, school.id)
    return Screen(
        text if is_early else "\n".join((text, "", *(lines or [s.say("roster-empty")]))),
        rows(
            turning(s, lambda at: to.ROSTER_LIST(school.id, group, at), page, len(found), PAGE),
            *_filters(s, school, group, roster),
            s.button("roster", "ask", to.ROSTER_ASK(school.id, group)) if asks else None,
            (
                s.button("roster", "one", to.TEACHER_PICK(school.id, 0)) if roster.rows else None,
                s.button("nav", "back", SCHOOL_HOME(school.id)),
                s.menu_button(),
            ),
        ),
    )


def _filters(
    s: TurnContext, school: School, chosen: TeacherGroup, roster: Roster
) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        button_to(
            s.world.texts.label("roster", "unopened-chosen" if group is chosen else "unopened")
            if group is TeacherGroup.UNEVALUATED and roster.opens
            else s.world.texts.label(
                "roster",
                "chosen" if group is chosen else "group",
                name=_group_name(s, group),
                count=len(members(roster, group)),
            ),
            to.ROSTER_LIST(school.id, group),
        )
        for group in TeacherGroup
    ]
    return side_by_side(buttons, 2)


def open_list(s: TurnContext, school: School, at: OfGroup) -> Answer:
    """Go to the list."""
    return s.go(to.ROSTER_LIST(school.id, at.group or TeacherGroup.ALL, at.page))


# --- reminding ----------------------------------------------------------------------------------


def ask(s: TurnContext, _school: School, at: GroupAsked) -> Answer | None:
    """Go to the question whether these teachers are to be reminded."""
    return _asked(s, at) if at.group in REMINDABLE else None


def _asked(s: TurnContext, at: GroupAsked | Confirming, note: str | None = None) -> Answer:
    return s.go(to.ROSTER_ASK(at.school, at.group, asked_at(s.now), at.teacher), note=note)


def show_ask(s: TurnContext, school: School, at: GroupAsked) -> Screen:
    """Draw how many would be reminded and whom, and who is passed over for which reason."""
    roster, group = s.known.roster, at.group
    if roster is None or group not in REMINDABLE:
        return refused(s)
    found = reminding(roster, group, at.teacher)
    one = to.TEACHER_ONE(school.id, at.teacher) if at.teacher else None
    back = s.button("nav", "back", one or to.ROSTER_LIST(school.id, group))
    skipped = _skipped(s, found, roster, group)
    if not found.whom:
        told = (s.say("roster-nobody"), *_early(s, roster, group), *skipped)
        return Screen("\n\n".join(told), rows((back, s.menu_button())))
    first = _first_moment(s, school)
    if is_too_late(s.now, first):
        too_early = s.say("roster-too-early", when=s.world.texts.moment(first, school.zone))
        return Screen("\n\n".join((too_early, *skipped)), rows((back, s.menu_button())))
    known = told_names(s, roster)
    text = s.say(
        "roster-ask",
        count=len(found.whom),
        group=_group_name(s, group),
        names=Html(names(s, [known[row.id] for row in found.whom], len(found.whom))),
    )
    stamp = asked_at(s.now) if at.asked is None else at.asked
    shown = "" if at.teacher else found.fingerprint
    send = to.ROSTER_SEND(school.id, group, stamp, shown, at.teacher)
    confirm = s.button("roster-ask", "confirm", send, count=len(found.whom))
    return Screen(
        "\n\n".join((text, *skipped, *_waiting(s, school))),
        rows(confirm, (back, s.menu_button())),
    )


def _skipped(
    s: TurnContext, found: Reminding, roster: Roster, group: TeacherGroup
) -> Sequence[str]:
    """Tell who is passed over and why, except for what is true of everybody or says nothing.

    For other groups than that of the evaluation "done" would only mean: belongs to another group.
    """
    untold = set() if group is TeacherGroup.UNEVALUATED else {Dealt.DONE}
    if roster.opens:
        untold.add(Dealt.NOT_OPEN)
    lines = [
        s.say(
            "roster-outcome",
            outcome=s.world.texts.pick("outcome", outcome),
            count=len(skipped),
            names=Html(names(s, [row.name for row in skipped], len(skipped))),
        )
        for outcome, skipped in found.skipped.items()
        if outcome not in untold
    ]
    return ["\n".join((s.say("roster-skipped"), *lines))] if lines else []


def _early(s: TurnContext, roster: Roster, group: TeacherGroup) -> Sequence[str]:
    """Tell that the evaluation the teachers would be reminded of is not open yet."""
    if group is not TeacherGroup.UNEVALUATED or roster.opens is None:
        return []
    return [s.say("roster-not-open", opens=not_open(s.world.texts, roster.opens))]


def _first_moment(s: TurnContext, school: School) -> datetime:
    """Return the first moment from now on at which teachers may be reminded."""
    calendar = school.calendar(s.world.calendar)
    return next_allowed(calendar, Hours(zone=school.zone, hour=NIGHT_ENDS), s.now).moment


def _waiting(s: TurnContext, school: School) -> Sequence[str]:
    """Tell when it begins, if nothing may be sent at this very moment."""
    first = _first_moment(s, school)
    if first <= s.now:
        return []
    return [s.say("roster-later", when=s.world.texts.moment(first, school.zone))]


def send(s: TurnContext, school: School, at: Confirming) -> Answer | None:
    """Take the wish, if it is for exactly the teachers who were shown, and shown just now."""
    roster, group = s.known.roster, at.group
    if roster is None or group not in REMINDABLE:
        return None
    found = reminding(roster, group, at.teacher)
    wish = f"{school.id}-{at.asked}-{at.teacher or at.fingerprint}"
    if document_of(s.person.id, wish) in s.known.requests:
        return s.go(to.ROSTER_SENT(school.id, len(found.whom)))
    if not is_fresh(at.asked, s.now, CONFIRM_WITHIN):
        return _asked(s, at, s.say("roster-asked-again"))
    if not found.whom or (at.teacher is None and found.fingerprint != at.fingerprint):
        return _asked(s, at, s.say("roster-changed"))
    if is_too_late(s.now, _first_moment(s, school)):
        return _asked(s, at)
    if len(s.known.requests) >= ASKS_AT_ONCE:
        return s.toast(s.say("roster-busy"))
    new = NudgeRequest(
        id=wish,
        school=school.id,
        group=group,
        asked_at=s.now,
        due_at=s.now,
        waiting=tuple(row.id for row in found.whom),
        by=s.person.id,
    )
    going = s.go(to.ROSTER_SENT(school.id, len(found.whom)))
    return replace(going, changes=(RequestNudges(new),))


def show_sent(s: TurnContext, school: School, at: Counted) -> Screen:
    """Tell that the teachers will be reminded, and that the result will be told."""
    return Screen(
        "\n\n".join((s.say("roster-sent", count=at.count), *_waiting(s, school))),
        rows(
            (s.button("nav", "back", to.ROSTER_LIST(school.id, TeacherGroup.ALL)), s.menu_button())
        ),
    )


SHOWS: tuple[ShownPlace, ...] = (
    shown_in(to.ROSTER_LIST, show_list, Action.SEE_TEACHERS, query=Query.ROSTER),
    shown_in(to.ROSTER_ASK, show_ask, Action.REMIND, query=Query.ROSTER),
    shown_in(to.ROSTER_SENT, show_sent, Action.REMIND),
)
VERBS: tuple[Done, ...] = (
    done_in(to.ROSTER_LIST, open_list, Action.SEE_TEACHERS),
    done_in(to.ROSTER_ASK, ask, Action.REMIND),
    done_in(to.ROSTER_SEND, send, Action.REMIND, query=Query.ROSTER),
)
