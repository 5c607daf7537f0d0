"""Reads what a diary tells of development plans: their days, the message on each, and how they went.

Expects what the house promises, from what each teacher did; uses nothing of the bot's own rules.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.year_check_cycles import Wording
from bench.year_diary import Entry, Kind

PLAN_KINDS = frozenset({Kind.PLAN_BEGAN, Kind.PLAN_DAY, Kind.PLAN_WENT})


@dataclass(slots=True)
class Days:
    """The days of one plan: those to come with the day each was chosen on, and the last one."""

    waiting: dict[date, date] = field(default_factory=dict)
    last: date | None = None
    asked: int = 0
    ended: bool = False


def is_about_plan(entry: Entry) -> bool:
    """Say whether a message is about a development plan."""
    return any(data.startswith("evaluation:days:") for data in entry.buttons)


@dataclass(slots=True)
class DevelopmentPlans:
    """Follows one teacher's plans. ``is_free`` says whether she could be written to all day."""

    wording: Wording
    fault: Callable[[str, Entry | date], None]
    is_free: Callable[[date], bool]
    written_on: set[date]
    plans: dict[str, Days] = field(default_factory=dict)
    told: int = 0

    @property
    def hers(self) -> Days | None:
        """The plan she is reminded of: that of the latest quarter, until she said how it went."""
        newest = self.plans[max(self.plans)] if self.plans else None
        return newest if newest and not newest.ended else None

    def take(self, entry: Entry, day: date) -> None:
        """Read what she did."""
        self._look_back(day)
        quarter, _, chosen = entry.detail.partition(" ")
        plan = self.plans.setdefault(quarter, Days())
        match entry.kind:
            case Kind.PLAN_DAY:
                when = date.fromisoformat(chosen)
                if plan.ended:  # open again, with her days that are still to come
                    plan.waiting = {one: day for one in plan.waiting if one >= day}
                plan.waiting[when] = day
                plan.last = max(when, plan.last or when)
                plan.ended = False
            case Kind.PLAN_WENT:
                plan.ended = True
            case _:
                pass

    def message(self, entry: Entry, day: date) -> bool:
        """Read a message about a plan; True if it takes the place of a nudge."""
        plan = self.hers
        if self.wording.plan_rests in entry.detail:
            if plan is None or plan.waiting or plan.asked != 1:
                self.fault("asked though it rests", entry)
            elif plan:
                plan.asked += 1
            return True
        due = [one for one in plan.waiting if one <= day] if plan else []
        self.told += 1
        if plan is None or not due:
            self.fault("reminded of a plan without a day", entry)
            return False
        if late := self._missed(min(due), plan.waiting[min(due)], day):
            self.fault("day of a plan late or missed", late)
        plan.waiting = {one: made for one, made in plan.waiting.items() if one > day}
        asks = any(data.startswith("evaluation:went:") for data in entry.buttons)
        if asks == bool(plan.waiting):
            self.fault("question not with a plan's last day", entry)
        plan.asked = int(asks)
        return False

    def end(self, day: date) -> None:
        """Read the end of the year."""
        self._look_back(day)

    def _look_back(self, day: date) -> None:
        plan = self.hers
        for one, made in dict(plan.waiting).items() if plan else ():
            if missed := self._missed(one, made, day):
                self.fault("day of a plan late or missed", missed)
                if plan:
                    del plan.waiting[one]  # told once

    def _missed(self, planned: date, made: date, until: date) -> date | None:
        """Return the first free day from the planned one on that passed without a message."""
        day = max(planned, made + timedelta(days=1))
        while day < until:
            if day not in self.written_on and self.is_free(day):
                return day
            day += timedelta(days=1)
        return None
