"""An order that would send an important broadcast into somebody's quiet hours asks once more.

The button that confirms it carries how many it told; another number needs another look.
"""

from dataclasses import replace
from datetime import UTC

from bot.chat.model import OrderBroadcast, Screen
from bot.chat.screens.broadcast.loud import CERTAIN
from bot.chat.screens.reminders.moment_said import seconds_of
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.disturbance import count_disturbed, reached_by
from bot.domain.broadcast.order import SENDS, Order, may_be
from bot.domain.person.zone import Zone
from bot.domain.school.school import School

PATIENT = "tunggu"
"""Stands in the button of who lets everybody's quiet hours pass."""


def given(
    s: TurnContext, school: School, wish: OrderBroadcast, sure: str, note: str = ""
) -> Answer:
    """Give an order, or ask first; ``sure`` is what its button says to the question."""
    count = woken(s, wish)
    if count and sure not in (PATIENT, f"{CERTAIN}{count}"):
        return asked(s, school, wish)
    watched = (str(s.message),) if s.message else ()
    going = s.go("siar.one", school.id, wish.broadcast, *watched)
    loud = replace(wish, disturbs=0 if sure == PATIENT else count)
    return Answer(person=going.person, note=note or None, changes=(loud,))


def asked(s: TurnContext, school: School, wish: OrderBroadcast, note: str = "") -> Answer:
    """Go to the question."""
    at = (str(int(wish.at.timestamp())),) if wish.at else ()
    return s.go("siar.wake", school.id, wish.broadcast, wish.order, *at, note=note or None)


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


def show_wake(s: TurnContext, school: School, args: tuple[str, ...]) -> Screen:
    """Ask whether it is to reach them; args are broadcast, order and, for another time, its seconds."""
    back = s.button("nav", "back", f"siar:see:{school.id}:{args[0] if args else ''}")
    report, roster = s.known.broadcast, s.known.roster
    if report is None or roster is None or len(args) < 2 or args[1] not in SENDS:  # noqa: PLR2004 -- broadcast, order
        return Screen(s.say("broadcast-not-there"), rows(back))
    order = Order(args[1])
    at = seconds_of(args[2]) if len(args) > 2 else None  # noqa: PLR2004 -- as above, and the moment
    wish = OrderBroadcast(school.id, args[0], order, at=at.astimezone(UTC) if at else None)
    data = f"siar:do:{school.id}:{args[0]}:{order}"
    if at:
        data = f"siar:move:{school.id}:{args[0]}:{args[2]}"
    moment = s.world.texts.moment(at or s.now, s.person.zone)
    count = woken(s, wish)
    if not count:
        use = s.button("broadcast-patient", "use", f"{data}:{PATIENT}")
        return Screen(s.say("broadcast-patient", moment=moment), rows(use, back))
    total = len(reached_by(report, order, roster))
    return Screen(
        s.say("broadcast-loud", quiet=count, count=total, moment=moment),
        rows(
            s.button("broadcast-loud", "send", f"{data}:{CERTAIN}{count}"),
            s.button("broadcast-loud", "wait", f"{data}:{PATIENT}"),
            back,
        ),
    )
