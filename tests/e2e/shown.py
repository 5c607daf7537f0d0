"""The screens of whole cycles and of all transcripts, gone through without a browser, and a ruler for the page.

It must not know heights: what fits is the test's to say.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from re import compile as pattern
from typing import Any

from playwright.async_api import Page

from bot.chat.model import Event, Press, Screen, Typed
from bot.chat.world import World
from bot.domain.person.person import Person
from bot.domain.programme.programme import SchoolLevel, Step, Task
from bot.simulator.message.html import parse_html
from tests.chat.dialogue import FOLDER, heard
from tests.chat.test_rights import STRANGER, person
from tests.chat.test_stopping_first import turn_of

PAGE = pattern(r"(<i>.*</i>\n\n)?<b>Langkah \d+ · .*</b> · \d+/\d+")
"""How a page of a step begins."""

FIRST_TRY = (
    *("coach:read", Typed("Mengapa es mencair? Pikirkan dulu jawabannya.")),
    *("coach:looked", "coach:day:", Typed("Kelas 4"), "coach:if:", "coach:settled"),
    *("coach:tried", Typed("9 murid menjawab tanpa melihat buku"), Typed("Catatan di papan")),
    *("coach:proven", Typed("Saya menunggu lebih lama."), Typed("Murid lebih berani.")),
    *("coach:enough", "coach:chosen", "coach:close"),
)
"""What she does from the model to the close: the first button that begins so, or what she writes."""

MEASURE = """async sent => {
    const messages = JSON.parse(sent);
    const { bubble } = await import("/page/bubble.js");
    const list = document.querySelector(".phone .messages");
    const log = list.parentElement;
    const room = log.clientHeight;
    list.replaceChildren();
    const nothing = () => {};
    const actions = new Proxy({}, { get: () => nothing });
    const names = { person: "Sari", bot: "Langkah Guru" };
    const nodes = messages.map((message) => bubble(message, { names, actions, isWaiting: () => false }));
    list.append(...nodes);
    const edge = log.getBoundingClientRect().right;
    const found = nodes.map((node) => {
        const keys = [...node.querySelectorAll(".key")];
        const isCut = (key) => key.getBoundingClientRect().right > edge || key.scrollWidth > key.clientWidth;
        const wide = keys.filter(isCut).map((key) => key.textContent);
        return { over: Math.ceil(node.getBoundingClientRect().height) - room, wide };
    });
    list.replaceChildren();
    return JSON.stringify(found);
}"""
"""How many pixels each message is higher than the conversation, with the buttons that leave their place.

Messages go there, and what was found comes back, as one text: of anything else Playwright looks at each part.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A screen on the phone: by how much it is too high (negative: it fits), and buttons too wide for their place."""

    name: str
    over: int
    wide: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing is to be scrolled and no label cut."""
        return self.over <= 0 and not self.wide


async def measured(page: Page, screens: dict[str, Screen]) -> list[Measured]:
    """Draw screens as the page draws the bot's messages, without sending them, and measure each."""
    sent = json.dumps([message(screen) for screen in screens.values()])
    found = json.loads(await page.evaluate(MEASURE, sent))
    return [
        Measured(name, one["over"], tuple(one["wide"]))
        for name, one in zip(screens, found, strict=True)
    ]


def message(screen: Screen) -> dict[str, Any]:
    """Return the Message that Telegram makes of a screen."""
    text, entities = parse_html(screen.text)
    rows = [
        [
            {
                "text": one.label,
                "style": one.style,
                **(
                    {"copy_text": {"text": one.copied}}
                    if one.copied
                    else {"callback_data": one.data}
                ),
            }
            for one in row
        ]
        for row in screen.rows
    ]
    return {
        "message_id": 1,
        "date": 1_790_000_000,
        "text": text,
        "entities": entities,
        "reply_markup": {"inline_keyboard": rows},
    }


def pressed(screen: Screen, begins: str) -> Press | None:
    """Return a press of the first button whose data begin so."""
    data = (one.data for row in screen.rows for one in row)
    return next((Press(one) for one in data if one.startswith(begins)), None)


def cycle(
    who: Person, step: Step, task: Task, world: World, now: datetime
) -> Iterator[tuple[str, Screen]]:
    """Go through a task from its step's page to the close; yields every screen with its place."""
    events: tuple[str | Event, ...] = (
        Press(f"coach:begin:{step.slug}"),
        Press(f"coach:task:{step.slug}:{task.slug}"),
        *FIRST_TRY,
    )
    screen: Screen | None = None
    for one in events:
        event = pressed(screen, one) if isinstance(one, str) and screen else one
        if event is None or isinstance(event, str):
            raise AssertionError(f"no {one} at {who.place}: {screen}")
        turn = turn_of(replace(who, updates=()), event, world, now)
        who, screen = turn.person, turn.screen
        assert screen is not None
        yield f"{step.slug}/{task.slug} {who.place.screen} after {one}", screen


def is_read(screen: Screen, world: World) -> bool:
    """Say whether a screen is a page of a step or an answer of the library, which she reads if she likes."""
    answers = (f"<b>{one.title}</b>" for one in world.search.answers)
    return bool(PAGE.match(screen.text)) or screen.text.startswith(tuple(answers))


async def transcribed(world: World, now: datetime) -> dict[str, Screen]:
    """Return every screen that anybody sees in a transcript, each once."""
    known: dict[tuple[str, tuple[tuple[str, ...], ...]], tuple[str, Screen]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        _, screens = await heard(path, world, now)
        for one in screens:
            labels = tuple(tuple(button.label for button in row) for row in one.rows)
            known.setdefault((one.text, labels), (path.stem, one))
    return {
        f"{nth} {name}: {one.text[:60]!r}": one for nth, (name, one) in enumerate(known.values())
    }


def cycles(world: World, now: datetime) -> dict[str, Screen]:
    """Return every screen of every task for every level of school, each once, and those of guru BK."""
    teacher = person(STRANGER, now)
    people = {str(level): replace(teacher, level=level) for level in SchoolLevel}
    people["bk"] = replace(teacher, level=SchoolLevel.SMP, subject="Guru BK")
    # All cycles go on side by side: what is typed at one moment is read once.
    walks = (
        named(who, cycle(teaches, step, task, world, now))
        for (who, teaches), step in product(people.items(), world.programme)
        for task in step.tasks
    )
    screens: dict[tuple[str, tuple[str, ...]], tuple[str, Screen]] = {}
    for shown in zip(*walks, strict=True):
        for name, screen in shown:
            key = (screen.text, tuple(one.label for row in screen.rows for one in row))
            screens.setdefault(key, (name, screen))
    return dict(screens.values())


def named(who: str, walk: Iterator[tuple[str, Screen]]) -> Iterator[tuple[str, Screen]]:
    """Put in front of each name whose it is."""
    return ((f"{who} {name}", screen) for name, screen in walk)
