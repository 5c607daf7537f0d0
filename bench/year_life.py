"""One teacher of a simulated year: what she does, and what the bot shows her for it.

She presses only buttons that were really shown to her. Must not know any rule of the bot.
"""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bench.year_calendar import here
from bench.year_diary import Diary, Kind
from bench.year_habits import DAYS, HOURS, ZONES, Habit, Habits
from bot.chat.model import Command, Event, Press, Reached, Reaction, Response, Screen, Typed

Talk = Callable[[int, Event], Awaitable[tuple[Response, ...]]]
"""Hands one event of a person to the bot and returns what it shows."""

Act = tuple[timedelta, str]
"""After how long she does what."""

WAYS = (
    *("evaluation:save:", "evaluation:level:", "evaluation:strength:", "evaluation:becomes:"),
    *("evaluation:planwent:", "evaluation:noplanhow:"),
    *("evaluation:nohow:", "evaluation:whole:", "evaluation:go:"),
)
MOST_QUESTIONS = 40
SNOOZES = ("1jam", "besok", "pekan")


@dataclass(slots=True)
class Life:
    """A teacher at work. ``set_blocked`` tells Telegram that she blocks or unblocks the bot."""

    id: int
    habits: Habits
    chance: random.Random
    talk: Talk
    diary: Diary
    clock: Callable[[], datetime]
    set_blocked: Callable[[int, bool], None]
    shown: list[str] = field(default_factory=list)
    letter: tuple[str, ...] = ()
    asked: int = 0
    silent: bool = False
    """She has blocked or stopped the bot and does nothing until she comes back."""

    zone: str = ""

    def plans(self) -> list[Act]:
        """Return what she will do in the year whatever the bot does."""
        at = sorted(timedelta(days=self.chance.uniform(1, DAYS)) for _ in range(2))
        away = timedelta(days=self.chance.uniform(3, 80))
        match self.habits.habit:
            case Habit.PAUSES:
                return [(when, "pause") for when in at]
            case Habit.BLOCKS:
                return [(at[0], "block"), (at[0] + away, "unblock")]
            case Habit.STOPS:
                return [(at[0], "stop"), (at[0] + away, "start")]
            case Habit.MOVES:
                return [(when, "move") for when in at]
            case Habit.BUSY:
                return [
                    (timedelta(days=day, hours=self.chance.uniform(0, 24)), "look")
                    for day in range(1, DAYS, 2)
                ]
            case Habit.PLAIN if self.chance.random() < 0.1:
                return [(at[0], "rewish")]
        return []

    def read(self, buttons: tuple[str, ...]) -> list[Act]:
        """Take a message the bot began and return what she will do about it."""
        self.letter = buttons
        if self.silent or self.habits.habit is Habit.SILENT:
            return []
        soon = timedelta(minutes=self.chance.choice((1, 1, 60, 300, 1500)))
        if "evaluation:start" not in buttons:
            if self.chance.random() < self.habits.opens_nudges:
                return [(soon, self.chance.choice(("open", "open", "later")))]
            return []
        self.asked += 1
        after = self.habits.evaluates_after
        if self.habits.habit is Habit.SKIPS and self.chance.random() < 0.5:
            return [(soon, "skip")]
        if after and self.asked >= after:
            return [(soon, "evaluate")]
        return [(soon, "snooze")] if self.habits.habit is Habit.SNOOZES else []

    async def do(self, act: str) -> None:
        """Do one thing now."""
        if self.silent and act not in {"unblock", "start"}:
            return
        await getattr(self, f"_{act}")()

    async def _say(self, event: Event) -> str:
        """Tell the bot something; return the text it answers with."""
        if not isinstance(event, Reached):
            self._note(Kind.SIGN)
        shown = await self.talk(self.id, event)
        drawn = [each.beside if isinstance(each, Reaction) else each for each in shown]
        screens = [each for each in drawn if isinstance(each, Screen)]
        if not screens:
            return ""
        self.shown = [button.data for row in screens[-1].rows for button in row if button.data]
        return screens[-1].text

    def _note(self, kind: Kind, detail: str = "") -> None:
        self.diary.write(self.id, kind, self.clock(), detail)

    def _find(self, start: str) -> str | None:
        return next((data for data in self.shown if data.startswith(start)), None)

    async def _press(self, start: str) -> str | None:
        """Press the first button on the screen whose data begin so; None if there is none."""
        data = self._find(start)
        if data is None:
            self._note(Kind.NO_BUTTON, start)
            return None
        return await self._say(Press(data))

    async def _through(self, command: str, *presses: str) -> None:
        await self._say(Command(command))
        for press in presses:
            await self._press(press)

    async def _join(self) -> None:
        habits = self.habits
        self.zone = habits.zone
        await self._through(
            "start",
            "welcome:agree",
            "ask:set:address:ibu:",
            "ask:set:level:",
            "ask:skip:",
            f"ask:set:zone:{habits.zone}:",
        )
        self._note(Kind.JOINED, habits.zone)
        await self._wish(habits.weekday, habits.hour, habits.rhythm)

    async def _wish(self, weekday: str, hour: str, rhythm: str) -> None:
        await self._through("pengingat", "wish:ask:day", f"wish:day:{weekday}")
        await self._through("pengingat", "wish:ask:hour", f"wish:hour:{hour}")
        await self._through("pengingat", "wish:ask:rhythm", f"wish:rhythm:{rhythm}")
        self._note(Kind.RHYTHM, rhythm)

    async def _rewish(self) -> None:
        weekday, hour = str(self.chance.randrange(5)), self.chance.choice(HOURS)
        await self._wish(weekday, hour, "pekanan")

    async def _pause(self) -> None:
        await self._say(Command("pengingat"))
        if self._find("remind:resume"):
            await self._press("remind:resume")
            self._note(Kind.PAUSED, self.clock().isoformat())
            return
        await self._press("wish:ask:pause")
        choice = self.chance.choice(("pekan", "bulan", "tanggal"))
        days = {"pekan": 7, "bulan": 30}.get(choice, self.chance.randrange(2, 120))
        midnight = here(self.clock(), self.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        until = midnight + timedelta(days=days)
        if choice == "tanggal":
            await self._say(Typed(f"{until:%d/%m/%Y}"))
        else:
            await self._press(f"wish:pause:{choice}")
        self._note(Kind.PAUSED, until.isoformat())

    async def _block(self) -> None:
        self.set_blocked(self.id, True)
        self.silent = True
        self._note(Kind.BLOCKED)
        if self.chance.random() < 0.8:
            await self._say(Reached(reachable=False))

    async def _unblock(self) -> None:
        self.set_blocked(self.id, False)
        self.silent = False
        self._note(Kind.UNBLOCKED)
        await self._say(Reached(reachable=True))

    async def _stop(self) -> None:
        await self._say(Command("berhenti"))
        self.silent = True
        self._note(Kind.STOPPED)

    async def _start(self) -> None:
        self.silent = False
        await self._say(Command("mulai"))
        self._note(Kind.RETURNED)

    async def _move(self) -> None:
        self.zone = self.chance.choice([zone for zone in ZONES if zone != self.zone])
        await self._through("pengaturan", "ask:open:zone:", f"ask:set:zone:{self.zone}:")
        self._note(Kind.MOVED, self.zone)

    async def _look(self) -> None:
        await self._through("langkah", "steps:step:")

    async def _open(self) -> None:
        self.shown = list(self.letter)
        if self._find("steps:page:"):
            await self._press("steps:page:")

    async def _later(self) -> None:
        self.shown = list(self.letter)
        if self._find("remind:later"):
            await self._press("remind:later")

    async def _snooze(self) -> None:
        self.shown = list(self.letter)
        choice = self.chance.choice(SNOOZES)
        data = next((each for each in self.letter if each.endswith(f":{choice}")), None)
        if data:
            await self._press(data)
            self._note(Kind.SNOOZED, choice)

    async def _skip(self) -> None:
        self.shown = list(self.letter)
        if not self._find("remind:skip:"):
            return
        await self._press("remind:skip:")
        if not self._find("remind:unskip:"):
            return
        self._note(Kind.SKIPPED)
        if self.chance.random() < 0.2:
            await self._press("remind:unskip:")
            self._note(Kind.UNSKIPPED)

    async def _evaluate(self) -> None:
        """Answer the evaluation's questions, to the end or (once) to the middle."""
        self.shown = list(self.letter)
        if self._find("evaluation:start"):
            await self._press("evaluation:start")
        else:
            await self._through("mulai", "evaluation:open")
        questions = self.chance.randrange(2, 12) if self._halts_now() else MOST_QUESTIONS
        chosen = False
        for _ in range(questions):
            way = next((way for way in WAYS if self._find(way)), None)
            if way:
                await self._press(way)
            elif self._find("evaluation:focused:"):
                await self._press("evaluation:focused:" if chosen else "evaluation:focus:")
                chosen = True
            elif self._find("evaluation:pass:"):
                await self._say(Typed("Lebih sering bertanya kepada murid"))
            else:
                return
            if way == "evaluation:save:":
                self.asked = 0
                self._note(Kind.FINISHED)
                return

    def _halts_now(self) -> bool:
        return self.habits.halts and self.asked == self.habits.evaluates_after
