"""Step 8's development plan: what to master, from what, where to use it, on which days, and how it went. Pure.

Must not know when she is written to: that is the plan reminder's rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.evaluation import IntentionOutcome

DAYS_MOST = 3
"""So many days may lie ahead: a start, a look in between, an end."""

FURTHEST = timedelta(days=120)
"""A plan is for three months; a month more leaves room for a school break."""


class PlanLine(StrEnum):
    """The lines of a development plan, in their order."""

    GOAL = "tujuan"
    SOURCE = "sumber"
    APPLICATION = "penerapan"


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentPlan:
    """Step 8's plan for three months: a goal, a source to learn from, a use in class.

    A line that was skipped is there and empty; one that is not there was not asked yet.
    """

    quarter: str
    made_at: datetime
    lines: Mapping[PlanLine, str] = field(default_factory=dict)
    days: tuple[date, ...] = ()
    """The days on which she wants to be reminded, by her own clock and in order; past ones stay."""

    went: IntentionOutcome | None = None
    """How it went, in her own view; None before she has said."""

    went_words: str = ""
    """One line about that."""

    @property
    def key(self) -> str:
        """What names this plan among all of hers, and outlives a restart."""
        return f"{self.quarter}-{int(self.made_at.timestamp())}"

    @property
    def next_line(self) -> PlanLine | None:
        """The first line not asked yet, None when all were."""
        return next((line for line in PlanLine if line not in self.lines), None)

    @property
    def says_something(self) -> bool:
        """Whether any of its lines holds words."""
        return any(self.lines.values())

    @property
    def act(self) -> str:
        """What she means to do, in her words: the use in class, else the goal, else the source."""
        order = (PlanLine.APPLICATION, PlanLine.GOAL, PlanLine.SOURCE)
        return next((words for line in order if (words := self.lines.get(line))), "")

    @property
    def is_open(self) -> bool:
        """Whether there is a day to remind her of and she has not said how it went."""
        return bool(self.days) and self.says_something and self.went is None

    def with_line(self, line: PlanLine, words: str) -> "DevelopmentPlan":
        """Return the plan with one line written, or skipped when the words are empty."""
        return replace(self, lines={**self.lines, line: words})

    def with_day(self, day: date) -> "DevelopmentPlan":
        """Return the plan with one more day. It is open again, should she have said how it went."""
        return replace(self, days=tuple(sorted({*self.days, day})), went=None)

    def without_day(self, day: date) -> "DevelopmentPlan":
        """Return the plan without a day."""
        return replace(self, days=tuple(one for one in self.days if one != day))

    def ended(self, went: IntentionOutcome) -> "DevelopmentPlan":
        """Return the plan with how it went; her line about it stays until she writes another."""
        return replace(self, went=went)


def plan_of(plans: tuple[DevelopmentPlan, ...], quarter: str) -> DevelopmentPlan | None:
    """Return the plan made for a quarter, or None."""
    return next((plan for plan in plans if plan.quarter == quarter), None)


def with_plan(
    plans: tuple[DevelopmentPlan, ...], plan: DevelopmentPlan
) -> tuple[DevelopmentPlan, ...]:
    """Return the plans with this one in place of any of its quarter."""
    return (*(other for other in plans if other.quarter != plan.quarter), plan)


def newest_plan(plans: tuple[DevelopmentPlan, ...]) -> DevelopmentPlan | None:
    """Return the plan of the latest quarter that says something: it takes the place of all before."""
    written = (plan for plan in plans if plan.says_something)
    return max(written, key=lambda plan: Quarter.parse(plan.quarter), default=None)


def open_plan(plans: tuple[DevelopmentPlan, ...]) -> DevelopmentPlan | None:
    """Return the plan whose days she is reminded of, None without one."""
    newest = newest_plan(plans)
    return newest if newest and newest.is_open else None
