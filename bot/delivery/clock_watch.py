"""The wall clock compared with the time that has really passed, from tick to tick.

The wall clock says what is due; that it runs, or that ticks were missed, only the monotonic one can
say. What it shows is told to whoever runs the bot. Must not set or wait for either clock, nor send:
it is handed what does.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.content.texts import Texts
from bot.store.codec.people import Tick

JUMP = timedelta(hours=1)
"""A difference that is worth telling; less changes no plan, and a clock may be put right by seconds."""

ABSENCE = timedelta(days=2)
"""After a longer gap between two runs the clock may as well have jumped."""

DOUBT = timedelta(days=7)
"""So long after a jump nothing is deleted because its time has come: whoever was told can look."""


def elapsed_seconds() -> float:
    """Return seconds that only run forward, with those asleep where the system counts them."""
    counting = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if counting is None else time.clock_gettime(counting)


@dataclass(frozen=True, slots=True)
class ClockLook:
    """What one look at the clock showed."""

    now: datetime
    gap: timedelta
    """Since the last tick, as far as it is known what has really passed."""

    jump: timedelta
    """How far the wall clock has moved besides; negative when it was set back."""

    doubtful_until: datetime | None

    @property
    def has_jumped(self) -> bool:
        """Whether the clock moved by more than its keeper's usual corrections."""
        return abs(self.jump) > JUMP

    @property
    def tick(self) -> Tick:
        """Return what is to be stored of it."""
        return Tick(self.now, self.doubtful_until)


@dataclass(slots=True)
class ClockWatch:
    """Remembers the last look of this run of the process."""

    _last: tuple[datetime, float] | None = None

    def look(self, stored: Tick | None, now: datetime, elapsed: float) -> ClockLook:
        """Compare now with the last look, or after a start with the last tick stored."""
        gap, jump = timedelta(), timedelta()
        if self._last:
            then, seconds = self._last
            gap = timedelta(seconds=elapsed - seconds)
            jump = now - then - gap
        elif stored:
            gap = now - stored.at
        if stored and stored.at - now > JUMP:
            jump = min(jump, now - stored.at)
        held = stored.doubtful_until if stored else None
        if abs(jump) > JUMP or gap > ABSENCE:
            held = now + DOUBT
        return ClockLook(now, gap, jump, held if held and held > now else None)

    def remember(self, now: datetime, elapsed: float) -> None:
        """Take this for the last look."""
        self._last = now, elapsed


@dataclass(slots=True)
class Alarms:
    """Words the alarms of the worker for the admins."""

    texts: Texts
    tell: Callable[[str], None]
    replan: Callable[[], None]
    _missed_on: date | None = None

    async def missed(self, since: datetime, until: datetime) -> None:
        """Tell that no tick ran between two moments, once a day: the log names all of them."""
        if self._missed_on == until.date():
            return
        self._missed_on = until.date()
        said = self._said
        self.tell(self.texts.say("admin-ticks-missed", since=said(since), until=said(until)))

    async def jumped(self, was: datetime, now: datetime) -> None:
        """Tell that the clock jumped, and have everybody planned anew."""
        self.replan()
        said = self._said
        self.tell(self.texts.say("admin-clock-jumped", was=said(was), now=said(now)))

    def _said(self, moment: datetime) -> str:
        return self.texts.moment(moment, None)
