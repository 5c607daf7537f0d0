"""An order that would send an important broadcast into somebody's quiet hours asks once more.

The button that confirms it carries how many it told; another number needs another look.
"""

from dataclasses import replace

from bot.chat.model import OrderBroadcast, Screen
from bot.chat.screens.broadcast import routes as to
from bot.chat.screens.broadcast.loud import CERTAIN
from bot.chat.screens.broadcast.routes import Waking
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.disturbance import count_disturbed, reached_by
from bot.domain.broadcast.order import SENDS, may_be
from bot.domain.person.person import Place
from bot.domain.person.zone import Zone
from bot.domain.school.school import School

PATIENT = "tunggu"
"""Stands in the button of who lets everybody's quiet hours pass."""


def given(
    s: TurnContext, school: School, wish: OrderBroadcast, sure: str | None, note: str = ""
) -> Answer:
    """Give an order, or ask first; ``sure`` is what its button says to the question."""
    count = woken(s, wish)
    if count and sure not in (PATIENT, f"{CERTAIN}{count}"):
        return asked(s, school, wish)
    going = s.go(to.SIAR_ONE(school.id, wish.broadcast, s.message or None))
    loud = replace(wish, disturbs=0 if sure == PATIENT else count)
    return Answer(person=going.person, note=note or None, changes=(loud,))


def asked(s: TurnContext, school: School, wish: OrderBroadcast, note: str = "") -> Answer:
    """Go to the question."""
    return s.go(to.SIAR_WAKE(school.id, wish.broadcast, wish.order, wish.at), note=note or None)


def may_be_quiet(s: TurnContext, wish: OrderBroadcast) -> bool:
    """Say whether it is quiet hours in any zone when it would leave."""
    at = wish.at or s.now
    return any(s.world.calendar.after_quiet_hours(at, zone) > at for zone in Zone)


def woken(s: TurnContext, wish: OrderBroadcast) -> int:
    """Return how many an order would reach in their quiet hours."""
    report, roster = s.known.broadcast, s.known.roster
    if report is None or roster is None or wish.order not in SENDS:
        return 0
    head = report.broadcast
    if head.id != wish.broadcast or not head.important or not may_be(head, wish.order):
        return 0
    people = reached_by(report, wish.order, roster)
    return count_disturbed(people, roster, s.world.calendar, wish.at or s.now)


def show_wake(s: TurnContext, school: School, at: Waking) -> Screen:
    """Ask whether it is to reach them."""
    back = s.button("nav", "back", to.SIAR_SEE(school.id, at.broadcast))
    report, roster = s.known.broadcast, s.known.roster
    if report is None or roster is None or at.order not in SENDS:
        return Screen(s.say("broadcast-not-there"), rows(back))
    wish = OrderBroadcast(school.id, at.broadcast, at.order, at=at.moment)

    def given_with(sure: str) -> Place:
        if at.moment:
            return to.SIAR_MOVE(school.id, at.broadcast, at.moment, sure)
        return to.SIAR_DO(school.id, at.broadcast, at.order, sure)

    moment = s.world.texts.moment(at.moment or s.now, s.person.zone)
    count = woken(s, wish)
    if not count:
        use = s.button("broadcast-patient", "use", given_with(PATIENT))
        return Screen(s.say("broadcast-patient", moment=moment), rows(use, back))
    total = len(reached_by(report, at.order, roster))
    return Screen(
        s.say("broadcast-loud", quiet=count, count=total, moment=moment),
        rows(
            s.button("broadcast-loud", "send", given_with(f"{CERTAIN}{count}")),
            s.button("broadcast-loud", "wait", given_with(PATIENT)),
            back,
        ),
    )
