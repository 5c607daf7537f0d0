"""What a teacher of a simulated year does with her development plan: makes it, picks days, says how it went.

She presses only what was really shown to her. Must not know any rule of the bot.
"""

import random
from dataclasses import dataclass, field
from datetime import timedelta

from bench.year_cycle import Coached
from bench.year_diary import Kind
from bench.year_habits import Habit
from bench.year_life import Act
from bot.chat.model import Typed

LINES = 3
MAKES = 0.6
"""How often she makes a plan once an evaluation is saved."""


@dataclass(slots=True)
class Planning(Coached):
    """A teacher who also makes plans with days after her evaluations."""

    fancy: random.Random = field(init=False)
    """A chance of its own, so that the rest of her year stays as it is without plans."""

    def __post_init__(self) -> None:
        """Begin from who she is."""
        self.fancy = random.Random(f"{self.id}/plan")

    def read(self, buttons: tuple[str, ...]) -> list[Act]:
        """Take a message the bot began and return what she will do about it."""
        if not any(data.startswith("evaluation:days:") for data in buttons):
            return Coached.read(self, buttons)
        self.letter = buttons
        if self.silent or self.habits.habit is Habit.SILENT:
            return []
        soon = timedelta(minutes=self.fancy.choice((1, 1, 60, 300, 1500, 9000)))
        ways = ("went", "went", "not", "move", "look", "", "")
        way = self.fancy.choice(ways)
        return [(soon, f"plan_{way}")] if way else []

    async def _press(self, start: str) -> str | None:
        """Press a button; how a plan went is told in one of the ways there are."""
        if start.startswith("evaluation:planwent:"):
            start = self.fancy.choice([one for one in self.shown if one.startswith(start)])
            self._note(Kind.PLAN_WENT, start.split(":")[2])
        return await Coached._press(self, start)  # noqa: SLF001 -- its own class

    async def _evaluate(self) -> None:
        await Coached._evaluate(self)  # noqa: SLF001 -- its own class
        if self._find("evaluation:plan:") and self.fancy.random() < MAKES:
            await self._press("evaluation:plan:")
            await self._make()

    async def _make(self) -> None:
        """Answer the three lines, each by an example or in her own words, and pick days."""
        for _ in range(LINES):
            asked = self._find("evaluation:noline:")
            if not asked:
                return
            if self._find("aside:take:") and self.fancy.random() < 0.7:
                await self._press("aside:take:")
            else:
                await self._say(Typed("Menunggu lima detik di kelas 4"))
            self._note(Kind.PLAN_BEGAN, asked.split(":")[2])
        for _ in range(self.fancy.choice((0, 1, 1, 2, 3))):
            await self._pick()

    async def _pick(self) -> None:
        """Choose one of the days that are offered, and come back for another."""
        if not self._find("evaluation:day:") and self._find("evaluation:days:"):
            await self._press("evaluation:days:")
        offered = [data for data in self.shown if data.startswith("evaluation:day:")]
        offered = [data for data in offered if data.endswith(":on")]
        if offered:
            day = self.fancy.choice(offered)
            await self._press(day)
            self._note(Kind.PLAN_DAY, f"{day.split(':')[2]} {day.split(':')[3]}")

    async def _plan_went(self) -> None:
        await self._tell("terlaksana")
        if self._find("evaluation:nowent:"):
            await self._say(Typed("Murid lebih cepat mulai bekerja"))

    async def _plan_not(self) -> None:
        await self._tell("belum")
        if self.fancy.random() < 0.5:
            await self._pick()

    async def _tell(self, outcome: str) -> None:
        self.shown = list(self.letter)
        data = next((one for one in self.shown if one.endswith(f":{outcome}")), None)
        if data:
            await self._press(data)
            self._note(Kind.PLAN_WENT, data.split(":")[2])

    async def _plan_move(self) -> None:
        self.shown = list(self.letter)
        await self._pick()

    async def _plan_look(self) -> None:
        self.shown = list(self.letter)
        if self._find("evaluation:plan:"):
            await self._press("evaluation:plan:")
