"""Reads what a diary tells of coaching cycles: plans, the questions about them, nudges about the step.

Expects what the house promises, from what each teacher did; uses nothing of the bot's own rules.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.year_diary import Entry, Kind

CYCLE_KINDS = frozenset(
    {Kind.BEGAN, Kind.PUT_OFF, Kind.PLANNED, Kind.TRIED, Kind.DROPPED, Kind.CLOSED}
)


@dataclass(frozen=True, slots=True)
class Wording:
    """How the bot says what the check looks for."""

    slower: str
    """That the rhythm is now monthly."""

    rests: str
    """That a plan is not asked about any more."""

    plan_rests: str
    """The same, of a development plan."""

    steps: Mapping[str, str]
    """What each step is called in a message, by its slug."""


@dataclass(slots=True)
class Plan:
    """One plan: for which day, made when, and how often it was asked about."""

    day: date
    made: date
    asked: int = 0
    missed: date | None = None
    """The first day on which it should have been asked about."""


def is_check_back(entry: Entry, wording: Wording) -> bool:
    """Say whether a message is the question of a plan's day, not the one in a nudge's place."""
    return bool(_step_asked(entry)) and wording.rests not in entry.detail


def _step_asked(entry: Entry) -> str:
    found = (data.split(":")[2] for data in entry.buttons if data.startswith("coach:later:"))
    return next(found, "")


@dataclass(slots=True)
class Cycles:
    """Follows one teacher's cycles. ``is_free`` says whether she could be written to all day."""

    wording: Wording
    fault: Callable[[str, Entry | date], None]
    is_free: Callable[[date], bool]
    active: str = ""
    plans: dict[str, Plan] = field(default_factory=dict)
    written_on: set[date] = field(default_factory=set)

    def take(self, entry: Entry, day: date) -> None:
        """Read what she did."""
        step, _, planned = entry.detail.partition(" ")
        match entry.kind:
            case Kind.BEGAN:
                self._look_back(day)
                was_put_off, self.active = self.active != step, step
                plan = self.plans.get(step)
                if plan and was_put_off and plan.day < day:
                    del self.plans[step]  # it passed while put off: she is offered another day
                elif plan:
                    plan.made = day  # it is hers again from today
            case Kind.PUT_OFF:
                self._look_back(day)
                self.active = ""
            case Kind.PLANNED:
                self._planned(step, date.fromisoformat(planned), day)
            case Kind.TRIED | Kind.DROPPED:
                self._look_back(day)
                self.plans.pop(step, None)
                self.active = step  # an old question answered takes its step up again
            case _:
                self._look_back(day)
                self.plans.pop(step, None)
                self.active = "" if step == self.active else self.active

    def _planned(self, step: str, planned: date, day: date) -> None:
        before = self.plans.get(step)
        if before and before.day == planned and not before.asked:
            return  # it stays the plan it was; after the question it is a new one
        self._look_back(day)
        self.plans[step] = Plan(planned, day)

    def written(self, day: date) -> None:
        """Read that she was written to on a day."""
        self.written_on.add(day)

    def asked(self, entry: Entry, day: date) -> None:
        """Read the question of a plan's day."""
        step = _step_asked(entry)
        plan = self.plans.get(step)
        if step != self.active or plan is None:
            self.fault("check-back about nothing that waits", entry)
            return
        if plan.asked:
            self.fault("second check-back of a plan", entry)
        if day < plan.day:
            self.fault("check-back before the promised day", entry)
        if late := self._missed(plan, day):
            self.fault("check-back late or missed", late)
        plan.asked += 1

    def nudged(self, entry: Entry) -> bool:
        """Read a nudge; True if it asks about a plan for the last time."""
        plan = self.plans.get(self.active)
        if step := _step_asked(entry):
            if step != self.active or plan is None or plan.asked != 1:
                self.fault("asked though it rests", entry)
            elif plan:
                plan.asked += 1
            return True
        if plan and plan.asked == 1:
            self.fault("rested without saying so", entry)
        is_about_it = "coach:now" in entry.buttons
        named = self.wording.steps.get(self.active, "")
        if is_about_it != bool(self.active) or named not in entry.detail:
            self.fault("nudge not about the active step", entry)
        return False

    def end(self, day: date) -> None:
        """Read the end of the year."""
        self._look_back(day)

    def _look_back(self, day: date) -> None:
        """Look whether the active plan should have been asked about before a day."""
        plan = self.plans.get(self.active)
        if plan and not plan.asked and (missed := self._missed(plan, day)):
            self.fault("check-back late or missed", missed)
            plan.asked = 1  # told once

    def _missed(self, plan: Plan, until: date) -> date | None:
        """Return the first free day from the promised one on that passed without the question."""
        day = max(plan.day, plan.made + timedelta(days=1))
        while day < until:
            if day not in self.written_on and self.is_free(day):
                return day
            day += timedelta(days=1)
        return None
