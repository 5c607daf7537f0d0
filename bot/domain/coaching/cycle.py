"""A cycle: one step, one task at a time, tried once or twice and closed by the teacher herself. Pure.

Every function returns another cycle, and loses nothing that she wrote.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.coaching.attempt import Act, Attempt, Choice, once_more
from bot.domain.programme.programme import StepSlug


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One step on its way from a task to its close; moments in UTC.

    ``again`` is her answer to "sekali lagi", None before it. ``habit`` tells that she closed it
    without a try, as something she does anyway.
    """

    step: StepSlug
    begun_at: datetime
    attempts: tuple[Attempt, ...] = ()
    again: bool | None = None
    level: int | None = None
    closed_at: datetime | None = None
    habit: bool = False

    @property
    def current(self) -> Attempt | None:
        """The try under way, None before a task is chosen."""
        last = self.attempts[-1] if self.attempts else None
        return None if last is None or last.left_at else last

    @property
    def tried(self) -> tuple[Attempt, ...]:
        """The tries that took place, in order."""
        return tuple(one for one in self.attempts if one.tried_on)

    @property
    def next_act(self) -> Act:
        """What is to be done next: "Lanjutkan" leads there."""
        if self.closed_at:
            return Act.CLOSED
        if self.current is None:
            return Act.TASK
        act = self.current.next_act
        if act is not Act.AGAIN or self.again is None:
            return act
        return Act.LEVEL if self.level is None else Act.SUMMARY

    def changed(self, change: Callable[[Attempt], Attempt]) -> "Cycle":
        """Return the cycle with its try under way changed; the same one without such a try."""
        if self.current is None or self.closed_at:
            return self
        return replace(self, attempts=(*self.attempts[:-1], change(self.current)))


def chose(cycle: Cycle, choice: Choice, now: datetime) -> Cycle:
    """Return the cycle with a task chosen; choosing the one under way again changes nothing.

    The small version of the task under way keeps what was rehearsed and planned.
    """
    current = cycle.current
    if cycle.closed_at or (current and current.choice == choice):
        return cycle
    if current and replace(current.choice, small=choice.small) == choice:
        return cycle.changed(lambda one: replace(one, choice=choice))
    left = dropped(cycle, now)
    return replace(left, attempts=(*left.attempts, Attempt(choice=choice, begun_at=now)))


def dropped(cycle: Cycle, now: datetime) -> Cycle:
    """Return the cycle ready for another task; a try that holds something of hers is kept."""
    current = cycle.current
    if current is None or cycle.closed_at:
        return cycle
    kept = cycle.attempts[:-1]
    if current.says_something:
        kept = (*kept, replace(current, left_at=now))
    return replace(cycle, attempts=kept)


def carried_out(cycle: Cycle, day: date, said_at: datetime | None = None) -> Cycle:
    """Return the cycle with the try under way carried out on a day; the first such word holds."""
    return cycle.changed(
        lambda one: one if one.tried_on else replace(one, tried_on=day, tried_at=said_at)
    )


def answered_again(cycle: Cycle, now: datetime, *, again: bool, twist: str = "") -> Cycle:
    """Return the cycle after "sekali lagi" was taken up or declined; it is asked once.

    The second try begins when the first has been looked at.
    """
    current = cycle.current
    if cycle.next_act is not Act.AGAIN or current is None:
        return cycle
    asked = replace(cycle, again=again)
    if not again:
        return asked
    return replace(asked, attempts=(*asked.attempts, once_more(current, twist, now)))


def closed(cycle: Cycle, now: datetime, *, level: int | None = None, habit: bool = False) -> Cycle:
    """Return the cycle closed; closing twice is closing once. A promise left open ends with it."""
    if cycle.closed_at:
        return cycle
    return replace(cycle, closed_at=now, level=level, habit=habit and not cycle.tried)


def ending(cycle: Cycle, now: datetime) -> Cycle:
    """Return the cycle as it can be closed: the last try that took place is the one looked at.

    A later one that did not take place is left; a second try is not asked for any more.
    """
    current = cycle.current
    if cycle.closed_at or not cycle.tried:
        return cycle
    if current is None or not current.tried_on:
        left = dropped(cycle, now).attempts
        last = cycle.tried[-1]
        others = tuple(one for one in left if one is not last)
        cycle = replace(cycle, attempts=(*others, replace(last, left_at=None)))
    return replace(cycle, again=bool(cycle.again))
