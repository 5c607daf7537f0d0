"""A plan: everything that is done to the bot in one world, as values that can be left out one by one.

Made from a seed; carried out by `town`. What a plan does not say (how long answers take, which of several
buttons is meant) is drawn from the seed by name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from typing import Final

MADE, TONO, ADMIN = 90, 91, 100
TEACHERS: Final = (1001, 1002, 1003, 1004, 1005)
SITI, BUDI = TEACHERS[:2]
SARI, BARU = 7, 8
"""Two coordinators of one school, who runs the bot, its teachers, one on her own, and one who has never written."""

PEOPLE: Final = (MADE, TONO, ADMIN, *TEACHERS, SARI, BARU)

WORDS: Final = (
    *("/start", "/langkah", "/evaluasi", "/kemajuan", "/pengaturan", "/bantuan", "/riwayat"),
    *("4", "langkah 13", "ibu", "halo", "batal", "berhenti", "mulai", "terima kasih", "ya"),
    *("Saya akan bertanya lebih sabar", "Siap bu", "nanti aja", "contohnya gimana bu?"),
)
"""What people say to the bot."""

SILENCE: Final = "silence"
MISHAPS: Final = ("lost", "late", "unreached", "too many", "failed", "page", "blocked")
MOMENTS: Final = (
    *("write before", "write after", "call before", "call after"),
    *("letter before", "letter after"),
)
"""Where a kill can wait: a letter is a call by which the bot begins by itself."""

SLEEPS: Final = (3.0, 5.0, 8.0, 24.0, 31.0, 55.0)


class Deed(StrEnum):
    """What can be done."""

    SAY = "say"
    TAP = "tap"
    BLOCK = "block"
    UNBLOCK = "unblock"
    MISHAP = "mishap"
    KILL = "kill"
    RESTART = "restart"
    SLEEP = "sleep"
    JUMP = "jump"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Step:
    """One deed, so many seconds after the one before."""

    wait: float
    deed: Deed
    who: int = 0
    what: str = ""
    number: float = 0.0

    def __str__(self) -> str:
        more = [str(self.who)] if self.who else []
        more += [repr(self.what)] if self.what else []
        more += [f"{self.number:g}"] if self.number else []
        return f"+{self.wait:.2f} s {self.deed} {' '.join(more)}"


@dataclass(frozen=True, slots=True)
class Plan:
    """A seed, and what is done."""

    seed: int
    steps: tuple[Step, ...]

    def only(self, steps: Sequence[Step]) -> "Plan":
        """Return the plan with these of its steps."""
        return Plan(self.seed, tuple(steps))

    def __str__(self) -> str:
        return "\n".join(map(str, self.steps))


Scene = list[Step]

LETTER: Final = 1.0
"""Marks a mishap of letters only."""


def plan_of(seed: int) -> Plan:
    """Return the plan of a seed: some scenes at once, then a sleep, for a few days."""
    random = Random(seed)  # noqa: S311 - pretend people, no secrets
    steps: Scene = []
    for _ in range(random.randint(1, 3)):
        scenes = [
            scene(random) for scene in random.choices(SCENES, WEIGHTS, k=random.randint(1, 3))
        ]
        steps += mingled(random, [*scenes, trouble(random)])
        steps += [*trouble(random), Step(random.uniform(0.5, 3), Deed.SLEEP, number=night(random))]
    return Plan(seed, tuple(steps))


def mingled(random: Random, scenes: list[Scene]) -> Scene:
    """Return scenes that go on at the same time, each in its order."""
    line = [number for number, scene in enumerate(scenes) for _ in scene]
    random.shuffle(line)
    left = [iter(scene) for scene in scenes]
    steps = [next(left[number]) for number in line]
    return [replace(step, wait=step.wait / len(scenes)) for step in steps]


def night(random: Random) -> float:
    """Return for how many hours the machine sleeps."""
    return random.choice(SLEEPS) + random.choice((0.0, 0.5, 2.5, 7.45))


def pause(random: Random) -> float:
    """Return the seconds between two acts of one person: sometimes none, mostly a few."""
    return random.choice((0.0, 0.05, 0.3, 1.0, 2.0, 4.0))


def say(random: Random, who: int, what: str) -> Step:
    """Return somebody's words."""
    return Step(pause(random), Deed.SAY, who, what)


def tap(random: Random, who: int, *what: str) -> Scene:
    """Return taps of buttons that begin so, each seen before it is pressed."""
    return [Step(1.5 + pause(random), Deed.TAP, who, one) for one in what]


def chatter(random: Random) -> Scene:
    """Somebody wanders through the conversation."""
    who = random.choice(PEOPLE)
    steps = [say(random, who, "/start")]
    for _ in range(random.randint(1, 4)):
        is_tap = random.random() < 0.7
        steps += tap(random, who, "") if is_tap else [say(random, who, random.choice(WORDS))]
    return steps


def broadcast(random: Random) -> Scene:
    """A coordinator writes to all, and may change her mind."""
    who = random.choice((MADE, MADE, TONO))
    steps = [say(random, who, "/sekolah"), *tap(random, who, "siar:home", "siar:new")]
    steps += [say(random, who, f"Kabar nomor {random.randint(1, 9999)}")]
    steps += tap(random, who, "siar:send")
    return steps + changed_mind(random, who, random.choice(("", "", "", "pause", "stop")))


def changed_mind(random: Random, who: int, after: str) -> Scene:
    """A coordinator holds her broadcast back, or not."""
    steps: Scene = []
    if after == "pause":
        steps += [Step(random.uniform(0.1, 2.0), Deed.TAP, who, "siar:do")]
        steps += tap(random, who, "siar:see", "siar:do")
    elif after == "stop":
        steps += tap(random, who, "siar:see", "siar:stop", "siar:do")
    return steps


def answer(random: Random) -> Scene:
    """A teacher answers what she was sent."""
    who = random.choice(TEACHERS)
    return [
        *tap(random, who, "reply:to"),
        say(random, who, "Siap bu, saya hadir"),
        *tap(random, who, ""),
    ]


def nudge(random: Random) -> Scene:
    """A coordinator has teachers reminded."""
    who = random.choice((MADE, TONO))
    return [
        say(random, who, "/sekolah"),
        *tap(random, who, "roster:list", "roster:ask", "roster:send"),
    ]


def deletion(random: Random) -> Scene:
    """Somebody has everything deleted, and may come back."""
    who = random.choice((*TEACHERS, SARI, TONO))
    steps = [say(random, who, "/privasi"), *tap(random, who, "privacy:erase", "privacy:erased")]
    if random.random() < 0.3:
        steps += [
            say(random, who, "/start"),
            *tap(random, who, "welcome:agree", "ask:set", "ask:set"),
        ]
    return steps


def removal(random: Random) -> Scene:
    """Who runs the bot takes a coordinator's rights away."""
    taps = tap(random, ADMIN, "admin:school", "admin:sure", "admin:removed")
    return [say(random, ADMIN, "/admin"), *taps]


def blocking(random: Random) -> Scene:
    """Somebody blocks the bot, and mostly comes back."""
    who = random.choice((*TEACHERS, SARI))
    back = [Step(random.uniform(1, 6), Deed.UNBLOCK, who)] if random.random() < 0.7 else []
    return [Step(pause(random), Deed.BLOCK, who), *back]


def evaluating(random: Random) -> Scene:
    """Somebody works on her evaluation."""
    who = random.choice((*TEACHERS, SARI))
    return [
        say(random, who, "/evaluasi"),
        *tap(random, who, *["evaluation:"] * random.randint(1, 5)),
    ]


def snoozing(random: Random) -> Scene:
    """Somebody answers a reminder by its buttons."""
    return tap(random, random.choice((*TEACHERS, SARI)), "")


def storm(random: Random) -> Scene:
    """Telegram wants silence of several chats at once, while a broadcast leaves and people come and go."""
    silent = [Step(0.0, Deed.MISHAP, who, SILENCE) for who in TEACHERS]
    who = random.choice(TEACHERS)
    last = random.choice(("/privasi", "berhenti", "berhenti", "/start"))
    after = tap(random, who, "privacy:erase", "privacy:erased") if last == "/privasi" else []
    mind = changed_mind(random, MADE, random.choice(("pause", "stop")))
    return [*silent, *broadcast(random), *mind, say(random, who, last), *after]


def parting(random: Random) -> Scene:
    """Somebody leaves at the very moment at which reminders do."""
    who = random.choice((*TEACHERS, SARI))
    taps = [Step(0.7, Deed.TAP, who, what) for what in ("privacy:erase", "privacy:erased")]
    mishap = random.choice(("late", "late", "lost", "silence"))
    late = Step(0.0, Deed.MISHAP, who, mishap, LETTER)
    return [late, Step(0.0, Deed.SAY, who, "/privasi"), *taps]


def dismissal(random: Random) -> Scene:
    """A coordinator is about to write to all while her rights are taken away."""
    writes = [say(random, TONO, "/sekolah"), *tap(random, TONO, "siar:home", "siar:new")]
    writes += [say(random, TONO, "Kabar dari Tono")]
    return [*mingled(random, [writes, removal(random)]), *tap(random, TONO, "siar:send")]


def ahead(random: Random) -> Scene:
    """The clock runs weeks ahead while a coordinator writes to all."""
    back = Step(random.uniform(6, 12), Deed.JUMP)
    return [Step(0.5, Deed.JUMP, number=24 * 40.0), *broadcast(random), back]


def stubborn(random: Random) -> Scene:
    """The process is killed at each letter, or the disk is full, or it is stopped beside a slow answer."""
    letter, who = "letter after", random.choice(TEACHERS)
    number = float(random.randint(1, 4))
    kind = random.choice(("kill", "full", "restart"))
    if kind == "kill":
        return [Step(random.uniform(0, 1), Deed.KILL, 0, letter, one) for one in (number, 1, 1, 1)]
    if kind == "full":
        return [Step(0.0, Deed.FULL, 0, letter, number), Step(random.uniform(4, 9), Deed.FULL)]
    slow = Step(0.0, Deed.MISHAP, who, "late", LETTER)
    return [slow, Step(0.0, Deed.RESTART, 0, letter, number + 1)]


SCENES: Final[tuple[Callable[[Random], Scene], ...]] = (
    *(chatter, broadcast, answer, nudge, deletion),
    *(removal, blocking, evaluating, snoozing),
    *(storm, parting, dismissal, ahead, stubborn),
)
WEIGHTS: Final = (4, 5, 2, 2, 2, 1, 1, 2, 2, 2, 2, 1, 1, 2)


def trouble(random: Random) -> Scene:
    """What goes wrong in one part of a world."""
    steps: Scene = []
    for _ in range(random.randint(0, 3)):
        who, what = random.choice((0, *PEOPLE)), random.choice(MISHAPS)
        steps.append(Step(0.0, Deed.MISHAP, who, what))
    draw = random.random()
    if draw < 0.6:
        power = random.choice(("", "/power"))
        what, number = random.choice(MOMENTS), random.randint(1, 12)
        steps.append(Step(random.uniform(0, 4), Deed.KILL, 0, what + power, number))
    elif draw < 0.7:
        steps.append(Step(random.uniform(0, 4), Deed.KILL))
    elif draw < 0.75:
        steps.append(Step(random.uniform(0, 4), Deed.RESTART))
    elif draw < 0.8:
        steps.append(
            Step(0.5, Deed.JUMP, number=random.choice((-30.0, -2.0, 2.0, 30.0, 24 * 40.0)))
        )
        steps.append(Step(random.uniform(6, 25), Deed.JUMP))
    elif draw < 0.85:
        steps.append(Step(0.5, Deed.FULL, number=1))
        steps.append(Step(random.uniform(1, 12), Deed.FULL))
    random.shuffle(steps)
    return steps
