"""Siapa di mana: the teachers of a school by name, filters, and reminding those who have not.

Shows what ``domain.roster`` knows and nothing else, so nothing private can be on it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.chat.context import Query
from bot.chat.model import Button, Screen
from bot.chat.screens.account.asked_at import asked_at, is_fresh
from bot.chat.screens.roster.evaluated_words import not_open
from bot.chat.screens.roster.words import names, told_names, where_she_is
from bot.chat.screens.school.school import refused
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.content.texts import Html
from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import NIGHT_ENDS
from bot.domain.roster.nudge_request import ASKS_AT_ONCE, REMINDABLE, Dealt, Group, NudgeRequest
from bot.domain.roster.roster import Roster
from bot.domain.roster.roster_group import Reminding, members, reminding
from bot.domain.school.access import Action
from bot.domain.school.school import School, SchoolId

PAGE = 8
"""Teachers on one page."""

CONFIRM_WITHIN = timedelta(hours=1)
"""A confirmation is good for so long after the list was shown."""


def _own(s: TurnContext, args: tuple[str, ...], action: Action) -> School | None:
    """Return the school of a place or button, if the person may do this there."""
    if not args or not s.may(action, args[0]):
        return None
    return s.known.rights.schools.get(SchoolId(args[0]))


def _group(args: tuple[str, ...]) -> Group:
    """Return the group of a place; whatever is no group means everybody."""
    return Group(args[1]) if len(args) > 1 and args[1] in set(Group) else Group.ALL


def _group_name(s: TurnContext, group: Group) -> str:
    return s.world.texts.pick("group", group)


# --- the list -----------------------------------------------------------------------------------


def show_list(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw one page of the teachers of a group, and the groups with their numbers."""
    school, roster = _own(s, args, Action.SEE_TEACHERS), s.known.roster
    if school is None or roster is None:
        return refused(s)
    group = _group(args)
    found = members(roster, group)
    last = max(0, (len(found) - 1) // PAGE)
    page = min(int(args[2]), last) if len(args) > 2 and args[2].isdecimal() else 0  # noqa: PLR2004 -- school, group, page
    shown = found[page * PAGE : (page + 1) * PAGE]
    told = told_names(s, roster)
    lines = [
        s.say("roster-line", name=told[row.id], where=Html(where_she_is(s, row, roster.today)))
        for row in shown
    ]
    is_early = group is Group.UNEVALUATED and roster.opens is not None
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
        (
            *rows(_turning(s, school, group, page, last)),
            *_filters(s, school, group, roster),
            *rows(
                s.button("roster", "ask", f"roster:ask:{school.id}:{group}") if asks else None,
                s.button("roster", "one", f"teacher:pick:{school.id}:0") if roster.rows else None,
                (s.button("nav", "back", f"school:home:{school.id}"), s.menu_button()),
            ),
        ),
    )


def _turning(
    s: TurnContext, school: School, group: Group, page: int, last: int
) -> tuple[Button, ...]:
    data = f"roster:list:{school.id}:{group}"
    before = s.button("roster", "before", f"{data}:{page - 1}")
    after = s.button("roster", "after", f"{data}:{page + 1}")
    return (*((before,) if page else ()), *((after,) if page < last else ()))


def _filters(
    s: TurnContext, school: School, chosen: Group, roster: Roster
) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(
            s.world.texts.label("roster", "unopened-chosen" if group is chosen else "unopened")
            if group is Group.UNEVALUATED and roster.opens
            else s.world.texts.label(
                "roster",
                "chosen" if group is chosen else "group",
                name=_group_name(s, group),
                count=len(members(roster, group)),
            ),
            f"roster:list:{school.id}:{group}",
        )
        for group in Group
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def open_list(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to the list; args are the school, the group and the page."""
    school = _own(s, args, Action.SEE_TEACHERS)
    if school is None:
        return s.stay(s.say("no-right"))
    return s.go("roster.list", school.id, _group(args), *args[2:3])


# --- reminding ----------------------------------------------------------------------------------


def ask(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to the question whether these teachers are to be reminded."""
    school = _own(s, args, Action.REMIND)
    if school is None:
        return s.stay(s.say("no-right"))
    if _group(args) not in REMINDABLE:
        return None
    return _asked(s, school, _group(args))


def _asked(s: TurnContext, school: School, group: Group, note: str | None = None) -> Answer:
    return s.go("roster.ask", school.id, group, asked_at(s.now), note=note)


def show_ask(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw how many would be reminded and whom, and who is passed over for which reason."""
    school, roster, group = _own(s, args, Action.REMIND), s.known.roster, _group(args)
    if school is None or roster is None or group not in REMINDABLE:
        return refused(s)
    found = reminding(roster, group)
    back = s.button("nav", "back", f"roster:list:{school.id}:{group}")
    skipped = _skipped(s, found, group)
    if not found.whom:
        told = (s.say("roster-nobody"), *_early(s, roster, group), *skipped)
        return Screen("\n\n".join(told), rows((back, s.menu_button())))
    known = told_names(s, roster)
    text = s.say(
        "roster-ask",
        count=len(found.whom),
        group=_group_name(s, group),
        names=Html(names(s, [known[row.id] for row in found.whom], len(found.whom))),
    )
    stamp = args[2] if len(args) > 2 else asked_at(s.now)  # noqa: PLR2004 -- school, group, stamp
    send = f"roster:send:{school.id}:{group}:{stamp}:{found.digest}"
    confirm = s.button("roster-ask", "confirm", send, count=len(found.whom))
    return Screen(
        "\n\n".join((text, *skipped, *_waiting(s, school))),
        rows(confirm, (back, s.menu_button())),
    )


def _skipped(s: TurnContext, found: Reminding, group: Group) -> Sequence[str]:
    # For the other groups "done" would only mean: belongs to another group.
    lines = [
        s.say(
            "roster-outcome",
            outcome=s.world.texts.pick("outcome", outcome),
            count=len(skipped),
            names=Html(names(s, [row.name for row in skipped], len(skipped))),
        )
        for outcome, skipped in found.skipped.items()
        if outcome is not Dealt.DONE or group is Group.UNEVALUATED
    ]
    return ["\n".join((s.say("roster-skipped"), *lines))] if lines else []


def _early(s: TurnContext, roster: Roster, group: Group) -> Sequence[str]:
    """Tell that the evaluation the teachers would be reminded of is not open yet."""
    if group is not Group.UNEVALUATED or roster.opens is None:
        return []
    return [s.say("roster-not-open", opens=not_open(s.world.texts, roster.opens))]


def _waiting(s: TurnContext, school: School) -> Sequence[str]:
    """Tell when it begins, if nothing may be sent at this very moment."""
    calendar = school.calendar(s.world.calendar)
    first = next_allowed(calendar, Hours(zone=school.zone, hour=NIGHT_ENDS), s.now).moment
    if first <= s.now:
        return []
    return [s.say("roster-later", when=s.world.texts.moment(first, school.zone))]


def send(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the wish, if it is for exactly the teachers who were shown, and shown just now."""
    school, roster, group = _own(s, args, Action.REMIND), s.known.roster, _group(args)
    if school is None:
        return s.stay(s.say("no-right"))
    if len(args) != 4 or roster is None or group not in REMINDABLE or not args[2].isdecimal():  # noqa: PLR2004 -- school, group, stamp, digest
        return None
    found, stamp = reminding(roster, group), args[2]
    wish = f"{school.id}-{stamp}-{args[3]}"
    if any(known.id == wish for known in s.person.asks):
        return s.go("roster.sent", school.id, str(len(found.whom)))
    if not is_fresh(stamp, s.now, CONFIRM_WITHIN):
        return _asked(s, school, group, s.say("roster-asked-again"))
    if found.digest != args[3] or not found.whom:
        return _asked(s, school, group, s.say("roster-changed"))
    if len(s.person.asks) >= ASKS_AT_ONCE:
        return s.stay(s.say("roster-busy"))
    new = NudgeRequest(
        id=wish,
        school=school.id,
        group=group,
        asked_at=s.now,
        due_at=s.now,
        waiting=tuple(row.id for row in found.whom),
    )
    person = replace(s.person, asks=(*s.person.asks, new))
    return s.change(person).go("roster.sent", school.id, str(len(found.whom)))


def show_sent(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Tell that the teachers will be reminded, and that the result will be told."""
    school = _own(s, args, Action.REMIND)
    if school is None or len(args) < 2 or not args[1].isdecimal():  # noqa: PLR2004 -- school, count
        return refused(s)
    return Screen(
        "\n\n".join((s.say("roster-sent", count=int(args[1])), *_waiting(s, school))),
        rows((s.button("nav", "back", f"roster:list:{school.id}:semua"), s.menu_button())),
    )


SHOWS: Mapping[str, Show] = {"list": show_list, "ask": show_ask, "sent": show_sent}
VERBS: Mapping[str, Verb] = {"list": open_list, "ask": ask, "send": send}
QUERIES: Mapping[str, Query] = {"list": Query.ROSTER, "ask": Query.ROSTER}
PRESS_QUERIES: Mapping[str, Query] = {"roster:send": Query.ROSTER}
"""What must be loaded before a button is acted on."""
