"""A broadcast under way or past: its progress, its result by name, the orders, and the list."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from textwrap import shorten

from bot.chat.model import Button, OrderBroadcast, Screen
from bot.chat.routes import OfBroadcast, button_to
from bot.chat.screens.broadcast import routes as to
from bot.chat.screens.broadcast.choices import PAGE
from bot.chat.screens.broadcast.draft import audience_words, excerpt
from bot.chat.screens.broadcast.late import late_buttons, late_words
from bot.chat.screens.broadcast.preview import next_turns
from bot.chat.screens.broadcast.routes import Ending, Ordering, Paging
from bot.chat.screens.broadcast.send import confirmed, show_taken
from bot.chat.screens.broadcast.woken import given
from bot.chat.screens.roster.words import told_names
from bot.chat.screens.turning import turning
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.batch import Delivery, DeliveryReport, Fate, SkipReason
from bot.domain.broadcast.broadcast import ENDED, Broadcast, Phase
from bot.domain.broadcast.order import Order, may_be
from bot.domain.broadcast.repetition import moved_turn, started
from bot.domain.calendar.quarter import local
from bot.domain.person.person import Place
from bot.domain.school.access import Action
from bot.domain.school.school import School

WORDS_LISTED = 22
"""Characters of a broadcast's words on its button in the list; more would not be shown."""

LISTED = 8
"""Broadcasts on one page of the list."""

SHOWN = (
    Fate.SENT,
    Fate.GONE,
    Fate.REFUSED,
    Fate.UNKNOWN,
    Fate.SKIPPED,
    Fate.QUEUED,
)


def see(s: TurnContext, school: School, at: OfBroadcast) -> Answer:
    """Go to one broadcast; its progress is shown on the message whose button was pressed."""
    return s.go(to.SIAR_ONE(school.id, at.broadcast, s.message or None))


def order(s: TurnContext, school: School, at: Ordering) -> Answer:
    """Pause, continue, stop, or send again what failed."""
    return given(s, school, OrderBroadcast(school.id, at.broadcast, at.order), at.sure)


def ask_stop(s: TurnContext, school: School, at: OfBroadcast) -> Answer:
    """Go to the question whether a broadcast is to end for good."""
    return s.go(to.SIAR_STOP(school.id, at.broadcast))


def show_stop(s: TurnContext, school: School, at: OfBroadcast) -> Screen:
    """Ask once more before a broadcast ends for good, and say for how many it would."""
    report = s.known.broadcast
    if report is None or report.broadcast.id != at.broadcast:
        return _show_taken(s, school, at)
    head = report.broadcast
    if not may_be(head, Order.STOP):
        return show_one(s, school, at)
    data = to.SIAR_DO(school.id, head.id, Order.STOP)
    told = [s.say("broadcast-stop", excerpt=excerpt(s, head.content))]
    sent = any(report.counts[one] for one in (Fate.SENT, Fate.UNKNOWN, Fate.SENDING))
    told.append(s.say("broadcast-stop-sent" if sent else "broadcast-stop-unsent", open=report.open))
    if head.repeats:
        told.append(s.say("broadcast-stop-turns"))
        told.append(next_turns(s, school, started(head), _told_until(s, head)))
    pauses = may_be(head, Order.PAUSE)
    told.append(s.say("broadcast-stop-pause" if pauses else "broadcast-stop-final"))
    return Screen(
        told[0] + "\n\n" + "\n".join(told[1:]),
        rows(
            s.button("broadcast-stop", "yes", data),
            s.button("broadcast-stop", "no", to.SIAR_SEE(school.id, head.id)),
        ),
    )


def show_one(s: TurnContext, school: School, at: OfBroadcast) -> Screen:
    """Draw how far a broadcast is, with what can be done about it."""
    report = s.known.broadcast
    if report is None or report.broadcast.id != at.broadcast or confirmed(s, at.broadcast):
        return _show_taken(s, school, at)
    report = replace(report, broadcast=_as_it_stands(s, report.broadcast))
    head = report.broadcast
    text = s.say(
        "broadcast-one",
        school=school.name,
        excerpt=excerpt(s, head.content),
        audience=audience_words(s, head.audience),
        phase=_phase(s, report),
    )
    if head.repeats and head.phase not in ENDED:
        text += "\n" + next_turns(s, school, started(head), _told_until(s, head))
    text += "\n\n" + _counted(s, report)
    late = late_buttons(s, school, head) if head.phase is Phase.LATE else ()
    if late:
        text = f"{late_words(s, head)}\n\n{text}"
    return Screen(text, rows(*late, *_orders(s, report), *_results(s, report), _home(s, school)))


def _told_until(s: TurnContext, head: Broadcast) -> datetime:
    """Return the moment after which the turns are told: those before it are past, or told already."""
    return max(s.now, head.due or head.missed or s.now) if head.chunks is None else s.now


def _counted(s: TurnContext, report: DeliveryReport) -> str:
    """Return how many deliveries ended how; of what has not begun, for whom it will be."""
    head, counts = report.broadcast, report.counts
    if head.chunks is None:
        return s.say("broadcast-later-whom" if head.phase is Phase.WAITING else "broadcast-nobody")
    said = [
        f"{s.world.texts.pick('fate', outcome)}: {counts[outcome]}"
        for outcome in SHOWN
        if counts[outcome] or (outcome is Fate.SENT and head.phase is not Phase.WAITING)
    ]
    if head.phase is not Phase.WAITING:
        said.insert(0, f"{sum(counts.values()) - report.open}/{head.total}")
    told = " · ".join(said)
    if report.perhaps_twice:
        told += "\n" + s.say("broadcast-twice", count=report.perhaps_twice)
    return told


def _as_it_stands(s: TurnContext, head: Broadcast) -> Broadcast:
    """Return a broadcast as it counts now: without a sender who may send it goes no further."""
    if head.phase in ENDED or s.known.rights.may(head.by, Action.BROADCAST, head.school):
        return head
    return replace(head, phase=Phase.WITHOUT_SENDER)


def _show_taken(s: TurnContext, school: School, at: OfBroadcast) -> Screen:
    return show_taken(s, school, at.broadcast, _home(s, school))


def _phase(s: TurnContext, report: DeliveryReport) -> str:
    head = report.broadcast
    words = s.world.texts.pick("phase", head.phase)
    later = _due(s, head) if head.phase is Phase.WAITING else report.next_after
    if later and later > s.now and head.phase in (Phase.WAITING, Phase.SENDING):
        moment = s.world.texts.moment(later, s.person.zone)
        words = s.say("broadcast-later", phase=words, moment=moment)
    comes_again = head.repeats and head.phase not in ENDED
    return s.say("broadcast-repeated", when=words) if comes_again else words


def _due(s: TurnContext, head: Broadcast) -> datetime | None:
    """Return when a broadcast that waits leaves, as the school's calendar has it by now."""
    school = s.known.rights.schools.get(head.school)
    moved = moved_turn(head, school, s.world.calendar, s.now) if school else None
    return moved or head.due


def _orders(
    s: TurnContext, report: DeliveryReport
) -> tuple[Button | tuple[Button, ...] | None, ...]:
    head, counts = report.broadcast, report.counts

    def ordering(wish: Order) -> Place:
        return to.SIAR_DO(head.school, head.id, wish)

    failed = report.again
    orders = (
        ("pause", Order.PAUSE, ordering(Order.PAUSE)),
        ("go", Order.CONTINUE, ordering(Order.CONTINUE)),
        ("stop", Order.STOP, to.SIAR_STOP(head.school, head.id)),
    )
    going = tuple(
        s.button("broadcast-one", name, pressed)
        for name, order, pressed in orders
        if may_be(head, order)
    )
    again = s.button("broadcast-one", "again", ordering(Order.FAILED_AGAIN), count=failed)
    unsure = s.button(
        "broadcast-one",
        "unsure",
        ordering(Order.UNSURE_AGAIN),
        count=failed + counts[Fate.UNKNOWN],
    )
    ended = may_be(head, Order.FAILED_AGAIN)
    return (
        going,
        again if ended and failed else None,
        unsure if ended and counts[Fate.UNKNOWN] else None,
    )


def _results(s: TurnContext, report: DeliveryReport) -> tuple[Button, ...]:
    head = report.broadcast
    return tuple(
        button_to(
            f"{s.world.texts.pick('fate', outcome)} ({report.counts[outcome]})",
            to.SIAR_WHO(head.school, head.id, outcome),
        )
        for outcome in SHOWN
        if report.counts[outcome]
    )


def _home(s: TurnContext, school: School) -> tuple[Button, ...]:
    return (s.button("nav", "back", to.SIAR_LIST(school.id)), s.menu_button())


def who(s: TurnContext, school: School, at: Ending) -> Answer:
    """Go to the names of one outcome."""
    return s.go(to.SIAR_WHO(school.id, at.broadcast, at.outcome, at.page))


def show_who(s: TurnContext, school: School, at: Ending) -> Screen:
    """Draw whose message ended in one way."""
    report = s.known.broadcast
    if report is None:
        return Screen(s.say("broadcast-gone"), rows(_home(s, school)))
    head, outcome = report.broadcast, at.outcome
    found = [one for one in report.deliveries if one.outcome is outcome]
    page = at.page or 0
    told = told_names(s, s.known.roster) if s.known.roster else {}
    names = "\n".join(_named(s, one, told) for one in found[page * PAGE : (page + 1) * PAGE])
    text = s.say(
        "broadcast-who",
        outcome=s.world.texts.pick("fate", outcome),
        explained=s.world.texts.pick("fate-why", outcome),
        count=len(found),
        names=names,
    )
    turns = turning(
        s, lambda at: to.SIAR_WHO(school.id, head.id, outcome, at), page, len(found), PAGE
    )
    return Screen(text, rows(turns, s.button("nav", "back", to.SIAR_SEE(school.id, head.id))))


def _named(s: TurnContext, one: Delivery, told: Mapping[int, str]) -> str:
    """Return whose delivery it is, with why nothing was sent to her, or that she may have it twice."""
    name = told.get(one.person, one.name) if one.name else "–"
    if one.is_perhaps_twice:
        return f"{name} – {s.say('broadcast-twice-named')}"
    if one.outcome is not Fate.SKIPPED or one.reason not in set(SkipReason):
        return name
    return f"{name} – {s.world.texts.pick('skipped', one.reason)}"


def show_list(s: TurnContext, school: School, at: Paging) -> Screen:
    """Draw the school's broadcasts, newest first."""
    found, page = s.known.broadcasts, at.page or 0
    shown = found[page * LISTED : (page + 1) * LISTED]
    buttons = tuple(
        button_to(f"{_day(s, one):%d/%m} · {_words(s, one)}", to.SIAR_SEE(school.id, one.id))
        for one in shown
    )
    turns = turning(s, lambda at: to.SIAR_LIST(school.id, at), page, len(found), LISTED)
    back = s.button("nav", "back", to.SIAR_HOME(school.id))
    text = s.say("broadcast-list", school=school.name, count=len(found))
    if shown:
        text += "\n\n" + "\n".join(_line(s, one) for one in shown)
    return Screen(text, rows(*buttons, turns, (back, s.menu_button())))


def _line(s: TurnContext, head: Broadcast) -> str:
    return s.say(
        "broadcast-listed",
        day=s.world.texts.long_day(_day(s, head)),
        phase=s.world.texts.pick("phase", _as_it_stands(s, head).phase),
        words=_words(s, head),
    )


def _day(s: TurnContext, head: Broadcast) -> date:
    """Return the day of a broadcast by the clock of who looks at it."""
    head = _as_it_stands(s, head)
    moment = head.begun_at or head.missed or head.due or head.ended_at or head.made_at
    return local(moment, s.person.zone).date()


def _words(s: TurnContext, head: Broadcast) -> str:
    words = shorten(head.content.plain, WORDS_LISTED, placeholder=" …")
    return words or s.world.texts.pick("medium", head.content.medium)
