"""The reminders of four million teachers, laid over the hours: `python -m bench.scale.country`.

Pure: the bot's own rules plan each message (``reminder.plan``) and what follows it; a few teachers each
stand for some thousands, and one queue sends them in the order in which they were due, at most so many a
second, as the bot does: what is not allowed any more when its turn comes is planned anew. Nobody ever
answers an evaluation, and everybody gives a sign after each message, so that there is as much to send as there
can be. Prints Markdown.
"""

import argparse
import heapq
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.evaluation.evaluation import History
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import PlanningFacts, Wishes
from bot.domain.reminders.reminder import plan, recorded
from bot.domain.school.school import School, SchoolId
from bot.run.settings import load_settings
from bot.run.wiring import build

TEACHERS: Final = 4_000_000
PROVINCES: Final = 38
BEGINS: Final = datetime(2026, 8, 1, tzinfo=UTC)
DAYS: Final = 91
SAMPLE: Final = 1_000

SHARES: Final = {Zone.WIB: 0.80, Zone.WITA: 0.15, Zone.WIT: 0.05}
"""Set, not measured: teachers by zone."""

FREE: Final = 26.0
"""Messages a second within Telegram's free 30: the goal of a broadcast, which the limiter keeps."""

PAID: Final = 600.0
"""The same where messages are paid for; Telegram takes 1,000."""

PACES: Final = {
    "one token, free": FREE,
    "one token, paid for": PAID,
    f"a token a province ({PROVINCES}), free": FREE * PROVINCES,
}

HEAD: Final = """\
| sent by | messages/s | a day | fullest day | its first to its last: hours | late: half by hours | 99 % | the last \
| still waiting |
|---|---:|---:|---|---:|---:|---:|---:|---:|"""


@dataclass(slots=True)
class Laid:
    """What was sent when, in teachers."""

    weight: int
    sent: int = 0
    waiting: int = 0
    """Due at the end of the days, and not sent."""

    by_day: Counter[str] = field(default_factory=Counter)
    late: list[float] = field(default_factory=list)
    """Hours between the moment that was planned first and that at which it left, of each in the sample."""

    spread: float = 0.0
    """Hours between the first and the last message of the fullest day."""

    @property
    def fullest(self) -> tuple[str, int]:
        """The day with most messages, and how many."""
        [(day, most)] = self.by_day.most_common(1)
        return day, most

    def row(self, name: str, pace: float) -> str:
        """One line of the table."""
        late, (day, most) = sorted(self.late), self.fullest
        half, nearly = (late[int(len(late) * part)] for part in (0.5, 0.99))
        return (
            f"| {name} | {pace:,.0f} | {self.sent / DAYS:,.0f} | {most:,} ({day}) | {self.spread:.1f} "
            f"| {half:.1f} | {nearly:.1f} | {late[-1]:.1f} | {self.waiting:,} |"
        )


def sampled(count: int, *, spread: bool, seed: int = 13) -> Iterator[tuple[PlanningFacts, School]]:
    """Yield teachers of schools, who registered in the year before; weekdays of their own, or all the same."""
    chance = random.Random(seed)
    schools = {zone: School(id=SchoolId(zone.value), name="SDN 1", zone=zone) for zone in Zone}
    for number in range(count):
        [zone] = chance.choices(list(SHARES), weights=list(SHARES.values()))
        seen = BEGINS - timedelta(days=chance.uniform(4, 30))
        registered = BEGINS - timedelta(days=chance.uniform(60, 300))
        weekday = chance.randrange(5) if spread else Wishes().weekday
        facts = PlanningFacts(
            id=number,
            zone=zone,
            history=History(registered=registered, evaluations=(), zone=zone),
            seen_at=seen,
            has_step=True,
            wishes=Wishes(weekday=weekday),
        )
        yield facts, schools[zone]


def lay(calendar: Calendar, people: list[tuple[PlanningFacts, School]], pace: float) -> Laid:
    """Send what is due over the days, at a pace for all teachers together."""
    laid = Laid(TEACHERS // len(people))
    each, ends = timedelta(seconds=laid.weight / pace), BEGINS + timedelta(days=DAYS)
    free, moments = BEGINS, dict[str, list[datetime]]()
    wanted = dict[int, datetime]()
    queue = list[tuple[datetime, int]]()
    for number, (facts, school) in enumerate(people):
        if planned := plan(facts, school, calendar, BEGINS):
            queue.append((planned.moment, number))
            wanted[number] = planned.moment
    heapq.heapify(queue)
    while queue and queue[0][0] < ends and free < ends:
        due, number = heapq.heappop(queue)
        (facts, school), now = people[number], max(due, free)
        planned = plan(facts, school, calendar, now)
        if planned and planned.moment <= now:
            facts = recorded(facts, planned, now)
            facts = replace(facts, seen_at=now, outbound=replace(facts.outbound, unanswered=0))
            people[number] = facts, school
            free = now + each
            day = str(facts.day(now))
            moments.setdefault(day, []).append(free)
            laid.by_day[day] += laid.weight
            laid.sent += laid.weight
            laid.late.append((free - wanted.pop(number)) / timedelta(hours=1))
            planned = plan(facts, school, calendar, now)
        if planned:
            wanted.setdefault(number, planned.moment)
            heapq.heappush(queue, (planned.moment, number))
    laid.waiting = laid.weight * sum(moment < ends for moment, _ in queue)
    fullest = moments[laid.fullest[0]]
    laid.spread = (fullest[-1] - fullest[0]) / timedelta(hours=1)
    return laid


def report(sample: int = SAMPLE) -> str:
    """Lay them at each pace; return the table."""
    calendar = build(load_settings()).world.calendar
    rows = [
        lay(calendar, list(sampled(sample, spread=spread)), pace).row(f"{name}, {days}", pace)
        for spread, days in ((False, "all on Tuesdays"), (True, "weekdays spread"))
        for name, pace in PACES.items()
    ]
    return "\n".join(
        [
            f"## Reminders of {TEACHERS:,} teachers in {DAYS} days from {BEGINS:%Y-%m-%d}",
            "",
            HEAD,
            *rows,
        ]
    )


def main() -> None:
    """Lay them, and print."""
    parser = argparse.ArgumentParser(description="The reminders of four million teachers.")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="teachers that stand for all")
    print(report(parser.parse_args().sample))


if __name__ == "__main__":
    main()
