"""The people of one world and all else that happens to the bot: carries a plan out, step by step.

Must not look into the bot; people see their chats only.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from bot.simulator.bot import Bot
from bot.simulator.clock import Clock
from bot.simulator.errors import PersonError
from bot.simulator.limits import Limits
from bot.simulator.people import Profile
from bot.simulator.people_side import acts
from bot.simulator.world import World
from tests.simulation.disk import VirtualDisk
from tests.simulation.ledger import Ledger
from tests.simulation.life import TOKEN
from tests.simulation.loop import Killed
from tests.simulation.moments import Chance, Moments
from tests.simulation.plan import BARU, LETTER, PEOPLE, Deed, Plan, Step
from tests.simulation.wire import Mishap, Wire

HOUR = 3600.0


class TrueClock(Clock):
    """Telegram's clock, which nobody moves."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments

    def seconds(self) -> float:
        """Return the true time."""
        return self._moments.true()


def found_town(moments: Moments) -> World:
    """Return a Telegram with these people, who have all written to the bot before, but one."""
    bot = Bot(token=TOKEN, username="langkah_guru_bot", name="Langkah Guru")
    world = World(bot, TrueClock(moments), Limits())
    for number in PEOPLE:
        human = world.admit(Profile(id=number, first_name=f"Orang {number}"))
        human.started = number != BARU
    return world


@dataclass(slots=True)
class Snare:
    """What happens when its moment has come so often."""

    left: int
    act: Callable[[], None]


@dataclass(slots=True)
class Town:
    """Carries out one plan."""

    plan: Plan
    moments: Moments
    chance: Chance
    ledger: Ledger
    world: World
    wire: Wire
    disk: VirtualDisk
    restart: Callable[[], None] = lambda: None
    """Ends the process in good order; it is started again."""

    at: int = 0
    """The step that comes next."""

    _traps: dict[str, "Snare"] = field(default_factory=dict)
    """By the moment at which it springs: the last that was set."""

    down: float = 1.0
    """How long the process is away when it is killed next."""

    power: bool = False
    alive: bool = False
    """Whether there is a process to be killed."""

    deeds: dict[Deed, Callable[[Step], None]] = field(init=False)

    def __post_init__(self) -> None:
        self.deeds = {
            Deed.SAY: self._say,
            Deed.TAP: self._tap,
            Deed.BLOCK: self._block,
            Deed.UNBLOCK: self._block,
            Deed.MISHAP: self._mishap,
            Deed.KILL: self._kill,
            Deed.RESTART: self._restart,
            Deed.SLEEP: self._sleep,
            Deed.JUMP: self._jump,
            Deed.FULL: self._fill,
        }
        self.disk.spring = self.wire.spring = self.spring

    @property
    def is_done(self) -> bool:
        """Whether every step was done."""
        return self.at >= len(self.plan.steps)

    async def done(self) -> None:
        """Return when every step was done."""
        while not self.is_done:  # noqa: ASYNC110 - an event belongs to one loop, a town outlives several
            await asyncio.sleep(1.0)

    def begin(self) -> None:
        """Have the next step happen when it is due."""
        if not self.is_done:
            self.moments.after(self.plan.steps[self.at].wait, self._go)

    def _go(self) -> None:
        step = self.plan.steps[self.at]
        self.at += 1
        self.ledger.note("step", step)
        self.begin()
        with suppress(PersonError):  # what an app would not offer is not done
            self.deeds[step.deed](step)
        self.wire.wake()

    def spring(self, what: str, when: str) -> None:
        """Have happen what waits for this moment. Raises Killed when that is a kill."""
        moment = f"{what} {when}"
        if not self.alive or (snare := self._traps.get(moment)) is None:
            return
        snare.left -= 1
        if snare.left <= 0:
            del self._traps[moment]
            self.ledger.note("springs", moment)
            snare.act()

    def disarm(self) -> None:
        """Let nothing more go wrong."""
        self._traps.clear()
        self.disk.full = False
        self.wire.mishaps.clear()
        self.wire.letter_mishaps.clear()
        self.moments.jump(0.0)

    def _say(self, step: Step) -> None:
        acts.say(self.world, step.who, step.what)

    def _block(self, step: Step) -> None:
        acts.block(self.world, step.who, blocked=step.deed is Deed.BLOCK)

    def _tap(self, step: Step) -> None:
        """Press a button she sees: one that begins so, or any of the newest messages."""
        seen = self.buttons(step.who)
        wanted = [one for one in seen if one[1].startswith(step.what)]
        if wanted:
            nth = int(self.chance.draw(f"tap {step.who} {step.what}") * len(wanted))
            number, data = wanted[-1 - nth if not step.what else -1]
            self.ledger.note("tap", step.who, data)
            acts.tap(self.world, step.who, number, data)

    def buttons(self, person: int) -> list[tuple[int, str]]:
        """Return the buttons under the newest messages of a chat, as (message, data)."""
        entries = list(self.world.chat(person).entries.items())[-3:]
        return [
            (number, button["callback_data"])
            for number, entry in entries
            for row in entry.message.get("reply_markup", {}).get("inline_keyboard", ())
            for button in row
            if "callback_data" in button
        ]

    def _mishap(self, step: Step) -> None:
        of = self.wire.letter_mishaps if step.number == LETTER else self.wire.mishaps
        of.setdefault(step.who, []).append(Mishap(step.what))

    def _kill(self, step: Step) -> None:
        """Kill the process now, or at a moment of its next calls or writes."""
        if not self.alive:
            return
        moment, _, power = step.what.partition("/")
        self.power = power == "power"
        self.down = 1.0 + 20 * self.chance.draw("down") ** 3
        self._at(moment, step, _kill)

    def _at(self, moment: str, step: Step, act: Callable[[], None]) -> None:
        """Do something now, or when this moment has come so often."""
        if moment:
            self._traps[moment] = Snare(int(step.number), act)
        else:
            act()

    def _restart(self, step: Step) -> None:
        self._at(step.what, step, lambda: self.restart())  # noqa: PLW0108 - of whoever lives then

    def _sleep(self, step: Step) -> None:
        """Let the machine sleep for so many hours."""
        self.moments.sleep(step.number * HOUR)

    def _jump(self, step: Step) -> None:
        """Set the machine's clock ahead of the true time by so many hours."""
        self.moments.jump(step.number * HOUR)

    def _fill(self, step: Step) -> None:
        def fill() -> None:
            self.disk.full = step.number > 0

        self._at(step.what, step, fill)


def _kill() -> None:
    raise Killed
