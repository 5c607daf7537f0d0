"""What a teacher of a simulated year does with her steps: begin one, plan a try, answer, close.

She presses only what was really shown to her. Must not know any rule of the bot.
"""

from dataclasses import dataclass
from datetime import timedelta

from bench.year_diary import Kind
from bench.year_habits import ANSWERS, DAYS, Habit
from bench.year_life import Act, Life
from bot.chat.model import Command, Typed

MOST_ACTS = 25
"""Screens of one sitting: a whole cycle has about fifteen."""

STOPS = 0.05
"""How often she puts the phone away in the middle of a cycle."""

PASSED = (
    "coach:close:",
    "coach:read:",
    "coach:looked:",
    "coach:settled:",
    "coach:proven:",
)
"""What has one way on."""

SAID = (
    ("coach:unsaid:", "Lihat dulu, lalu ceritakan yang kalian temukan."),
    ("coach:nogroup:", "Kelas 4"),
    ("coach:nowords:", "Jika kelas ramai, maka saya menunggu dulu"),
    ("coach:nosign:", "9 murid menjawab"),
    ("coach:pass:", "Murid lebih berani menjawab"),
)
"""What can be answered in words, or passed by."""


@dataclass(slots=True)
class Coached(Life):
    """A teacher who also lives through coaching cycles."""

    step: str = ""
    """The step whose buttons she pressed last."""

    def plans(self) -> list[Act]:
        """Return what she will do in the year whatever the bot does."""
        days = [self.chance.uniform(1, DAYS) for _ in range(self.habits.cycles)]
        return [*Life.plans(self), *((timedelta(days=day), "cycle") for day in sorted(days))]

    def read(self, buttons: tuple[str, ...]) -> list[Act]:
        """Take a message the bot began and return what she will do about it."""
        if not any(data.startswith("coach:later:") for data in buttons):
            return Life.read(self, buttons)
        self.letter = buttons
        if self.silent or self.habits.habit is Habit.SILENT:
            return []
        answer = self.habits.answers
        if self.chance.random() < 0.3:
            answer = self.chance.choice(ANSWERS)
        soon = timedelta(minutes=self.chance.choice((1, 1, 60, 300, 1500, 9000)))
        return [(soon, f"check_{answer}")] if answer else []

    async def _open(self) -> None:
        if "coach:now" not in self.letter:
            await Life._open(self)  # noqa: SLF001 -- its own class
            return
        self.shown = list(self.letter)
        await self._press("coach:now")
        await self._walk()

    async def _cycle(self) -> None:
        """Sit down: go on with the active step, or look at another one and begin it."""
        chance = self.chance.random()
        await self._say(Command("mulai"))
        if self._find("coach:now") and chance < 0.6:
            await self._press("coach:now")
            await self._walk()
            return
        await self._say(Command("langkah"))
        steps = [data for data in self.shown if data.startswith("steps:step:")]
        await self._press(self.chance.choice(steps[:4]) if steps else "steps:step:")
        done = [data for data in self.shown if data.endswith(":selesai")]
        if chance > 0.9 and done:
            await self._close_as_habit(done[0])
            return
        if self._find("coach:begin:"):
            await self._begin()

    async def _begin(self) -> None:
        await self._take("coach:begin:")
        if self._find("coach:swapped:"):
            if self.chance.random() < 0.4:
                return
            await self._take("coach:swapped:")
        self._note(Kind.BEGAN, self.step)
        await self._walk()

    async def _close_as_habit(self, done: str) -> None:
        await self._take(done)
        if self._find("coach:usual:"):
            await self._take("coach:usual:")
            self._note(Kind.CLOSED, self.step)
            return
        # A step that was tried already goes on where it stopped.
        if self._find("coach:swapped:"):
            await self._take("coach:swapped:")
        if self._find("coach:"):
            self._note(Kind.BEGAN, self.step)
        if self._find("coach:chosen:") or self._find("coach:close:"):
            self._note(Kind.DROPPED, self.step)  # what she had planned for another day is over

    async def _walk(self) -> None:
        """Go through a cycle's screens until it waits for its day, or is closed."""
        for _ in range(MOST_ACTS):
            if self.chance.random() < STOPS or not await self._act():
                return

    async def _act(self) -> bool:
        """Do what a screen asks for; False where it asks for nothing now."""
        if passed := next((way for way in PASSED if self._find(way)), None):
            await self._take(passed)
            if passed == "coach:close:":
                self._note(Kind.CLOSED, self.step)
            return True
        if said := next((one for one in SAID if self._find(one[0])), None):
            if self.chance.random() < 0.5:
                await self._take(said[0])
            else:
                await self._say(Typed(said[1]))
            return True
        if self._find("coach:day:"):
            await self._plan()
            return True
        if self._find("coach:tried:"):
            return self.chance.random() < 0.1 and await self._says_tried()
        for ways in (("coach:task:",), ("coach:more:", "coach:enough:"), ("coach:chosen:",)):
            offered = [data for data in self.shown if data.startswith(ways)]
            if offered:
                await self._take(self.chance.choice(offered))
                return True
        return False

    async def _take(self, start: str) -> None:
        """Press a button and remember which step it is about."""
        data = self._find(start) or ""
        await self._press(start)
        if data:
            self.step = data.split(":")[2]

    async def _plan(self) -> None:
        data = self.chance.choice([one for one in self.shown if one.startswith("coach:day:")])
        await self._take(data)
        self._note(Kind.PLANNED, f"{self.step} {data.rsplit(':', 1)[1]}")

    async def _says_tried(self) -> bool:
        await self._take("coach:tried:")
        is_taken = bool(self._find("coach:nosign:") or self._find("coach:proven:"))
        if is_taken:
            self._note(Kind.TRIED, self.step)
        return is_taken

    async def _check_tried(self) -> None:
        self.shown = list(self.letter)
        if self._find("coach:tried:") and await self._says_tried():
            await self._walk()

    async def _check_later(self) -> None:
        self.shown = list(self.letter)
        if not self._find("coach:later:"):
            return
        await self._take("coach:later:")
        way = self.chance.choice(("coach:days:", "coach:days:", "coach:small:", ""))
        if offered := self._find("coach:day:"):  # a step that was put off is taken up again
            self._note(Kind.BEGAN, offered.split(":")[2])
        elif way and self._find(way):
            await self._take(way)
        if way and self._find("coach:day:"):
            await self._plan()

    async def _check_other(self) -> None:
        self.shown = list(self.letter)
        if not self._find("coach:other:"):
            return
        await self._take("coach:other:")
        if self._find(f"coach:task:{self.step}:"):  # an old button shows where she is now
            self._note(Kind.DROPPED, self.step)
            await self._walk()
